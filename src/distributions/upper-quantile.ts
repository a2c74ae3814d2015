import { type InvertibleCdf, invertCdf } from "../math/invert-cdf";
import type { Distribution } from "./distribution";
import { Family } from "./family";

/**
 * The x with P(X > x) = v, which quantile(1 − v) cannot tell where v is small.
 *
 * @param v in (0, ½]
 */
export function upperQuantile(d: Distribution, v: number): number {
  const { survival } = d;
  // 1 − v is known well; or the tail is not.
  const plain = v > 0.1 || !survival || survival === Family.prototype.survival;
  if (plain || d.kind === "discrete") return d.quantile(1 - Math.max(v, 2 ** -53));
  const above = (x: number): number => survival.call(d, x);
  const start = d.quantile(1 - Math.max(v, 2 ** -52));
  if (above(start) === v) return start;
  const reflected: InvertibleCdf = {
    support: [-d.support[1], -d.support[0]],
    cdf: (x) => above(-x),
    survival: (x) => d.cdf(-x),
    prob: (x) => d.prob(-x),
  };
  const width = start - d.quantile(0.75);
  return -invertCdf(reflected, v, -start, width > 0 ? width : Math.abs(start) || 1);
}
