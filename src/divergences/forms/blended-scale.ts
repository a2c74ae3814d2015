import { blend } from "./closed-form";

/** The standard deviation whose precision is the blend of two; undefined where that is not positive. */
export function blendedScale(p: number, q: number, w: number): number | undefined {
  const precision = blend((q / p) ** 2, 1, w); // in units of 1/q²
  return precision > 0 ? q / Math.sqrt(precision) : undefined;
}
