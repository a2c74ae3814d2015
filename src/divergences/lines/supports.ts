import type { Distribution } from "../../distributions/distribution";

/** Whether p has mass where q has none, and the reverse, judged by the ends of their supports. */
export function supportsOf(
  p: Distribution,
  q: Distribution,
): { readonly pOutside: boolean; readonly qOutside: boolean } {
  const outside = (a: Distribution, b: Distribution): boolean =>
    a.support[0] < b.support[0] || a.support[1] > b.support[1];
  return { pOutside: outside(p, q), qOutside: outside(q, p) };
}
