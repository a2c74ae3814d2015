import { defaultWorlds } from "../default-worlds";
import type { DerivationParts } from "../derivation";

/** Chain A: the relative entropy is what the cross-entropy has over the entropy. */
export const entropyDifference: DerivationParts = {
  id: "entropy-difference",
  title: "相对熵 = 交叉熵 − 熵",
  source: "源文 S2.1、S2.6",
  worlds: defaultWorlds,
  steps: [
    { expression: "H(P, Q) - H(P)" },
    {
      expression: "E(x ~ P, -log(Q(x))) - E(x ~ P, -log(P(x)))",
      because: "两种熵都对 P 求平均",
    },
    { expression: "E(x ~ P, log(P(x)) - log(Q(x)))", because: "期望可逐项合并，只要 H(P) < ∞" },
    { expression: "E(x ~ P, log(P(x)/Q(x)))", because: "对数之差即商的对数" },
    { expression: "KL(P ‖ Q)", because: "定义" },
  ],
};
