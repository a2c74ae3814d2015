import type { Categorical } from "../../../distributions/families/categorical";
import { klOfVectors } from "../../vectors/kl-of-vectors";
import { row } from "../closed-form";
import { outcomeRatio } from "../count-ratios";
import { type Facts, facts } from "./facts";

/** What is known of the categorical distribution. */
export const categoricalFacts: Facts = facts<Categorical>({
  family: "categorical",
  logRatio: (p, q) => outcomeRatio(p.probs, q.probs),
  rows: [
    row<Categorical, Categorical>("categorical", "categorical", {
      kl(p, q) {
        const n = Math.max(p.probs.length, q.probs.length);
        const padded = (probs: readonly number[]): number[] =>
          Array.from({ length: n }, (_, i) => probs[i] ?? 0);
        return klOfVectors("kl", padded(p.probs), padded(q.probs), { normalize: true });
      },
      formula: "Σ pᵢ ln(pᵢ/qᵢ)",
      tex: String.raw`\sum_i p_i\ln\frac{p_i}{q_i}`,
      source:
        "T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), (2.26)",
    }),
  ],
});
