import type { DerivationParts } from "../derivation";
import { vaeWorlds } from "./vae-worlds";

/** The mean of −ELBO as one divergence of joint distributions, and as two: θ covers, the encoder seeks. */
export const vaeSplit: DerivationParts = {
  id: "vae-two-kl",
  title: "−ELBO 的均值拆成两个散度",
  source: "勘误 E8；Hu et al. (2017)",
  worlds: vaeWorlds,
  steps: [
    {
      expression: "E(x ~ p_data, E(z ~ q(· | x), log(q(z | x)/p(x, z))))",
      because: "−ELBO 对数据求平均",
    },
    {
      expression:
        "E(x ~ p_data, E(z ~ q(· | x), log(p_data(x)*q(z | x)/p(x, z)))) - E(x ~ p_data, log(p_data(x)))",
      because: "加减 ln p_data(x)",
    },
    { expression: "KL(q(x, z) ‖ p(x, z)) + H(p_data)", because: "联合分布的散度" },
    {
      expression: "H(p_data) + KL(p_data ‖ p(x)) + E(x ~ p_data, KL(q(z | x) ‖ p(z | x)))",
      because: "散度的链式法则：前一项里模型在第二位（覆盖），后一项里编码器在第一位（寻找）",
    },
  ],
};
