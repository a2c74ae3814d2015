import { stirlingFrom, stirlingTerms } from "./binet";
import { quotientBregman } from "./log-gamma-bregman";
import { nearLogRatio } from "./relative-entropy-term";

/** Two points and what is added to both: the differences are known better than the sums. */
export interface Growth {
  readonly x: number;
  readonly y: number;
  /** x − y */
  readonly difference: number;
  /** What is added to x, ≥ 0. */
  readonly toX: number;
  /** What is added to y, ≥ 0. */
  readonly toY: number;
  /** toX − toY */
  readonly addedDifference: number;
  /** (x toY − y toX)/y */
  readonly cross: number;
}

/** How often x and y must be raised by 1 until Stirling's series holds for both. */
export function stepsToStirling(x: number, y: number): number {
  return Math.max(0, Math.ceil(stirlingFrom - Math.min(x, y)));
}

/**
 * B(x, y) − B(x + toX, y + toY) without the cancellation where little is added, B being how far lnΓ lies above its
 * tangent at y, less what x ln x − x gives to it after `steps` steps of the recurrence.
 *
 * Each part f(x/y) − f(x′/y′) is taken by the identity of three points, from w = (x/y)/(x′/y′) − 1,
 * which is cross/x′ and so known to all its digits.
 */
export function logGammaBregmanDrop(growth: Growth, steps: number): number {
  const { x, y } = growth;
  let sum = 0;
  for (let k = 0; k < steps; k++) sum += quotientDrop(growth, x + k, y + k, raisedCross(growth, k));
  const [lastX, lastY, cross] = [x + steps, y + steps, raisedCross(growth, steps)];
  return (
    sum + quotientDrop(growth, lastX, lastY, cross) / 2 + binetDrop(growth, lastX, lastY, cross)
  );
}

/** With k added to x and y, x toY − y toX becomes less by k (toX − toY). */
function raisedCross({ y, cross, addedDifference }: Growth, k: number): number {
  const raised = y + k;
  return cross * (y / raised) - addedDifference * (k / raised);
}

/** g(x/y) − g(x′/y′) with g(u) = u − 1 − ln u: g(1 + w) + w (v − 1), v = x′/y′. */
function quotientDrop(growth: Growth, x: number, y: number, cross: number): number {
  const { difference, toX, toY, addedDifference } = growth;
  const w = cross / (x + toX);
  const v = (x + toX) / (y + toY);
  const quotient = w > -0.5 ? 1 + w : (x / (x + toX)) * ((y + toY) / y);
  if (v < 0.5) return w * v - nearLogRatio(quotient, 1, w);
  return quotientBregman(quotient, 1, w) + w * ((difference + addedDifference) / (y + toY));
}

/** The same for Binet's function, by the terms of Stirling's series: x, y ≥ 10. */
function binetDrop(growth: Growth, x: number, y: number, cross: number): number {
  const { difference, toX, toY, addedDifference } = growth;
  const u = x / y;
  const v = (x + toX) / (y + toY);
  if (!(u < 0.5 || u > 2 || v < 0.5 || v > 2)) {
    const change = (difference + addedDifference) / (y + toY);
    return nearBinetDrop(y, toY, cross / (x + toX), change);
  }
  let sum = 0;
  for (const [coefficient, n] of stirlingTerms) {
    const slopes = difference * powerDrop(y, toY, n + 1) - addedDifference * (y + toY) ** (-n - 1);
    sum += coefficient * (powerDrop(x, toX, n) - powerDrop(y, toY, n) + n * slopes);
  }
  return sum;
}

/**
 * Where all quotients are between ½ and 2: h(x/y) − h(x′/y′) and what it changes from y to y′, h(u) = u⁻ⁿ − 1 + n (u − 1)
 * for each n of Stirling's series, by sums of powers that are all > 0.
 *
 * @param w (x/y)/(x′/y′) − 1
 * @param change x′/y′ − 1
 */
function nearBinetDrop(y: number, toY: number, w: number, change: number): number {
  const v = 1 + change;
  const [a, b, c] = [1 / (1 + w), 1 / v, y / (y + toY)];
  const step = 1 / (y * y);
  let place = 1 / y; // y⁻ⁿ
  let [aPower, aSum, aSums] = [a, a, a]; // aⁿ, Σⱼ₌₁ⁿ aʲ, Σⱼ₌₁ⁿ (n − j + 1) aʲ
  let [bPower, bSum, bSums] = [b, b, b];
  let [vPower, vSum] = [v, 1 + v]; // vⁿ, Σⱼ₌₀ⁿ vʲ
  let [cPower, cSum] = [c, 1]; // cⁿ, Σⱼ₌₀ⁿ⁻¹ cʲ
  let sum = 0;
  for (let k = 0; k < stirlingTerms.length; k++) {
    const [coefficient, n] = stirlingTerms[k];
    const ofQuotients = bPower * (w * w * aSums + n * w * change * vSum);
    const ofPlaces = (toY / (y + toY)) * cSum * (change * change * bSums);
    sum += coefficient * place * (ofQuotients + ofPlaces);
    place *= step;
    for (let one = 0; one < 2; one++) {
      aSum += aPower *= a;
      aSums += aSum;
      bSum += bPower *= b;
      bSums += bSum;
      vSum += vPower *= v;
      cSum += cPower;
      cPower *= c;
    }
  }
  return sum;
}

/** x⁻ⁿ − (x + added)⁻ⁿ */
function powerDrop(x: number, added: number, n: number): number {
  return -(x ** -n) * Math.expm1(-n * Math.log1p(added / x));
}
