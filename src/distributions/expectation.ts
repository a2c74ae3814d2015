import type { IntegrateOptions } from "../math/integrals/integrate";
import { integrateDensity } from "../math/integrals/integrate-density";
import { sumIntegers } from "../math/integrals/sum-integers";
import { valueError } from "../words/errors";
import type { Distribution } from "./distribution";
import { integerMarks, isSmooth } from "./integer-marks";

/**
 * E[f(X)] by adaptive quadrature for a density, with options of `integrate`; by summing for integers.
 *
 * @param f is given besides x how far below the upper end it is, where there may be a pole that no double x comes near
 */
export function expectation(
  d: Distribution,
  f: (x: number, below?: number) => number,
  options: IntegrateOptions = {},
): number {
  if (d.kind === "discrete") {
    return sumOver(d, (k) => {
      const mass = d.prob(k);
      return mass === 0 ? 0 : mass * f(k);
    });
  }
  const [low, high] = d.support;
  const integrand = (x: number, logJacobian: number): number => {
    const log = d.logProb(x);
    // A node that rounds onto a pole inside the support.
    if (log === Number.POSITIVE_INFINITY) return 0;
    const weight = Math.exp(log + logJacobian);
    return weight === 0 ? 0 : weight * f(x);
  };
  const points = [...d.kinks, ...(d.landmarks ?? [])];
  const nearEnd = d.logProbBelowEnd?.bind(d);
  if (!nearEnd) return integrateDensity(integrand, low, high, points, options).value;
  const half = Math.min(d.quantile(0.5), low + (high - low) / 2);
  // Over a way so short that doubles x are sparse in it, all of it from the end.
  const isShort = high - low < Math.abs(high) / 16 || !(half < high);
  const middle = isShort ? low : half;
  const mirrored = (y: number, logJacobian: number): number => {
    const weight = Math.exp(nearEnd(y) + logJacobian);
    return weight === 0 ? 0 : weight * f(high - y, y);
  };
  const ys = points.map((x) => high - x);
  const lower = middle > low ? integrateDensity(integrand, low, middle, points, options).value : 0;
  return lower + integrateDensity(mirrored, 0, high - middle, ys, options).value;
}

/** −ln of the density, for `expectation`: the entropy. */
export function surprisalOf(d: Distribution): (x: number, below?: number) => number {
  return (x, below) =>
    -(below === undefined ? d.logProb(x) : (d.logProbBelowEnd?.(below) ?? d.logProb(x)));
}

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
    `${d} 散布在太多的整数上，逐个相加太多`,
    `${d} spreads over too many integers to add them one by one`,
  );
}
