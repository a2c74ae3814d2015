import type { AnyDistribution } from "../../../distributions/distribution";
import type { InverseGamma } from "../../../distributions/families/inverse-gamma";
import type { LogNormal } from "../../../distributions/families/log-normal";
import type { Pareto } from "../../../distributions/families/pareto";
import { logGamma } from "../../../math/log-gamma";
import type { GeneralizedGamma } from "../generalized-gamma";
import { type Member, members } from "../positive";
import { paretoFirst, paretoSecond } from "./pareto";
import { panaretos, type TransportEntry, transport } from "./transport-form";

const source = `${panaretos}.2, by the quantiles`;

/** The scale of p less that of q. */
function scaleDifference(p: GeneralizedGamma, q: GeneralizedGamma): number {
  if (p.denominator === q.denominator) return (p.numerator - q.numerator) / p.denominator;
  if (p.numerator === q.numerator) {
    return (p.numerator / p.denominator) * ((q.denominator - p.denominator) / q.denominator);
  }
  return p.numerator / p.denominator - q.numerator / q.denominator;
}

/** Γ(k + x)/Γ(k), by the recurrence where x is 1 or 2. */
function rise(k: number, x: number): number {
  if (x === 1) return k;
  return x === 2 ? k * (k + 1) : Math.exp(logGamma(k + x) - logGamma(k));
}

function scaleFamily(
  [p, own]: readonly [string, Member],
  [q, other]: readonly [string, Member],
): TransportEntry {
  const distance = (a: AnyDistribution, b: AnyDistribution, order: 1 | 2): number | undefined => {
    const [x, y] = [own.of(a as never), other.of(b as never)];
    if (x.shape !== y.shape || x.power !== y.power) return undefined;
    return Math.abs(scaleDifference(x, y)) * rise(x.shape, order / x.power) ** (1 / order);
  };
  return transport<AnyDistribution, AnyDistribution>(p, q, {
    first: (a, b) => ordered(own.of(a as never), other.of(b as never)) ?? distance(a, b, 1),
    second: (a, b) => distance(a, b, 2),
    formula:
      "for equal shapes k and powers m: W₂² = (ap − aq)² Γ(k + 2/m)/Γ(k), W₁ = |ap − aq| Γ(k + 1/m)/Γ(k); m = 1 and one above the other: W₁ = |E X − E Y|",
    tex: String.raw`W_2^2=(a_p-a_q)^2\,\frac{\Gamma(k+2/m)}{\Gamma(k)},\quad W_1=|a_p-a_q|\,\frac{\Gamma(k+1/m)}{\Gamma(k)}\quad(k_p=k_q=k,\ m_p=m_q=m)`,
    source,
  });
}

/** W₁ of two gammas of which one is above the other at every level: the difference of the means. */
function ordered(p: GeneralizedGamma, q: GeneralizedGamma): number | undefined {
  if (p.power !== 1 || q.power !== 1) return undefined;
  const [shape, scale] = [p.shape - q.shape, scaleDifference(p, q)];
  if (shape * scale < 0) return undefined;
  return Math.abs(shape * (p.numerator / p.denominator) + q.shape * scale);
}

export const positiveTransports: readonly TransportEntry[] = [
  ...Object.entries(members).flatMap((p) => Object.entries(members).map((q) => scaleFamily(p, q))),
  transport<InverseGamma>("inverseGamma", "inverseGamma", {
    first(p, q) {
      if (p.shape !== q.shape) return undefined;
      const change = Math.abs(p.scale - q.scale);
      if (change === 0) return 0;
      return p.shape > 1 ? change / (p.shape - 1) : Number.POSITIVE_INFINITY;
    },
    second(p, q) {
      if (p.shape !== q.shape) return undefined;
      const change = Math.abs(p.scale - q.scale);
      if (change === 0) return 0;
      if (p.shape <= 2) return Number.POSITIVE_INFINITY;
      return change / Math.sqrt(p.shape - 1) / Math.sqrt(p.shape - 2);
    },
    formula:
      "for equal α: W₂² = (βp − βq)²/((α − 1)(α − 2)), ∞ for α ≤ 2; W₁ = |βp − βq|/(α − 1), ∞ for α ≤ 1",
    tex: String.raw`W_2^2=\frac{(\beta_p-\beta_q)^2}{(\alpha-1)(\alpha-2)},\quad W_1=\frac{|\beta_p-\beta_q|}{\alpha-1}\quad(\alpha_p=\alpha_q=\alpha)`,
    source,
  }),
  transport<LogNormal>("logNormal", "logNormal", {
    second(p, q) {
      const [a, b] = [p.mu + p.sigma ** 2, q.mu + q.sigma ** 2];
      const change = p.mu - q.mu + (p.sigma - q.sigma) * (p.sigma + q.sigma);
      const middle = Math.exp((a + b) / 2);
      const between = 2 * Math.sinh(change / 2);
      return (
        middle * Math.hypot(between, Math.sqrt(-2 * Math.expm1(-((p.sigma - q.sigma) ** 2) / 2)))
      );
    },
    formula: "W₂² = (e^a − e^b)² + 2 e^(a + b) (1 − e^(−(σp − σq)²/2)), a = μp + σp², b = μq + σq²",
    tex: String.raw`W_2^2=(e^a-e^b)^2+2e^{a+b}\bigl(1-e^{-(\sigma_p-\sigma_q)^2/2}\bigr),\quad a=\mu_p+\sigma_p^2,\ b=\mu_q+\sigma_q^2`,
    source,
  }),
  transport<Pareto>("pareto", "pareto", {
    first: paretoFirst,
    second: paretoSecond,
    formula:
      "W₂² = mp² αp/(αp − 2) + mq² αq/(αq − 2) − 2 mp mq/(1 − 1/αp − 1/αq); W₁ = ∫₀¹ |mp u^(−1/αp) − mq u^(−1/αq)| du; ∞ where α ≤ 2 (W₁: α ≤ 1)",
    tex: String.raw`W_2^2=\frac{m_p^2\alpha_p}{\alpha_p-2}+\frac{m_q^2\alpha_q}{\alpha_q-2}-\frac{2m_pm_q}{1-1/\alpha_p-1/\alpha_q},\quad W_1=\int_0^1\bigl|m_pu^{-1/\alpha_p}-m_qu^{-1/\alpha_q}\bigr|\,du`,
    source,
  }),
];
