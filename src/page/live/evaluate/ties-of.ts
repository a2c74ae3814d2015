import { isNode, nameOf, nodesIn, type SyntaxNode } from "./syntax-node";

export const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const sameAgain = words("sort reverse fill set add copyWithin");
const copying = words("slice filter map concat flat flatMap toSorted toReversed toSpliced with");
const containers = words("Object Array Map Set Promise");
/** Functions of the language that change nothing that they are given. */
export const pure = words(
  "Math Array Object Number String Boolean BigInt JSON Float64Array Float32Array Int32Array Uint8Array Map Set Promise console structuredClone isNaN isFinite parseInt parseFloat Symbol Error RangeError TypeError Date performance Intl",
);

export const memberOf = (node: SyntaxNode): string | undefined =>
  node.type === "MemberExpression" && !node.computed ? nameOf(node.property) : undefined;

/** The name at the root of `a.b[0].c`. */
export function rootOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "Identifier") return nameOf(node);
  return node.type === "MemberExpression" || node.type === "ChainExpression"
    ? rootOf(node.object ?? node.expression)
    : undefined;
}

/** How a value has to do with a name's: it is the same, was taken out of it, or is new and holds it or its members. */
export type Tie = "same" | "from" | "copy";
export type Ties = readonly (readonly [string, Tie])[];

export const tied = (ties: Ties, tie: Tie): Ties => ties.map(([name]) => [name, tie]);

/** The names whose objects a value may be, hold or lie in. What imports return is new. */
export function tiesOf(node: unknown, imports: ReadonlySet<string>): Ties {
  if (!isNode(node)) return [];
  const of = (one: unknown): Ties => tiesOf(one, imports);
  const all = (field: string): Ties => nodesIn(node, field).flatMap(of);
  switch (node.type) {
    case "Identifier":
      return imports.has(nameOf(node)) ? [] : [[nameOf(node), "same"]];
    case "MemberExpression":
      return tied(of(node.object), "from");
    case "ChainExpression":
      return of(node.expression);
    case "ConditionalExpression":
      return [...of(node.consequent), ...of(node.alternate)];
    case "LogicalExpression":
      return [...of(node.left), ...of(node.right)];
    case "AssignmentExpression":
      return of(node.right);
    case "SequenceExpression":
      return of(nodesIn(node, "expressions").at(-1));
    case "AwaitExpression":
    case "SpreadElement":
      return of(node.argument);
    case "Property":
      return of(node.value);
    case "ArrayExpression":
      return tied(all("elements"), "copy");
    case "ObjectExpression":
      return tied(all("properties"), "copy");
    case "CallExpression":
    case "NewExpression": {
      const callee = node.callee as SyntaxNode;
      const root = rootOf(callee);
      if (root !== undefined && containers.has(root)) return tied(all("arguments"), "copy");
      if (root !== undefined && (imports.has(root) || pure.has(root))) return [];
      if (callee.type !== "MemberExpression") return tied(all("arguments"), "from");
      const method = memberOf(callee) ?? "";
      const object = of(callee.object);
      if (sameAgain.has(method)) return object;
      return tied([...object, ...all("arguments")], copying.has(method) ? "copy" : "from");
    }
    default:
      return [];
  }
}

/** The names that change when others do, these among them. */
export function spread(
  changed: ReadonlyMap<string, boolean>,
  ties: ReadonlyMap<string, Ties>,
): Map<string, boolean> {
  const all = new Map<string, boolean>();
  const left = [...changed];
  for (let one = left.pop(); one; one = left.pop()) {
    const [name, isDeep] = one;
    const known = all.get(name);
    if (known === true || known === isDeep) continue;
    all.set(name, isDeep);
    for (const [other, tie] of ties.get(name) ?? []) {
      if (tie !== "copy" || isDeep) left.push([other, isDeep || tie === "from"]);
    }
  }
  return all;
}
