import { type AnyDistribution, isMultivariate } from "../../distributions/distribution";
import { valueError } from "../../words/errors";
import type { KlResult } from "./kl-result";
import { LinePair } from "./line-pair";
import { klTerm } from "./log-terms";
import { notConverged } from "./not-converged";
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
  const isDiscrete = p.kind === "discrete";
  const result = isDiscrete ? sumPair(p, q, klTerm) : new LinePair(p, q).integrate(klTerm);
  const { value, error, converged } = result;
  // p and q so alike that ln(p/q) is rounding: the integral of its square is known to this.
  const negligible = error < 1e-24 && value < 1e-20;
  if (!converged && !negligible) throw notConverged(caller, p, q, result);
  const found = result.witness === undefined ? {} : { witness: result.witness };
  return { value: Math.max(0, value), error, method: isDiscrete ? "sum" : "quadrature", ...found };
}
