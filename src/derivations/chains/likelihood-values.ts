import type { DerivationParts } from "../derivation";
import { mleWorlds } from "./mle-worlds";

/** The values of chain B: the mean log-likelihood is minus the divergence, up to a constant. */
export const likelihoodValues: DerivationParts = {
  id: "mle-kl-values",
  title: "平均对数似然与相对熵只差一个常数",
  source: "源文 S2.5",
  worlds: mleWorlds,
  steps: [
    { expression: "∑(i=1, m, log(P_G(x[i] | θ)))/m" },
    { relation: "≈", expression: "E(x ~ P_data, log(P_G(x | θ)))", because: "大数定律" },
    { expression: "-H(P_data, P_G(· | θ))", because: "交叉熵的定义" },
    {
      relation: "=const",
      expression: "-KL(P_data ‖ P_G(· | θ))",
      because: "差 −H(P_data)，与 θ 无关",
    },
  ],
};
