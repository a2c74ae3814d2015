import { logGamma } from "../../../math/log-gamma";
import type { GeneralizedGamma } from "../generalized-gamma-kl";
import { panaretosScale } from "./transport-form";

/** W₁ or W₂ of two generalized gammas of one shape and power, and W₁ of two gammas of which one is above the other. */
export function generalizedGammaDistance(
  p: GeneralizedGamma,
  q: GeneralizedGamma,
  order: 1 | 2,
): number | undefined {
  const above = order === 1 ? ordered(p, q) : undefined;
  if (above !== undefined) return above;
  if (p.shape !== q.shape || p.power !== q.power) return undefined;
  return Math.abs(scaleDifference(p, q)) * rise(p.shape, order / p.power) ** (1 / order);
}

export const generalizedGammaTransport = {
  formula:
    "for equal shapes k and powers m: W₂² = (ap − aq)² Γ(k + 2/m)/Γ(k), W₁ = |ap − aq| Γ(k + 1/m)/Γ(k); m = 1 and one above the other: W₁ = |E X − E Y|",
  tex: String.raw`W_2^2=(a_p-a_q)^2\,\frac{\Gamma(k+2/m)}{\Gamma(k)},\quad W_1=|a_p-a_q|\,\frac{\Gamma(k+1/m)}{\Gamma(k)}\quad(k_p=k_q=k,\ m_p=m_q=m)`,
  source: panaretosScale,
};

/** The scale of p less that of q. */
function scaleDifference(p: GeneralizedGamma, q: GeneralizedGamma): number {
  if (p.denominator === q.denominator) return (p.numerator - q.numerator) / p.denominator;
  if (p.numerator === q.numerator) {
    return (p.numerator / p.denominator) * ((q.denominator - p.denominator) / q.denominator);
  }
  return p.numerator / p.denominator - q.numerator / q.denominator;
}

/** Γ(k + x)/Γ(k), by the recurrence where x is 1 or 2. */
function rise(k: number, x: number): number {
  if (x === 1) return k;
  return x === 2 ? k * (k + 1) : Math.exp(logGamma(k + x) - logGamma(k));
}

/** W₁ of two gammas of which one is above the other at every level: the difference of the means. */
function ordered(p: GeneralizedGamma, q: GeneralizedGamma): number | undefined {
  if (p.power !== 1 || q.power !== 1) return undefined;
  const [shape, scale] = [p.shape - q.shape, scaleDifference(p, q)];
  if (shape * scale < 0) return undefined;
  return Math.abs(shape * (p.numerator / p.denominator) + q.shape * scale);
}
