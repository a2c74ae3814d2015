import type { AnyDistribution } from "../../distributions/distribution";
import type { ChiSquared } from "../../distributions/families/chi-squared";
import type { Exponential } from "../../distributions/families/exponential";
import type { Gamma } from "../../distributions/families/gamma";
import type { HalfNormal } from "../../distributions/families/half-normal";
import type { Rayleigh } from "../../distributions/families/rayleigh";
import type { Weibull } from "../../distributions/families/weibull";
import { type ClosedForm, row } from "./closed-form";
import { type GeneralizedGamma, generalizedGammaKl } from "./generalized-gamma";
import { positiveMeans } from "./positive-means";

/** A family as generalized gammas. */
export interface Member {
  readonly of: (d: never) => GeneralizedGamma;
  /** Shape k, power m and scale a in TeX, with % for the side. */
  readonly tex: readonly [string, string, string];
}

/** The families (X/a)^m ~ gamma(k, 1), each in its own parameters. */
export const members: Readonly<Record<string, Member>> = {
  exponential: {
    of: (d: Exponential) => ({ shape: 1, power: 1, numerator: 1, denominator: d.rate }),
    tex: ["1", "1", String.raw`\lambda_%^{-1}`],
  },
  gamma: {
    of: (d: Gamma) => ({ shape: d.shape, power: 1, numerator: 1, denominator: d.rate }),
    tex: [String.raw`\alpha_%`, "1", String.raw`\beta_%^{-1}`],
  },
  chiSquared: {
    of: (d: ChiSquared) => ({ shape: d.df / 2, power: 1, numerator: 1, denominator: 0.5 }),
    tex: [String.raw`\nu_%/2`, "1", "2"],
  },
  weibull: {
    of: (d: Weibull) => ({ shape: 1, power: d.shape, numerator: d.scale, denominator: 1 }),
    tex: ["1", String.raw`\kappa_%`, String.raw`\lambda_%`],
  },
  rayleigh: {
    of: (d: Rayleigh) => ({ shape: 1, power: 2, numerator: d.scale, denominator: Math.SQRT1_2 }),
    tex: ["1", "2", String.raw`\sqrt2\,\sigma_%`],
  },
  halfNormal: {
    of: (d: HalfNormal) => ({
      shape: 0.5,
      power: 2,
      numerator: d.scale,
      denominator: Math.SQRT1_2,
    }),
    tex: [String.raw`\tfrac12`, "2", String.raw`\sqrt2\,\sigma_%`],
  },
};

const formula =
  "ln(mp Γ(kq)/(mq Γ(kp))) + mq kq ln(aq/ap) + (kp − kq mq/mp) ψ(kp) − kp + (ap/aq)^mq Γ(kp + mq/mp)/Γ(kp)";
const tex = String.raw`\ln\frac{m_p\,\Gamma(k_q)}{m_q\,\Gamma(k_p)}+m_qk_q\ln\frac{a_q}{a_p}+\Bigl(k_p-\frac{k_qm_q}{m_p}\Bigr)\psi(k_p)-k_p+\Bigl(\frac{a_p}{a_q}\Bigr)^{m_q}\frac{\Gamma(k_p+m_q/m_p)}{\Gamma(k_p)}`;

function parametersIn(family: string, side: "p" | "q"): string {
  const [k, m, a] = members[family].tex.map((text) => text.replace("%", side));
  return `k_${side}=${k},\\ m_${side}=${m},\\ a_${side}=${a}`;
}

/** exponential, gamma, χ², Weibull, Rayleigh and half-normal against one another: 36 rows of one formula. */
export const positiveForms: readonly ClosedForm[] = Object.keys(members).flatMap((p) =>
  Object.keys(members).map((q) => {
    const [ofP, ofQ] = [members[p].of, members[q].of];
    return row<AnyDistribution, AnyDistribution>(p, q, {
      kl: (a, b) => generalizedGammaKl(ofP(a as never), ofQ(b as never)),
      ...(p === q && positiveMeans[p] ? { geometricMean: positiveMeans[p] } : {}),
      formula: `${formula}, where (X/a)^m ~ gamma(k, 1)`,
      tex: `${tex}\\quad(${parametersIn(p, "p")};\\ ${parametersIn(q, "q")})`,
      source:
        "C. Bauckhage, Computing the Kullback–Leibler divergence between two generalized gamma distributions (2014)",
    });
  }),
);
