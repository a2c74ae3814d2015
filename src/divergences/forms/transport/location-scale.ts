import type { Distribution } from "../../../distributions/distribution";
import type { Cauchy } from "../../../distributions/families/cauchy";
import { type Gumbel, gumbel } from "../../../distributions/families/gumbel";
import type { Laplace } from "../../../distributions/families/laplace";
import type { Logistic } from "../../../distributions/families/logistic";
import { type Normal, normal } from "../../../distributions/families/normal";
import { type StudentT, studentT } from "../../../distributions/families/student-t";
import type { Uniform } from "../../../distributions/families/uniform";
import { eulerGamma } from "../../../math/log-gamma";
import { absoluteDeviation } from "../absolute-deviation";
import { panaretos, type TransportEntry, type TransportRow, transport } from "./transport-form";

/** E|a + bZ| for Z with a finite mean; the form of W₁, where Z is standard and a, b are differences of parameters. */
function meanDistance(a: number, b: number, z: Distribution): number {
  // So far out that E|a + bZ| is |a + b E Z|, to rounding; −a/b might overflow.
  if (Math.abs(b) <= 1e-30 * Math.abs(a)) return Math.abs(a + b * z.mean);
  return Math.abs(b) * absoluteDeviation(z, -a / b);
}

/** W of X ↦ a + bX where X has no such moment: a shift costs its length, any other scale has no bound. */
const onlyShift = (a: number, b: number): number =>
  b === 0 ? Math.abs(a) : Number.POSITIVE_INFINITY;

const shift = (p: { location: number }, q: { location: number }): number => p.location - q.location;
const stretch = (p: { scale: number }, q: { scale: number }): number => p.scale - q.scale;

const quantiles = "as the quantiles are μ + sQ(u), with the moments of Q";
const texDistance = String.raw`W_1=\operatorname{E}|\Delta\mu+\Delta s\,Z|`;
const source = `${panaretos}.2: ${quantiles}`;

const cauchyForm: TransportRow<Cauchy | StudentT, Cauchy | StudentT> = {
  first: (p, q) => onlyShift(shift(p, q), stretch(p, q)),
  second: (p, q) => onlyShift(shift(p, q), stretch(p, q)),
  formula: "W₁ = W₂ = |Δx| for equal scales, else ∞; studentT of one degree of freedom is cauchy",
  tex: String.raw`W_1=W_2=|x_p-x_q|\quad(\gamma_p=\gamma_q),\ \text{else}\ \infty`,
  source,
};

function ofOneDegree<P extends Cauchy | StudentT, Q extends Cauchy | StudentT>(
  applies: (p: P, q: Q) => boolean,
): TransportRow<P, Q> {
  const distance = (p: P, q: Q): number | undefined =>
    applies(p, q) ? cauchyForm.first!(p, q) : undefined;
  return { ...cauchyForm, first: distance, second: distance };
}

