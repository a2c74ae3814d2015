import type { Distribution } from "../../distributions/distribution";
import { type Bernoulli, bernoulli } from "../../distributions/families/bernoulli";
import { type Categorical, categorical } from "../../distributions/families/categorical";
import { type Exponential, exponential } from "../../distributions/families/exponential";
import { type Geometric, geometric } from "../../distributions/families/geometric";
import { type Laplace, laplace } from "../../distributions/families/laplace";
import { type Normal, normal } from "../../distributions/families/normal";
import { type Poisson, poisson } from "../../distributions/families/poisson";
import { relativeEntropyTerm } from "../../math/relative-entropy-term";
import { shapeError, valueError } from "../../words/errors";

/** The families that have their likeliest member by formula. */
export interface LikelihoodFamilies {
  readonly bernoulli: Bernoulli;
  readonly categorical: Categorical;
  readonly poisson: Poisson;
  readonly geometric: Geometric;
  readonly normal: Normal;
  readonly laplace: Laplace;
  readonly exponential: Exponential;
}

/** The likeliest member of a family, and its likelihood as a cross-entropy. */
export interface LikelihoodFit<D> {
  readonly distribution: D;
  /** −(1/n) Σ ln q(xᵢ), in nats: of densities, it may be below 0. */
  readonly crossEntropy: number;
  /** Σ ln q(xᵢ) = −n·crossEntropy. */
  readonly logLikelihood: number;
  /** Of a discrete family: H(p̂) of the samples' own frequencies p̂, which no fit changes. */
  readonly entropy?: number;
  /** Of a discrete family: D(p̂‖q) = crossEntropy − entropy ≥ 0, which is least where the likelihood is greatest. */
  readonly divergence?: number;
}

interface Likeliest {
  readonly of: (xs: readonly number[]) => Distribution;
  readonly isDiscrete: boolean;
  readonly admits: (x: number) => boolean;
  readonly values: string;
}

const mean = (xs: readonly number[]): number => {
  // About the first: large values that are near each other keep their digits.
  const [first] = xs;
  return first + xs.reduce((sum, x) => sum + (x - first) / xs.length, 0);
};

function median(xs: readonly number[]): number {
  const sorted = [...xs].sort((a, b) => a - b);
  const [low, high] = [sorted[(xs.length - 1) >> 1], sorted[xs.length >> 1]];
  return low + (high - low) / 2;
}

/**
 * The mean distance from a centre, or the root of the mean square, which may itself be beyond the doubles; where it is 0, the
 * density grows beyond all bounds.
 */
function spread(xs: readonly number[], centre: number, isSquared = false): number {
  const most = xs.reduce((far, x) => Math.max(far, Math.abs(x - centre)), 0);
  // A power of two, which changes no digit.
  const unit = 2 ** Math.floor(Math.log2(most));
  const distances = xs.map((x) => Math.abs(x - centre) / unit);
  if (most > 0)
    return unit * (isSquared ? Math.sqrt(mean(distances.map((d) => d * d))) : mean(distances));
  throw valueError(
    "fitLikelihood",
    `samples 全是 ${xs[0]}，密度可任意大，似然没有最大值；请给不同的样本`,
    `samples are all ${xs[0]}: the density grows beyond all bounds and no likelihood is greatest; give different samples`,
  );
}

const isCount = (x: number): boolean => Number.isSafeInteger(x) && x >= 0;

const discrete = { isDiscrete: true, admits: isCount, values: "0, 1, 2, …" };
const continuous = { isDiscrete: false, admits: Number.isFinite, values: "ℝ" };

const families: Readonly<Record<keyof LikelihoodFamilies, Likeliest>> = {
  bernoulli: {
    ...discrete,
    of: (xs) => bernoulli(mean(xs)),
    admits: (x) => x === 0 || x === 1,
    values: "0, 1",
  },
  categorical: {
    ...discrete,
    of: (xs) => categorical(frequencies(xs)),
    admits: (x) => isCount(x) && x < 1e6,
    values: "0, 1, …, 999999",
  },
  poisson: { ...discrete, of: (xs) => poisson(mean(xs)) },
  geometric: { ...discrete, of: (xs) => geometric(1 / (1 + mean(xs))) },
  normal: {
    ...continuous,
    of: (xs) => {
      const centre = mean(xs);
      return normal(centre, spread(xs, centre, true));
    },
  },
  laplace: {
    ...continuous,
    of: (xs) => {
      const centre = median(xs);
      return laplace(centre, spread(xs, centre));
    },
  },
  exponential: {
    ...continuous,
    of: (xs) => exponential(1 / spread(xs, 0)),
    admits: (x) => Number.isFinite(x) && x >= 0,
    values: "[0, ∞)",
  },
};

