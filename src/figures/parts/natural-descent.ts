import type { Distribution } from "../../distributions/distribution";

/** A normal on its way to a target. */
export interface FitStep {
  readonly mean: number;
  readonly sd: number;
}

/** What one step moves: the natural gradient in (mean, ln sd), in units of sd. */
type Direction = (at: FitStep) => { readonly mean: number; readonly logSd: number };

/**
 * Natural-gradient descent on D(P‖N), whose optimum has P's mean and standard deviation.
 *
 * The Fisher information of (mean, ln sd) is diag(1/sd², 2); ∇D = ((mean − m)/sd², 1 − (v + (m − mean)²)/sd²).
 */
export const forwardDirection =
  (P: Distribution): Direction =>
  ({ mean, sd }) => {
    const away = (P.mean - mean) / sd;
    return { mean: away, logSd: (P.variance / (sd * sd) + away * away - 1) / 2 };
  };

const z = Array.from({ length: 241 }, (_, i) => -7.5 + i / 16);
const weights = z.map((zi) => Math.exp(-(zi * zi) / 2) / (16 * Math.sqrt(2 * Math.PI)));

/**
 * As `forwardDirection`, on D(N‖P): derivatives of E[ln P(mean + sd·Z)] by Stein's identity, so P needs none.
 *
 * The trapezium rule on z is exact to rounding for smooth ln P.
 */
export const reverseDirection =
  (P: Distribution): Direction =>
  ({ mean, sd }) => {
    let [first, second] = [0, 0];
    for (const [i, zi] of z.entries()) {
      const g = weights[i] * P.logProb(mean + sd * zi);
      first += g * zi;
      second += g * (zi * zi - 1);
    }
    return { mean: first, logSd: (1 + second) / 2 };
  };

/** Steps from `start` until they no longer move, or `limit` is reached; the start among them. */
export function naturalDescent(direction: Direction, start: FitStep, limit = 2000): FitStep[] {
  const path = [start];
  for (let at = start; path.length <= limit; ) {
    const move = direction(at);
    // Far from the target the quadratic picture behind a step does not hold.
    const bounded = (value: number): number => Math.max(-0.5, Math.min(0.5, value)) * 0.2;
    at = {
      mean: at.mean + bounded(move.mean) * at.sd,
      sd: at.sd * Math.exp(bounded(move.logSd)),
    };
    path.push(at);
    if (Math.abs(move.mean) + Math.abs(move.logSd) < 1e-10) break;
  }
  return path;
}
