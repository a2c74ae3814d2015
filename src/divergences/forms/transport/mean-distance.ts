import type { Distribution } from "../../../distributions/distribution";
import { absoluteDeviation, type Deviation } from "../absolute-deviation";

/** E|a + bZ| for Z with a finite mean; the form of W₁, where Z is standard and a, b are differences of parameters. */
export function meanDistance<D extends Distribution>(
  a: number,
  b: number,
  z: D,
  deviation: Deviation<D>,
): number {
  // So far out that E|a + bZ| is |a + b E Z|, to rounding; −a/b might overflow.
  if (Math.abs(b) <= 1e-30 * Math.abs(a)) return Math.abs(a + b * z.mean);
  return Math.abs(b) * absoluteDeviation(deviation, z, -a / b);
}

/** W of X ↦ a + bX where X has no such moment: a shift costs its length, any other scale has no bound. */
export const onlyShift = (a: number, b: number): number =>
  b === 0 ? Math.abs(a) : Number.POSITIVE_INFINITY;

/** μp − μq. */
export const shift = (p: { location: number }, q: { location: number }): number =>
  p.location - q.location;
/** sp − sq. */
export const stretch = (p: { scale: number }, q: { scale: number }): number => p.scale - q.scale;
