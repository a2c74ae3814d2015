import { normal } from "../../distributions/families/normal";
import { crossEntropy } from "../../divergences/cross-entropy";
import { entropy } from "../../divergences/entropy";
import { kl } from "../../divergences/kl";
import { type Erratum, short } from "./erratum";
import { quantizedDivergence, shannonBlockExcess } from "./shannon-block-excess";

const half = [0.5, 0.5];
const skewed = [0.9, 0.1];

/** Errata about prior and posterior, units, direction, and the coding reading. */
export const codingErrata: readonly Erratum[] = [
  {
    id: "E1",
    at: "S2.3",
    kind: "wrong",
    says: "两种说法里，第二种把先验与后验的位置说反了",
    correct: "从先验 q 到后验 p 得到的信息是 D(p‖q)；用 q 代替 p 所失的也是它",
    show: () => {
      const gain = kl(skewed, half, { base: 2 });
      const swapped = kl(half, skewed, { base: 2 });
      return {
        values: { gain, swapped },
        text: `(.5, .5) → (.9, .1)：增益 ${short(gain, 3)} 比特；写反得 ${short(swapped, 3)}`,
      };
    },
  },
  {
    id: "E2",
    at: "S2.1、S2.5",
    kind: "omitted",
    says: "从未说明对数以什么为底",
    correct: "1 奈特 = 1/ln 2 = 1.4427 比特；换底不动最优点，只改数值",
    show: () => {
      const nats = kl(skewed, half);
      const bits = kl(skewed, half, { base: 2 });
      return {
        values: { nats, bits, ratio: bits / nats },
        text: `同一散度：${short(nats, 3)} 奈特 = ${short(bits, 3)} 比特`,
      };
    },
    article: String.raw`D_{KL}(P||Q) = E_{X~P}[log\frac{P(x)}{Q(x)}] = E_{X~P}[logP(x)-logQ(x)]`,
    wrong: {
      id: "e2-wrong",
      steps: [{ expression: "KL(P ‖ Q)" }, { expression: "E(x ~ P, log2(P(x)/Q(x)))" }],
    },
    right: {
      id: "e2-right",
      steps: [{ expression: "KL(P ‖ Q)" }, { expression: "E(x ~ P, log2(P(x)/Q(x)))*log(2)" }],
    },
  },
  {
    id: "E13",
    at: "S2.0",
    kind: "loose",
    says: "把 D(p‖q) 说成“从 q 到 p”",
    correct: "两种说法都有人用；应说：对 p 求期望，q 是近似",
    show: () => {
      const forward = kl(half, skewed);
      const reverse = kl(skewed, half);
      return {
        values: { forward, reverse },
        text: `p = (.5, .5)，q = (.9, .1)：D(p‖q) = ${short(forward, 3)}，D(q‖p) = ${short(reverse, 3)}`,
      };
    },
    wrong: {
      id: "e13-wrong",
      steps: [{ expression: "KL(P ‖ Q)" }, { expression: "E(x ~ Q, log(P(x)/Q(x)))" }],
    },
    right: {
      id: "e13-right",
      steps: [{ expression: "KL(P ‖ Q)" }, { expression: "E(x ~ P, log(P(x)/Q(x)))" }],
    },
  },
  {
    id: "E16",
    at: "S1、S2.1、S2.7",
    kind: "loose",
    says: "散度就是某个编码多用的比特，且只说离散情形",
    correct: "那是平均值，码长取理想的 −log₂ q，靠分组码或算术码逼近；连续时是量化变细的极限",
    show: () => {
      const p = [0.6, 0.4];
      const divergence = kl(p, skewed, { base: 2 });
      // Any Huffman code of two symbols spends one bit on each, whatever it was made for.
      const huffman = 1 - entropy(p, { base: 2 });
      const blocks = shannonBlockExcess(0.6, 0.9, 12);
      const fine = quantizedDivergence(normal(0, 1), normal(1, 2), 0.01);
      const middle = quantizedDivergence(normal(0, 1), normal(1, 2), 0.5);
      const wide = quantizedDivergence(normal(0, 1), normal(1, 2), 2);
      return {
        values: { divergence, huffman, blocks, wide, middle, fine },
        text: `D = ${short(divergence, 3)} 比特；单符号霍夫曼只多 ${short(huffman, 2)}，香农码 12 个一组多 ${short(blocks, 3)}；正态按宽 2、.5、.01 量化得 ${short(wide, 3)}、${short(middle, 3)}、${short(fine)}`,
      };
    },
  },
  {
    id: "E14",
    at: "S1",
    kind: "loose",
    says: "把“信息增益”当作同义词",
    correct: "一次更新是 D(后验‖先验)；决策树里是它的均值，即互信息。单个 D 一般不等于熵的减少",
    show: () => {
      const prior = [9 / 14, 5 / 14];
      const counts = [
        [2, 3],
        [4, 0],
        [3, 2],
      ];
      let mean = 0;
      let gain = entropy(prior, { base: 2 });
      const values: Record<string, number> = {};
      for (const [i, [a, b]] of counts.entries()) {
        const total = a + b;
        const posterior = [a / total, b / total];
        const divergence = kl(posterior, prior, { base: 2 });
        const drop = entropy(prior, { base: 2 }) - entropy(posterior, { base: 2 });
        values[`divergence${i + 1}`] = divergence;
        values[`drop${i + 1}`] = drop;
        mean += (total / 14) * divergence;
        gain -= (total / 14) * entropy(posterior, { base: 2 });
      }
      return {
        values: { ...values, mean, gain },
        text: `三支的 D：${[1, 2, 3].map((i) => short(values[`divergence${i}`], 3)).join("、")}，熵减：${[1, 2, 3].map((i) => short(values[`drop${i}`], 3)).join("、")}；两者的均值都是 ${short(mean)} 比特`,
      };
    },
  },
  {
    id: "E15",
    at: "S2.2",
    kind: "loose",
    says: "p 是固定的，所以两个目标等价",
    correct: "拟合第一个位置时（变分推断）p 不固定：对 p 求 H(p, q) 的最小会塌成一点",
    show: () => {
      const q = [0.5, 0.3, 0.2];
      const point = [1, 0, 0];
      const least = crossEntropy(point, q);
      return {
        values: { least, klAtPoint: kl(point, q), klAtQ: kl(q, q), crossAtQ: crossEntropy(q, q) },
        text: `q = (.5, .3, .2)：min H(p, q) = ${short(least, 3)}，在一点处取得，那里 KL 也是 ${short(kl(point, q), 3)}；KL 的最小 0 在 p = q，那里 H = ${short(crossEntropy(q, q), 3)}`,
      };
    },
  },
  {
    id: "E12",
    at: "S1、S2.0、S4",
    kind: "wrong",
    says: "S2.0、S4 称它为相似度；S1 说的是差别，只是语序像在说它度量不对称性",
    correct: "它是相异度：相同时为 0，越不同越大；不对称是它的性质，不是它的对象",
    show: () => {
      const values: Record<string, number> = {};
      for (const mean of [0, 1, 2, 3]) {
        values[`forward${mean}`] = kl(normal(0, 1), normal(mean, 1));
        values[`reverse${mean}`] = kl(normal(mean, 1), normal(0, 1));
      }
      return {
        values,
        text: `N(0,1) 与 N(μ,1)，μ = 0、1、2、3：${[0, 1, 2, 3].map((m) => short(values[`forward${m}`])).join("、")}，反过来相同`,
      };
    },
  },
];
