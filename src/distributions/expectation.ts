import { CompensatedSum } from "../math/compensated-sum";
import { integrateDensity } from "../math/integrate-density";
import type { Distribution } from "./distribution";

/** E[f(X)] by adaptive quadrature for a density, by summing for integers. */
export function expectation(d: Distribution, f: (x: number) => number): number {
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
  return integrateDensity(integrand, low, high, [...d.kinks, ...(d.landmarks ?? [])]).value;
}

/** Σ term(k) over the support of d, outwards from the bulk until ten terms running are lost in rounding. */
export function sumOver(d: Distribution, term: (k: number) => number): number {
  const [low, high] = d.support;
  const [first, last] = [d.quantile(1e-15), Math.min(high, d.quantile(1 - 1e-15))];
  const sum = new CompensatedSum();
  for (let k = first; k <= last; k++) sum.add(term(k));
  const walk = (start: number, step: number, end: number): void => {
    let lost = 0;
    for (let k = start; step * k <= step * end && lost < 10; k += step) {
      const value = term(k);
      sum.add(value);
      lost = Math.abs(value) <= 1e-19 * Math.abs(sum.high) ? lost + 1 : 0;
    }
  };
  walk(last + 1, 1, high);
  walk(first - 1, -1, low);
  return sum.total;
}
