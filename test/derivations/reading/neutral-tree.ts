import type { Term } from "../../../src/derivations/language/term";
import { children } from "../../../src/derivations/language/walk";

/** A term without what only its writing shows: order of addends, where a sign stands, d(f, x) for ∂(x, f). */
export interface Tree {
  /** What it is; a name's own name is apart. */
  readonly kind: string;
  readonly name?: string;
  readonly children: readonly Tree[];
  /** Children in whichever order. */
  readonly isFree?: boolean;
  /** A variable that the last child knows. */
  readonly binds?: string;
}

/** The tree of a term. */
export function treeOf(term: Term): Tree {
  switch (term.kind) {
    case "number":
      return { kind: String(term.value), children: [] };
    case "name":
      return /^(∞|Infinity)$/.test(term.name) ? leaf("∞") : nameTree(term.name);
    case "blank":
      return leaf("·");
    case "negate":
      return product([leaf("-1"), treeOf(term.body)]);
    case "binary":
      return binaryTree(term);
    case "elementary":
      // log₂ x is log x/log 2, √x is x^½.
      if (term.name === "log2")
        return product([node("log", [treeOf(term.body)]), inverse(node("log", [leaf("2")]))]);
      if (term.name === "sqrt") return node("^", [treeOf(term.body), inverse(leaf("2"))]);
      return node(term.name, [treeOf(term.body)]);
    case "call":
      return callTree(term);
    case "index":
      return { kind: "index", name: plain(term.name), children: [treeOf(term.index)] };
    case "derivative":
      return node("∂", [treeOf(term.variable), treeOf(term.body)]);
    case "cases":
      return casesTree(term);
    case "supportFold":
      // TeX says only ∑_x: which set or distribution tells the values is supplied by the reader.
      return {
        kind: `${term.operator} over values`,
        children: [treeOf(term.body)],
        binds: plain(term.variable),
      };
    case "extreme":
      return { kind: term.operator, children: term.terms.map(treeOf), isFree: true };
    case "information":
      return {
        kind: `${term.measure} ${term.values.length}`,
        children: [...term.values, ...(term.others ?? []), ...term.given].map(nameTree),
      };
    case "measure": {
      const sides = [treeOf(term.p), treeOf(term.q)];
      const isSymmetric = /^(JS|TV|H2)$/.test(term.name);
      const own = [
        ...(term.generator ? [nameTree(term.generator)] : []),
        ...(term.order ? [treeOf(term.order)] : []),
      ];
      return { kind: term.name, children: [...own, ...sides], isFree: isSymmetric };
    }
    default: {
      const operator = "operator" in term ? term.operator : "";
      const binds = "variable" in term ? plain(term.variable) : undefined;
      return { kind: `${term.kind} ${operator}`, children: children(term).map(treeOf), binds };
    }
  }
}

const leaf = (kind: string): Tree => ({ kind, children: [] });
const nameTree = (name: string): Tree => ({ kind: "name", name: plain(name), children: [] });
const node = (kind: string, below: readonly Tree[]): Tree => ({ kind, children: below });
/**
 * P_data and Pdata are one spelling; so are D* and D_opt, f* and f_conj; p and P are one distribution, X the variable
 * whose value is x.
 */
const plain = (name: string): string =>
  name
    .replace(/_(opt|conj)$/, "*")
    .replace(/_/g, "")
    .replace(/^[PQXYZ]/, (letter) => letter.toLowerCase());

/** d(f, x), inv(A), transposed and conditional factors by what they mean. */
function callTree(term: Extract<Term, { kind: "call" }>): Tree {
  const values = term.values.map(treeOf);
  const given = term.given.map(treeOf);
  if (term.name === "d" && values.length === 2 && given.length === 0)
    return node("∂", [values[1], values[0]]);
  // Articles write N(μ, σ²) by the variance, klab N(μ, σ) by the deviation: what it is of is σ.
  if (term.name === "N" && (values.length === 2 || given.length === 2)) {
    const parts = [...values, ...given];
    const spread = parts.pop() as Tree;
    const isScale = spread.kind === "^" && /^(2|1\/)$/.test(spread.children[1].kind);
    const own = isScale ? spread.children[0] : spread;
    return { kind: `call ${values.length}|${given.length}`, name: "N", children: [...parts, own] };
  }
  if (term.name === "inv") return node("^", [values[0], leaf("-1")]);
  return {
    kind: `call ${values.length}|${given.length}`,
    name: plain(term.name),
    children: [...values, ...given],
  };
}

/** A value where a ≠ b and else 0 is a factor [a ≠ b]. */
function casesTree(term: Extract<Term, { kind: "cases" }>): Tree {
  const rows = term.rows.map((row) => {
    const sides = [treeOf(row.left), treeOf(row.right)];
    return { value: treeOf(row.value), condition: conditionTree(row.relation, sides) };
  });
  const otherwise = term.otherwise && treeOf(term.otherwise);
  if (rows.length === 1 && otherwise?.kind === "0")
    return product([rows[0].value, rows[0].condition]);
  return node("cases", [
    ...rows.flatMap(({ value, condition }) => [value, condition]),
    ...(otherwise ? [otherwise] : []),
  ]);
}

const conditionTree = (relation: string, sides: readonly Tree[]): Tree => ({
  kind: `condition ${relation}`,
  children: sides,
  isFree: /^[=≠]$/.test(relation),
});

function binaryTree(term: Extract<Term, { kind: "binary" }>): Tree {
  const [left, right] = [treeOf(term.left), treeOf(term.right)];
  switch (term.operator) {
    case "+":
      return sum([left, right]);
    case "-":
      return sum([left, product([leaf("-1"), right])]);
    case "*":
      return product([left, right]);
    case "/":
      return product([left, inverse(right)]);
    case "^":
      return node("^", [left, right]);
  }
}

/** 1/t; of a product the product of the inverses, of 1/t again t. */
function inverse(tree: Tree): Tree {
  if (tree.kind === "1" || tree.kind === "-1") return tree;
  if (tree.kind === "1/") return tree.children[0];
  if (tree.kind === "product") return product(tree.children.map(inverse));
  return node("1/", [tree]);
}

function sum(trees: readonly Tree[]): Tree {
  // −(a + b) is −a − b.
  const parts = trees.flatMap((tree): readonly Tree[] => {
    if (tree.kind === "sum") return tree.children;
    const [sign, rest, ...more] = tree.kind === "product" ? tree.children : [];
    if (sign?.kind === "-1" && rest?.kind === "sum" && more.length === 0)
      return rest.children.map((child) => product([sign, child]));
    return [tree];
  });
  return parts.length === 1 ? parts[0] : { kind: "sum", children: parts, isFree: true };
}

function product(trees: readonly Tree[]): Tree {
  const all = trees.flatMap((tree) => (tree.kind === "product" ? tree.children : [tree]));
  const isNegative = all.filter(({ kind }) => kind === "-1").length % 2 === 1;
  const rest = all.filter(({ kind }) => kind !== "-1" && kind !== "1");
  const parts = isNegative ? [leaf("-1"), ...rest] : rest;
  if (parts.length === 0) return leaf("1");
  if (parts.length === 1) return parts[0];
  const [first, second, ...more] = parts;
  // −(a + b): the sign of each addend.
  if (first.kind === "-1" && second.kind === "sum" && more.length === 0)
    return sum(second.children.map((child) => product([first, child])));
  return { kind: "product", children: parts, isFree: true };
}
