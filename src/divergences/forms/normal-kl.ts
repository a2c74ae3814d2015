import { quotientBregman } from "../../math/log-gamma-bregman";

/** D(normal(m, s) ‖ normal(n, t)). */
export function normalKl(m: number, s: number, n: number, t: number): number {
  const shift = (m - n) / t;
  const far = s < t / 2 || s > 2 * t;
  // s²/t² − 1 from the difference s − t, which is exact where they are near.
  const excess = ((s - t) / t) * ((s + t) / t);
  const spread = far
    ? (s / t) ** 2 - 1 - 2 * (Math.log(s) - Math.log(t))
    : quotientBregman(1 + excess, 1, excess);
  return (spread + shift * shift) / 2;
}

/** Mean and standard deviation of the normal density proportional to p^w q^(1−w). */
export function normalMean(
  [m, s]: readonly [number, number],
  [n, t]: readonly [number, number],
  w: number,
): readonly [number, number] | undefined {
  // Precisions in units of 1/t².
  const own = w * (t / s) ** 2;
  const precision = own + (1 - w);
  return precision > 0 ? [n + (own / precision) * (m - n), t / Math.sqrt(precision)] : undefined;
}

export const normalFormula = "ln(σq/σp) + (σp² + (μp − μq)²)/(2σq²) − ½";
export const normalTex = String.raw`\ln\frac{\sigma_q}{\sigma_p}+\frac{\sigma_p^2+(\mu_p-\mu_q)^2}{2\sigma_q^2}-\frac12`;
