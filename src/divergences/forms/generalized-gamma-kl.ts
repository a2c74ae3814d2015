import { logGamma } from "../../math/log-gamma";
import { binetBregman, logGammaBregman, quotientBregman } from "../../math/log-gamma-bregman";
import { relativeEntropyTerm } from "../../math/relative-entropy-term";
import { extremeValueKl } from "./extreme-value-kl";

/**
 * X = (numerator/denominator) W^(1/power) with W ~ gamma(shape, 1); which families are such, their facts say. The
 * scale is kept as a quotient, so that equal rates stay equal.
 */
export interface GeneralizedGamma {
  readonly shape: number;
  readonly power: number;
  readonly numerator: number;
  readonly denominator: number;
}

/** A quotient and, where it is near 1, its exact distance from 1. */
export interface Quotient {
  readonly ratio: number;
  readonly excess: number;
  /** Its logarithm, where the ratio itself may be beyond the doubles. */
  readonly log?: number;
}

/** A quotient that is less, or as much greater than 1, is told by its logarithm. */
const tiny = 1e-290;

/** l ln(l/m) − l + m, also for an m that only its logarithm can tell. */
function farTerm(l: number, m: number, logM: number, difference: number): number {
  if (m > tiny) return relativeEntropyTerm(l, m, difference);
  return l * (Math.log(l) - logM) - l + m;
}

/** a/b. */
export function quotient(a: number, b: number): Quotient {
  const ratio = a / b;
  const isFar = !(ratio > tiny && ratio < 1 / tiny);
  return { ratio, excess: (a - b) / b, ...(isFar ? { log: Math.log(a) - Math.log(b) } : {}) };
}

/** The quotient to a power. */
function power(base: Quotient, exponent: number): Quotient {
  const log = exponent * logOf(base);
  return { ratio: Math.exp(log), excess: Math.expm1(log), log };
}

function logOf({ ratio, excess, log }: Quotient): number {
  if (log !== undefined && !(ratio > tiny && ratio < 1 / tiny)) return log;
  return excess > -0.5 && excess < 1 ? Math.log1p(excess) : Math.log(ratio);
}

/** D of two gamma distributions, given the quotient rq/rp of their rates; three terms ≥ 0. */
export function gammaKl(shapeP: number, shapeQ: number, rates: Quotient): number {
  const change = shapeQ - shapeP;
  const target = shapeP * rates.ratio;
  // Where one is tiny beside the other, the differences are greater than what they are to tell apart.
  const far =
    Math.max(Math.abs(change), shapeP * Math.abs(rates.excess)) > Math.max(shapeQ, target);
  const d = far ? shapeQ - target : change - shapeP * rates.excess;
  return (
    farTerm(shapeQ, target, Math.log(shapeP) + logOf(rates), d) +
    quotientBregman(shapeQ, shapeP) / 2 +
    binetBregman(shapeQ, shapeP, change)
  );
}

/** The scale of p divided by that of q. */
function scales(p: GeneralizedGamma, q: GeneralizedGamma): Quotient {
  if (p.denominator === q.denominator) return quotient(p.numerator, q.numerator);
  if (p.numerator === q.numerator) return quotient(q.denominator, p.denominator);
  const ratio = (p.numerator / q.numerator) * (q.denominator / p.denominator);
  const log =
    Math.log(p.numerator) -
    Math.log(q.numerator) +
    (Math.log(q.denominator) - Math.log(p.denominator));
  return { ratio, excess: ratio - 1, log };
}

/**
 * D of two generalized gammas, by what they have in common: equal powers, or shapes 1, or neither.
 *
 * In general, with ρ = power_q/power_p, c = (scale_p/scale_q)^power_q and M = c Γ(k + ρ)/Γ(k), k and l the shapes:
 * [l ln(l/M) − l + M] + l·B(k + ρ, k + 1) + B(l, k) − [l ln(l/k) − l + k] + (ρ − 1 − ln ρ) + (l − k)(ρ − 1)/k,
 * B(x, y) = ln Γ(x) − ln Γ(y) − (x − y) ψ(y).
 */
export function generalizedGammaKl(p: GeneralizedGamma, q: GeneralizedGamma): number {
  const ratio = scales(p, q);
  const s = (q.power - p.power) / p.power;
  if (s === 0) {
    return gammaKl(p.shape, q.shape, p.power === 1 ? ratio : power(ratio, p.power));
  }
  const logC = q.power * logOf(ratio);
  if (p.shape === 1 && q.shape === 1) return extremeValueKl(logC, q.power / p.power, s);
  const [k, l, rho] = [p.shape, q.shape, q.power / p.power];
  // Γ(k + 2)/Γ(k) as a product: of a large k the logarithms would lose digits.
  const logM = logC + logGamma(k + rho) - logGamma(k);
  const m = rho === 2 ? Math.exp(logC) * k * (k + 1) : Math.exp(logM);
  const change = l - k;
  return (
    farTerm(l, m, logM, l - m) +
    l * logGammaBregman(k + rho, k + 1, s) +
    quotientBregman(l, k) / 2 +
    binetBregman(l, k, change) +
    quotientBregman(rho, 1, s) +
    (change / k) * s
  );
}
