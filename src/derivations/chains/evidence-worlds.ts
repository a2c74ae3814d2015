import { categorical } from "../../distributions/families/categorical";
import { laplace } from "../../distributions/families/laplace";
import { normal } from "../../distributions/families/normal";
import { joint, jointTable } from "../joints/joint";
import type { World } from "../world";

/** Models p(x, z) with an observed x, and a q(z) that is not the posterior. */
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
];
