import { kl } from "../../divergences/kl";
import { seeded } from "../../math/random";
import { vaeSplit } from "../chains/vae-split";
import { type Erratum, short } from "./erratum";

interface Tables {
  /** p_data(x). */
  readonly data: readonly number[];
  /** q(z | x), a row for each x. */
  readonly encoder: readonly (readonly number[])[];
  /** p(z). */
  readonly prior: readonly number[];
  /** p(x | z), a row for each z. */
  readonly decoder: readonly (readonly number[])[];
}

function randomTables(seed: number): Tables {
  const prng = seeded(seed);
  const row = (n: number): readonly number[] => {
    const raw = Array.from({ length: n }, () => -Math.log(1 - prng()));
    const total = raw.reduce((sum, v) => sum + v, 0);
    return raw.map((v) => v / total);
  };
  const rows = (count: number, n: number): readonly (readonly number[])[] =>
    Array.from({ length: count }, () => row(n));
  return { data: row(5), encoder: rows(5, 4), prior: row(4), decoder: rows(4, 5) };
}

const sum = (values: readonly number[]): number => values.reduce((total, v) => total + v, 0);

/** Errata about the generative models, and misprints. */
export const modelErrata: readonly Erratum[] = [
  {
    id: "E8",
    at: "S3.4",
    kind: "loose",
    says: "每个模型一个 KL，却没说在什么上面",
    correct:
      "第一位寻找，第二位覆盖。E_x[−ELBO] = H(p_data) + KL(p_data‖p_θ) + E_x KL(q(z|x)‖p_θ(z|x))：θ 覆盖数据，编码器 q 寻找",
    show: () => {
      const { data, encoder, prior, decoder } = randomTables(8);
      const marginal = data.map((_, x) => sum(prior.map((w, z) => w * decoder[z][x])));
      const loss = sum(
        data.map((w, x) =>
          sum(encoder[x].map((e, z) => w * e * Math.log(e / (prior[z] * decoder[z][x])))),
        ),
      );
      const entropy = sum(data.map((w) => -w * Math.log(w)));
      const covering = kl(data, marginal);
      const seeking = sum(
        data.map((w, x) => {
          const posterior = prior.map((v, z) => (v * decoder[z][x]) / marginal[x]);
          return w * kl(encoder[x], posterior);
        }),
      );
      const gap = Math.abs(loss - entropy - covering - seeking);
      return {
        values: { loss, entropy, covering, seeking, gap },
        text: `随机表：−ELBO = ${short(loss)} = ${short(entropy)} + ${short(covering)} + ${short(seeking)}，差 ${gap.toExponential(0)}`,
      };
    },
    right: vaeSplit,
  },
  {
    id: "E22",
    at: "S2.3、S3",
    kind: "loose",
    says: "VAE 的目标由 KL 组成",
    correct:
      "ELBO = 重构 − KL(q(z|x)‖p(z))，这里它是被压小的增益；对 x 平均后等于 I(X;Z) + KL(q(z)‖p(z))",
    show: () => {
      const { data, encoder, prior } = randomTables(22);
      const aggregate = prior.map((_, z) => sum(data.map((w, x) => w * encoder[x][z])));
      const mean = sum(data.map((w, x) => w * kl(encoder[x], prior)));
      const information = sum(data.map((w, x) => w * kl(encoder[x], aggregate)));
      const rest = kl(aggregate, prior);
      return {
        values: { mean, information, rest, gap: Math.abs(mean - information - rest) },
        text: `随机表：均值 ${short(mean)} = I(X;Z) ${short(information)} + KL(q(z)‖p(z)) ${short(rest)}`,
      };
    },
  },
  {
    id: "E9",
    at: "S3",
    kind: "print",
    says: "“Kai, Y.”；提两篇 Attias 只列一篇；以 Xing 代第一作者 Zhiting Hu；formulation 误作 formula；“自此”才用 KL",
    correct:
      "作者是 Kai Yu；Attias 1999（UAI）与 2000（NIPS 12）；“Baysian”是会议集自己的拼写，论文印作 Bayesian；KL 早已在用（Hinton & van Camp 1993；Jordan 等 1999）",
  },
  {
    id: "E11",
    at: "S2.5–S2.6",
    kind: "print",
    says: "写 X∼P 却用 P(x)；P_G 与 P_g 混用；P_G(x;θ) 与 (x,θ) 混用；两个积分外没有括号；x^i 像乘方",
    correct: "E_{X∼P}[log P(X)/Q(X)]；argmax_θ{…}；x⁽ⁱ⁾",
  },
];
