/** (x − location)/scale, also where the difference is beyond the doubles and the quotient is not. */
export function standardized(x: number, location: number, scale: number): number {
  const difference = x - location;
  if (Number.isFinite(difference) || !Number.isFinite(x)) return difference / scale;
  return ((x / 2 - location / 2) / scale) * 2;
}

/** ln(|x − location|/scale), also where the quotient itself is beyond the doubles. */
export function logStandardized(x: number, location: number, scale: number): number {
  return Math.log(Math.abs(x / 2 - location / 2)) + Math.LN2 - Math.log(scale);
}
