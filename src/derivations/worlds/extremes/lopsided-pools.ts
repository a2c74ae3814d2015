import { categorical } from "../../../distributions/families/categorical";
import type { Pool } from "../line-pools";

// KL(narrow ‖ wide) is 0.9 and KL(wide ‖ narrow) 3.3.
const narrow = categorical([0.998, 1e-3, 1e-3]);
const wide = categorical([0.4, 0.25, 0.35]);
const left = categorical([0.998, 1e-3, 1e-3]);
const right = categorical([1e-3, 1e-3, 0.998]);
const others = [categorical([0.2, 0.7, 0.1]), categorical([0.1, 0.3, 0.6])];

const pool = (
  name: string,
  [first, second]: readonly [typeof wide, typeof wide],
  critic: "first" | "second",
): Pool => ({
  name,
  extreme: "peaked",
  critic,
  isDiscrete: true,
  distributions: [first, second, ...others],
  family: (θ) => categorical([θ, 0.9 * (1 - θ), 0.1 * (1 - θ)]),
  range: [0.05, 0.95],
  value: 1,
});

/**
 * Pairs of which one divergence is many times the other, and pairs that hardly meet, with functions at the optimum of the
 * one variational bound and of the one with its distributions swapped: only there a swapped bound fails.
 */
export const lopsidedPools = (): readonly Pool[] => [
  pool("窄的P对宽的Q", [narrow, wide], "first"),
  pool("窄的P对宽的Q、判别函数对调", [narrow, wide], "second"),
  pool("宽的P对窄的Q", [wide, narrow], "first"),
  pool("宽的P对窄的Q、判别函数对调", [wide, narrow], "second"),
  pool("分在两头的表", [left, right], "first"),
  pool("分在两头的表、判别函数对调", [left, right], "second"),
];
