import { normal } from "../../distributions/families/normal";
import type { DerivationParts } from "../derivation";
import { joint, jointTable } from "../joints/joint";

/** The chain rule: a divergence of pairs is one of the first coordinate, and a mean one of the second. */
export const chainRule: DerivationParts = {
  id: "kl-chain-rule",
  title: "散度的链式法则",
  source: "Cover & Thomas (2006), Theorem 2.5.3",
  worlds: [
    {
      name: "满表",
      scope: {
        P: jointTable(
          ["x", "y"],
          [
            [0.1, 0.2, 0.15],
            [0.25, 0.05, 0.25],
          ],
        ),
        Q: jointTable(
          ["x", "y"],
          [
            [0.2, 0.1, 0.1],
            [0.3, 0.2, 0.1],
          ],
        ),
      },
    },
    {
      name: "有零的表",
      scope: {
        P: jointTable(
          ["x", "y"],
          [
            [0.5, 0],
            [0.2, 0.3],
          ],
        ),
        Q: jointTable(
          ["x", "y"],
          [
            [0.25, 0.25],
            [0.1, 0.4],
          ],
        ),
      },
    },
    {
      name: "P 里罕见、Q 里常见",
      scope: {
        P: jointTable(
          ["x", "y"],
          [
            [0.5, 0.499],
            [0.0004, 0.0006],
          ],
        ),
        Q: jointTable(
          ["x", "y"],
          [
            [0.35, 0.35],
            [0.15, 0.15],
          ],
        ),
      },
    },
    {
      name: "误设：回归线的斜率与噪声都不同",
      scope: {
        P: joint({ x: normal(0, 1), y: (x: number) => normal(x, 1) }),
        Q: joint({ x: normal(0.5, 1.4), y: (x: number) => normal(0.4 * x, 1.5) }),
      },
    },
  ],
  steps: [
    { expression: "KL(P(x, y) ‖ Q(x, y))" },
    {
      expression: "E(x ~ P, E(y ~ P(y | x), log(P(x, y)/Q(x, y))))",
      because: "定义，先对 y 后对 x 求平均",
    },
    {
      expression: "E(x ~ P, E(y ~ P(y | x), log(P(x)/Q(x)) + log(P(y | x)/Q(y | x))))",
      because: "P(x, y) = P(x) P(y | x)",
    },
    {
      expression: "E(x ~ P, log(P(x)/Q(x))) + E(x ~ P, E(y ~ P(y | x), log(P(y | x)/Q(y | x))))",
      because: "第一项与 y 无关",
    },
    {
      expression: "KL(P(x) ‖ Q(x)) + E(x ~ P, KL(P(y | x) ‖ Q(y | x)))",
      because: "定义",
    },
    { relation: "≥", expression: "KL(P(x) ‖ Q(x))", because: "散度非负：看得少，分得少" },
  ],
};
