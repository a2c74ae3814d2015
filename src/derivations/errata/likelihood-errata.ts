import { mixture } from "../../distributions/families/mixture";
import { normal } from "../../distributions/families/normal";
import { crossEntropy } from "../../divergences/cross-entropy";
import { entropy } from "../../divergences/entropy";
import { kl } from "../../divergences/kl";
import { seeded } from "../../math/random";
import { mleWorlds } from "../chains/mle-worlds";
import { type Erratum, short } from "./erratum";

const noisy = 0.99;

/** Errata about likelihood and its limit. */
export const likelihoodErrata: readonly Erratum[] = [
  {
    id: "E3",
    at: "S2.5",
    kind: "loose",
    says: "称 L 为这些样本都出现的概率",
    correct: "要独立；x 连续时它是密度，可以大于 1",
    show: () => {
      const value = normal(0, 0.1).prob(0) ** 10;
      return {
        values: { likelihood: value },
        text: `N(0, .1)，十个样本都在 0：L = ${short(value, 3)}`,
      };
    },
  },
  {
    id: "E4",
    at: "S2.5",
    kind: "omitted",
    says: "为何 argmax Σ ≈ argmax E（最大点相近，数值并不）",
    correct:
      "(1/m)Σ → E，而 1/m 不动最大点；最大点收敛还要一致收敛与唯一。反例：½N(μ,s)+½N(0,1)，μ = x¹，s → 0，L 无界",
    show: () => {
      const data = normal(0, 1);
      const model = normal(0.5, 1);
      const expected = -crossEntropy(data, model);
      const m = 4000;
      const draws = data.sample(m, seeded(4));
      const mean = draws.reduce((sum, x) => sum + model.logProb(x), 0) / m;
      const few = draws.slice(0, 20);
      const spikes = [1e-1, 1e-10, 1e-100].map((s) => {
        const spiky = mixture([0.5, 0.5], [normal(few[0], s), normal(0, 1)]);
        return few.reduce((sum, x) => sum + spiky.logProb(x), 0);
      });
      const [wide, narrow, needle] = spikes;
      return {
        values: { expected, mean, wide: wide, narrow: narrow, needle: needle },
        text: `Σ/m = ${short(mean)}，E = ${short(expected)}；尖峰 s = .1、1e-10、1e-100 时 log L = ${spikes.map((v) => short(v)).join("、")}`,
      };
    },
    article: String.raw`arg max_{\theta} \sum_{i=1}^m logP_G(x^i; \theta) \approx arg max_{\theta} E_{x~P_{data}} [logP_G(x; \theta)]`,
    wrong: {
      id: "e4-wrong",
      worlds: mleWorlds,
      steps: [
        { expression: "∑(i=1, m, log(P_G(x[i] | θ)))" },
        { relation: "≈", expression: "E(x ~ P_data, log(P_G(x | θ)))" },
      ],
    },
    right: {
      id: "e4-right",
      worlds: mleWorlds,
      steps: [
        { expression: "∑(i=1, m, log(P_G(x[i] | θ)))/m" },
        { relation: "≈", expression: "E(x ~ P_data, log(P_G(x | θ)))" },
      ],
    },
  },
  {
    id: "E5",
    at: "S2.6",
    kind: "wrong",
    says: "合并后的积分被称作 KL；还漏了 P_G 的自变量与一个 dx",
    correct: "它是 −KL；最大化它就是最小化 KL",
    show: () => {
      const value = -kl(normal(0, 1), normal(1, 2));
      return {
        values: { integral: value },
        text: `N(0,1)、N(1,2)：∫ p log(q/p) = ${short(value)}`,
      };
    },
    article: String.raw`\int_xP_{data}logP_G(x,\theta)-P_{data}(x)logP_{data}(x)dx = \int_x P_{data}(x)log\frac{P_G(,\theta)}{P_{data}(x)}`,
    wrong: {
      id: "e5-wrong",
      steps: [{ expression: "∫(x, -∞, ∞, P(x)*log(Q(x)/P(x)))" }, { expression: "KL(P ‖ Q)" }],
    },
    right: {
      id: "e5-right",
      steps: [{ expression: "∫(x, -∞, ∞, P(x)*log(Q(x)/P(x)))" }, { expression: "-KL(P ‖ Q)" }],
    },
  },
  {
    id: "E17",
    at: "S2.5",
    kind: "wrong",
    says: "两个分布相像时 L 很大",
    correct: "离散时 L ≈ e^{−m(H(P)+D)}，真分布下也极小；能说话的只是比值 ≈ e^{−mD}",
    show: () => {
      const product = (m: number): number => {
        let value = 1;
        for (let i = 0; i < m; i++) value *= 0.5;
        return value;
      };
      const [thousand, more] = [product(1000), product(1075)];
      return {
        values: { thousand, more, logOfMore: 1075 * Math.log(0.5) },
        text: `公平硬币：m = 1000 时 L = ${short(thousand, 1)}，m = 1075 时双精度里是 ${more}；log L = ${short(1075 * Math.log(0.5))}`,
      };
    },
  },
  {
    id: "E18",
    at: "S2.5",
    kind: "loose",
    says: "KL 最近就显得真实",
    correct:
      "D(P‖εG+(1−ε)R) ≤ D(P‖G) + ln(1/ε)：似然与样本好坏是两回事（Theis 等，arXiv:1511.01844）",
    show: () => {
      const model = mixture([1 - noisy, noisy], [normal(0, 1), normal(8, 1)]);
      const divergence = kl(normal(0, 1), model);
      const limit = -Math.log(1 - noisy);
      return {
        values: { divergence, bound: limit },
        text: `99 % 是噪声：D = ${short(divergence)} ≤ ln 100 = ${short(limit)}`,
      };
    },
  },
  {
    id: "E21",
    at: "S2.1–S2.6、S4",
    kind: "omitted",
    says: "公式都没有条件",
    correct:
      "0·log 0 = 0；q = 0 < p 处为 ∞；H(p,q) − H(p) 要 H(p) < ∞。S4 说的局限属于一切概率模型；KL 自己的局限是支撑集不同就 ∞，且难估计",
    show: () => {
      const forward = kl([0.5, 0.5], [1, 0]);
      const reverse = kl([1, 0], [0.5, 0.5]);
      const atSure = entropy([1, 0]);
      return {
        values: { forward, reverse, entropyOfSure: atSure },
        text: `(.5, .5)‖(1, 0)：${forward === Number.POSITIVE_INFINITY ? "∞" : short(forward)}；反过来 ${short(reverse)} = ln 2`,
      };
    },
  },
];
