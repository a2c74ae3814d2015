import type { Distribution } from "../../distributions/distribution";

/** A point with positive mass of p around it that q's support leaves out; undefined where there is none. */
export function outsideSupport(p: Distribution, q: Distribution): number | undefined {
  const [low, high] = p.support;
  const [qLow, qHigh] = q.support;
  const left = Math.min(high, qLow);
  if (low < left) return inside(p, low, left);
  const right = Math.max(low, qHigh);
  if (right < high) return inside(p, right, high);
  // One point, or two supports that touch.
  return low === high && (low < qLow || low > qHigh) ? low : undefined;
}

/** A point between two ends, either of which may be infinite; for integers, one of them. */
function inside(p: Distribution, low: number, high: number): number {
  const middle = p.quantile((p.cdf(low) + p.cdf(high)) / 2);
  if (middle >= low && middle < high) return middle;
  if (p.kind === "discrete") return Number.isFinite(low) ? low : high - 1;
  if (Number.isFinite(low) && Number.isFinite(high)) return low + (high - low) / 2;
  return Number.isFinite(low) ? low + 1 : high - 1;
}
