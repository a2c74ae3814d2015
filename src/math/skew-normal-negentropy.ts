import { erf, erfc } from "./erf";
import { integrate } from "./integrals/integrate";

/**
 * D(Z ‖ N(0, 1)) = E[ln 2Φ(αZ)] of a standard skew-normal Z of shape α, by quadrature of terms ≥ 0.
 *
 * With e = erf(αz/√2) the two sides of 0 together give φ(z)[(1 + e) ln(1 + e) + (1 − e) ln(1 − e)].
 */
export function skewNormalToNormal(alpha: number): number {
  const slope = Math.abs(alpha) / Math.SQRT2;
  if (slope === 0) return 0;
  const f = (z: number): number => Math.exp((-z * z) / 2) * twoSided(slope * z);
  const knots = [...bends, ...bends.map((x) => x / slope)].filter((z) => z < 40);
  const points = [...new Set([...knots, 40])].sort((a, b) => a - b);
  return integrate(f, points).value / Math.sqrt(2 * Math.PI);
}

const bends = [0, 0.5, 1, 2, 4, 8];

/** (1 + e) ln(1 + e) + (1 − e) ln(1 − e) with e = erf(x). */
function twoSided(x: number): number {
  const e = erf(x);
  if (e < 0.1) {
    const square = e * e;
    let sum = 0;
    for (let k = 9; k > 0; k--) sum = square * (sum + 1 / (k * (2 * k - 1)));
    return sum;
  }
  const rest = erfc(x);
  return (1 + e) * Math.log1p(e) + (rest > 0 ? rest * Math.log(rest) : 0);
}

/** ½ ln(2πe·variance) − H of a skew-normal distribution of shape α; about 0.004 α⁶ near 0. */
export function skewNormalNegentropy(alpha: number): number {
  const square = alpha * alpha;
  if (square < 0.16) {
    return square ** 3 * nearNormal.reduceRight((sum, c) => sum * square + c, 0);
  }
  const delta = square === Number.POSITIVE_INFINITY ? 1 : square / (1 + square);
  return skewNormalToNormal(alpha) + Math.log1p((-2 / Math.PI) * delta) / 2;
}

/** Of α⁶, α⁸ …: the moments of φ in the power series of the integrand above, less that of the variance; asymptotic. */
const nearNormal = [
  0.003960827996046721, -0.004043436622715805, 0.0020573716322743554, 2.4006538393638327e-5,
  -0.000957040489249907, 0.00037984259518591084, 0.0010026803478383733, -0.0014723026500090665,
  -0.0006850635564629449, 0.00451267407150922, -0.0032498398890984793, -0.012549945414270541,
  0.03257040156196427, 0.012796495390561219, -0.2149671560977807, 0.31067741830028384,
  1.037408822933858, -4.880563209824152, 0.8909718639941128, 50.513617146052425,
  -137.12024887232673,
];
