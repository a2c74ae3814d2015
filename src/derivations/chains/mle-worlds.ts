import { bernoulli } from "../../distributions/families/bernoulli";
import { mixture } from "../../distributions/families/mixture";
import { normal } from "../../distributions/families/normal";
import type { World } from "../world";

const shifts = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3];
// Small enough that the likelihood of all the draws is still a double.
const sample = { x: { from: "P_data", size: 100 } } as const;

/** Worlds of the step from likelihood to divergence: a model that holds the truth, one that does not, and a coin. */
export const mleWorlds: readonly World[] = [
  {
    name: "模型含真相的正态",
    scope: { P_data: normal(0.4, 1), P_G: (θ: number) => normal(θ, 1) },
    sample,
    grid: { θ: shifts },
  },
  {
    name: "误设：双峰数据、单峰模型",
    scope: {
      P_data: mixture([0.3, 0.7], [normal(-2, 0.5), normal(1, 1)]),
      P_G: (θ: number) => normal(θ, 1.2),
    },
    sample,
    grid: { θ: shifts },
  },
  {
    name: "硬币",
    scope: { P_data: bernoulli(0.3), P_G: (θ: number) => bernoulli(θ) },
    sample,
    grid: { θ: [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98] },
  },
];
