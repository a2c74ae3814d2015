import { type Dirichlet, dirichlet } from "../../../distributions/families/dirichlet";
import { blend, row } from "../closed-form";
import { dirichletKl } from "../dirichlet-kl";
import { type Facts, facts } from "./facts";

/** What is known of the dirichlet distribution. */
export const dirichletFacts: Facts = facts<Dirichlet>({
  family: "dirichlet",
  rows: [
    row<Dirichlet, Dirichlet>("dirichlet", "dirichlet", {
      kl: (p, q) => dirichletKl(p.alpha, q.alpha),
      applies: (p, q) => p.dimension === q.dimension,
      geometricMean(p, q, w) {
        const alpha = p.alpha.map((a, i) => blend(a, q.alpha[i], w));
        return alpha.every((a) => a > 0) ? dirichlet(alpha) : null;
      },
      formula: "ln(Γ(Σαp)/Γ(Σαq)) + Σ [ln(Γ(αqᵢ)/Γ(αpᵢ)) + (αpᵢ − αqᵢ)(ψ(αpᵢ) − ψ(Σαp))]",
      tex: String.raw`\ln\frac{\Gamma(\sum_i\alpha_{p,i})}{\Gamma(\sum_i\alpha_{q,i})}+\sum_i\Bigl[\ln\frac{\Gamma(\alpha_{q,i})}{\Gamma(\alpha_{p,i})}+(\alpha_{p,i}-\alpha_{q,i})\Bigl(\psi(\alpha_{p,i})-\psi\bigl(\textstyle\sum_j\alpha_{p,j}\bigr)\Bigr)\Bigr]`,
      source: "The Book of Statistical Proofs, P294 (dir-kl)",
    }),
  ],
});
