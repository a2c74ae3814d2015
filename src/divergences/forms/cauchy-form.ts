import type { Cauchy } from "../../distributions/families/cauchy";
import type { StudentT } from "../../distributions/families/student-t";
import { onlyShift, shift, stretch } from "./transport/mean-distance";
import { panaretosQuantiles, type TransportRow } from "./transport/transport-form";

type CauchyLike = Cauchy | StudentT;

/** D of two Cauchy distributions, also where one is written as Student's t of one degree of freedom. */
export const cauchyForm = {
  kl(p: CauchyLike, q: CauchyLike): number {
    const [wider, shift] = [p.scale - q.scale, p.location - q.location];
    if (isFar(p.scale, q.scale)) {
      const reach = 2 * Math.log(Math.hypot(p.scale + q.scale, shift));
      return reach - Math.log(4) - Math.log(p.scale) - Math.log(q.scale);
    }
    return Math.log1p(
      ((wider / p.scale) * (wider / q.scale) + (shift / p.scale) * (shift / q.scale)) / 4,
    );
  },
  formula: "ln(((γp + γq)² + (xp − xq)²)/(4 γp γq)); studentT of one degree of freedom is cauchy",
  tex: String.raw`\ln\frac{(\gamma_p+\gamma_q)^2+(x_p-x_q)^2}{4\gamma_p\gamma_q}`,
  source:
    "F. Chyzak and F. Nielsen, A closed-form formula for the Kullback–Leibler divergence between Cauchy distributions (2019)",
};

/** The quotient of what they are to be divided by may be beyond the doubles. */
const isFar = (a: number, b: number): boolean => Math.max(a, b) > 1e100 * Math.min(a, b);

const isCauchy = (d: CauchyLike): boolean => !("df" in d) || d.df === 1;

/** W₁ and W₂ alike: undefined unless both are Cauchy distributions. */
function distance(p: CauchyLike, q: CauchyLike): number | undefined {
  return isCauchy(p) && isCauchy(q) ? onlyShift(shift(p, q), stretch(p, q)) : undefined;
}

export const cauchyDistance: TransportRow<CauchyLike, CauchyLike> = {
  first: distance,
  second: distance,
  formula: "W₁ = W₂ = |Δx| for equal scales, else ∞; studentT of one degree of freedom is cauchy",
  tex: String.raw`W_1=W_2=|x_p-x_q|\quad(\gamma_p=\gamma_q),\ \text{else}\ \infty`,
  source: panaretosQuantiles,
};
