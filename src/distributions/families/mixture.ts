import { type InvertibleCdf, invertCdf } from "../../math/invert-cdf";
import { logSumExp } from "../../math/log-sum-exp";
import type { Prng } from "../../math/random";
import { shapeError } from "../../words/errors";
import {
  type AnyDistribution,
  type Distribution,
  isMultivariate,
  type MultivariateDistribution,
} from "../distribution";
import { drawOf } from "../draw-of";
import { expectation, surprisal } from "../expectation";
import { checkDraws, Family, openUniform } from "../family";
import { integerQuantile, integerSurvivalQuantile } from "../first-integer";
import { reflected } from "../invert-survival";
import { logCdfOf, logSurvivalOf, survivalOf } from "../log-tail";
import { type CheckedMixture, checkedMixture, pickComponent } from "../mixture-parts";
import { checkLevel, checkSurvivalLevel } from "../parameters";
import { upperQuantile } from "../upper-quantile";
import { MultivariateMixture } from "./multivariate-mixture";

/** From so many draws on each component draws all of its own at once. */
const manyDraws = 20_000;

/** A mixture of one-dimensional distributions as a value; made by `mixture`. */
export class Mixture extends Family {
  // Parameters
  readonly weights: readonly number[];
  readonly components: readonly Distribution[];
  readonly kind: "continuous" | "discrete";
  readonly logProbBelowEnd?: (y: number) => number;

