import { type AnyDistribution, isMultivariate } from "../../distributions/distribution";
import { valueError } from "../../words/errors";
import { integratePair } from "./integrate-pair";
import type { KlResult } from "./kl-result";
import { outsideSupport } from "./outside-support";
import { sumPair } from "./sum-pair";
import { refuseUnresolved } from "./unresolved-part";

/** As `quadratureKl`, with its error and how it was got. */
export function klByQuadrature(caller: string, p: AnyDistribution, q: AnyDistribution): KlResult {
  if (isMultivariate(p) || isMultivariate(q)) {
    throw valueError(
      caller,
      `${p.family} 与 ${q.family} 是多维的，没有闭式；请用 monteCarloKl`,
      `${p.family} and ${q.family} have several dimensions and no closed form; use monteCarloKl`,
    );
  }
  const infinite = { value: Number.POSITIVE_INFINITY, error: 0, method: "support" } as const;
  if (p.kind !== q.kind) return infinite;
  const witness = outsideSupport(p, q);
  if (witness !== undefined) return { ...infinite, witness };
  refuseUnresolved(caller, p, q);
  const { value, error, converged } =
    p.kind === "discrete" ? sumPair(p, q, klTerm) : integratePair(p, q, klTerm);
  // p and q so alike that ln(p/q) is rounding: the integral of its square is known to this.
  const negligible = error < 1e-24 && value < 1e-20;
  if (!converged && !negligible) {
    throw valueError(
      caller,
      `${p} 与 ${q} 的积分不收敛；请用 monteCarloKl`,
      `the integral for ${p} and ${q} does not converge; use monteCarloKl`,
    );
  }
  return { value: Math.max(0, value), error, method: p.kind === "discrete" ? "sum" : "quadrature" };
}

/** p ln(p/q) − p + q from the logarithms: ≥ 0, and its integral is the divergence. */
export function klTerm(logP: number, logQ: number): number {
  const p = Math.exp(logP);
  if (p === 0) return Math.exp(logQ);
  if (logQ === Number.NEGATIVE_INFINITY) return Number.POSITIVE_INFINITY;
  const u = logP - logQ;
  if (u > -0.1 && u < 0.1) return p * expm1px(-u);
  return u > 0 ? p * (u + Math.expm1(-u)) : Math.exp(logQ) + p * (u - 1);
}

/** e^x − 1 − x for |x| ≤ 0.1, without cancellation. */
function expm1px(x: number): number {
  let term = (x * x) / 2;
  let sum = term;
  for (let n = 3; n < 12; n++) sum += term *= x / n;
  return sum;
}
