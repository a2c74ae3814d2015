import type { IntegrateOptions } from "../math/integrals/integrate";
import { integrateDensity } from "../math/integrals/integrate-density";
import { sumIntegers } from "../math/integrals/sum-integers";
import { valueError } from "../words/errors";
import type { Distribution } from "./distribution";
import { integerMarks, isSmooth } from "./integer-marks";

/** E[f(X)] by adaptive quadrature for a density, with options of `integrate`; by summing for integers. */
export function expectation(
  d: Distribution,
  f: (x: number) => number,
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
    const weight = Math.exp(d.logProb(x) + logJacobian);
    return weight === 0 ? 0 : weight * f(x);
  };
  const points = [...d.kinks, ...(d.landmarks ?? [])];
  return integrateDensity(integrand, low, high, points, options).value;
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
