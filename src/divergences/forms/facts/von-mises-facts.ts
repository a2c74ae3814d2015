import { type VonMises, vonMises } from "../../../distributions/families/von-mises";
import { besselRatio } from "../../../math/bessel";
import { logBesselBregman } from "../../../math/log-bessel-bregman";
import { blend, row } from "../closed-form";
import { type Facts, facts } from "./facts";

/** What is known of the von mises distribution. */
export const vonMisesFacts: Facts = facts<VonMises>({
  family: "vonMises",
  logRatio(p, q) {
    const change = p.concentration - q.concentration;
    const { rest } = besselRatio(q.concentration);
    const bend = logBesselBregman(p.concentration, q.concentration, change);
    const turn = Math.sin((q.location - p.location) / 2);
    const middle = p.location + (q.location - p.location) / 2;
    return (x) => {
      const sine = Math.sin((x - p.location) / 2);
      const turned = -2 * q.concentration * Math.sin(x - middle) * turn;
      return change * (rest - 2 * sine * sine) + turned - bend;
    };
  },
  rows: [
    row<VonMises, VonMises>("vonMises", "vonMises", {
      kl(p, q) {
        const sine = Math.sin((p.location - q.location) / 2);
        const turned = 2 * q.concentration * besselRatio(p.concentration).ratio * sine * sine;
        return logBesselBregman(q.concentration, p.concentration) + turned;
      },
      geometricMean(p, q, w) {
        // The natural parameter is the vector κ(cos μ, sin μ).
        const along = (f: (x: number) => number): number =>
          blend(p.concentration * f(p.location), q.concentration * f(q.location), w);
        const [x, y] = [along(Math.cos), along(Math.sin)];
        return vonMises(Math.atan2(y, x), Math.hypot(x, y));
      },
      formula: "ln(I₀(κq)/I₀(κp)) + (κp − κq cos(μp − μq)) I₁(κp)/I₀(κp)",
      tex: String.raw`\ln\frac{I_0(\kappa_q)}{I_0(\kappa_p)}+\bigl(\kappa_p-\kappa_q\cos(\mu_p-\mu_q)\bigr)\frac{I_1(\kappa_p)}{I_0(\kappa_p)}`,
      source:
        "K. V. Mardia and P. E. Jupp, Directional Statistics (2000), section 3.5.4, with the definition",
    }),
  ],
});