function frequencies(xs: readonly number[]): number[] {
  const shares = new Array<number>(xs.reduce((most, x) => Math.max(most, x), 0) + 1).fill(0);
  for (const x of xs) shares[x] += 1;
  return shares.map((count) => count / xs.length);
}

/**
 * Maximum likelihood, and what it is to relative entropy: the member q of a family with the greatest Σ ln q(xᵢ), which is the least
 * cross-entropy H(p̂, q) of the samples' frequencies p̂, and, of a discrete family, the least D(p̂‖q) = H(p̂, q) − H(p̂). Of densities
 * there is no such D: samples have frequencies and no density.
 *
 * @param samples numbers, at least one; those that the family can give
 * @param family "bernoulli", "categorical" (of 0, 1, … as labels), "poisson", "geometric" (failures before the first success), "normal",
 *   "laplace" or "exponential"
 * @returns `{ distribution, crossEntropy, logLikelihood, entropy?, divergence? }`, in nats
 * @throws RangeError for a sample that the family cannot give, no samples, or samples that leave no likelihood greatest; TypeError for
 *   another family, or samples that are no list of numbers
 *
 * @example
 * fitLikelihood([0, 1, 1, 1], "bernoulli").distribution; // bernoulli(0.75)
 * fitLikelihood([0, 1, 1, 1], "bernoulli").divergence; // 0
 * fitLikelihood([-1, 1, 2, 6], "normal").distribution.mean; // 2
 *
 * Source: C. M. Bishop, Pattern Recognition and Machine Learning (2006), sections 1.6.1 and 2.4.1.
 */
export function fitLikelihood<F extends keyof LikelihoodFamilies>(
  samples: ArrayLike<number>,
  family: F,
): LikelihoodFit<LikelihoodFamilies[F]> {
  const rule = ruleOf(family);
  const xs = checkedSamples(samples, family, rule);
  const distribution = rule.of(xs);
  const logLikelihood = xs.reduce((sum, x) => sum + distribution.logProb(x), 0);
  const told = {
    distribution: distribution as Distribution & LikelihoodFamilies[F],
    crossEntropy: 0 - logLikelihood / xs.length,
    logLikelihood,
  };
  return rule.isDiscrete ? { ...told, ...ofFrequencies(xs, distribution) } : told;
}

/** H(p̂) and D(p̂‖q), the latter by terms that are never negative: of p̂ at the samples, and the mass of q elsewhere. */
function ofFrequencies(
  xs: readonly number[],
  q: Distribution,
): { readonly entropy: number; readonly divergence: number } {
  const counts = new Map<number, number>();
  for (const x of xs) counts.set(x, (counts.get(x) ?? 0) + 1);
  let [entropy, divergence, seen] = [0, 0, 0];
  for (const [x, count] of counts) {
    const [share, mass] = [count / xs.length, Math.exp(q.logProb(x))];
    entropy -= share * Math.log(share);
    divergence += relativeEntropyTerm(share, mass, share - mass);
    seen += mass;
  }
  return { entropy: Math.max(0, entropy), divergence: divergence + Math.max(0, 1 - seen) };
}

function ruleOf(family: unknown): Likeliest {
  if (typeof family === "string" && Object.hasOwn(families, family)) {
    return families[family as keyof LikelihoodFamilies];
  }
  const names = Object.keys(families).map((name) => JSON.stringify(name));
  const given = typeof family === "string" ? JSON.stringify(family) : typeof family;
  throw shapeError(
    "fitLikelihood",
    `family 是 ${given}，应为 ${names.join("、")} 之一`,
    `family is ${given}; give one of ${names.join(", ")}`,
  );
}

function checkedSamples(samples: unknown, family: string, rule: Likeliest): number[] {
  if (!(Array.isArray(samples) || ArrayBuffer.isView(samples)) || samples instanceof DataView) {
    const given = samples === null ? "null" : typeof samples;
    throw shapeError(
      "fitLikelihood",
      `samples 应为数的数组，给的是 ${given}`,
      `samples must be a list of numbers, got ${given}`,
    );
  }
  const xs: unknown[] = Array.from(samples as ArrayLike<unknown>);
  if (xs.length === 0) {
    throw valueError(
      "fitLikelihood",
      "samples 是空的，至少要一个样本",
      "samples is empty; give at least one",
    );
  }
  xs.forEach((x, i) => {
    if (typeof x !== "number") {
      const given = x === null ? "null" : Array.isArray(x) ? "array" : typeof x;
      throw shapeError(
        "fitLikelihood",
        `samples[${i}] 应为数，给的是 ${given}`,
        `samples[${i}] must be a number, got ${given}`,
      );
    }
    if (rule.admits(x)) return;
    throw valueError(
      "fitLikelihood",
      `samples[${i}] 是 ${x}，${family} 的取值是 ${rule.values}`,
      `samples[${i}] is ${x}; ${family} has values ${rule.values}`,
    );
  });
  return xs as number[];
}
