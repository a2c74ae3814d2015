import type { Distribution } from "../../distributions/distribution";
import type { Normal } from "../../distributions/families/normal";
import { type ClosedForm, row } from "./closed-form";
import type { Facts } from "./facts/facts";
import { normalKl } from "./normal-kl";
import { gilWithEntropies } from "./sources";

/** ½ ln(2πe·variance) − H of a distribution with a variance. */
function negentropy(d: Distribution): number {
  return (1 + Math.log(2 * Math.PI * d.variance)) / 2 - d.entropy;
}

/** D(p ‖ normal) by moments: that of the normal distribution with p's mean and variance, plus p's negentropy. */
export function toNormal({ family, entropyTex, ...known }: Facts): ClosedForm | undefined {
  if (entropyTex === undefined) return undefined;
  const below = known.negentropy ?? negentropy;
  return row<Distribution, Normal>(family, "normal", {
    kl(p, q) {
      if (!(p.variance < Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
      return normalKl(p.mean, Math.sqrt(p.variance), q.mean, q.sd) + below(p);
    },
    formula: "½ ln(2πσ²) + (Var X + (E X − μ)²)/(2σ²) − H(p), ∞ where X has no variance",
    tex: String.raw`\frac12\ln(2\pi\sigma^2)+\frac{\operatorname{Var}X+(\operatorname{E}X-\mu)^2}{2\sigma^2}-H(p),\quad H(p)=${entropyTex}`,
    source: gilWithEntropies,
  });
}
