import { categorical } from "../../../distributions/families/categorical";
import { normal } from "../../../distributions/families/normal";
import { type Joint, joint, jointTable } from "../../joints/joint";
import type { JointPool } from "../joint-pools";

const many = 64;
const rare = 1e-9;

/** p(z) of a cause that is rare and alone explains what was seen, and the rows of p(x | z). */
const causes = (which: number): number[] =>
  which === 0 ? [1 - 2 * rare, rare, rare] : [0.9 - 0.1 * which, 0.05, 0.05 + 0.1 * which];
const effects = (θ: number, which: number): number[][] => [
  which === 0
    ? [1 - 2 * rare, rare * (1 + 0.2 * Math.tanh(θ)), rare * (1 - 0.2 * Math.tanh(θ))]
    : [0.8 - 0.1 * which, 0.1, 0.1 + 0.1 * which],
  [0.01, 0.01 + 0.2 * which, 0.98 - 0.2 * which],
  [0.01 + 0.1 * which, 0.97 - 0.3 * which, 0.02 + 0.2 * which],
];

const even = Array.from({ length: many }, () => 1 / many);

/** Even in the first joint of a world, uneven in its others. */
const shares = (which: number): readonly number[] => {
  const weights = even.map((_, z) => 1 + 0.25 * which * (z % 4));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
};

/** z and x of which each tells all but nothing of the other, with as many values as `many`. */
const tied = (latent: string, seen: string, shift: number): Joint => {
  const off = 1e-4;
  const prior = shares(shift);
  return jointTable(
    [latent, seen],
    Array.from({ length: many }, (_, z) =>
      Array.from(
        { length: many },
        (_, x) => (x === (z + shift) % many ? 1 - off * (many - 1) : off) * prior[z],
      ),
    ),
  );
};

/** Joint distributions that false bounds fail in: much information, a surprising observation, a narrow latent, none. */
export const extremeJointPools = (): readonly JointPool[] => [
  {
    name: "互相决定的大表",
    extreme: "many",
    critic: "second",
    isDiscrete: true,
    make: (latent, seen, _θ, which) => tied(latent, seen, which),
    prior: (which) => categorical(shares(which)),
    approximate: (x) =>
      categorical(Array.from({ length: many }, (_, z) => (z === x ? 1 : 2) / (2 * many - 1))),
    range: [-1, 1],
    values: [1, 2],
  },
  {
    name: "罕见的原因",
    extreme: "apart",
    critic: "first",
    isDiscrete: true,
    make: (latent, seen, θ, which) =>
      jointTable(
        [latent, seen],
        effects(θ, which).map((row, z) => row.map((p) => p * causes(which)[z])),
      ),
    prior: (which) => categorical(causes(which)),
    approximate: () => categorical([0.5, 0.1, 0.4]),
    range: [-1, 1],
    values: [1, 2],
  },
  {
    name: "极窄的隐变量",
    extreme: "apart",
    isDiscrete: false,
    make: (latent, seen, θ, which) =>
      joint({
        [latent]: normal(5e-4 * which, 1e-3),
        [seen]: (z: number) => normal(1e-3 * θ + z, 1e-3 * (1 + 0.5 * which)),
      }),
    prior: (which) => normal(5e-4 * which, 1e-3),
    approximate: (_x, φ) => normal(1e-4 * φ, 8e-4),
    range: [-1, 1],
    values: [0, 4e-4],
  },
  {
    name: "互相独立的大表",
    extreme: "alike",
    isDiscrete: true,
    make: (latent, seen) =>
      jointTable(
        [latent, seen],
        even.map((p) => even.map((q) => p * q)),
      ),
    prior: () => categorical(even),
    approximate: () => categorical(even),
    range: [-1, 1],
    values: [1, 1],
  },
];
