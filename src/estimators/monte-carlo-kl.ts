import {
  type AnyDistribution,
  isDistribution,
  isMultivariate,
} from "../distributions/distribution";
import { expm1mx } from "../math/expm1mx";
import { type Prng, seeded } from "../math/random";
import { checkOptions, oneOf } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import { count, flag, generator } from "../words/option-kinds";
import { type Estimate, normalEstimate } from "./estimate";

/** Options of `monteCarloKl`. */
export interface MonteCarloOptions {
  /** How many draws of p; default 10000. */
  readonly samples?: number;
  /** Default seeded(0). */
  readonly prng?: Prng;
  /**
   * With r = q(x)/p(x), x ~ p: "k1" averages −ln r, "k2" ½ (ln r)² (biased, of small spread when q is near p),
   * "k3" r − 1 − ln r (each term ≥ 0, of small spread when q is near p). Default "k1".
   */
  readonly estimator?: "k1" | "k2" | "k3";
  /** Subtract c (r − E[r]) with the c that spreads least. Default false. */
  readonly controlVariate?: boolean;
}

const terms = {
  k1: (logRatio: number): number => -logRatio,
  k2: (logRatio: number): number => (logRatio * logRatio) / 2,
  k3: (logRatio: number): number => expm1mx(logRatio),
};

/**
 * D(p ‖ q) = E_p[ln p(X) − ln q(X)] estimated from draws of p: for any dimension, and by name only.
 *
 * "k1" is unbiased, may come out negative and is not clipped. "k3" and the control variate rest on E[r], the mass of q
 * on p's support: known on the line, taken as 1 in several dimensions. Where p hardly ever draws where q has mass,
 * r is so rarely large that their standard errors promise too much; they are for q near p, as in policy gradients.
 *
 * @param p, q distributions of the same dimension
 * @param options `samples`, `prng`, `estimator`, `controlVariate`
 * @returns value in nats (Infinity where a draw has q = 0), standard error, 95 % interval
 * @throws RangeError where p draws on a pole of its density; TypeError unless p and q are distributions of one kind and dimension, RangeError for a bad option
 *
 * @example
 * monteCarloKl(normal(0, 1), normal(0, 1)).value; // 0
 * monteCarloKl(normal(0, 1), normal(1, 1), { samples: 1000, prng: seeded(7) }).method; // "monteCarlo k1"
 *
 * Source: J. Schulman, Approximating KL divergence (2020); R. Y. Rubinstein and D. P. Kroese, Simulation and the Monte Carlo Method, 3rd ed. (2017), section 5.2.
 */
export function monteCarloKl(
  p: AnyDistribution,
  q: AnyDistribution,
  options: MonteCarloOptions = {},
): Estimate {
  check(p, q);
  checkOptions("monteCarloKl", options, {
    samples: count(2, 2e7),
    prng: generator,
    estimator: oneOf("k1", "k2", "k3"),
    controlVariate: flag,
  });
  const { samples = 10_000, prng = seeded(0), estimator = "k1", controlVariate = false } = options;
  const method = `monteCarlo ${estimator}${controlVariate ? " + control variate" : ""}`;
  const term = terms[estimator];
  const values = new Float64Array(samples);
  const controls = new Float64Array(samples);
  const missing = massOutside(p, q);
  const draws: readonly (number | number[])[] = p.sample(samples, prng);
  for (const [i, x] of draws.entries()) {
    const [logQ, logP] = [q.logProb(x as never), p.logProb(x as never)];
    if (logP === Number.POSITIVE_INFINITY) throw onPole(p, x);
    if (!isFinitePoint(x)) throw beyondDoubles(p, x);
    const logRatio = logQ - logP;
    values[i] = estimator === "k3" ? term(logRatio) + missing : term(logRatio);
    controls[i] = Math.expm1(logRatio) + missing;
  }
  const mean = average(values);
  if (!Number.isFinite(mean)) return normalEstimate(mean, Number.NaN, method);
  if (!controlVariate) return normalEstimate(mean, spread(values, mean), method);
  const adjusted = regress(values, controls);
  const value = average(adjusted);
  return normalEstimate(value, spread(adjusted, value), method);
}

/** A draw on a pole of its own density: nearer to the end of the support than doubles tell. */
function onPole(p: AnyDistribution, x: number | readonly number[]): RangeError {
  return valueError(
    "monteCarloKl",
    `${p} 的抽样落在 x = ${x}，那里的密度是无穷：离支撑的端点太近，双精度数分辨不出，加权便无意义；请用 kl(p, q)`,
    `${p} draws x = ${x}, where its density is infinite: nearer to the end of its support than doubles can tell, so that it cannot be weighed; use kl(p, q)`,
  );
}

const isFinitePoint = (x: number | readonly number[]): boolean =>
  typeof x === "number" ? Number.isFinite(x) : x.every(Number.isFinite);

/** A draw that overflows: tails so heavy that doubles do not hold them. */
function beyondDoubles(p: AnyDistribution, x: number | readonly number[]): RangeError {
  return valueError(
    "monteCarloKl",
    `${p} 的抽样超出双精度数的范围（x = ${x}），无法加权；请用 kl(p, q)`,
    `${p} draws x = ${x}, beyond the range of doubles, so that it cannot be weighed; use kl(p, q)`,
  );
}

/** P(Y outside the support of p) for Y ~ q, on the line. */
function massOutside(p: AnyDistribution, q: AnyDistribution): number {
  if (isMultivariate(p) || isMultivariate(q)) return 0;
  const [low, high] = p.support;
  const before = q.kind === "discrete" ? q.cdf(low - 1) : q.cdf(low);
  return before + (q.survival?.(high) ?? 1 - q.cdf(high));
}

function check(p: unknown, q: unknown): void {
  const caller = "monteCarloKl";
  if (!isDistribution(p) || !isDistribution(q)) {
    throw shapeError(
      caller,
      "p 与 q 应为分布；数组请用 kl",
      "p and q must be distributions; use kl for arrays",
    );
  }
  if (p.dimension !== q.dimension || p.kind !== q.kind || isMultivariate(p) !== isMultivariate(q)) {
    throw shapeError(
      caller,
      `${p} 与 ${q} 应同为连续或离散、同维`,
      `${p} and ${q} must both be continuous or discrete, and of one dimension`,
    );
  }
}

function average(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** The standard error of the mean. */
function spread(values: Float64Array, mean: number): number {
  let sum = 0;
  for (const value of values) sum += (value - mean) ** 2;
  return Math.sqrt(sum / (values.length - 1) / values.length);
}

/** values − c·controls with the least variance; E[controls] is 0. */
function regress(values: Float64Array, controls: Float64Array): Float64Array {
  const [v, u] = [average(values), average(controls)];
  let [both, own] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    both += (values[i] - v) * (controls[i] - u);
    own += (controls[i] - u) ** 2;
  }
  const c = own > 0 && Number.isFinite(own) ? both / own : 0;
  return values.map((value, i) => value - c * controls[i]);
}