export const locationScaleTransports: readonly TransportEntry[] = [
  transport<Normal>("normal", "normal", {
    first: (p, q) => meanDistance(p.mean - q.mean, p.sd - q.sd, normal(0, 1)),
    second: (p, q) => Math.hypot(p.mean - q.mean, p.sd - q.sd),
    formula: "W₂² = (μp − μq)² + (σp − σq)²; W₁ = E|Δμ + Δσ Z|, Z standard normal",
    tex: String.raw`W_2^2=(\mu_p-\mu_q)^2+(\sigma_p-\sigma_q)^2,\quad W_1=\Delta\sigma\sqrt{\tfrac2\pi}\,e^{-\Delta\mu^2/2\Delta\sigma^2}+\Delta\mu\operatorname{erf}\frac{\Delta\mu}{\sqrt2\,\Delta\sigma}`,
    source,
  }),
  transport<Laplace>("laplace", "laplace", {
    first(p, q) {
      const [a, b] = [Math.abs(shift(p, q)), Math.abs(stretch(p, q))];
      return b === 0 ? a : a + b * Math.exp(-a / b);
    },
    second: (p, q) => Math.hypot(shift(p, q), Math.SQRT2 * stretch(p, q)),
    formula: "W₂² = (Δμ)² + 2(Δb)²; W₁ = |Δμ| + |Δb| e^(−|Δμ/Δb|)",
    tex: String.raw`W_2^2=(\Delta\mu)^2+2(\Delta b)^2,\quad W_1=|\Delta\mu|+|\Delta b|\,e^{-|\Delta\mu/\Delta b|}`,
    source,
  }),
  transport<Logistic>("logistic", "logistic", {
    first(p, q) {
      const [a, b] = [Math.abs(shift(p, q)), Math.abs(stretch(p, q))];
      return b === 0 ? a : a + 2 * b * Math.log1p(Math.exp(-a / b));
    },
    second: (p, q) => Math.hypot(shift(p, q), (Math.PI / Math.sqrt(3)) * stretch(p, q)),
    formula: "W₂² = (Δμ)² + π²(Δs)²/3; W₁ = |Δμ| + 2|Δs| ln(1 + e^(−|Δμ/Δs|))",
    tex: String.raw`W_2^2=(\Delta\mu)^2+\frac{\pi^2}3(\Delta s)^2,\quad W_1=|\Delta\mu|+2|\Delta s|\ln\bigl(1+e^{-|\Delta\mu/\Delta s|}\bigr)`,
    source,
  }),
  transport<Gumbel>("gumbel", "gumbel", {
    first: (p, q) => meanDistance(shift(p, q), stretch(p, q), gumbel(0, 1)),
    second(p, q) {
      const [a, b] = [shift(p, q), stretch(p, q)];
      return Math.hypot(a + eulerGamma * b, (Math.PI / Math.sqrt(6)) * b);
    },
    formula: "W₂² = (Δμ + γΔβ)² + π²(Δβ)²/6; W₁ = E|Δμ + Δβ Z|, Z = gumbel(0, 1)",
    tex: String.raw`W_2^2=(\Delta\mu+\gamma\Delta\beta)^2+\frac{\pi^2}6(\Delta\beta)^2,\quad W_1=\operatorname{E}|\Delta\mu+\Delta\beta\,Z|`,
    source,
  }),
  transport<Uniform>("uniform", "uniform", {
    first(p, q) {
      const [l, h] = [p.low - q.low, p.high - q.high];
      if (Math.sign(l) * Math.sign(h) >= 0) return Math.abs(l + h) / 2;
      return (l * (l / (Math.abs(l) + Math.abs(h))) + h * (h / (Math.abs(l) + Math.abs(h)))) / 2;
    },
    second(p, q) {
      const [l, h] = [p.low - q.low, p.high - q.high];
      return Math.hypot((l + h) / 2, (h - l) / Math.sqrt(12));
    },
    formula: "W₂² = ((Δl)² + Δl Δh + (Δh)²)/3; W₁ = ∫₀¹ |Δl(1 − u) + Δh u| du",
    tex: String.raw`W_2^2=\frac{(\Delta l)^2+\Delta l\,\Delta h+(\Delta h)^2}3,\quad W_1=\int_0^1|\Delta l\,(1-u)+\Delta h\,u|\,du`,
    source,
  }),
  transport<Cauchy>("cauchy", "cauchy", cauchyForm),
  transport<Cauchy, StudentT>(
    "cauchy",
    "studentT",
    ofOneDegree((_, q) => q.df === 1),
  ),
  transport<StudentT, Cauchy>(
    "studentT",
    "cauchy",
    ofOneDegree((p) => p.df === 1),
  ),
  transport<StudentT>("studentT", "studentT", {
    first(p, q) {
      if (p.df !== q.df) return undefined;
      const [a, b] = [shift(p, q), stretch(p, q)];
      return p.df > 1 ? meanDistance(a, b, studentT(p.df, 0, 1)) : onlyShift(a, b);
    },
    second(p, q) {
      if (p.df !== q.df) return undefined;
      const [a, b] = [shift(p, q), stretch(p, q)];
      return p.df > 2 ? Math.hypot(a, Math.sqrt(p.df / (p.df - 2)) * b) : onlyShift(a, b);
    },
    formula:
      "for equal ν: W₂² = (Δμ)² + ν(Δs)²/(ν − 2), W₁ = E|Δμ + Δs Z|; ∞ for ν ≤ 2 (W₁: ν ≤ 1) unless Δs = 0, then |Δμ|",
    tex: String.raw`W_2^2=(\Delta\mu)^2+\frac{\nu}{\nu-2}(\Delta s)^2,\quad ${texDistance}\quad(\nu_p=\nu_q=\nu)`,
    source,
  }),
];
