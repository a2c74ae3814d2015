import { expm1mx } from "../../math/expm1mx";
import { eulerGamma } from "../../math/log-gamma";
import { logGammaBregman } from "../../math/log-gamma-bregman";

/**
 * D of two Gumbel distributions, or two Weibull ones: with W ~ Exp(1), of W against (V/c)^(1/ρ), V ~ Exp(1).
 *
 * (e^y − 1 − y) + [ln Γ(ρ) − (ρ − 1) ψ(1)] with y = ln c + ln Γ(1 + ρ): both terms ≥ 0.
 *
 * @param logC ln c
 * @param rho ρ
 * @param s ρ − 1
 */
export function extremeValueKl(logC: number, rho: number, s: number): number {
  // ln Γ(2 + s) from its zero at 2.
  const logGammaNext = logGammaBregman(2 + s, 2, s) + s * (1 - eulerGamma);
  return expm1mx(logC + logGammaNext) + logGammaBregman(rho, 1, s);
}
