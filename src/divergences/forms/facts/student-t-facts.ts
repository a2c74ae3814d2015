import type { Cauchy } from "../../../distributions/families/cauchy";
import { type StudentT, studentT } from "../../../distributions/families/student-t";
import { studentTExcessEntropy } from "../../../math/negentropy";
import type { Deviation } from "../absolute-deviation";
import { cauchyDistance, cauchyForm } from "../cauchy-form";
import { row } from "../closed-form";
import { studentTRatio } from "../student-t-ratio";
import { meanDistance, onlyShift, shift, stretch } from "../transport/mean-distance";
import { panaretosQuantiles } from "../transport/transport-form";
import { type Facts, facts } from "./facts";

/** E|X − m|, for the spread of X and for W₁. */
const deviation: Deviation<StudentT> = {
  tex: String.raw`2s\,\tfrac{\nu+z^2}{\nu-1}f(z)+sz\,(2F(z)-1),\ z=\tfrac{m-\mu}{s}`,
  whole(d, m) {
    const z = (m - d.location) / d.scale;
    const bell = ((d.df + z * z) / (d.df - 1)) * d.prob(m) * d.scale;
    return d.scale * (2 * bell + z * (d.cdf(m) - d.survival(m)));
  },
};

/** What is known of the student t distribution. */
export const studentTFacts: Facts = facts<StudentT>({
  family: "studentT",
  domain: "line",
  logRatio: studentTRatio,
  entropyTex: String.raw`\tfrac{\nu+1}{2}\bigl[\psi(\tfrac{\nu+1}{2})-\psi(\tfrac{\nu}{2})\bigr]+\ln\bigl[\sqrt\nu\,B(\tfrac{\nu}{2},\tfrac12)\bigr]+\ln s`,
  negentropy: (d) => -Math.log1p(-2 / d.df) / 2 - studentTExcessEntropy(d.df),
  deviation,
  rows: [
    row<StudentT, StudentT>("studentT", "studentT", {
      ...cauchyForm,
      applies: (p, q) => p.df === 1 && q.df === 1,
      wasserstein: {
        first(p, q) {
          if (p.df !== q.df) return undefined;
          const [a, b] = [shift(p, q), stretch(p, q)];
          return p.df > 1 ? meanDistance(a, b, studentT(p.df, 0, 1), deviation) : onlyShift(a, b);
        },
        second(p, q) {
          if (p.df !== q.df) return undefined;
          const [a, b] = [shift(p, q), stretch(p, q)];
          return p.df > 2 ? Math.hypot(a, Math.sqrt(p.df / (p.df - 2)) * b) : onlyShift(a, b);
        },
        formula:
          "for equal ν: W₂² = (Δμ)² + ν(Δs)²/(ν − 2), W₁ = E|Δμ + Δs Z|; ∞ for ν ≤ 2 (W₁: ν ≤ 1) unless Δs = 0, then |Δμ|",
        tex: String.raw`W_2^2=(\Delta\mu)^2+\frac{\nu}{\nu-2}(\Delta s)^2,\quad W_1=\operatorname{E}|\Delta\mu+\Delta s\,Z|\quad(\nu_p=\nu_q=\nu)`,
        source: panaretosQuantiles,
      },
    }),
    row<Cauchy, StudentT>("cauchy", "studentT", {
      ...cauchyForm,
      applies: (_, q) => q.df === 1,
      wasserstein: cauchyDistance,
    }),
  ],
});
