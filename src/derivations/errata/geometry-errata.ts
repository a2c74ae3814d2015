import type { Distribution } from "../../distributions/distribution";
import { mixture } from "../../distributions/families/mixture";
import { normal } from "../../distributions/families/normal";
import { crossEntropy } from "../../divergences/cross-entropy";
import { kl } from "../../divergences/kl";
import { seeded } from "../../math/random";
import { changeOfVariable } from "../chains/change-of-variable";
import { ganMinimax } from "../chains/gan-minimax";
import { type Erratum, short } from "./erratum";
import { fitNormal } from "./fit-normal";

const jensenShannon = (p: Distribution, q: Distribution): number => {
  const middle = mixture([0.5, 0.5], [p, q]);
  return (kl(p, middle) + kl(q, middle)) / 2;
};

/** Errata about what kind of distance it is, about GANs and VAEs. */
/** A mean that an optimiser leaves at 1e-9 is 0 to a reader. */
const centred = (mean: number): number => (Math.abs(mean) < 1e-6 ? 0 : mean);

export const geometryErrata: readonly Erratum[] = [
  {
    id: "E6",
    at: "S2.5",
    kind: "loose",
    says: "把最大似然 ⇔ KL 说成 GAN 所做的事",
    correct:
      "那只是动机：P_G 算不出，隐变量太少时连密度都没有。原始极小极大目标在最优判别器处是 2·JS − 2 ln 2",
    show: () => {
      // Both are standard in the first coordinate, which therefore adds nothing.
      const real = normal(0, 1);
      const flat = normal(0, 0.01);
      const divergence = kl(real, flat);
      const js = jensenShannon(real, flat);
      return {
        values: { kl: divergence, js, limit: Math.LN2 },
        text: `G 的第二维压到 ε = .01：KL = ${short(divergence, 5)}，JS = ${short(js)} < ln 2`,
      };
    },
    wrong: {
      id: "e6-wrong",
      steps: [
        { expression: "E(x ~ P, log(P(x)/(P(x)+Q(x)))) + E(x ~ Q, log(Q(x)/(P(x)+Q(x))))" },
        { expression: "KL(P ‖ Q)" },
      ],
    },
    right: ganMinimax,
  },
  {
    id: "E7",
    at: "S2.4",
    kind: "omitted",
    says: "只提不对称，前文却照样称“距离”",
    correct: "三角不等式也不成立；√JS 是度量，JS 不是",
    show: () => {
      const step = kl(normal(0, 1), normal(1, 1));
      const jump = kl(normal(0, 1), normal(2, 1));
      const [a, b, c] = [normal(0, 1), normal(1, 1), normal(2, 1)];
      const roots = [jensenShannon(a, b), jensenShannon(b, c), jensenShannon(a, c)].map(Math.sqrt);
      return {
        values: { step, jump, rootSum: roots[0] + roots[1], rootJump: roots[2] },
        text: `N(0,1)、N(1,1)、N(2,1)：${short(step)} + ${short(step)} < ${short(jump)}；√JS：${short(roots[0] + roots[1])} ≥ ${short(roots[2])}`,
      };
    },
    wrong: {
      id: "e7-wrong",
      steps: [{ expression: "KL(P ‖ R)" }, { relation: "≤", expression: "KL(P ‖ Q) + KL(Q ‖ R)" }],
    },
  },
  {
    id: "E10",
    at: "S2.2",
    kind: "omitted",
    says: "p = q 时为 0 是 KL 唯一的不同",
    correct: "交叉熵也在那里最小，值 H(p)：KL 的底是已知的。换变量时 KL 不变，微分交叉熵会变",
    show: () => {
      const [p, q] = [normal(0, 1), normal(1, 2)];
      const [pc, qc] = [normal(0, 0.01), normal(0.01, 0.02)];
      const values = {
        cross: crossEntropy(p, q),
        crossScaled: crossEntropy(pc, qc),
        kl: kl(p, q),
        klScaled: kl(pc, qc),
      };
      return {
        values,
        text: `H(p,q)：${short(values.cross)}，换 y = x/100 后 ${short(values.crossScaled)}；KL 都是 ${short(values.kl)}`,
      };
    },
    article: "D_{KL}(p||q) = H(p,q) - H(p)",
    wrong: {
      id: "e10-wrong",
      worlds: changeOfVariable.worlds,
      steps: [{ expression: "H(P, Q)" }, { expression: "H(P_Y, Q_Y)" }],
    },
    right: changeOfVariable,
  },
  {
    id: "E19",
    at: "S3",
    kind: "wrong",
    says: "为度量编码的额外比特而提出；两人为名称争执",
    correct:
      "1951 年的合著讲的是检验假设与充分性：I(1:2)，“判别的平均信息”；他们的“divergence”是 J = I(1:2)+I(2:1)。后来 Kullback 更愿称 discrimination information",
    show: () => {
      const [first, second] = [normal(0, 1), normal(1, 1)];
      const draws = first.sample(20_000, seeded(19));
      const ratio =
        draws.reduce((sum, x) => sum + first.logProb(x) - second.logProb(x), 0) / draws.length;
      const j = kl(first, second) + kl(second, first);
      return {
        values: { meanLogRatio: ratio, information: kl(first, second), j },
        text: `N(0,1) 的数据上平均对数似然比 ${short(ratio, 3)} → I(1:2) = ${short(kl(first, second))}；J = ${short(j)}`,
      };
    },
  },
  {
    id: "E20",
    at: "S3.4",
    kind: "loose",
    says: "方向“直接解释”锐利与模糊",
    correct:
      "这是一种读法，有争议：用前向 KL 训练的 GAN 也锐利、也丢模式（Goodfellow，arXiv:1701.00160）；不饱和损失在最优 D 处只有梯度等于 KL(P_G‖P_data) − 2·JS 的梯度",
    show: () => {
      const target = (a: number): Distribution =>
        mixture([0.5, 0.5], [normal(-a, 1), normal(a, 1)]);
      const forward = fitNormal((n) => kl(target(3), n), [0.5, 2]);
      const reverse = fitNormal((n) => kl(n, target(3)), [2, 1]);
      const js3 = fitNormal((n) => jensenShannon(target(3), n), [0.5, 2.5]);
      const js5 = fitNormal((n) => jensenShannon(target(5), n), [4, 1.5]);
      return {
        values: {
          forwardMean: forward.mean,
          forwardSd: forward.sd,
          reverseMean: reverse.mean,
          reverseSd: reverse.sd,
          js3Mean: js3.mean,
          js3Sd: js3.sd,
          js5Mean: js5.mean,
          js5Sd: js5.sd,
        },
        text: `拟合 ½N(±3,1)：前向 (${short(centred(forward.mean), 2)}, ${short(forward.sd, 3)})，反向 (${short(reverse.mean, 3)}, ${short(reverse.sd, 3)})，JS (${short(centred(js3.mean), 2)}, ${short(js3.sd, 3)})；a = 5 时 JS (${short(js5.mean, 3)}, ${short(js5.sd, 3)})`,
      };
    },
  },
];
