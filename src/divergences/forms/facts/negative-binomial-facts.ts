import type { Geometric } from "../../../distributions/families/geometric";
import {
  type NegativeBinomial,
  negativeBinomial,
} from "../../../distributions/families/negative-binomial";
import { row } from "../closed-form";
import { waitingRatio } from "../count-ratios";
import { panaretosOrdered } from "../transport/transport-form";
import { waitingForm, waitingMean, waits } from "../waiting-form";
import { type Facts, facts } from "./facts";

/** What is known of the negative binomial distribution. */
export const negativeBinomialFacts: Facts = facts<NegativeBinomial>({
  family: "negativeBinomial",
  logRatio: waitingRatio,
  rows: [
    row<NegativeBinomial, NegativeBinomial>("negativeBinomial", "negativeBinomial", {
      ...waitingForm,
      geometricMean(p, q, w) {
        const mean = waitingMean(p.p, q.p, w);
        return mean === undefined ? null : negativeBinomial(p.r, mean);
      },
      wasserstein: {
        first: (p, q) => (p.r === q.r ? waits(p.r, p.p, q.p) : undefined),
        formula: "W₁ = r|1/p − 1/q|, for equal r",
        tex: String.raw`W_1=r\Bigl|\frac1p-\frac1q\Bigr|\quad(r_p=r_q=r)`,
        source: panaretosOrdered,
      },
    }),
    row<Geometric, NegativeBinomial>("geometric", "negativeBinomial", waitingForm),
  ],
});