  constructor({ weights, components, kind }: CheckedMixture<Distribution>) {
    super();
    this.weights = weights;
    this.components = components;
    this.kind = kind;
    const high = this.support[1];
    if (components.some((c) => c.logProbBelowEnd && c.support[1] === high)) {
      this.logProbBelowEnd = (y) =>
        this.#logAverage((c) =>
          c.support[1] === high && c.logProbBelowEnd ? c.logProbBelowEnd(y) : c.logProb(high - y),
        );
    }
  }

  get family(): "mixture" {
    return "mixture";
  }

  get parameters(): {
    readonly weights: readonly number[];
    readonly components: readonly Distribution[];
  } {
    return { weights: this.weights, components: this.components };
  }

  // Support
  get support(): readonly [number, number] {
    const lows = this.components.map(({ support }) => support[0]);
    const highs = this.components.map(({ support }) => support[1]);
    return [Math.min(...lows), Math.max(...highs)];
  }

  /** The kinks of the components and the ends of their supports. */
  override get kinks(): readonly number[] {
    const [low, high] = this.support;
    const points = this.components.flatMap(({ kinks, support }) => [...kinks, ...support]);
    return [...new Set(points)].filter((x) => x > low && x < high).sort((a, b) => a - b);
  }

  override get landmarks(): readonly number[] {
    return this.components.flatMap(
      (c) => c.landmarks ?? [0.02, 0.5, 0.98].map((u) => c.quantile(u)),
    );
  }

  // Probabilities
  logProb(x: number): number {
    return this.#logAverage((c) => c.logProb(x));
  }

  cdf(x: number): number {
    return Math.min(
      1,
      this.#average((c) => c.cdf(x)),
    );
  }

  override survival(x: number): number {
    return Math.min(
      1,
      this.#average((c) => survivalOf(c, x)),
    );
  }

  override logCdf(x: number): number {
    const log = this.#logAverage((c) => logCdfOf(c, x));
    return log < -0.7 ? log : Math.log1p(-this.survival(x));
  }

  override logSurvival(x: number): number {
    const log = this.#logAverage((c) => logSurvivalOf(c, x));
    return log < -0.7 ? log : Math.log1p(-this.cdf(x));
  }

  quantile(u: number): number {
    checkLevel("mixture", u);
    const quantiles = this.components.map((c) => c.quantile(u));
    const [low, high] = [Math.min(...quantiles), Math.max(...quantiles)];
    if (low === high) return low;
    if (this.kind === "discrete") return integerQuantile(this.#between(low, high), u, low);
    const start = low + (high - low) / 2;
    if (!Number.isFinite(start)) return u < 0.5 ? low : high;
    return invertCdf(this.#between(low, high), u, start, (high - low) / 4);
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("mixture", v);
    const quantiles = this.components.map((c) => upperQuantile(c, v));
    const [low, high] = [Math.min(...quantiles), Math.max(...quantiles)];
    if (low === high) return low;
    if (this.kind === "discrete") return integerSurvivalQuantile(this.#between(low, high), v, low);
    const start = low + (high - low) / 2;
    if (!Number.isFinite(start)) return v > 0.5 ? low : high;
    return -invertCdf(reflected(this.#between(low, high)), v, -start, (high - low) / 4);
  }

  /** Itself, to be searched between quantiles of its components. */
  #between(low: number, high: number): InvertibleCdf {
    return {
      support: [low, high],
      cdf: (x) => this.cdf(x),
      survival: (x) => this.survival(x),
      prob: (x) => this.prob(x),
    };
  }

  /** Many draws component by component, as each has its tables for many; in the order in which they were picked. */
  override sample(n: number, prng: Prng): number[] {
    checkDraws("mixture", n, prng);
    if (n < manyDraws) return super.sample(n, prng);
    const picked = new Uint32Array(n);
    const counts = this.components.map(() => 0);
    for (let i = 0; i < n; i++) {
      picked[i] = pickComponent(this.weights, openUniform(prng));
      counts[picked[i]]++;
    }
    const drawn = this.components.map((c, i) => c.sample(counts[i], prng));
    const next = counts.map(() => 0);
    return Array.from(picked, (c) => drawn[c][next[c]++]);
  }

  override draw(prng: Prng): number {
    const c = this.components[pickComponent(this.weights, openUniform(prng))];
    return drawOf(c, prng);
  }

  // Moments
  #logAverage(of: (component: Distribution) => number): number {
    return logSumExp(this.components.map((c, i) => Math.log(this.weights[i]) + of(c)));
  }

  #average(of: (component: Distribution) => number): number {
    return this.components.reduce((sum, c, i) => sum + this.weights[i] * of(c), 0);
  }

  get mean(): number {
    return this.#average((c) => c.mean);
  }

  get variance(): number {
    const { mean } = this;
    return this.#average((c) => c.variance + (c.mean - mean) ** 2);
  }

  get entropy(): number {
    return expectation(this, surprisal);
  }
}

/** What `mixture` makes: of one-dimensional components a `Mixture`, of others a `MultivariateMixture`. */
export type MixtureOf<D extends AnyDistribution> = D extends Distribution
  ? Mixture
  : MultivariateMixture;

/**
 * The mixture Σ weightᵢ · componentᵢ: a component is picked by weight, and draws.
 *
 * @param weights ≥ 0, sum 1 within 1e-9; components of weight 0 are left out
 * @param components as many distributions, all continuous or all discrete, of the same dimension
 * @throws RangeError for weights out of range, TypeError for components that do not go together
 *
 * @example
 * mixture([0.5, 0.5], [normal(-2, 1), normal(2, 1)]).mean; // 0
 * mixture([0.25, 0.75], [uniform(0, 1), uniform(2, 3)]).cdf(1.5); // 0.25
 *
 * Source: C. M. Bishop, Pattern Recognition and Machine Learning (2006), section 2.3.9.
 */
export function mixture<D extends AnyDistribution>(
  weights: ArrayLike<number>,
  components: readonly D[],
): MixtureOf<D> {
  const checked = checkedMixture(weights, components);
  if (!checked.components.some(isMultivariate)) {
    return new Mixture(checked as unknown as CheckedMixture<Distribution>) as MixtureOf<D>;
  }
  if (checked.components.every(isMultivariate)) {
    const several = checked as unknown as CheckedMixture<MultivariateDistribution>;
    return new MultivariateMixture(several) as MixtureOf<D>;
  }
  throw shapeError(
    "mixture",
    "components 有的一维、有的多维；维数应相同",
    "components differ in dimension; give distributions of one dimension",
  );
}
