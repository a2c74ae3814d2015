import { logGamma } from "./log-gamma";

/** ζ(n) for n ≥ 2, by the sum of its first terms and Euler and Maclaurin's rest. */
function zeta(n: number): number {
  const last = 64;
  let sum = 0;
  for (let k = 1; k < last; k++) sum += k ** -n;
  const end = last ** -n;
  const third = (n * (n + 1) * (n + 2) * end) / last ** 3;
  const rest =
    (n * end) / last / 12 - third / 720 + (third * (n + 3) * (n + 4)) / last ** 2 / 30240;
  return sum + (last * end) / (n - 1) + end / 2 + rest;
}

/**
 * ln Γ(1 + 2x) − 2 ln Γ(1 + x) ≥ 0, which is π²x²/6 near 0, without the cancellation there.
 *
 * Source: NIST Digital Library of Mathematical Functions, 5.7.3.
 */
export function logGammaExcess(x: number): number {
  if (x > 0.1) return logGamma(1 + 2 * x) - 2 * logGamma(1 + x);
  let sum = 0;
  let power = -x;
  for (let n = 2; n < 40; n++) {
    power *= -x;
    const term = ((zeta(n) * (2 ** n - 2)) / n) * power;
    sum += term;
    if (Math.abs(term) < 1e-18 * sum) break;
  }
  return sum;
}
