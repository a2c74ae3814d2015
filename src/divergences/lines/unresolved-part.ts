import type { Distribution } from "../../distributions/distribution";
import { valueError } from "../../words/errors";

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

/** Throws where an integral over p and q would miss a part of one of them. */
export function refuseUnresolved(caller: string, p: Distribution, q: Distribution): void {
  const narrow = p.kind === "continuous" && (unresolvedPart(p) ?? unresolvedPart(q));
  if (!narrow) return;
  throw valueError(
    caller,
    `${narrow} 太窄，附近的双精度数分辨不出，积分看不见它；请先平移到 0 附近再算`,
    `${narrow} is narrower than doubles near it can tell, so an integral would miss it; shift it to 0 first`,
  );
}
