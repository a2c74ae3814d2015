import { defaultWorlds } from "../default-worlds";
import type { DerivationParts } from "../derivation";

/** Chain D: what a GAN's best discriminator is worth. M = (P + Q)/2. */
export const ganMinimax: DerivationParts = {
  id: "gan-minimax",
  title: "最优判别器下的 GAN 目标 = 2·JS − 2 ln 2",
  source: "源文 S2.5、勘误 E6；Goodfellow et al. (2014), Theorem 1",
  worlds: defaultWorlds,
  steps: [
    { expression: "E(x ~ P, log(D(x))) + E(x ~ Q, log(1 - D(x)))", because: "0 < D < 1 任取" },
    {
      relation: "≤",
      expression: "E(x ~ P, log(P(x)/(P(x) + Q(x)))) + E(x ~ Q, log(Q(x)/(P(x) + Q(x))))",
      because: "逐点最优：D = P/(P + Q)",
    },
    { expression: "KL(P ‖ M) + KL(Q ‖ M) - 2*log(2)", because: "各提出 1/2，M = (P + Q)/2" },
    { relation: "≥", expression: "-2*log(2)", because: "散度非负" },
  ],
};
