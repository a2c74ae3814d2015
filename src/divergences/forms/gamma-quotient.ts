import { logGamma } from "../../math/log-gamma";

/** Γ(a + k)/Γ(a), ∞ where it diverges. */
export function gammaQuotient(a: number, k: number): number {
  if (!(a + k > 0)) return Number.POSITIVE_INFINITY;
  // The usual moments as products: of a large a the logarithms would lose digits.
  if (k === 1 || k === 2) return k === 1 ? a : a * (a + 1);
  if (k === -1 || k === -2) return k === -1 ? 1 / (a - 1) : 1 / (a - 1) / (a - 2);
  return Math.exp(logGamma(a + k) - logGamma(a));
}
