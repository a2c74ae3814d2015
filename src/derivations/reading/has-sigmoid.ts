import { type ApplyNode, type TexNode, visitTex } from "./tex-node";

const isOwn = (node: TexNode): node is ApplyNode =>
  node.kind === "apply" && node.fn.base === "σ" && !node.fn.sub && !node.fn.mark;

const holds = (node: TexNode, isWanted: (part: TexNode) => boolean): boolean => {
  let found = false;
  visitTex(node, (part) => {
    found ||= isWanted(part);
  });
  return found;
};

/**
 * True where σ(…) in a block is the sigmoid: not where σ also stands alone, beside μ(…) or in N(…), as a deviation; not
 * in a divergence, as a softmax; and not where the block itself says that σ(x) is something else.
 */
export function hasSigmoid(statements: readonly (readonly TexNode[])[]): boolean {
  const sides = statements.flat();
  if (!sides.some((side) => holds(side, isOwn))) return false;
  let others = 0;
  for (const side of sides)
    visitTex(side, (node) => {
      if (node.kind === "name" && node.base === "σ") others++;
      if (isOwn(node)) others--;
      const isDeviation = isOwn(node) && node.values.some(isSet);
      const isBeside = node.kind === "apply" && node.fn.base === "μ";
      const isWithin =
        ((node.kind === "apply" && node.fn.base === "N") || node.kind === "pair") &&
        holds(node, isOwn);
      if (isDeviation || isBeside || isWithin) others++;
    });
  return others === 0 && !statements.some(isDefinedOtherwise);
}

/** σ(X), σ(A): of a random variable or of sets. */
const isSet = (value: TexNode): boolean => value.kind === "name" && /^[A-Z]$/.test(value.base);

/** σ(x) = max(0, x), σ(z) = e^{z_i} / ∑_j e^{z_j}. */
function isDefinedOtherwise([left, right]: readonly TexNode[]): boolean {
  if (!left || !right || !isOwn(left) || left.fn.primes > 0) return false;
  if (left.values.length !== 1 || left.values[0].kind !== "name" || holds(right, isOwn))
    return false;
  const hasExponential = holds(
    right,
    (part) => part.kind === "function" && /^(exp|tanh)$/.test(part.name),
  );
  return !hasExponential || holds(right, (part) => part.kind === "big");
}
