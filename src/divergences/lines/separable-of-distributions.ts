import { type Distribution, isMultivariate } from "../../distributions/distribution";
import type { PairTerm } from "../../math/relative-entropy-term";
import { valueError } from "../../words/errors";
import type { LinePair } from "./line-pair";
import type { LogTerm } from "./log-term";
import { fromLogs } from "./log-terms";
import { notConverged } from "./not-converged";
import { sumPair } from "./sum-pair";
import { supportsOf } from "./supports";
import { refuseUnresolved } from "./unresolved-part";

/** What a measure adds up, of probabilities and of logarithms of densities. */
export interface Terms {
  /** ≥ 0 and homogeneous of degree 1. */
  readonly term: PairTerm;
  /** The same of logarithms; by default by exponentials, which does where the term is finite for p = 0 and q = 0. */
  readonly logTerm?: LogTerm;
  /** True if exchanging p and q must give the same bits. */
  readonly symmetric?: boolean;
  /** True if the term has a kink where p = q. */
  readonly crossings?: boolean;
}

/** ∫ term dx, or a sum over integers, of two distributions on the line. */
export function separableOfDistributions(caller: string, pair: LinePair, terms: Terms): number {
  const [p, q] = pair.given;
  const { term, logTerm = fromLogs(term), crossings } = terms;
  if (isMultivariate(p) || isMultivariate(q)) {
    throw valueError(
      caller,
      `${p} 与 ${q} 是多维的，这里只算一维分布；kl 有多维的闭式，其余可用样本估计`,
      `${p} and ${q} have several dimensions, which this measure does not; kl has closed forms, else estimate from samples`,
    );
  }
  const [alone, missing] = [term(1, 0, 1), term(0, 1, -1)];
  if (p.kind !== q.kind || disjoint(p, q)) return alone + missing; // mutually singular
  const { pOutside, qOutside } = supportsOf(p, q);
  const forbidden =
    (pOutside && alone === Number.POSITIVE_INFINITY) ||
    (qOutside && missing === Number.POSITIVE_INFINITY);
  if (forbidden) return Number.POSITIVE_INFINITY;
  refuseUnresolved(caller, p, q);
  const result =
    p.kind === "discrete" ? sumPair(p, q, logTerm) : pair.integrate(logTerm, { crossings });
  const { value, error, converged } = result;
  // p and q so alike that ln(p/q) is rounding: the integral of its square is known to this.
  const negligible = error < 1e-24 && value < 1e-20;
  if (!converged && !negligible) throw notConverged(caller, p, q, result);
  return value;
}

/** Supports that share no interval, and no integer. */
function disjoint(p: Distribution, q: Distribution): boolean {
  const left = Math.min(p.support[1], q.support[1]);
  const right = Math.max(p.support[0], q.support[0]);
  return p.kind === "discrete" ? left < right : left <= right;
}
