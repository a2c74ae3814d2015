import { binet, binetSlope, stirlingFrom, stirlingTerms } from "./binet";
import { log1pmx } from "./log1pmx";

// Negentropy ½ ln(2πe·variance) − H ≥ 0: how far an entropy lies below that of the normal distribution with the same
// variance. With ln Γ by Binet's function the great terms cancel on paper, so that also 1/(3a) for Gamma(a) with a
// huge is right. It gives the entropy, and D(p ‖ normal) = D(matched normal ‖ normal) + negentropy of p.

/** Of Gamma(a); about 1/(3a) for large a. */
export function gammaNegentropy(a: number): number {
  return 1 / (2 * a) - binet(a) + (a - 1) * binetSlope(a);
}

/** Of the inverse gamma distribution of shape a > 2. */
export function inverseGammaNegentropy(a: number): number {
  // Near 2, where the variance has a pole, a − 2 is exact and 1 − 2/a is not.
  const pole = a < 4 ? Math.log((a - 2) / a) : Math.log1p(-2 / a);
  return -Math.log1p(-1 / a) - pole / 2 - 1 / (2 * a) - binet(a) + (a + 1) * binetSlope(a);
}

/** Of Beta(a, b); about (a − b)²/(3ab(a + b)) where both are large, and less by an order where they are equal. */
export function betaNegentropy(a: number, b: number): number {
  const s = a + b;
  if (a >= stirlingFrom && b >= stirlingFrom) return largeBetaNegentropy(a, b, s);
  return (
    1 / (2 * a) +
    1 / (2 * b) -
    1 / s -
    Math.log1p(1 / s) / 2 -
    (binet(a) + binet(b) - binet(s)) +
    ((a - 1) * binetSlope(a) + (b - 1) * binetSlope(b) - (s - 2) * binetSlope(s))
  );
}

/**
 * By Stirling's series, in which the terms of order 1/a and 1/a² are put together on paper. Those of order 1/a² have
 * one sign; for a = b they leave 3/(16a²), which the sum of logarithms would lose.
 */
function largeBetaNegentropy(a: number, b: number, s: number): number {
  const d = a - b;
  const first = ((d / a) * (d / b)) / (3 * s);
  const second = (1 / a / a + 1 / b / b + 1 / s / s) / 12;
  let rest = 0;
  for (const [coefficient, n] of stirlingTerms.slice(1)) {
    const powers = a ** -n + b ** -n - s ** -n;
    const next = a ** -(n + 1) + b ** -(n + 1) - 2 * s ** -(n + 1);
    rest += coefficient * (n * next - (n + 1) * powers);
  }
  const t = 1 / s;
  return first + second + rest - (log1pmx(t) + (t * t) / 2) / 2;
}

/** H − ½ ln(2πe) of Student's t with ν degrees of freedom and scale 1. */
export function studentTExcessEntropy(nu: number): number {
  const x = nu / 2;
  const slopes = binetSlope(x + 0.5) - binetSlope(x);
  return Math.log1p(1 / nu) / 2 + 1 / (2 * nu) + (x + 0.5) * slopes - (binet(x + 0.5) - binet(x));
}
