import type { DerivationParts } from "../derivation";
import { evidenceWorlds } from "./evidence-worlds";

/** The bound as a fit less a gain: what is expected of x under q, and how far q has left the prior. */
export const elboParts: DerivationParts = {
  id: "elbo-parts",
  title: "证据下界 = 拟合 − 偏离先验的散度",
  source: "源文 S3，勘误 E22；Kingma & Welling (2013)",
  worlds: evidenceWorlds,
  steps: [
    { expression: "E(z ~ q, log(p(x, z)/q(z)))" },
    {
      expression: "E(z ~ q, log(p(x | z)*p(z)/q(z)))",
      because: "联合概率 = 似然乘先验",
    },
    {
      expression: "E(z ~ q, log(p(x | z))) + E(z ~ q, log(p(z)/q(z)))",
      because: "积的对数是对数的和，期望逐项分开",
    },
    {
      expression: "E(z ~ q, log(p(x | z))) - KL(q ‖ p(z))",
      because: "分子分母颠倒，多一负号",
    },
  ],
};
