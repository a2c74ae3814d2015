import type { DerivationParts } from "../derivation";
import { evidenceWorlds } from "./evidence-worlds";

/** Chain E: the evidence is its lower bound and the divergence of q from the posterior. */
export const evidenceLowerBound: DerivationParts = {
  id: "elbo",
  title: "证据 = 证据下界 + 到后验的散度",
  source: "源文 S2.3、S3，勘误 E8、E22；Kingma & Welling (2013)",
  worlds: evidenceWorlds,
  steps: [
    { expression: "log(p(x))" },
    {
      expression: "E(z ~ q, log(p(x)))",
      because: "常数的期望是它自己",
    },
    {
      expression: "E(z ~ q, log(p(x, z)/p(z | x)))",
      because: "p(x) = p(x, z)/p(z | x)，凡 q(z) > 0 处 p(z | x) > 0",
    },
    {
      expression: "E(z ~ q, log(p(x, z)/q(z))) + KL(q ‖ p(· | x))",
      because: "分子分母同乘 q(z)，拆成两项",
    },
    {
      relation: "≥",
      expression: "E(z ~ q, log(p(x, z)/q(z)))",
      because: "散度非负；右端即证据下界 ELBO",
    },
  ],
};
