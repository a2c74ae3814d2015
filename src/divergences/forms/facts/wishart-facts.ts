import type { Wishart } from "../../../distributions/families/wishart";
import { row } from "../closed-form";
import { wishartGeometricMean, wishartKl } from "../wishart-kl";
import { type Facts, facts } from "./facts";

/** What is known of the wishart distribution. */
export const wishartFacts: Facts = facts<Wishart>({
  family: "wishart",
  rows: [
    row<Wishart, Wishart>("wishart", "wishart", {
      kl: wishartKl,
      applies: (p, q) => p.dimension === q.dimension,
      geometricMean: wishartGeometricMean,
      formula:
        "½ [np tr(Vq⁻¹Vp) − np d − nq ln(det Vp/det Vq) + (np − nq) ψ_d(np/2)] + ln(Γ_d(nq/2)/Γ_d(np/2))",
      tex: String.raw`\tfrac12\Bigl[n_p\operatorname{tr}(V_q^{-1}V_p)-n_pd-n_q\ln\frac{\det V_p}{\det V_q}+(n_p-n_q)\,\psi_d\bigl(\tfrac{n_p}2\bigr)\Bigr]+\ln\frac{\Gamma_d(n_q/2)}{\Gamma_d(n_p/2)}`,
      source:
        "W. D. Penny, KL-divergences of Normal, Gamma, Dirichlet and Wishart densities (2001)",
    }),
  ],
});
