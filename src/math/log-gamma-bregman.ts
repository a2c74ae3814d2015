import { binet, binetSlope, stirlingFrom, stirlingTerms } from "./binet";
import { logRatioBregman } from "./log-ratio-bregman";
import { relativeEntropyTerm } from "./relative-entropy-term";

/**
 * ln Γ(x) − ln Γ(y) − (x − y) ψ(y) ≥ 0 for x, y > 0: how far ln Γ at x lies above its tangent at y.
 *
 * A sum of terms ≥ 0, so the relative error stays about 1e-15 however near x and y are:
 * the recurrence takes x/y − 1 − ln(x/y) off at each step up to 10, beyond which
 * ln Γ(x) = x ln x − x − ½ ln x + μ(x) + constant.
 */
export function logGammaBregman(x: number, y: number): number {
  let sum = 0;
  let [a, b] = [x, y];
  const difference = x - y; // kept: a − b loses digits as a and b grow
  for (; a < stirlingFrom || b < stirlingFrom; a++, b++) sum += ratioPart(difference, b);
  return (
    sum +
    relativeEntropyTerm(a, b, difference) +
    ratioPart(difference, b) / 2 +
    binetBregman(a, b, difference)
  );
}

/**
 * μ(x) − μ(y) − (x − y) μ′(y) ≥ 0, the same for Binet's function, what Stirling's formula leaves out of ln Γ.
 *
 * Cancels at most a factor of about 20, where x or y is below 10.
 */
export function binetBregman(x: number, y: number, difference: number = x - y): number {
  if (x > 2 * y || y > 2 * x) return binet(x) - binet(y) - difference * binetSlope(y);
  if (x >= stirlingFrom && y >= stirlingFrom) return series(x, y, difference);
  const whole = logGammaBregman(x, y);
  return Math.max(0, whole - relativeEntropyTerm(x, y, difference) - ratioPart(difference, y) / 2);
}

/** x/y − 1 − ln(x/y) from the difference x − y. */
function ratioPart(difference: number, y: number): number {
  const t = difference / y;
  return t > -0.9 ? relativeEntropyTerm(1, 1 + t, -t) : logRatioBregman(y + difference, y);
}

/** x⁻ⁿ − y⁻ⁿ + n (x − y) y⁻ⁿ⁻¹ = y⁻ⁿ t² Σⱼ (n − j + 1) (y/x)ʲ with t = (x − y)/y, for each of Stirling's terms. */
function series(x: number, y: number, difference: number): number {
  const t = difference / y;
  const w = y / x;
  let sum = 0;
  for (const [coefficient, n] of stirlingTerms) {
    let inner = 0;
    for (let j = n; j >= 1; j--) inner = inner * w + (n - j + 1);
    // Horner from the highest power leaves one factor w.
    sum += coefficient * y ** -n * inner * w;
  }
  return t * t * sum;
}
