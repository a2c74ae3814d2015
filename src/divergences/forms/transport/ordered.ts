import type { Bernoulli } from "../../../distributions/families/bernoulli";
import type { Beta } from "../../../distributions/families/beta";
import type { Binomial } from "../../../distributions/families/binomial";
import type { Geometric } from "../../../distributions/families/geometric";
import type { NegativeBinomial } from "../../../distributions/families/negative-binomial";
import type { Poisson } from "../../../distributions/families/poisson";
import { panaretos, type TransportEntry, transport } from "./transport-form";

const source = `${panaretos}.2: where one quantile function is nowhere below the other, W₁ = |E X − E Y|`;
/** 1/p − 1/q, times r. */
const waits = (r: number, p: number, q: number): number => r * (Math.abs(p - q) / p / q);

/** Families whose members are ordered at every level, so that W₁ is the difference of their means. */
export const orderedTransports: readonly TransportEntry[] = [
  transport<Bernoulli>("bernoulli", "bernoulli", {
    first: (p, q) => Math.abs(p.p - q.p),
    second: (p, q) => Math.sqrt(Math.abs(p.p - q.p)),
    formula: "W₁ = W₂² = |p − q|",
    tex: "W_1=W_2^2=|p-q|",
    source,
  }),
  transport<Binomial>("binomial", "binomial", {
    first(p, q) {
      if ((p.n - q.n) * (p.p - q.p) < 0) return undefined;
      return Math.abs((p.n - q.n) * p.p + q.n * (p.p - q.p));
    },
    formula: "W₁ = |np p − nq q|, where neither n and p differ in opposite directions",
    tex: String.raw`W_1=|n_pp-n_qq|\quad\bigl((n_p-n_q)(p-q)\ge0\bigr)`,
    source,
  }),
  transport<Poisson>("poisson", "poisson", {
    first: (p, q) => Math.abs(p.rate - q.rate),
    formula: "W₁ = |λp − λq|",
    tex: String.raw`W_1=|\lambda_p-\lambda_q|`,
    source,
  }),
  transport<Geometric>("geometric", "geometric", {
    first: (p, q) => waits(1, p.p, q.p),
    formula: "W₁ = |1/p − 1/q|",
    tex: String.raw`W_1=\Bigl|\frac1p-\frac1q\Bigr|`,
    source,
  }),
  transport<NegativeBinomial>("negativeBinomial", "negativeBinomial", {
    first: (p, q) => (p.r === q.r ? waits(p.r, p.p, q.p) : undefined),
    formula: "W₁ = r|1/p − 1/q|, for equal r",
    tex: String.raw`W_1=r\Bigl|\frac1p-\frac1q\Bigr|\quad(r_p=r_q=r)`,
    source,
  }),
  transport<Beta>("beta", "beta", {
    first(p, q) {
      const [a, b] = [p.alpha - q.alpha, p.beta - q.beta];
      if (a * b > 0) return undefined;
      return Math.abs(a * q.beta - q.alpha * b) / (p.alpha + p.beta) / (q.alpha + q.beta);
    },
    formula: "W₁ = |E X − E Y|, where α and β do not differ in the same direction",
    tex: String.raw`W_1=\Bigl|\frac{\alpha_p}{\alpha_p+\beta_p}-\frac{\alpha_q}{\alpha_q+\beta_q}\Bigr|\quad\bigl((\alpha_p-\alpha_q)(\beta_p-\beta_q)\le0\bigr)`,
    source,
  }),
];
