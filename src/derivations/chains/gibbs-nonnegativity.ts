import { defaultWorlds } from "../default-worlds";
import type { DerivationParts } from "../derivation";

/** No divergence is negative, because a logarithm lies under its tangent. */
export const gibbsNonnegativity: DerivationParts = {
  id: "kl-nonnegative-gibbs",
  title: "非负性：ln t ≤ t − 1（吉布斯不等式）",
  source: "Cover & Thomas (2006), Theorem 2.6.3",
  worlds: defaultWorlds,
  steps: [
    { expression: "-KL(P ‖ Q)" },
    { expression: "E(x ~ P, log(Q(x)/P(x)))", because: "定义" },
    {
      relation: "≤",
      expression: "E(x ~ P, Q(x)/P(x) - 1)",
      because: "ln t ≤ t − 1，取 t = Q/P",
    },
    { expression: "E(x ~ P, Q(x)/P(x)) - 1", because: "期望是线性的" },
    { relation: "≤", expression: "0", because: "Q 在 P > 0 处的总量至多为 1" },
  ],
};
