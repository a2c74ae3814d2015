import type { AnyDistribution } from "../../distributions/distribution";
import { type ClosedForm, row } from "./closed-form";
import type { Facts, Membership } from "./facts/facts";
import { generalizedGammaKl } from "./generalized-gamma-kl";
import {
  generalizedGammaDistance,
  generalizedGammaTransport,
} from "./transport/generalized-gamma-distance";

const formula =
  "ln(mp Γ(kq)/(mq Γ(kp))) + mq kq ln(aq/ap) + (kp − kq mq/mp) ψ(kp) − kp + (ap/aq)^mq Γ(kp + mq/mp)/Γ(kp)";
const tex = String.raw`\ln\frac{m_p\,\Gamma(k_q)}{m_q\,\Gamma(k_p)}+m_qk_q\ln\frac{a_q}{a_p}+\Bigl(k_p-\frac{k_qm_q}{m_p}\Bigr)\psi(k_p)-k_p+\Bigl(\frac{a_p}{a_q}\Bigr)^{m_q}\frac{\Gamma(k_p+m_q/m_p)}{\Gamma(k_p)}`;

function parametersIn(member: Membership<AnyDistribution>, side: "p" | "q"): string {
  const [k, m, a] = member.tex.map((text) => text.replace("%", side));
  return `k_${side}=${k},\\ m_${side}=${m},\\ a_${side}=${a}`;
}

/** The row of two families of generalized gammas, one formula for all; undefined where one is none. */
export function generalizedGammaRow(p: Facts, q: Facts): ClosedForm | undefined {
  const [own, other] = [p.generalizedGamma, q.generalizedGamma];
  if (!own || !other) return undefined;
  return row<AnyDistribution, AnyDistribution>(p.family, q.family, {
    kl: (a, b) => generalizedGammaKl(own.of(a), other.of(b)),
    ...(p === q ? { geometricMean: own.geometricMean } : {}),
    formula: `${formula}, where (X/a)^m ~ gamma(k, 1)`,
    tex: `${tex}\\quad(${parametersIn(own, "p")};\\ ${parametersIn(other, "q")})`,
    source:
      "C. Bauckhage, Computing the Kullback–Leibler divergence between two generalized gamma distributions (2014)",
    wasserstein: {
      first: (a, b) => generalizedGammaDistance(own.of(a), other.of(b), 1),
      second: (a, b) => generalizedGammaDistance(own.of(a), other.of(b), 2),
      ...generalizedGammaTransport,
    },
  });
}
