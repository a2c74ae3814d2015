import { erfcx } from "./erf";
import { normalCdf } from "./normal-quantile";

/**
 * ln Φ(z), also where Φ(z) underflows or is 1 to rounding.
 *
 * @example
 * normalLogCdf(-40); // -804.608442013754
 */
export function normalLogCdf(z: number): number {
  if (z > 0) return Math.log1p(-normalCdf(-z));
  if (z > -2) return Math.log(normalCdf(z));
  return Math.log(erfcx(-z / Math.SQRT2) / 2) - (z * z) / 2;
}

/** Φ(z)/φ(z) for z ≤ −2: Mills' ratio. */
export function millsRatio(z: number): number {
  return erfcx(-z / Math.SQRT2) * Math.sqrt(Math.PI / 2);
}
