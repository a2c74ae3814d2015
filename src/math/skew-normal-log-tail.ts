import { gaussKronrod } from "./integrals/gauss-kronrod";
import { normalCdf } from "./normal-quantile";

/**
 * ln P(Z ≤ −h) of the standard skew-normal distribution of shape α ≥ 0, for h ≥ 0: the tail that falls off faster than
 * the normal one, as Φ(−h) − 2T(h, α) without the subtraction.
 *
 * It is ln ∫_α^∞ e^(−h²(1 + t²)/2)/(1 + t²) dt/π, by the trapezoid rule in x, t = α + w e^(π/2 sinh x), w the width of
 * the integrand; to about 1e-15 relative to the probability, and in the logarithm far beyond where that underflows.
 *
 * Source: A. Azzalini, A class of distributions which includes the normal ones (1985); D. B. Owen, Tables for computing
 * bivariate normal probabilities (1956); H. Takahasi and M. Mori, Double exponential formulas (1974).
 */
export function skewNormalLogTail(h: number, alpha: number): number {
  if (h * h * (1 + alpha) * (1 + alpha) === Number.POSITIVE_INFINITY) {
    return Number.NEGATIVE_INFINITY;
  }
  if (h * (1 + alpha) < 0.3) return Math.log(nearTail(h, alpha));
  const rate = h * h * alpha;
  const width = Math.min(1 + alpha, 1 / rate, 1 / h);
  let sum = 0;
  for (const [growth, weight] of nodes) {
    const s = width * growth;
    const exponent = s * (rate + (h * h * s) / 2);
    if (exponent > 745) break;
    const t = alpha + s;
    sum += (Math.exp(-exponent) / (1 + t * t)) * weight;
  }
  const scale = Math.log(width) + Math.log(sum / 48);
  return scale - (h * h * (1 + alpha * alpha)) / 2;
}

/** e^(π/2 sinh x), and that times cosh x, at the points of the rule. */
const nodes: readonly (readonly [growth: number, weight: number])[] = Array.from(
  { length: 203 },
  (_, i) => {
    const x = (i - 101) / 24;
    const growth = Math.exp((Math.PI / 2) * Math.sinh(x));
    return [growth, growth * Math.cosh(x)] as const;
  },
);

/** P(Z ≤ 0) less the mass between −h and 0, for an h that is small beside the spread of the lower tail. */
function nearTail(h: number, alpha: number): number {
  const density = (t: number): number => Math.exp((-t * t) / 2) * normalCdf(-alpha * t);
  const between = gaussKronrod(density, 0, h).value * Math.sqrt(2 / Math.PI);
  return Math.atan2(1, alpha) / Math.PI - between;
}
