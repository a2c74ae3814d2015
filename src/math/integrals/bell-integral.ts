import { CompensatedSum } from "../compensated-sum";

/** A bell by the logarithm of its height, where it peaks, and about how wide it is. */
export interface Bell {
  readonly log: (x: number) => number;
  readonly peak: number;
  readonly width: number;
  /** Beyond these it is not defined. */
  readonly ends: readonly [low: number, high: number];
}

/** The least steps to a width: the rule errs by e^(−2π² 8²) of a normal bell. */
const steps = 8;
/** e^−60 of the peak is nothing. */
const fall = 60;
const mostSteps = 4000;

/**
 * ∫ term of a bell that falls to nothing on both sides inside its ends, by the trapezoidal rule, which is exact for such
 * to rounding; of a bell many integers wide it is the sum over the integers too. Undefined where it does not fall so.
 *
 * Source: L. N. Trefethen and J. A. C. Weideman, The exponentially convergent trapezoidal rule (2014).
 */
export function bellIntegral(bell: Bell, term: (x: number) => number): number | undefined {
  const { log, peak, width, ends } = bell;
  // A power of 2, so that the places are exact however far from 0 they are.
  const step = 2 ** Math.floor(Math.log2(width / steps));
  const middle = Math.round(peak / step) * step;
  const least = log(middle) - fall;
  const sum = new CompensatedSum();
  sum.add(term(middle));
  for (const side of [-1, 1]) {
    for (let j = 1; ; j++) {
      const x = middle + side * j * step;
      if (!(x > ends[0] && x < ends[1]) || j > mostSteps) return undefined;
      sum.add(term(x));
      if (log(x) < least) break;
    }
  }
  return sum.total * step;
}
