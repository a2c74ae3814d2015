import type { Distribution } from "../../distributions/distribution";
import { bernoulli } from "../../distributions/families/bernoulli";
import { binomial } from "../../distributions/families/binomial";
import { categorical } from "../../distributions/families/categorical";
import { exponential } from "../../distributions/families/exponential";
import { gamma } from "../../distributions/families/gamma";
import { logNormal } from "../../distributions/families/log-normal";
import { logistic } from "../../distributions/families/logistic";
import { mixture } from "../../distributions/families/mixture";
import { normal } from "../../distributions/families/normal";
import { poisson } from "../../distributions/families/poisson";
import { studentT } from "../../distributions/families/student-t";
import { uniform } from "../../distributions/families/uniform";
import type { Extreme } from "./extremes/extreme-values";

/** Distributions of one variable to choose from, and a family with the range of its parameter. */
export interface Pool {
  readonly name: string;
  readonly isDiscrete: boolean;
  /** For the first name, the second … */
  readonly distributions: readonly Distribution[];
  family(θ: number, other?: number): Distribution;
  readonly range: readonly [number, number];
  /** A value that all of them allow. */
  readonly value: number;
  /** Of an extreme case: what becomes of plain numbers and arrays. */
  readonly extreme?: Extreme;
  /** Of a lopsided pair: whose optimum its functions are at, the pair's or the swapped pair's. */
  readonly critic?: "first" | "second";
}

/** Cases that differ: in spread, in shape, in tails, and near each other. */
export const continuousPools: readonly Pool[] = [
  {
    name: "方差不等的正态",
    isDiscrete: false,
    distributions: [normal(0, 1), normal(1, 2), normal(-0.5, 1.4), normal(0.6, 0.9)],
    family: (θ, other = 0) => normal(θ, 1.1 + 0.2 * Math.tanh(other)),
    range: [-2, 3],
    value: 0.4,
  },
  {
    name: "误设的混合",
    isDiscrete: false,
    distributions: [
      mixture([0.3, 0.7], [normal(-2, 0.5), normal(1, 1)]),
      normal(1.2, 1.6),
      mixture([0.5, 0.5], [normal(0, 1), normal(3, 0.6)]),
      normal(0, 2),
    ],
    family: (θ, other = 0) => normal(θ, 1.5 + 0.1 * Math.tanh(other)),
    range: [-2, 3],
    value: 0.9,
  },
  {
    name: "重尾",
    isDiscrete: false,
    distributions: [
      studentT(5, 0, 0.3),
      studentT(6, 0.4, 0.5),
      logistic(-0.2, 0.25),
      logistic(0.1, 0.3),
    ],
    family: (θ, other = 0) => logistic(θ, 0.3 + 0.05 * Math.tanh(other)),
    range: [-0.6, 0.9],
    value: 0.2,
  },
  {
    name: "Q在P左边且更窄",
    isDiscrete: false,
    distributions: [normal(1, 1.5), normal(-0.6, 0.9), normal(0.4, 1.2), normal(0, 1)],
    family: (θ, other = 0) => normal(θ, 0.9 + 0.1 * Math.tanh(other)),
    range: [-1.5, 2.5],
    value: -0.3,
  },
];

/** The same for values above 0, where logarithms and roots are taken of them. */
export const positivePools: readonly Pool[] = [
  {
    name: "伽马",
    isDiscrete: false,
    distributions: [gamma(2, 1), gamma(3.5, 0.8), gamma(1.5, 0.5), gamma(5, 2)],
    family: (θ) => gamma(2, θ),
    range: [0.4, 3],
    value: 1.4,
  },
  {
    name: "对数正态",
    isDiscrete: false,
    distributions: [logNormal(0, 0.5), logNormal(0.4, 0.8), logNormal(-0.3, 0.4), logNormal(0, 1)],
    family: (θ) => logNormal(θ, 0.6),
    range: [-1, 1],
    value: 0.8,
  },
  {
    name: "指数",
    isDiscrete: false,
    distributions: [exponential(1), exponential(0.4), exponential(2.5), exponential(0.7)],
    family: (θ) => exponential(θ),
    range: [0.3, 3],
    value: 0.5,
  },
  {
    name: "一段均匀",
    isDiscrete: false,
    distributions: [uniform(0.5, 2), uniform(0.2, 3), uniform(0.3, 4), uniform(0.1, 5)],
    family: (θ) => uniform(0.2, 1 + θ),
    range: [0.2, 3],
    value: 1.1,
  },
];

/** The same for whole numbers: near-fair coins, tables with zeros, counts, a lopsided table. */
export const discretePools: readonly Pool[] = [
  {
    name: "有零的表",
    isDiscrete: true,
    distributions: [
      categorical([0.5, 0.3, 0.2, 0]),
      categorical([0.1, 0.6, 0.2, 0.1]),
      categorical([0.25, 0.25, 0.4, 0.1]),
      categorical([0.4, 0.1, 0.3, 0.2]),
    ],
    family: (θ) => binomial(3, θ),
    range: [0.05, 0.95],
    value: 1,
  },
  {
    name: "近乎公平的硬币",
    isDiscrete: true,
    distributions: [bernoulli(0.52), bernoulli(0.45), bernoulli(0.6), bernoulli(0.5)],
    family: (θ) => bernoulli(θ),
    range: [0.05, 0.95],
    value: 1,
  },
  {
    name: "计数",
    isDiscrete: true,
    distributions: [poisson(2.5), poisson(4), poisson(3), poisson(1.8)],
    family: (θ) => poisson(6 * θ),
    range: [0.1, 0.95],
    value: 2,
  },
  {
    name: "一边倒的表",
    isDiscrete: true,
    distributions: [
      categorical([0.02, 0.9, 0.03, 0.05]),
      categorical([0.3, 0.2, 0.3, 0.2]),
      categorical([0.7, 0.1, 0.1, 0.1]),
      categorical([0.1, 0.3, 0.35, 0.25]),
    ],
    family: (θ) => binomial(3, θ),
    range: [0.05, 0.95],
    value: 2,
  },
  {
    name: "六个面",
    isDiscrete: true,
    distributions: [
      categorical([0.25, 0.05, 0.3, 0.1, 0.1, 0.2]),
      categorical([0.1, 0.15, 0.2, 0.25, 0.2, 0.1]),
      categorical([0.3, 0.3, 0.1, 0.1, 0.1, 0.1]),
      categorical([0.05, 0.1, 0.15, 0.2, 0.25, 0.25]),
    ],
    family: (θ) => binomial(5, θ),
    range: [0.1, 0.9],
    value: 2,
  },
];
