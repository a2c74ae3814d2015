import { type ApplyNode, type NameNode, type TexNode, visitTex } from "../tex-node";
import { isSign } from "../tex-token";
import { splitOutside, tokenText } from "../token-scan";
import { isBregman } from "./is-bregman";
import { keyOf, subscriptOf } from "./key-of";

export function comparedIn(
  nodes: readonly TexNode[],
  generators: ReadonlySet<string>,
): readonly [TexNode, TexNode] | undefined {
  const found = new Map<string, readonly [TexNode, TexNode]>();
  let isPlain = true;
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind !== "pair" || isBregman(node.fn, generators)) return;
      const { left, right } = node;
      if (left.kind === "name" && right.kind === "name")
        found.set([keyOf(left), keyOf(right)].sort().join(), [left, right]);
      else isPlain = false;
    });
  const [only] = found.values();
  return isPlain && found.size === 1 ? only : undefined;
}

/** The one conditional that each name is applied as, of names that are applied in no other way. */
export function conditionalsIn(
  nodes: readonly TexNode[],
): (name: NameNode) => ApplyNode | undefined {
  const found = new Map<string, ApplyNode | undefined>();
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind !== "apply") return;
      const [value] = node.values;
      const isConditional =
        node.values.length === 1 && /^(name|blank)$/.test(value.kind) && node.given.length > 0;
      const key = keyOf(node.fn);
      if (!isConditional) found.set(key, undefined);
      else if (!found.has(key)) found.set(key, node);
    });
  return (name) => found.get(keyOf(name));
}

const variableOf = (node: TexNode): string | undefined =>
  node.kind === "name" && /^[a-zX-Z]$/.test(node.base) ? node.base.toLowerCase() : undefined;

export function jointsIn(nodes: readonly TexNode[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind === "expectation") {
        // (x, y) ~ p
        const [drawn, law] = splitOutside(node.sub ?? [], (token) => isSign(token, "~"));
        const isPair = /^\([a-z](,[a-z])+\)$/i.test(tokenText(drawn).replace(/\s/g, ""));
        if (law && isPair && /^[pPqQ]$/.test(tokenText(law))) found.add(`${tokenText(law)}_`);
      }
      if (node.kind !== "apply" || !/^[pPqQ]$/.test(node.fn.base)) return;
      const variables = new Set(
        [...node.values, ...node.given].flatMap((v) => variableOf(v) ?? []),
      );
      if (variables.size > 1) found.add(keyOf(node.fn));
    });
  return found;
}

/** p(x, z) and q(x, z): z is a variable of two joints, and no latent one beside a prior p(z). */
export function areBothJoint(nodes: readonly TexNode[]): boolean {
  const found = new Set<string>();
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind !== "apply" || node.given.length > 0 || node.fn.sub) return;
      const variables = new Set(node.values.flatMap((v) => variableOf(v) ?? []));
      if (/^[pPqQ]$/.test(node.fn.base) && variables.size > 1)
        found.add(node.fn.base.toLowerCase());
    });
  return found.size > 1;
}

export function posteriorGivenIn(nodes: readonly TexNode[]): string | undefined {
  const given = new Set<string>();
  let hasPrior = false;
  let isApproximated = false;
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind !== "apply") return;
      const [value] = node.values;
      const isLatent = value?.kind === "name" && /^[zZ]$/.test(value.base);
      if (!isLatent || node.values.length !== 1) return;
      if (/^[qQ]$/.test(node.fn.base)) isApproximated ||= node.given.length === 0;
      else if (node.given.length === 0) hasPrior = true;
      else if (node.given.length === 1) given.add(variableOf(node.given[0]) ?? "");
    });
  const [only] = given;
  return isApproximated && !hasPrior && given.size === 1 && only !== "" ? only : undefined;
}

/** x of ∑_x and of D(p(x, y) ‖ q(x, y)). */
export function boundIn(nodes: readonly TexNode[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind === "big") {
        if (node.variable) found.add(node.variable.toLowerCase());
        for (const token of node.sub ?? [])
          if (token.kind === "letter") found.add(token.text.toLowerCase());
      } else if (node.kind === "pair" && node.left.kind === "apply" && node.left.values.length > 1)
        for (const value of node.left.values) found.add(variableOf(value) ?? "");
    });
  return found;
}

export function hasHellingerIn(nodes: readonly TexNode[]): boolean {
  let hasSquare = false;
  let hasEntropy = false;
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind !== "apply" || node.fn.base !== "H") return;
      hasSquare ||= node.values.length === 2 && tokenText(node.fn.sup ?? []) === "2";
      hasEntropy ||= node.values.length === 1;
    });
  return hasSquare && !hasEntropy;
}

export function namesPairs(root: TexNode): boolean {
  let found = false;
  visitTex(root, (node) => {
    if (node.kind !== "name" || !/^[pPqQ]$/.test(node.base)) return;
    found ||= /^[X-Z]([,|]?[X-Z])+$/.test(subscriptOf(node).replace(/[()\s_{}]/g, ""));
  });
  return found;
}
