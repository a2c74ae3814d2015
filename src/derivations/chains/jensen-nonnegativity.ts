import { defaultWorlds } from "../default-worlds";
import type { DerivationParts } from "../derivation";

/** Chain C: no divergence is negative, by Jensen's inequality. */
export const jensenNonnegativity: DerivationParts = {
  id: "kl-nonnegative-jensen",
  title: "非负性：詹森不等式",
  source: "源文 S2.4",
  worlds: defaultWorlds,
  steps: [
    { expression: "-KL(P ‖ Q)" },
    { expression: "E(x ~ P, log(Q(x)/P(x)))", because: "定义" },
    {
      relation: "≤",
      expression: "log(E(x ~ P, Q(x)/P(x)))",
      because: "詹森不等式：ln 是凹的",
    },
    {
      relation: "≤",
      expression: "log(∫(x, -∞, ∞, Q(x)))",
      because: "左边只积 P > 0 处",
    },
    { expression: "0", because: "概率密度积分为 1；取等当且仅当 P = Q（几乎处处）" },
  ],
};
