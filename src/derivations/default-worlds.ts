import type { Distribution } from "../distributions/distribution";
import { bernoulli } from "../distributions/families/bernoulli";
import { binomial } from "../distributions/families/binomial";
import { categorical } from "../distributions/families/categorical";
import { logistic } from "../distributions/families/logistic";
import { mixture } from "../distributions/families/mixture";
import { normal } from "../distributions/families/normal";
import { studentT } from "../distributions/families/student-t";
import { extremeWorlds } from "./extreme-worlds";
import type { World } from "./world";

const range = (low: number, high: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));

/** M is the even mixture of P and Q; D a discriminator that tells P from Q, though not the best one. */
const common = (P: Distribution, Q: Distribution): Pick<World, "scope"> => ({
  scope: {
    P,
    Q,
    M: mixture([0.5, 0.5], [P, Q]),
    // Kept from 0 and 1, where its logarithm would be lost to rounding.
    D: (x: number) => 0.1 + 0.8 / (1 + Math.exp(x - 0.8)),
  },
});

const sample = { x: { from: "P_data", size: 64 } } as const;

const unequalVariances: World = {
  name: "方差不等的正态",
  scope: {
    ...common(normal(0, 1), normal(1, 2)).scope,
    R: normal(2, 0.7),
    P_data: normal(0.4, 1.5),
    P_G: (θ: number) => normal(θ, 1),
  },
  sample,
  grid: { θ: range(-2, 3, 11) },
};

const bimodal = mixture([0.3, 0.7], [normal(-2, 0.5), normal(1, 1)]);

const misspecified: World = {
  name: "误设的混合",
  scope: {
    ...common(bimodal, normal(2.5, 1)).scope,
    R: mixture([0.5, 0.5], [normal(0, 1), normal(3, 0.6)]),
    P_data: bimodal,
    P_G: (θ: number) => normal(θ, 1.2),
  },
  sample,
  grid: { θ: range(-2, 3, 11) },
};

const discrete: World = {
  name: "有零的离散",
  scope: {
    ...common(categorical([0.5, 0.3, 0.2, 0]), categorical([0.1, 0.6, 0.2, 0.1])).scope,
    R: categorical([0.005, 0.7, 0.2, 0.095]),
    P_data: categorical([0.45, 0.15, 0.4, 0]),
    P_G: (θ: number) => binomial(3, θ),
  },
  sample,
  grid: { θ: range(0.05, 0.95, 10) },
};

const heavyTails: World = {
  name: "重尾",
  scope: {
    // Narrow, so that differential entropies are negative; far apart, so that JS comes near log 2.
    ...common(studentT(2.5, 0, 0.1), studentT(4, 0.9, 0.16)).scope,
    R: studentT(3, -0.15, 0.06),
    P_data: studentT(3, 0.05, 0.1),
    P_G: (θ: number) => logistic(θ, 0.08),
  },
  sample,
  grid: { θ: range(-0.2, 0.3, 11) },
};

const alike: World = {
  name: "相近的正态",
  scope: {
    ...common(normal(0, 1), normal(0.15, 1.1)).scope,
    R: normal(-0.1, 0.95),
    P_data: normal(0.1, 1.05),
    P_G: (θ: number) => normal(θ, 1),
  },
  sample,
  grid: { θ: range(-0.9, 1.1, 11) },
};

const nearlyFair: World = {
  name: "近乎公平的硬币",
  scope: {
    P: bernoulli(0.45),
    Q: bernoulli(0.4),
    M: bernoulli(0.425),
    // ½ + log(P/Q), the discriminator that bounds on a divergence are tight for.
    D: (x: number) => 0.5 + (x === 0 ? Math.log(0.55 / 0.6) : Math.log(0.45 / 0.4)),
    R: bernoulli(0.52),
    P_data: bernoulli(0.48),
    P_G: (θ: number) => bernoulli(θ),
  },
  sample,
  grid: { θ: range(0.05, 0.95, 10) },
};

const narrowLeft: World = {
  name: "左边更窄的正态",
  scope: {
    ...common(normal(0, 1), normal(-0.3, 0.4)).scope,
    R: normal(0.5, 0.8),
    P_data: normal(-0.2, 0.5),
    P_G: (θ: number) => normal(θ, 0.8),
  },
  sample,
  grid: { θ: range(-1.2, 0.8, 11) },
};

const mostlyAlike: World = {
  name: "大半相同的表",
  scope: {
    P: categorical([0.9, 0.0999, 0.0001]),
    Q: categorical([0.9, 0.0001, 0.0999]),
    M: categorical([0.9, 0.05, 0.05]),
    D: (x: number) => 0.5 + 0.45 * x * (5 - 3 * x) * 0.5,
    R: categorical([0.3, 0.3, 0.4]),
    P_data: categorical([0.8, 0.15, 0.05]),
    P_G: (θ: number) => binomial(2, θ),
  },
  sample,
  grid: { θ: range(0.05, 0.95, 10) },
};

/**
 * Worlds that break false claims: normals of unequal variance, a mixture that the model cannot match, probabilities
 * with zeros, heavy tails, distributions so alike that every divergence is small, coins so nearly fair that bounds are
 * tight, a Q that is left of P and narrower, and tables that are equal but for a tenth in which they hardly meet.
 *
 * Bounds are tried in extreme ones besides: distributions that hardly meet, very wide, very heavy tails, thousands of
 * values, one distribution twice.
 *
 * Each knows P, Q, R, M = (P + Q)/2, a discriminator D, P_data, a family P_G(x | θ), a sample x of size m, a grid of θ.
 *
 * @example
 * defaultWorlds.every(({ scope }) => "P" in scope && "Q" in scope); // true
 */
export const defaultWorlds: readonly World[] = [
  unequalVariances,
  misspecified,
  discrete,
  heavyTails,
  alike,
  nearlyFair,
  narrowLeft,
  mostlyAlike,
  ...extremeWorlds,
];
