import { bernoulli } from "../../distributions/families/bernoulli";
import { categorical } from "../../distributions/families/categorical";
import { normal } from "../../distributions/families/normal";
import { sigmoid } from "../../math/sigmoid";
import { joint, jointTable } from "../joints/joint";
import type { World } from "../world";

/** A decoder p(z) p(x | z) and an encoder p_data(x) q(z | x); q holds both in its joint distribution. */
export const vaeWorlds: readonly World[] = [
  {
    name: "随机表 2 × 3",
    scope: {
      p: jointTable(
        ["z", "x"],
        [
          [0.12, 0.25, 0.08],
          [0.3, 0.05, 0.2],
        ],
      ),
      q: jointTable(
        ["x", "z"],
        [
          [0.22, 0.11],
          [0.07, 0.31],
          [0.19, 0.1],
        ],
      ),
      p_data: categorical([0.33, 0.38, 0.29]),
    },
  },
  {
    name: "编码器恰是后验",
    scope: {
      p: jointTable(
        ["z", "x"],
        [
          [0.2, 0.3],
          [0.4, 0.1],
        ],
      ),
      q: joint({ x: bernoulli(0.7), z: (x: number) => bernoulli(x === 0 ? 2 / 3 : 1 / 4) }),
      p_data: bernoulli(0.7),
    },
  },
  {
    name: "误设：连续数据、两个隐状态",
    scope: {
      p: joint({ z: bernoulli(0.4), x: (z: number) => normal(3 * z - 1, 1) }),
      q: joint({ x: normal(0.5, 1.5), z: (x: number) => bernoulli(sigmoid(2 * x - 0.3)) }),
      p_data: normal(0.5, 1.5),
    },
  },
];
