/**
 * An integrand over x that takes the logarithm of the Jacobian with it: g(x, j) = e^j·f(x), so that a density
 * too small or too large for a double still counts after a change of variable.
 */
export type LogScaledIntegrand = (x: number, logJacobian: number) => number;

/** x = from ± span·(eˢ − 1): s runs away from a point, so that power tails become exponentials in s. */
export function awayFrom(
  g: LogScaledIntegrand,
  from: number,
  sign: number,
  span: number,
): (s: number) => number {
  const logSpan = Math.log(span);
  return (s) => g(from + sign * span * Math.expm1(s), logSpan + s);
}

/** x = end ∓ span·e⁻ˢ: s runs towards an end, so that powers of the distance to it become exponentials in s. */
export function towards(
  g: LogScaledIntegrand,
  end: number,
  sign: number,
  span: number,
): (s: number) => number {
  const logSpan = Math.log(span);
  return (s) => g(end - sign * span * Math.exp(-s), logSpan - s);
}
