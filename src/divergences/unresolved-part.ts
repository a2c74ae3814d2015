import type { Distribution } from "../distributions/distribution";

/**
 * A part of d so narrow that no double lies inside it: its quantiles at 1/5 and 4/5 are the same number or
 * neighbours. A quadrature would step over it and never know.
 *
 * @returns d itself, or a component of a mixture; undefined where every part can be seen
 */
export function unresolvedPart(d: Distribution): Distribution | undefined {
  const { components } = d as { readonly components?: readonly Distribution[] };
  for (const part of components ?? [d]) {
    const [low, high] = [part.quantile(0.2), part.quantile(0.8)];
    // At an end of the support the integral is taken in logarithms, where doubles are dense enough.
    const atEnd = low === part.support[0] || high === part.support[1];
    if (!atEnd && high - low <= 4 * Number.EPSILON * Math.abs(low)) return part;
  }
  return undefined;
}
