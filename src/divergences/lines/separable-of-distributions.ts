import { type Distribution, isMultivariate } from "../../distributions/distribution";
import type { PairTerm } from "../../math/relative-entropy-term";
import { valueError } from "../../words/errors";
import { integratePair, type LogTerm } from "./integrate-pair";
import { sumPair } from "./sum-pair";
import { supportsOf } from "./supports";
import { refuseUnresolved } from "./unresolved-part";

/** ∫ term(p(x), q(x)) dx, or its sum over integers. */
export function separableOfDistributions(
  caller: string,
  p: Distribution,
  q: Distribution,
  term: PairTerm,
): number {
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
  const logTerm = fromLogs(term);
  const { value, converged } =
    p.kind === "discrete" ? sumPair(p, q, logTerm) : integratePair(p, q, logTerm);
  if (converged) return value;
  throw valueError(
    caller,
    `${p} 与 ${q} 的积分不收敛；可用样本估计（monteCarloKl 或 estimateKl）`,
    `the integral for ${p} and ${q} does not converge; estimate from samples (monteCarloKl or estimateKl)`,
  );
}

/** Supports that share no interval, and no integer. */
function disjoint(p: Distribution, q: Distribution): boolean {
  const left = Math.min(p.support[1], q.support[1]);
  const right = Math.max(p.support[0], q.support[0]);
  return p.kind === "discrete" ? left < right : left <= right;
}

/** The term as a function of ln p and ln q, scaled by the larger so that the smaller underflows last. */
function fromLogs(term: PairTerm): LogTerm {
  return (logP, logQ) => {
    const top = Math.max(logP, logQ);
    const scale = Math.exp(top);
    if (scale === 0) return 0;
    const [p, q] = [Math.exp(logP - top), Math.exp(logQ - top)];
    const d = logP > logQ ? -Math.expm1(logQ - logP) : Math.expm1(logP - logQ);
    return scale * term(p, q, d);
  };
}
