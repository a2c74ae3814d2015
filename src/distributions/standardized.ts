/** (x − location)/scale, also where the difference is beyond the doubles and the quotient is not. */
export function standardized(x: number, location: number, scale: number): number {
  const difference = x - location;
  if (Number.isFinite(difference) || !Number.isFinite(x)) return difference / scale;
  return ((x / 2 - location / 2) / scale) * 2;
}
