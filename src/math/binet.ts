import { atanhRest } from "./relative-entropy-term";

// B₂ₖ / (2k(2k − 1)): the coefficients of Stirling's series.
const stirling = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
];

/** From here on nine terms of Stirling's series are exact to 1e-17. */
export const stirlingFrom = 10;

/** Stirling's coefficients with the power of 1/x that each goes with. */
export const stirlingTerms: readonly (readonly [coefficient: number, power: number])[] =
  stirling.map((coefficient, k) => [coefficient, 2 * k + 1]);

/**
 * μ(x) = ln Γ(x) − (x − ½) ln x + x − ½ ln 2π, what Stirling's formula leaves out; > 0 and convex.
 *
 * To about 1e-15 relative: below 10 by μ(x) − μ(x + 1) = (x + ½) ln(1 + 1/x) − 1 > 0, so nothing cancels.
 *
 * Source: NIST Digital Library of Mathematical Functions, 5.11.1 and 5.9.10.
 */
export function binet(x: number): number {
  let sum = 0;
  let a = x;
  for (; a < stirlingFrom; a++) sum += step(a);
  const z = 1 / (a * a);
  let series = 0;
  for (let k = stirling.length - 1; k >= 0; k--) series = series * z + stirling[k];
  return sum + series / a;
}

/** μ′(x) < 0. */
export function binetSlope(x: number): number {
  let sum = 0;
  let a = x;
  for (; a < stirlingFrom; a++) sum += stepSlope(a);
  const z = 1 / (a * a);
  let series = 0;
  for (let k = stirling.length - 1; k >= 0; k--) series = series * z + stirling[k] * (2 * k + 1);
  return sum - series * z;
}

/** (a + ½) ln(1 + 1/a) − 1 = atanh(s)/s − 1 with s = 1/(2a + 1). */
function step(a: number): number {
  if (a < 2) return (a + 0.5) * Math.log1p(1 / a) - 1;
  const s = 1 / (2 * a + 1);
  return atanhRest(s * s);
}

function stepSlope(a: number): number {
  if (a < 2) return Math.log1p(1 / a) - (a + 0.5) / (a * (a + 1));
  const s = 1 / (2 * a + 1);
  const z = s * s;
  return 2 * s * (atanhRest(z) - z / (1 - z));
}
