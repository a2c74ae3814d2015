import { expm1mx } from "../../math/expm1mx";
import { powerTerm } from "../../math/power-term";
import type { LogTerm } from "./log-term";

// Each is what a point adds to a measure, ≥ 0, from both logarithms: no density is too small to count.

const { NEGATIVE_INFINITY, POSITIVE_INFINITY } = Number;

/** p ln(p/q) − p + q. */
export const klTerm: LogTerm = (logP, logQ, u) => {
  if (logP === NEGATIVE_INFINITY) return Math.exp(logQ);
  if (logQ === NEGATIVE_INFINITY) return POSITIVE_INFINITY;
  if (u > -0.5 && u < 0.5) return grown(logP, expm1mx(-u));
  return u > 0 ? grown(logP, u + Math.expm1(-u)) : Math.exp(logQ) + grown(logP, u - 1);
};

/** (p − q) ln(p/q). */
export const jeffreysLogTerm: LogTerm = (logP, logQ, u) => {
  if (logP === logQ) return 0;
  if (logP === NEGATIVE_INFINITY || logQ === NEGATIVE_INFINITY) return POSITIVE_INFINITY;
  const size = Math.abs(u);
  return grown(Math.max(logP, logQ), -Math.expm1(-size) * size);
};

/** (p − q)²/q. */
export const chiSquaredLogTerm: LogTerm = (logP, logQ, u) => {
  if (logP === NEGATIVE_INFINITY) return Math.exp(logQ);
  if (logQ === NEGATIVE_INFINITY) return POSITIVE_INFINITY;
  return u < 0 ? Math.exp(logQ) * Math.expm1(u) ** 2 : Math.exp(logP + u) * Math.expm1(-u) ** 2;
};

/** (p − q)²/p. */
export const neymanLogTerm: LogTerm = (logP, logQ, u) => chiSquaredLogTerm(logQ, logP, -u);

/** (p^λ q^(1−λ) − λp − (1−λ)q)/(λ(λ−1)). */
export function powerLogTerm(order: number, complement: number): LogTerm {
  // The term of (p, q, λ) is that of (q, p, 1 − λ): keep λ ≥ ½, away from the division by 0.
  if (order < 0.5) {
    const turned = powerLogTerm(complement, order);
    return (logP, logQ, u) => turned(logQ, logP, -u);
  }
  if (complement === 0) return klTerm;
  const near = fromLogs((p, q, d) => powerTerm(p, q, d, order, complement));
  return (logP, logQ, u) => {
    if (u > -0.4 && u < 0.4) return near(logP, logQ, u);
    if (logP === NEGATIVE_INFINITY) return Math.exp(logQ) / order;
    if (logQ === NEGATIVE_INFINITY) {
      return complement > 0 ? Math.exp(logP) / complement : POSITIVE_INFINITY;
    }
    const exponent = -complement * u;
    if (exponent > 30) {
      // p^λ q^(1−λ) may be far greater than both.
      const product = Math.exp(logP + exponent);
      const [a, b] = [Math.exp(logP), Math.exp(logQ)];
      return Math.max(0, (b - a - (product - a) / complement) / order);
    }
    if (u < 0) return (Math.exp(logQ) - grown(logP, 1 + Math.expm1(exponent) / complement)) / order;
    return grown(logP, Math.expm1(-u) - Math.expm1(exponent) / complement) / order;
  };
}

/** A term of values as one of logarithms, scaled by the larger: for terms that stay finite where one value is 0. */
export function fromLogs(term: (p: number, q: number, difference: number) => number): LogTerm {
  return (logP, logQ, u) => {
    const top = Math.max(logP, logQ);
    if (top === NEGATIVE_INFINITY) return 0;
    const [p, q] = logP > logQ ? [1, Math.exp(-u)] : [Math.exp(u), 1];
    const d = logP > logQ ? -Math.expm1(-u) : Math.expm1(u);
    const value = term(p, q, d);
    return value > 0 ? grown(top, value) : value === 0 ? 0 : Math.exp(top) * value;
  };
}

/** e^log·factor for a factor known by itself, also where e^log alone would be 0. */
export function grown(log: number, factor: number): number {
  const plain = Math.exp(log);
  if (plain > 1e-290) return plain * factor;
  return factor > 0 ? Math.exp(log + Math.log(factor)) : plain * factor;
}
