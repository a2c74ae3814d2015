import type { Distribution } from "../../distributions/distribution";
import type { Beta } from "../../distributions/families/beta";
import type { ChiSquared } from "../../distributions/families/chi-squared";
import type { Gamma } from "../../distributions/families/gamma";
import type { InverseGamma } from "../../distributions/families/inverse-gamma";
import type { LogNormal } from "../../distributions/families/log-normal";
import type { StudentT } from "../../distributions/families/student-t";
import {
  betaNegentropy,
  gammaNegentropy,
  inverseGammaNegentropy,
  studentTExcessEntropy,
} from "../../math/negentropy";

/** ½ ln(2πe·variance) − H of a distribution with a variance, without cancellation where it is nearly normal. */
export function negentropy(d: Distribution): number {
  const special = nearlyNormal[d.family];
  if (special) return special(d as never);
  return (1 + Math.log(2 * Math.PI * d.variance)) / 2 - d.entropy;
}

const nearlyNormal: Readonly<Record<string, (d: never) => number>> = {
  gamma: (d: Gamma) => gammaNegentropy(d.shape),
  chiSquared: (d: ChiSquared) => gammaNegentropy(d.df / 2),
  inverseGamma: (d: InverseGamma) => inverseGammaNegentropy(d.shape),
  beta: (d: Beta) => betaNegentropy(d.alpha, d.beta),
  studentT: (d: StudentT) => -Math.log1p(-2 / d.df) / 2 - studentTExcessEntropy(d.df),
  logNormal(d: LogNormal) {
    const z = d.sigma * d.sigma;
    // ½ ln((e^z − 1)/z) + z/2
    return (Math.log(Math.expm1(Math.min(z, 700)) / Math.min(z, 700)) + z) / 2;
  },
};
