import { binet, binetSlope, stirlingFrom, stirlingTerms } from "./binet";
import { logRatio, relativeEntropyTerm } from "./relative-entropy-term";

/**
 * ln Γ(x) − ln Γ(y) − (x − y) ψ(y) ≥ 0 for x, y > 0: how far ln Γ at x lies above its tangent at y.
 *
 * A sum of terms ≥ 0, so the relative error stays about 1e-15 however near x and y are:
 * the recurrence takes x/y − 1 − ln(x/y) off at each step up to 10, beyond which
 * ln Γ(x) = x ln x − x − ½ ln x + μ(x) + constant.
 *
 * @param difference x − y, where the caller knows it better than rounding leaves it
 */
export function logGammaBregman(x: number, y: number, difference: number = x - y): number {
  let sum = 0;
  let [a, b] = [x, y];
  for (; a < stirlingFrom || b < stirlingFrom; a++, b++) sum += quotientBregman(a, b, difference);
  return (
    sum +
    relativeEntropyTerm(a, b, difference) +
    quotientBregman(a, b, difference) / 2 +
    binetBregman(a, b, difference)
  );
}

/**
 * μ(x) − μ(y) − (x − y) μ′(y) ≥ 0, the same for Binet's function, what Stirling's formula leaves out of ln Γ.
 *
 * Where x or y is below 10 it cancels a factor of about 3y², 300 at most: a small part of what it is added to there.
 */
export function binetBregman(x: number, y: number, difference: number = x - y): number {
  if (x > 2 * y || y > 2 * x) return binet(x) - binet(y) - difference * binetSlope(y);
  if (x >= stirlingFrom && y >= stirlingFrom) return series(x, y, difference);
  const whole = logGammaBregman(x, y, difference);
  return Math.max(
    0,
    whole - relativeEntropyTerm(x, y, difference) - quotientBregman(x, y, difference) / 2,
  );
}

/** x/y − 1 − ln(x/y) ≥ 0, given also the difference x − y. */
export function quotientBregman(x: number, y: number, difference: number = x - y): number {
  const t = difference / y;
  if (t === Number.POSITIVE_INFINITY) return t;
  return t > -0.5 ? relativeEntropyTerm(1, 1 + t, -t) : t - logRatio(x, y);
}

/** x⁻ⁿ − y⁻ⁿ + n (x − y) y⁻ⁿ⁻¹ = y⁻ⁿ t² Σⱼ (n − j + 1) (y/x)ʲ with t = (x − y)/y, for each of Stirling's terms. */
function series(x: number, y: number, difference: number): number {
  const t = difference / y;
  const w = y / x;
  const step = 1 / (y * y);
  let place = 1 / y; // y⁻ⁿ
  let [power, powers, sums] = [w, w, w]; // wⁿ, Σⱼ₌₁ⁿ wʲ, Σⱼ₌₁ⁿ (n − j + 1) wʲ
  let sum = 0;
  for (let k = 0; k < stirlingTerms.length; k++) {
    sum += stirlingTerms[k][0] * place * sums;
    place *= step;
    for (let one = 0; one < 2; one++) {
      powers += power *= w;
      sums += powers;
    }
  }
  return t * t * sum;
}
