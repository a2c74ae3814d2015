import type { DerivationParts } from "../derivation";
import { mleWorlds } from "./mle-worlds";

/** Chain B: the parameter of greatest likelihood is, with many draws, the one of least divergence. */
export const likelihoodDivergence: DerivationParts = {
  id: "mle-kl",
  title: "最大似然 ⇔ 最小相对熵",
  source: "源文 S2.5（李宏毅 MLDS 2017）",
  worlds: mleWorlds,
  steps: [
    { expression: "argmax(θ, ∏(i=1, m, P_G(x[i] | θ)))", because: "样本独立同分布" },
    {
      expression: "argmax(θ, log(∏(i=1, m, P_G(x[i] | θ))))",
      because: "ln 严格递增（某个 θ 使似然 > 0）",
    },
    {
      expression: "argmax(θ, ∑(i=1, m, log(P_G(x[i] | θ))))",
      because: "积的对数是对数的和",
    },
    {
      expression: "argmax(θ, ∑(i=1, m, log(P_G(x[i] | θ)))/m)",
      because: "除以正数不动最大点（源文略）",
    },
    {
      relation: "≈",
      expression: "argmax(θ, E(x ~ P_data, log(P_G(x | θ))))",
      because: "大数定律（要一致收敛、最大点唯一，E4）",
    },
    {
      expression: "argmax(θ, ∫(x, -∞, ∞, P_data(x)*log(P_G(x | θ))))",
      because: "期望写成积分（离散时是求和）",
    },
    {
      expression:
        "argmax(θ, ∫(x, -∞, ∞, P_data(x)*log(P_G(x | θ))) - ∫(x, -∞, ∞, P_data(x)*log(P_data(x))))",
      because: "减去与 θ 无关的数（它有限）",
    },
    {
      expression: "argmax(θ, ∫(x, -∞, ∞, P_data(x)*log(P_G(x | θ)/P_data(x))))",
      because: "合并积分",
    },
    {
      expression: "argmax(θ, -KL(P_data ‖ P_G(· | θ)))",
      because: "分子分母颠倒，多一负号（E5）",
    },
    { expression: "argmin(θ, KL(P_data ‖ P_G(· | θ)))", because: "变号则最大变最小" },
  ],
};
