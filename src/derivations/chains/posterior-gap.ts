import type { DerivationParts } from "../derivation";
import { evidenceWorlds } from "./evidence-worlds";

/** How far q is from the posterior, by what is known: the evidence less the bound. */
export const posteriorGap: DerivationParts = {
  id: "posterior-gap",
  title: "到后验的散度 = 证据 − 证据下界",
  source: "源文 S2.3、S3；Kingma & Welling (2013)",
  worlds: evidenceWorlds,
  steps: [
    { expression: "KL(q ‖ p(· | x))" },
    { expression: "E(z ~ q, log(q(z)/p(z | x)))", because: "定义" },
    {
      expression: "E(z ~ q, log(q(z)*p(x)/p(x, z)))",
      because: "后验 = 联合 / 证据，p(z | x) = p(x, z)/p(x)",
    },
    {
      expression: "log(p(x)) - E(z ~ q, log(p(x, z)/q(z)))",
      because: "ln p(x) 与 z 无关，提出来；余下的一项颠倒分子分母",
    },
  ],
};
