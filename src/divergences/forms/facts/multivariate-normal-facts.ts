import type { Independent } from "../../../distributions/families/independent";
import type { MultivariateNormal } from "../../../distributions/families/multivariate-normal";
import { row } from "../closed-form";
import { allNormal, jointNormal } from "../joint-normal";
import { nearMinusLogAffinity, normalMinusLogAffinity } from "../multivariate-normal-affinity";
import { multivariateNormalForm, multivariateNormalKl } from "../multivariate-normal-kl";
import { normalGeometricMean } from "../normal-geometric-mean";
import {
  multivariateNormalDistance,
  multivariateNormalTransport,
} from "../transport/multivariate-normal-distance";
import { type Facts, facts } from "./facts";

/** What is known of the multivariate normal distribution. */
export const multivariateNormalFacts: Facts = facts<MultivariateNormal>({
  family: "multivariateNormal",
  rows: [
    row<MultivariateNormal, MultivariateNormal>("multivariateNormal", "multivariateNormal", {
      kl: multivariateNormalKl,
      applies: (p, q) => p.dimension === q.dimension,
      geometricMean: normalGeometricMean,
      minusLogAffinity: nearMinusLogAffinity,
      ...multivariateNormalForm,
      wasserstein: { second: multivariateNormalDistance, ...multivariateNormalTransport },
    }),
    row<Independent, MultivariateNormal>("independent", "multivariateNormal", {
      kl: (p, q) => multivariateNormalKl(jointNormal(p), q),
      minusLogAffinity: (p, q, w) => normalMinusLogAffinity(jointNormal(p), q, w),
      applies: (p, q) => p.dimension === q.dimension && allNormal(p),
      formula: `${multivariateNormalForm.formula}, for normal components`,
      tex: multivariateNormalForm.tex,
      source: multivariateNormalForm.source,
      wasserstein: {
        second: (p, q) =>
          allNormal(p) ? multivariateNormalDistance(jointNormal(p), q) : undefined,
        ...multivariateNormalTransport,
      },
    }),
  ],
});
