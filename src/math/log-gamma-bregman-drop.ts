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
  let sum = 0;
  for (let k = 0; k < steps; k++) sum += quotientDrop(raised(growth, k));
  const last = raised(growth, steps);
  return sum + quotientDrop(last) / 2 + binetDrop(last);
}

/** With k added to x and y: x toY − y toX becomes less by k (toX − toY). */
function raised(growth: Growth, k: number): Growth {
  const [x, y] = [growth.x + k, growth.y + k];
  const cross = growth.cross * (growth.y / y) - growth.addedDifference * (k / y);
  return { ...growth, x, y, cross };
}

/** g(x/y) − g(x′/y′) with g(u) = u − 1 − ln u: g(1 + w) + w (v − 1), v = x′/y′. */
function quotientDrop(growth: Growth): number {
  const { x, y, difference, toX, toY, addedDifference, cross } = growth;
  const w = cross / (x + toX);
  const v = (x + toX) / (y + toY);
  const quotient = w > -0.5 ? 1 + w : (x / (x + toX)) * ((y + toY) / y);
  if (v < 0.5) return w * v - nearLogRatio(quotient, 1, w);
  return quotientBregman(quotient, 1, w) + w * ((difference + addedDifference) / (y + toY));
}

/** The same for Binet's function, by the terms of Stirling's series: x, y ≥ 10. */
function binetDrop(growth: Growth): number {
  const { x, y, difference, toX, toY, addedDifference, cross } = growth;
  const u = x / y;
  const v = (x + toX) / (y + toY);
  let sum = 0;
  if (u < 0.5 || u > 2 || v < 0.5 || v > 2) {
    for (const [coefficient, n] of stirlingTerms) {
      const slopes =
        difference * powerDrop(y, toY, n + 1) - addedDifference * (y + toY) ** (-n - 1);
      sum += coefficient * (powerDrop(x, toX, n) - powerDrop(y, toY, n) + n * slopes);
    }
    return sum;
  }
  const w = cross / (x + toX);
  const change = (difference + addedDifference) / (y + toY);
  for (const [coefficient, n] of stirlingTerms) {
    const power = v ** -n;
    let powers = 0;
    for (let j = 0; j <= n; j++) powers = powers * v + 1;
    const ofQuotients = power * (powerBregman(w, n) + n * w * change * powers);
    const ofPlaces = powerDrop(y, toY, n) * powerBregman(change, n);
    sum += coefficient * (y ** -n * ofQuotients + ofPlaces);
  }
  return sum;
}

/** x⁻ⁿ − (x + added)⁻ⁿ */
function powerDrop(x: number, added: number, n: number): number {
  return -(x ** -n) * Math.expm1(-n * Math.log1p(added / x));
}

/** (1 + w)⁻ⁿ − 1 + n w = w² Σⱼ (n − j + 1) (1 + w)⁻ʲ */
function powerBregman(w: number, n: number): number {
  const inverse = 1 / (1 + w);
  let inner = 0;
  for (let j = n; j >= 1; j--) inner = inner * inverse + (n - j + 1);
  return w * w * inner * inverse;
}
