import type { DerivationParts } from "../derivation";
import { type Joint, jointTable } from "../joints/joint";

const table = (rows: readonly (readonly number[])[]): Joint => {
  const total = rows.flat().reduce((sum, n) => sum + n, 0);
  return jointTable(
    ["x", "c"],
    rows.map((row) => row.map((n) => n / total)),
  );
};

/** The information gain of a feature is the mean divergence of the classes after it from the classes before. */
export const informationGainMean: DerivationParts = {
  id: "information-gain",
  title: "特征的信息增益 = 散度的均值 = 互信息",
  source: "源文 S1，勘误 E14",
  worlds: [
    {
      name: "14 天打球，按天气分",
      scope: {
        p: table([
          [2, 3],
          [4, 0],
          [3, 2],
        ]),
      },
    },
    {
      name: "误设的特征：几乎无关",
      scope: {
        p: table([
          [30, 21],
          [29, 20],
        ]),
      },
    },
    {
      name: "完全决定",
      scope: {
        p: table([
          [5, 0],
          [0, 3],
        ]),
      },
    },
  ],
  steps: [
    { expression: "E(x ~ p, KL(p(c | x) ‖ p(c)))", because: "每次更新的散度，对特征求平均" },
    {
      expression: "E(x ~ p, E(c ~ p(c | x), log(p(c | x)) - log(p(c))))",
      because: "定义",
    },
    {
      expression: "E(x ~ p, E(c ~ p(c | x), -log(p(c)))) - E(x ~ p, H(p(c | x)))",
      because: "熵的定义",
    },
    { expression: "H(p(c)) - E(x ~ p, H(p(c | x)))", because: "先给定 x 再平均，就是对 c 平均" },
  ],
};
