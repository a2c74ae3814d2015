import type { Bernoulli } from "../distributions/bernoulli";
import type { Distribution } from "../distributions/distribution";
import type { Normal } from "../distributions/normal";
import { log1pmx } from "../math/log1pmx";
import { relativeEntropyTerm } from "../math/relative-entropy-term";

/** D(p ‖ q) of two families: in code, in words, in TeX, and where it is proved. */
export interface ClosedForm {
  readonly p: string;
  readonly q: string;
  /** In nats. The families have been checked by `closedFormOf`. */
  readonly kl: (p: Distribution, q: Distribution) => number;
  readonly formula: string;
  readonly tex: string;
  readonly source: string;
}

function row<P extends Distribution, Q extends Distribution>(
  p: P["family"],
  q: Q["family"],
  form: {
    readonly kl: (p: P, q: Q) => number;
    readonly formula: string;
    readonly tex: string;
    readonly source: string;
  },
): ClosedForm {
  return { ...form, p, q, kl: form.kl as unknown as ClosedForm["kl"] };
}

/** x − ln(1 + x) where 1 + x = ratio², from ratio − 1. */
function squareMinusLog(excess: number): number {
  const x = excess * (2 + excess);
  return x > -0.5 ? -log1pmx(x) : x - 2 * Math.log(1 + excess);
}

/** The pairs of families whose relative entropy `kl` knows by formula. */
export const closedForms: readonly ClosedForm[] = [
  row<Normal, Normal>("normal", "normal", {
    kl(p, q) {
      const shift = (p.mean - q.mean) / q.sd;
      // (σp − σq)/σq is exact to rounding; near −1 the ratio itself is better.
      const spread =
        p.sd < q.sd / 2
          ? ((p.sd / q.sd) ** 2 - 1) / 2 - (Math.log(p.sd) - Math.log(q.sd))
          : squareMinusLog((p.sd - q.sd) / q.sd) / 2;
      return spread + (shift * shift) / 2;
    },
    formula: "ln(σq/σp) + (σp² + (μp − μq)²)/(2σq²) − ½",
    tex: String.raw`\ln\frac{\sigma_q}{\sigma_p}+\frac{\sigma_p^2+(\mu_p-\mu_q)^2}{2\sigma_q^2}-\frac12`,
    source: "The Book of Statistical Proofs, P193 (norm-kl)",
  }),
  row<Bernoulli, Bernoulli>("bernoulli", "bernoulli", {
    kl(p, q) {
      const d = p.p - q.p;
      return relativeEntropyTerm(p.p, q.p, d) + relativeEntropyTerm(1 - p.p, 1 - q.p, -d);
    },
    formula: "p ln(p/q) + (1 − p) ln((1 − p)/(1 − q))",
    tex: String.raw`p\ln\frac{p}{q}+(1-p)\ln\frac{1-p}{1-q}`,
    source: "The Book of Statistical Proofs, P420 (bern-kl)",
  }),
];

/** The row for the families of p and q, if there is one. */
export function closedFormOf(p: Distribution, q: Distribution): ClosedForm | undefined {
  return closedForms.find((form) => form.p === p.family && form.q === q.family);
}
