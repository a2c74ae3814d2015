import type { Distribution } from "../../distributions/distribution";
import type { Laplace } from "../../distributions/families/laplace";
import { absoluteDeviation } from "./absolute-deviation";
import { type ClosedForm, row } from "./closed-form";
import type { Facts } from "./facts/facts";
import { gilWithEntropies } from "./sources";

/** D(p ‖ laplace(m, b)) from the absolute deviation of p from m. */
export function toLaplace({ family, deviation, entropyTex }: Facts): ClosedForm | undefined {
  if (deviation === undefined || entropyTex === undefined) return undefined;
  return row<Distribution, Laplace>(family, "laplace", {
    kl(p, q) {
      const spread = absoluteDeviation(deviation, p, q.location) / q.scale;
      return spread + Math.log(q.scale) + Math.LN2 - p.entropy;
    },
    formula: "ln(2b) + E|X − m|/b − H(p), ∞ where X has no mean",
    tex: String.raw`\ln(2b)+\frac{\operatorname{E}|X-m|}{b}-H(p),\quad\operatorname{E}|X-m|=${deviation.tex},\quad H(p)=${entropyTex}`,
    source: gilWithEntropies,
  });
}
