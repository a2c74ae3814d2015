import type { Independent } from "../../../distributions/families/independent";
import type { MultivariateNormal } from "../../../distributions/families/multivariate-normal";
import { row } from "../closed-form";
import { allNormal, jointNormal } from "../joint-normal";
import { normalMinusLogAffinity } from "../multivariate-normal-affinity";
import { multivariateNormalForm, multivariateNormalKl } from "../multivariate-normal-kl";
import {
  multivariateNormalDistance,
  multivariateNormalTransport,
} from "../transport/multivariate-normal-distance";
import { type Facts, facts } from "./facts";

/** What is known of the independent distribution. */
export const independentFacts: Facts = facts<Independent>({
  family: "independent",
  rows: [
    row<MultivariateNormal, Independent>("multivariateNormal", "independent", {
      kl: (p, q) => multivariateNormalKl(p, jointNormal(q)),
      minusLogAffinity: (p, q, w) => normalMinusLogAffinity(p, jointNormal(q), w),
      applies: (p, q) => p.dimension === q.dimension && allNormal(q),
      formula: `${multivariateNormalForm.formula}, for normal components`,
      tex: multivariateNormalForm.tex,
      source: multivariateNormalForm.source,
      wasserstein: {
        second: (p, q) =>
          allNormal(q) ? multivariateNormalDistance(p, jointNormal(q)) : undefined,
        ...multivariateNormalTransport,
      },
    }),
  ],
});
