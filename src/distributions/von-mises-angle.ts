import type { Prng } from "../math/random";
import { firstAccepted, openUniform } from "./family";

/**
 * A draw from vonMises(0, κ).
 *
 * Source: D. J. Best and N. I. Fisher, Efficient simulation of the von Mises distribution (1979).
 */
export function vonMisesAngle(kappa: number, prng: Prng): number {
  if (kappa < 1e-8) return Math.PI * (2 * openUniform(prng) - 1);
  const tau = 1 + Math.sqrt(1 + 4 * kappa * kappa);
  const rho = (2 * kappa) / (tau + Math.sqrt(2 * tau));
  const r = (1 + rho * rho) / (2 * rho);
  return firstAccepted(() => {
    const z = Math.cos(Math.PI * openUniform(prng));
    const f = (1 + r * z) / (r + z);
    const c = kappa * (r - f);
    const u = openUniform(prng);
    if (!(c * (2 - c) > u || Math.log(c / u) + 1 >= c)) return undefined;
    const angle = Math.acos(Math.max(-1, Math.min(1, f)));
    return openUniform(prng) < 0.5 ? -angle : angle;
  });
}
