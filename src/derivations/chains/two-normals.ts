import { normal } from "../../distributions/families/normal";
import type { DerivationParts } from "../derivation";
import type { World } from "../world";

function world(name: string, numbers: readonly [number, number, number, number]): World {
  const [mean1, sd1, mean2, sd2] = numbers;
  return {
    name,
    scope: {
      P: normal(mean1, sd1),
      Q: normal(mean2, sd2),
      μ_1: mean1,
      σ_1: sd1,
      μ_2: mean2,
      σ_2: sd2,
    },
  };
}

/** The divergence of two normals. */
export const twoNormals: DerivationParts = {
  id: "kl-two-normals",
  title: "两个正态分布的相对熵",
  source: "The Book of Statistical Proofs, P193 (norm-kl)",
  worlds: [
    world("标准正态对宽的", [0, 1, 1, 2]),
    world("误设：离得远、又窄", [3, 0.5, -1, 0.8]),
    world("几乎相同", [0.2, 1.3, 0.2001, 1.3002]),
  ],
  steps: [
    { expression: "KL(P ‖ Q)" },
    { expression: "E(x ~ P, log(P(x)) - log(Q(x)))", because: "定义" },
    {
      expression:
        "log(σ_2/σ_1) - E(x ~ P, (x - μ_1)^2/(2*σ_1^2)) + E(x ~ P, (x - μ_2)^2/(2*σ_2^2))",
      because: "写出两个密度的对数，√(2π) 相消",
    },
    {
      expression: "log(σ_2/σ_1) - 1/2 + (σ_1^2 + (μ_1 - μ_2)^2)/(2*σ_2^2)",
      because: "x 到 μ_2 的均方距离 = 方差 + 均值差的平方",
    },
  ],
};
