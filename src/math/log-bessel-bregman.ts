import { asymptoticFrom, besselRatio } from "./bessel";
import { quotientBregman } from "./log-gamma-bregman";

/**
 * ln I₀(x) − ln I₀(y) − (x − y) I₁(y)/I₀(y) ≥ 0 for x, y ≥ 0, to about 1e-13 relative.
 *
 * For large arguments ln I₀(κ) = κ − ½ ln κ + Σ cₙ κ⁻ⁿ + constant, and each part has its own difference from the
 * tangent. Below, what cancels is at most 2·20².
 */
export function logBesselBregman(x: number, y: number, difference: number = x - y): number {
  if (x >= asymptoticFrom && y >= asymptoticFrom) {
    const t = difference / y;
    const w = y / x;
    let sum = 0;
    for (const [i, coefficient] of coefficients.entries()) {
      let inner = 0;
      for (let j = i + 1; j >= 1; j--) inner = inner * w + (i + 2 - j);
      sum += coefficient * y ** -(i + 1) * inner * w;
    }
    return quotientBregman(x, y, difference) / 2 + t * t * sum;
  }
  const { rest, logScaledI0 } = besselRatio(y);
  if (Math.abs(difference) > 0.25 * (1 + y)) {
    return besselRatio(x).logScaledI0 - logScaledI0 + difference * rest;
  }
  // difference² ∫₀¹ (1 − u) (ln I₀)″(y + u·difference) du, smooth over so short a way.
  let sum = 0;
  for (const [i, node] of nodes.entries()) {
    const u = (1 + node) / 2;
    sum += (weights[i] / 2) * (1 - u) * curvature(y + u * difference);
  }
  return difference * difference * sum;
}

/** (ln I₀)″ = 1 − A/κ − A². */
function curvature(kappa: number): number {
  if (kappa < 1e-4) return 0.5 - (3 * kappa * kappa) / 16;
  const { ratio } = besselRatio(kappa);
  return 1 - ratio / kappa - ratio * ratio;
}

/** cₙ of ln Σ sₙ κ⁻ⁿ with sₙ = sₙ₋₁ (2n − 1)²/(8n). */
const coefficients: readonly number[] = (() => {
  const s = [1];
  const c = [0];
  for (let n = 1; n <= 20; n++) {
    s.push((s[n - 1] * (2 * n - 1) ** 2) / (8 * n));
    let sum = n * s[n];
    for (let k = 1; k < n; k++) sum -= k * c[k] * s[n - k];
    c.push(sum / n);
  }
  return c.slice(1);
})();

// Gauss and Legendre's rule of 8 points.
const half = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
const halfWeights = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];
const nodes = [...half, ...half.map((x) => -x)];
const weights = [...halfWeights, ...halfWeights];
