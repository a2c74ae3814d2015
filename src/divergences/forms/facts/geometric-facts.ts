import { type Geometric, geometric } from "../../../distributions/families/geometric";
import type { NegativeBinomial } from "../../../distributions/families/negative-binomial";
import { binaryFormula, binaryTex } from "../binary-kl";
import { row } from "../closed-form";
import { waitingRatio } from "../count-ratios";
import { panaretosOrdered } from "../transport/transport-form";
import { waitingForm, waitingMean, waits } from "../waiting-form";
import { type Facts, facts } from "./facts";

/** What is known of the geometric distribution. */
export const geometricFacts: Facts = facts<Geometric>({
  family: "geometric",
  logRatio: (p, q) => waitingRatio({ r: 1, p: p.p }, { r: 1, p: q.p }),
  logDensityText: (x, { p }) => `(log(${p}) + ${x}*log(1 - ${p}))`,
  rows: [
    row<Geometric, Geometric>("geometric", "geometric", {
      ...waitingForm,
      applies: undefined,
      geometricMean(p, q, w) {
        const mean = waitingMean(p.p, q.p, w);
        return mean === undefined ? null : geometric(mean);
      },
      formula: `[${binaryFormula}]/p`,
      tex: String.raw`\frac1p\Bigl[${binaryTex}\Bigr]`,
      wasserstein: {
        first: (p, q) => waits(1, p.p, q.p),
        formula: "W₁ = |1/p − 1/q|",
        tex: String.raw`W_1=\Bigl|\frac1p-\frac1q\Bigr|`,
        source: panaretosOrdered,
      },
    }),
    row<NegativeBinomial, Geometric>("negativeBinomial", "geometric", waitingForm),
  ],
});
