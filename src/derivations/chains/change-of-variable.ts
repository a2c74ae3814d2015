import { logNormal } from "../../distributions/families/log-normal";
import { mixture } from "../../distributions/families/mixture";
import { normal } from "../../distributions/families/normal";
import type { DerivationParts } from "../derivation";

/** A divergence does not depend on the unit in which x is measured, nor on any change of variable y = g(x). */
export const changeOfVariable: DerivationParts = {
  id: "kl-invariance",
  title: "换变量 y = g(x) 不改变相对熵",
  source: "勘误 E10",
  worlds: [
    {
      name: "换单位 y = x/100",
      scope: {
        P: normal(0, 1),
        Q: normal(1, 2),
        P_Y: normal(0, 0.01),
        Q_Y: normal(0.01, 0.02),
        g: (x: number) => x / 100,
        J: () => 0.01,
      },
    },
    {
      name: "指数 y = exp(x)",
      scope: {
        P: normal(0, 0.5),
        Q: normal(0.4, 0.7),
        P_Y: logNormal(0, 0.5),
        Q_Y: logNormal(0.4, 0.7),
        g: (x: number) => Math.exp(x),
        J: (x: number) => Math.exp(x),
      },
    },
    {
      name: "误设的混合，y = 3 − 2x",
      scope: {
        P: mixture([0.3, 0.7], [normal(-2, 0.5), normal(1, 1)]),
        Q: normal(0, 2),
        P_Y: mixture([0.3, 0.7], [normal(7, 1), normal(1, 2)]),
        Q_Y: normal(3, 4),
        g: (x: number) => 3 - 2 * x,
        J: () => 2,
      },
    },
  ],
  steps: [
    { expression: "KL(P ‖ Q)" },
    { expression: "E(x ~ P, log(P(x)/Q(x)))", because: "定义" },
    {
      expression: "E(x ~ P, log((P(x)/J(x))/(Q(x)/J(x))))",
      because: "分子分母同除以 J = |g′|",
    },
    {
      expression: "E(x ~ P, log(P_Y(g(x))/Q_Y(g(x))))",
      because: "密度的换元公式：P_Y(g(x)) = P(x)/J(x)",
    },
    { expression: "E(y ~ P_Y, log(P_Y(y)/Q_Y(y)))", because: "x ∼ P 时 y = g(x) ∼ P_Y" },
    { expression: "KL(P_Y ‖ Q_Y)", because: "定义" },
  ],
};
