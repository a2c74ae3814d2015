/**
 * ln(1 − eˣ) of x ≤ 0, to the last digits at either end.
 *
 * Source: M. Mächler, Accurately computing log(1 − exp(−|a|)), R package Rmpfr (2012).
 */
export function log1mexp(x: number): number {
  return x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
}
