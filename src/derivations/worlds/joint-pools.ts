import type { Distribution } from "../../distributions/distribution";
import { bernoulli } from "../../distributions/families/bernoulli";
import { categorical } from "../../distributions/families/categorical";
import { normal } from "../../distributions/families/normal";
import { type Joint, joint, jointTable } from "../joints/joint";
import type { Extreme } from "./extremes/extreme-values";

/** A latent z and a seen x that depends on it, what approximates z given x, and a value of each. */
export interface JointPool {
  readonly name: string;
  readonly isDiscrete: boolean;
  /** The joint for a parameter; other joints of the same world differ in every marginal and every conditional. */
  make(latent: string, seen: string, θ: number, which: number): Joint;
  /** The distribution of the latent variable by itself, the same for every parameter. */
  prior(which: number): Distribution;
  /** q(z | x): not the posterior. */
  approximate(x: number, φ: number): Distribution;
  readonly range: readonly [number, number];
  readonly values: readonly [latent: number, seen: number];
  /** Of an extreme case: what becomes of plain numbers and arrays. */
  readonly extreme?: Extreme;
  /** Whose optimum functions of both variables are at: that of the joint over its marginals, or of these over the joint. */
  readonly critic?: "first" | "second";
}

import { sigmoid } from "../../math/sigmoid";

const rows: readonly (readonly [number, number, number])[] = [
  [0.5, 0.2, 0.3],
  [0.15, 0.55, 0.3],
];

/** What the rows of the second and later joints of a world are drawn to. */
const drawnTo: readonly (readonly (readonly number[])[])[] = [
  [
    [0.15, 0.3, 0.55],
    [0.5, 0.2, 0.3],
  ],
  [
    [0.3, 0.6, 0.1],
    [0.25, 0.1, 0.65],
  ],
  [
    [0.1, 0.1, 0.8],
    [0.6, 0.3, 0.1],
  ],
];
const shareDrawn = 0.35;

/** Rows of p(x | z) that lean more to one side the greater θ is. */
function tilted(which: number, θ: number): number[][] {
  return rows.map((row, z) => {
    const to = which === 0 ? row : drawnTo[(which - 1) % drawnTo.length][z];
    const weights = row.map(
      (p, x) =>
        ((1 - shareDrawn) * p + shareDrawn * to[x]) *
        Math.exp(θ * (x - 1) * (z === which % 2 ? 1 : 0.4)),
    );
    const total = weights.reduce((sum, w) => sum + w, 0);
    return weights.map((w) => w / total);
  });
}

/** p(z): the share of the first value in the world's first joint, another one in its others. */
const shareOf = (first: number, which: number): number =>
  sigmoid(Math.log(first / (1 - first)) + [0, 0.6, -0.7][which % 3]);

const two = (first: number, which: number): readonly [number, number] => {
  const share = shareOf(first, which);
  return [share, 1 - share];
};

const table = (
  latent: string,
  seen: string,
  prior: readonly number[],
  given: readonly number[][],
): Joint =>
  jointTable(
    [latent, seen],
    given.map((row, z) => row.map((p) => p * prior[z])),
  );

export const jointPools: readonly JointPool[] = [
  {
    name: "相依的表",
    isDiscrete: true,
    make: (latent, seen, θ, which) => table(latent, seen, two(0.35, which), tilted(which, θ)),
    prior: (which) => categorical(two(0.35, which)),
    approximate: (x, φ) => bernoulli(sigmoid(0.9 - 0.8 * x + φ)),
    range: [-1, 1],
    values: [1, 2],
  },
  {
    name: "几乎独立的表",
    isDiscrete: true,
    make: (latent, seen, θ, which) =>
      table(
        latent,
        seen,
        two(0.6, which),
        tilted(which, 0.15 * θ).map((row, z) =>
          z === 0 ? row : row.map((p, x) => 0.8 * tilted(which, 0.15 * θ)[0][x] + 0.2 * p),
        ),
      ),
    prior: (which) => categorical(two(0.6, which)),
    approximate: (x, φ) => bernoulli(sigmoid(-0.4 + 0.3 * x + φ)),
    range: [-1, 1],
    values: [0, 1],
  },
  {
    name: "两个隐状态、连续观测",
    isDiscrete: false,
    make: (latent, seen, θ, which) =>
      joint({
        [latent]: bernoulli(shareOf(0.4, which)),
        [seen]: (z: number) =>
          normal(θ + (2.5 + 0.3 * which) * z - 0.6 + 0.2 * which, 1 + 0.15 * which),
      }),
    prior: (which) => bernoulli(shareOf(0.4, which)),
    approximate: (x, φ) => bernoulli(sigmoid(1.4 * x - 1 + φ)),
    range: [-1, 1],
    values: [1, 0.7],
  },
  {
    name: "正态隐变量、正态观测",
    isDiscrete: false,
    make: (latent, seen, θ, which) =>
      joint({
        [latent]: normal(0.3 * which, 1 + 0.2 * which),
        [seen]: (z: number) => normal(θ + (1 - 0.15 * which) * z, 0.8 + 0.1 * which),
      }),
    prior: (which) => normal(0.3 * which, 1 + 0.2 * which),
    approximate: (x, φ) => normal(0.4 * x + φ, 0.7),
    range: [-1, 1],
    values: [0.3, 0.9],
  },
  {
    name: "偏斜的表",
    isDiscrete: true,
    make: (latent, seen, θ, which) => table(latent, seen, two(0.85, which), tilted(which + 1, θ)),
    prior: (which) => categorical(two(0.85, which)),
    approximate: (x, φ) => bernoulli(sigmoid(-1.2 + 0.9 * x + φ)),
    range: [-1, 1],
    values: [0, 2],
  },
  {
    name: "强相依的表",
    isDiscrete: true,
    make: (latent, seen, θ, which) =>
      jointTable(
        [latent, seen],
        tilted(which, θ).map((row, z) => {
          const near = z === 0 ? [0.8, 0.15, 0.05] : [0.1, 0.2, 0.7];
          const share = 0.25 + 0.2 * Math.min(which, 2);
          return row.map((p, x) => two(0.45, which)[z] * (share * p + (1 - share) * near[x]));
        }),
      ),
    prior: (which) => categorical(two(0.45, which)),
    approximate: (x, φ) => bernoulli(sigmoid(0.2 + 0.5 * x + φ)),
    range: [-1, 1],
    values: [1, 1],
  },
];
