import { productError } from "./double-double";

/**
 * (x v − y u)/s: the products with their rounding errors, so that nothing is lost where they are nearly equal.
 *
 * Where a product leaves the range in which its error is a double (2⁻⁹⁶⁹ to 2⁹⁹⁶), as rounding has it.
 *
 * @param s > 0
 */
export function crossDifference(x: number, y: number, u: number, v: number, s: number): number {
  const [xv, yu] = [x * v, y * u];
  const [least, most] = [Math.min(xv, yu), Math.max(x, y, u, v, xv, yu)];
  if (least < 1e-290 || most > 1e290) return x * (v / s) - u * (y / s);
  return (xv - yu + (productError(x, v, xv) - productError(y, u, yu))) / s;
}
