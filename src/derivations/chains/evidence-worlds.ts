import { categorical } from "../../distributions/families/categorical";
import { laplace } from "../../distributions/families/laplace";
import { normal } from "../../distributions/families/normal";
import { joint, jointTable } from "../joints/joint";
import type { World } from "../world";

/**
 * Models p(x, z) with an observed x, and a q(z) that is not the posterior. In the last three the prior is far from q in
 * either direction and an entropy is negative, which tells KL(q ‖ p) from KL(p ‖ q) and + H(q) from − H(q) in a bound.
 */
export const evidenceWorlds: readonly World[] = [
  {
    name: "离散表",
    scope: {
      p: jointTable(
        ["x", "z"],
        [
          [0.2, 0.05, 0.1],
          [0.15, 0.3, 0.2],
        ],
      ),
      q: categorical([0.5, 0.2, 0.3]),
      x: 1,
    },
  },
  {
    name: "离散隐变量、连续观测",
    scope: {
      p: joint({
        z: categorical([0.2, 0.5, 0.3]),
        x: (z: number) => normal(2 * z - 1.5, 0.5 + 0.3 * z),
      }),
      q: categorical([0.1, 0.8, 0.1]),
      x: 0.4,
    },
  },
  {
    name: "连续隐变量，q 在族外（拉普拉斯对正态）",
    scope: {
      p: joint({ z: normal(0, 1), x: (z: number) => normal(z, 0.7) }),
      q: laplace(0.9, 0.4),
      x: 1.3,
    },
  },
  {
    name: "罕见的原因",
    scope: {
      p: jointTable(
        ["x", "z"],
        [
          [0.997, 0.0002, 0.0001],
          [0.001, 0.0015, 0.0002],
        ],
      ),
      q: categorical([0.5, 0.45, 0.05]),
      x: 1,
    },
  },
  {
    name: "什么也没看出来，q 更宽",
    scope: {
      p: jointTable(
        ["x", "z"],
        [
          [0.63, 0.035, 0.035],
          [0.27, 0.015, 0.015],
        ],
      ),
      q: categorical([0.4, 0.3, 0.3]),
      x: 1,
    },
  },
  {
    name: "极窄的隐变量",
    scope: {
      p: joint({ z: normal(0, 0.01), x: (z: number) => normal(z, 0.02) }),
      q: normal(0.004, 0.008),
      x: 0.03,
    },
  },
];
