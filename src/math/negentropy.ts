import { binet, binetSlope } from "./binet";

// Negentropy ½ ln(2πe·variance) − H ≥ 0: how far an entropy lies below that of the normal distribution with the same
// variance. With ln Γ by Binet's function the great terms cancel on paper, so that also 1/(3a) for Gamma(a) with a
// huge is right. It gives the entropy, and D(p ‖ normal) = D(matched normal ‖ normal) + negentropy of p.

/** Of Gamma(a); about 1/(3a) for large a. */
export function gammaNegentropy(a: number): number {
  return 1 / (2 * a) - binet(a) + (a - 1) * binetSlope(a);
}

/** Of the inverse gamma distribution of shape a > 2. */
export function inverseGammaNegentropy(a: number): number {
  return (
    -Math.log1p(-1 / a) - Math.log1p(-2 / a) / 2 - 1 / (2 * a) - binet(a) + (a + 1) * binetSlope(a)
  );
}

/** Of Beta(a, b). */
export function betaNegentropy(a: number, b: number): number {
  const s = a + b;
  return (
    1 / (2 * a) +
    1 / (2 * b) -
    1 / s -
    Math.log1p(1 / s) / 2 -
    (binet(a) + binet(b) - binet(s)) +
    ((a - 1) * binetSlope(a) + (b - 1) * binetSlope(b) - (s - 2) * binetSlope(s))
  );
}

/** H − ½ ln(2πe) of Student's t with ν degrees of freedom and scale 1. */
export function studentTExcessEntropy(nu: number): number {
  const x = nu / 2;
  const slopes = binetSlope(x + 0.5) - binetSlope(x);
  return Math.log1p(1 / nu) / 2 + 1 / (2 * nu) + (x + 0.5) * slopes - (binet(x + 0.5) - binet(x));
}
