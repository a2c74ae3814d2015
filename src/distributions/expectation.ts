import type { IntegrateOptions } from "../math/integrals/integrate";
import { integrateDensity } from "../math/integrals/integrate-density";
import { sumIntegers } from "../math/integrals/sum-integers";
import { valueError } from "../words/errors";
import type { Distribution } from "./distribution";
import { expectationAtPole } from "./expectation-at-pole";
import { integerMarks, isSmooth } from "./integer-marks";
import { innerPoles, knowsBelow, logProbBelow } from "./log-prob-below";

/** What an expectation is of: x, how far it is below an upper end where doubles x cannot tell, and ln p(x). */
export type Observable = (x: number, below: number | undefined, log: number) => number;

/**
 * E[f(X)] by adaptive quadrature for a density, with options of `integrate`; by summing for integers. Poles of the
 * density, also inside of its support, are integrated over ln of the distance from them.
 *
 * @param f is given besides x how far below a pole it is, where no double x comes near
 */
export function expectation(
  d: Distribution,
  f: Observable,
  options: IntegrateOptions = {},
): number {
  if (d.kind === "discrete") {
    return sumOver(d, (k) => {
      const mass = d.prob(k);
      return mass === 0 ? 0 : mass * f(k, undefined, d.logProb(k));
    });
  }
  const [low, high] = d.support;
  const cuts = [low, ...innerPoles(d), high];
  return cuts.slice(1).reduce((sum, end, i) => sum + between(d, f, [cuts[i], end], options), 0);
}

/** Between two ends with no pole in between. */
function between(
  d: Distribution,
  f: Observable,
  [low, high]: readonly [number, number],
  options: IntegrateOptions,
): number {
  const integrand = (x: number, logJacobian: number): number => {
    const log = d.logProb(x);
    // A node that rounds onto a pole.
    if (log === Number.POSITIVE_INFINITY) return 0;
    const weight = Math.exp(log + logJacobian);
    return weight === 0 ? 0 : weight * f(x, undefined, log);
  };
  const points = [...d.kinks, ...(d.landmarks ?? [])].filter((x) => x > low && x < high);
  const fromBelow = low === 0 && isPole(d, low);
  const fromAbove = knowsBelow(d, high) || (high === 0 && isPole(d, high));
  if (!fromBelow && !fromAbove)
    return integrateDensity(integrand, low, high, points, options).value;
  const middle = middleOf(low, high);
  // Over a way so short that doubles x are sparse in it, all of it from the end.
  const isShort = fromAbove && high - low < Math.abs(high) / 16;
  const cut = isShort ? low : fromAbove ? middle : high;
  let sum = 0;
  if (fromBelow) {
    const length = cut < high ? cut : middle;
    const log = (y: number): number => d.logProb(y);
    const ofDistance = (y: number, logP: number): number => f(y, undefined, logP);
    sum += expectationAtPole({ log, f: ofDistance, length, points });
    if (cut === high) sum += integrateDensity(integrand, length, high, points, options).value;
  } else if (cut > low) sum += integrateDensity(integrand, low, cut, points, options).value;
  if (!fromAbove) return sum;
  const ofDistance = (y: number, logP: number): number => f(high - y, y, logP);
  const ys = points.map((x) => high - x);
  const log = logProbBelow(d, high);
  return sum + expectationAtPole({ log, f: ofDistance, length: high - cut, points: ys });
}

function isPole(d: Distribution, x: number): boolean {
  return d.logProb(x) === Number.POSITIVE_INFINITY;
}

function middleOf(low: number, high: number): number {
  if (!Number.isFinite(low)) return high - 1;
  return Number.isFinite(high) ? low + (high - low) / 2 : low + 1;
}

/** −ln of the density, for `expectation`: the entropy. */
export const surprisal: Observable = (_x, _below, log) => -log;

/**
 * Σ term(k) over the support of a distribution on the integers.
 *
 * @throws RangeError where that would take too many terms
 */
export function sumOver(d: Distribution, term: (k: number) => number): number {
  const [low, high] = d.support;
  const marks = integerMarks(d);
  // Where d has no more mass for a double, there is no more of the term.
  const logTerm = (k: number): number => {
    const size = Math.abs(term(k));
    return size > 0 ? Math.log(size) : d.logProb(k) + Math.log(1 + Math.abs(k));
  };
  const { value, converged } = sumIntegers(term, low, high, marks, {
    smooth: isSmooth(d),
    logTerm,
  });
  if (converged) return value;
  throw valueError(
    d.family,
    `${d} 散布在太多的整数上，逐个相加太多；可用样本的平均估计（sample(n, prng)），或用一个相近的连续分布`,
    `${d} spreads over too many integers to add them one by one; take the mean over samples (sample(n, prng)), or a continuous distribution near it`,
  );
}
