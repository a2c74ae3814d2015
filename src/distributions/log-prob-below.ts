import { logSumExp } from "../math/log-sum-exp";
import type { Distribution } from "./distribution";

interface Parts {
  readonly weights?: readonly number[];
  readonly components?: readonly Distribution[];
}

/** Whether d has a pole below a point whose distances are too small for doubles x, and knows itself there. */
export function knowsBelow(d: Distribution, end: number): boolean {
  if (d.logProbBelowEnd && d.support[1] === end) return true;
  const { weights, components } = d as Parts;
  return weights !== undefined && (components?.some((part) => knowsBelow(part, end)) ?? false);
}

/** ln of the density at a distance below `end`; nearer than doubles tell, at the last double before it. */
export function logProbBelow(d: Distribution, end: number): (y: number) => number {
  const whole = d.logProbBelowEnd?.bind(d);
  if (whole && d.support[1] === end) return whole;
  const { weights, components } = d as Parts;
  if (weights && components && knowsBelow(d, end)) {
    const parts = components.map((part) => logProbBelow(part, end));
    const logWeights = weights.map(Math.log);
    return (y) => logSumExp(parts.map((log, i) => logWeights[i] + log(y)));
  }
  const last = end === 0 ? -Number.MIN_VALUE : end - Math.abs(end) * Number.EPSILON;
  return (y) => d.logProb(Math.min(end - y, last));
}

/** Points inside of the support at which the density is infinite. */
export function innerPoles(d: Distribution): readonly number[] {
  return d.kinks.filter((x) => d.logProb(x) === Number.POSITIVE_INFINITY);
}
