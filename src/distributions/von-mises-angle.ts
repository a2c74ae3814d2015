import type { Prng } from "../math/random";

/**
 * A draw from vonMises(0, κ).
 *
 * Source: D. J. Best and N. I. Fisher, Efficient simulation of the von Mises distribution (1979).
 */
export function vonMisesAngle(kappa: number, prng: Prng): number {
  if (kappa < 1e-8) return Math.PI * (2 * prng() - 1);
  const tau = 1 + Math.sqrt(1 + 4 * kappa * kappa);
  const rho = (2 * kappa) / (tau + Math.sqrt(2 * tau));
  const r = (1 + rho * rho) / (2 * rho);
  for (;;) {
    const z = Math.cos(Math.PI * prng());
    const f = (1 + r * z) / (r + z);
    const c = kappa * (r - f);
    const u = prng();
    if (c * (2 - c) > u || Math.log(c / u) + 1 >= c) {
      const angle = Math.acos(Math.max(-1, Math.min(1, f)));
      return prng() < 0.5 ? -angle : angle;
    }
  }
}
