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
  /** The joint for a parameter; other numbers for other joints of the same world. */
  make(latent: string, seen: string, θ: number, which: number): Joint;
  /** The distribution of the latent variable by itself, the same for every parameter. */
  prior(which: number): Distribution;
  /** q(z | x): not the posterior. */
  approximate(x: number, φ: number): Distribution;
  readonly range: readonly [number, number];
  readonly values: readonly [latent: number, seen: number];
  /** Of an extreme case: what becomes of plain numbers and arrays. */
  readonly extreme?: Extreme;
}

import { sigmoid } from "../../math/sigmoid";

const rows: readonly (readonly [number, number, number])[] = [
  [0.5, 0.2, 0.3],
  [0.15, 0.55, 0.3],
];

/** Rows of p(x | z) that lean more to one side the greater θ is. */
function tilted(which: number, θ: number): number[][] {
  return rows.map((row, z) => {
    const weights = row.map((p, x) => p * Math.exp(θ * (x - 1) * (z === which % 2 ? 1 : 0.4)));
    const total = weights.reduce((sum, w) => sum + w, 0);
    return weights.map((w) => w / total);
  });
}

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
    make: (latent, seen, θ, which) => table(latent, seen, [0.35, 0.65], tilted(which, θ)),
    prior: () => categorical([0.35, 0.65]),
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
        [0.6, 0.4],
        tilted(which, 0.15 * θ).map((row, z) =>
          z === 0 ? row : row.map((p, x) => 0.8 * tilted(which, 0.15 * θ)[0][x] + 0.2 * p),
        ),
      ),
    prior: () => categorical([0.6, 0.4]),
    approximate: (x, φ) => bernoulli(sigmoid(-0.4 + 0.3 * x + φ)),
    range: [-1, 1],
    values: [0, 1],
  },
  {
    name: "两个隐状态、连续观测",
    isDiscrete: false,
    make: (latent, seen, θ, which) =>
      joint({
        [latent]: bernoulli(0.4),
        [seen]: (z: number) => normal(θ + (2.5 + 0.3 * which) * z - 0.6, 1),
      }),
    prior: () => bernoulli(0.4),
    approximate: (x, φ) => bernoulli(sigmoid(1.4 * x - 1 + φ)),
    range: [-1, 1],
    values: [1, 0.7],
  },
  {
    name: "正态隐变量、正态观测",
    isDiscrete: false,
    make: (latent, seen, θ, which) =>
      joint({ [latent]: normal(0, 1), [seen]: (z: number) => normal(θ + z, 0.8 + 0.1 * which) }),
    prior: () => normal(0, 1),
    approximate: (x, φ) => normal(0.4 * x + φ, 0.7),
    range: [-1, 1],
    values: [0.3, 0.9],
  },
  {
    name: "偏斜的表",
    isDiscrete: true,
    make: (latent, seen, θ, which) => table(latent, seen, [0.85, 0.15], tilted(which + 1, θ)),
    prior: () => categorical([0.85, 0.15]),
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
          return row.map((p, x) => [0.45, 0.55][z] * (0.25 * p + 0.75 * near[x]));
        }),
      ),
    prior: () => categorical([0.45, 0.55]),
    approximate: (x, φ) => bernoulli(sigmoid(0.2 + 0.5 * x + φ)),
    range: [-1, 1],
    values: [1, 1],
  },
];
