import type { Cauchy } from "../../distributions/families/cauchy";
import type { Gumbel } from "../../distributions/families/gumbel";
import { type Laplace, laplace } from "../../distributions/families/laplace";
import { type LogNormal, logNormal } from "../../distributions/families/log-normal";
import type { Logistic } from "../../distributions/families/logistic";
import { type Normal, normal } from "../../distributions/families/normal";
import type { StudentT } from "../../distributions/families/student-t";
import { expm1mx } from "../../math/expm1mx";
import { quotientBregman } from "../../math/log-gamma-bregman";
import { blend, type ClosedForm, row } from "./closed-form";
import { extremeValueKl } from "./extreme-value";

/** D(normal(m, s) ‖ normal(n, t)). */
export function normalKl(m: number, s: number, n: number, t: number): number {
  const shift = (m - n) / t;
  const far = s < t / 2 || s > 2 * t;
  // s²/t² − 1 from the difference s − t, which is exact where they are near.
  const excess = ((s - t) / t) * ((s + t) / t);
  const spread = far
    ? (s / t) ** 2 - 1 - 2 * (Math.log(s) - Math.log(t))
    : quotientBregman(1 + excess, 1, excess);
  return (spread + shift * shift) / 2;
}

/** Mean and standard deviation of the normal density proportional to p^w q^(1−w). */
function normalMean(
  [m, s]: readonly [number, number],
  [n, t]: readonly [number, number],
  w: number,
): readonly [number, number] | undefined {
  // Precisions in units of 1/t².
  const own = w * (t / s) ** 2;
  const precision = own + (1 - w);
  return precision > 0 ? [n + (own / precision) * (m - n), t / Math.sqrt(precision)] : undefined;
}

/** δ coth(δ/2) − 2 ≥ 0. */
function logisticShift(delta: number): number {
  const z = delta * delta;
  if (z > 1) return Math.abs(delta) / Math.tanh(Math.abs(delta) / 2) - 2;
  const terms = [1 / 6, -1 / 360, 1 / 15120, -1 / 604800, 1 / 23950080, -691 / 653837184000];
  const more = [1 / 37362124800, -3617 / 5335311421440000];
  return z * [...terms, ...more].reduceRight((sum, c) => sum * z + c, 0);
}

const cauchyForm = {
  kl(p: Cauchy | StudentT, q: Cauchy | StudentT): number {
    const [wider, shift] = [p.scale - q.scale, p.location - q.location];
    return Math.log1p(
      ((wider / p.scale) * (wider / q.scale) + (shift / p.scale) * (shift / q.scale)) / 4,
    );
  },
  formula: "ln(((γp + γq)² + (xp − xq)²)/(4 γp γq)); studentT of one degree of freedom is cauchy",
  tex: String.raw`\ln\frac{(\gamma_p+\gamma_q)^2+(x_p-x_q)^2}{4\gamma_p\gamma_q}`,
  source:
    "F. Chyzak and F. Nielsen, A closed-form formula for the Kullback–Leibler divergence between Cauchy distributions (2019)",
};

const normalFormula = "ln(σq/σp) + (σp² + (μp − μq)²)/(2σq²) − ½";
const normalTex = String.raw`\ln\frac{\sigma_q}{\sigma_p}+\frac{\sigma_p^2+(\mu_p-\mu_q)^2}{2\sigma_q^2}-\frac12`;

export const locationScaleForms: readonly ClosedForm[] = [
  row<Normal, Normal>("normal", "normal", {
    kl: (p, q) => normalKl(p.mean, p.sd, q.mean, q.sd),
    geometricMean(p, q, w) {
      const mean = normalMean([p.mean, p.sd], [q.mean, q.sd], w);
      return mean ? normal(...mean) : null;
    },
    formula: normalFormula,
    tex: normalTex,
    source: "The Book of Statistical Proofs, P193 (norm-kl)",
  }),
  row<LogNormal, LogNormal>("logNormal", "logNormal", {
    kl: (p, q) => normalKl(p.mu, p.sigma, q.mu, q.sigma),
    geometricMean(p, q, w) {
      const mean = normalMean([p.mu, p.sigma], [q.mu, q.sigma], w);
      return mean ? logNormal(...mean) : null;
    },
    formula: `${normalFormula}, that of ln X`,
    tex: normalTex,
    source: "The Book of Statistical Proofs, P193 (norm-kl), unchanged by the bijection ln",
  }),
  row<Laplace, Laplace>("laplace", "laplace", {
    kl(p, q) {
      const shift = Math.abs(p.location - q.location) / p.scale;
      const away = (p.scale / q.scale) * expm1mx(-shift);
      return quotientBregman(p.scale, q.scale) + away;
    },
    geometricMean(p, q, w) {
      if (p.location !== q.location) return undefined;
      const rate = blend(1 / p.scale, 1 / q.scale, w);
      return rate > 0 ? laplace(p.location, 1 / rate) : null;
    },
    formula: "ln(bq/bp) + (|μp − μq| + bp e^(−|μp − μq|/bp))/bq − 1",
    tex: String.raw`\ln\frac{b_q}{b_p}+\frac{|\mu_p-\mu_q|+b_p e^{-|\mu_p-\mu_q|/b_p}}{b_q}-1`,
    source:
      "M. Gil, On Rényi Divergence Measures for Continuous Alphabet Sources (2011), section 2.6",
  }),
  row<Cauchy, Cauchy>("cauchy", "cauchy", cauchyForm),
  row<StudentT, StudentT>("studentT", "studentT", {
    ...cauchyForm,
    applies: (p, q) => p.df === 1 && q.df === 1,
  }),
  row<Cauchy, StudentT>("cauchy", "studentT", { ...cauchyForm, applies: (_, q) => q.df === 1 }),
  row<StudentT, Cauchy>("studentT", "cauchy", { ...cauchyForm, applies: (p) => p.df === 1 }),
  row<Logistic, Logistic>("logistic", "logistic", {
    kl: (p, q) => logisticShift((p.location - q.location) / p.scale),
    applies: (p, q) => p.scale === q.scale,
    formula: "δ coth(δ/2) − 2 with δ = (μp − μq)/s, for equal scales",
    tex: String.raw`\delta\coth\frac{\delta}{2}-2,\quad\delta=\frac{\mu_p-\mu_q}{s}\quad(s_p=s_q=s)`,
    source:
      "N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 2 (1995), chapter 23; E[ln(1 + e^(X + δ))] by parts",
  }),
  row<Gumbel, Gumbel>("gumbel", "gumbel", {
    kl: (p, q) =>
      extremeValueKl((q.location - p.location) / q.scale, (p.scale - q.scale) / q.scale),
    formula: "ln(βq/βp) + γ(βp/βq − 1) + e^((μq − μp)/βq) Γ(βp/βq + 1) − 1 + (μp − μq)/βq",
    tex: String.raw`\ln\frac{\beta_q}{\beta_p}+\gamma\Bigl(\frac{\beta_p}{\beta_q}-1\Bigr)+e^{(\mu_q-\mu_p)/\beta_q}\,\Gamma\Bigl(\frac{\beta_p}{\beta_q}+1\Bigr)-1+\frac{\mu_p-\mu_q}{\beta_q}`,
    source:
      "M. Gil, On Rényi Divergence Measures for Continuous Alphabet Sources (2011), section 2.5",
  }),
];
