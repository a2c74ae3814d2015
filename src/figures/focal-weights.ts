import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { finiteNumber, interval, list } from "../words/option-kinds";
import { Figure } from "./parts/figure";
import { spoken } from "./parts/figure-options";
import { checkedInterval, evenly, type Interval, sampleIndices } from "./parts/grid";
import { titleOptions } from "./parts/known-options";
import { endLabels } from "./parts/labels";
import { axis, baseLayout, colors, line } from "./parts/style";

/** Options of `figures.focalWeights`. */
export interface FocalWeightsOptions {
  /** Values of γ to compare; default 0, 1, 2, 5. */
  readonly gammas?: readonly number[];
  /** Divergences to cover, in nats; default 0 to 4. */
  readonly range?: Interval;
  readonly title?: string;
  readonly locale?: Locale;
}

interface Words {
  readonly weight: string;
  readonly loss: string;
  readonly title: string;
  readonly d: string;
  readonly summary: (range: string, each: string) => string;
  readonly each: (gamma: string, easy: string, hard: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    weight: "权重（无单位）",
    loss: "权重·D（nat）",
    title: "D小的容易样本被压低：(1 − e<sup>−D</sup>)<sup>γ</sup>，本实验室的定义",
    d: "一个样本的相对熵D（nat）",
    summary: (range, each) =>
      `上方是权重(1 − e^(−D))^γ，下方是权重与D的乘积，横轴D从${range} nat；γ = 0时权重处处为1，乘积就是D；γ越大，小的D越受轻视。${each}这一公式是我们按focal loss类比而定的。`,
    each: (gamma, easy, hard) => `γ = ${gamma}：D = 0.1的权重${easy}，D = 2的权重${hard}。`,
  },
  en: {
    weight: "weight (no unit)",
    loss: "weight × D (nat)",
    title:
      "Easy samples (small D) count less: weight (1 − e<sup>−D</sup>)<sup>γ</sup>, our definition",
    d: "relative entropy D of a sample (nat)",
    summary: (range, each) =>
      `Above, the weight (1 − e^(−D))^γ; below, weight times D, for D from ${range} nat. With γ = 0 the weight is 1 and the product D; the larger γ, the less small D count. ${each}The formula is ours, by analogy with focal loss.`,
    each: (gamma, easy, hard) => `γ = ${gamma}: weight ${easy} at D = 0.1, ${hard} at D = 2. `,
  },
};

/**
 * The focal weight (1 − e^(−D))^γ and the focal divergence weight·D over D, for several γ.
 *
 * @param options `gammas` (≥ 0, at most five), `range` of D in nats, `title`, `locale`
 * @throws RangeError for a γ or range out of bounds, TypeError for no γ or more than five
 *
 * @example
 * figures.focalWeights({ gammas: [2] }).alt.includes("D = 2的权重0.7476"); // true
 *
 * Source: ours, by analogy with T.-Y. Lin et al., Focal Loss for Dense Object Detection (2017), arXiv:1708.02002.
 */
export function focalWeights(options: FocalWeightsOptions = {}): Figure {
  const caller = "focalWeights";
  checkOptions(caller, options, { gammas: list(finiteNumber), range: interval, ...titleOptions });
  const w = spoken(caller, words, options.locale);
  const { gammas = [0, 1, 2, 5] } = options;
  if (gammas.length < 1 || gammas.length > styles.length) {
    throw shapeError(caller, "gammas 应有 1 至 5 个数", "give 1 to 5 gammas");
  }
  for (const [i, gamma] of gammas.entries()) {
    if (!(gamma >= 0 && Number.isFinite(gamma))) {
      throw valueError(
        caller,
        `gammas[${i}] 是 ${gamma}，应为 ≥ 0 的有限数`,
        `gammas[${i}] is ${gamma}; give a finite number ≥ 0`,
      );
    }
  }
  const range = checkedInterval(caller, "range", options.range ?? [0, 4], [0, 700]);
  const d = evenly(...range, 101);
  const weight = (gamma: number, di: number): number => (-Math.expm1(-di)) ** gamma;
  const curves = gammas.map((gamma, i) => ({
    name: `γ = ${numberText(gamma)}`,
    weights: d.map((di) => weight(gamma, di)),
    losses: d.map((di) => weight(gamma, di) * di),
    style: styles[i],
  }));
  return new Figure({
    data: [
      ...curves.map(({ name, weights, style }) =>
        line(name, d, weights, style.color, { dash: style.dash, showlegend: false }),
      ),
      ...curves.map(({ name, losses, style }) =>
        line(name, d, losses, style.color, { dash: style.dash, yaxis: "y2", showlegend: false }),
      ),
    ],
    layout: baseLayout(options.title ?? w.title, {
      xaxis: axis(w.d, { anchor: "y2", range, zeroline: false }),
      yaxis: axis(w.weight, { domain: [0.56, 1], range: [-0.03, 1.1] }),
      yaxis2: axis(w.loss, { domain: [0, 0.46] }),
      margin: { l: 64, r: 64, t: 84, b: 56 },
      annotations: endLabels(
        curves.map(({ name, weights, style }) => ({
          text: name,
          y: weights[weights.length - 1],
          color: style.color,
        })),
        { x: range[1], gap: 0.13, top: 1.1 },
      ),
    }),
    alt: w.summary(
      options.locale === "en" ? range.join(" to ") : range.join("到"),
      gammas
        .map((g) => w.each(numberText(g), numberText(weight(g, 0.1)), numberText(weight(g, 2))))
        .join(""),
    ),
    table: {
      columns: ["D (nat)", ...curves.flatMap(({ name }) => [name, `${name} · D (nat)`])],
      rows: sampleIndices(101, 11).map((i) =>
        [d[i], ...curves.flatMap((c) => [c.weights[i], c.losses[i]])].map((v) => numberText(v)),
      ),
    },
  });
}

const styles = [
  { color: colors.data },
  { color: colors.p, dash: "dash" },
  { color: colors.divergence, dash: "longdash" },
  { color: colors.q, dash: "dashdot" },
  { color: colors.model, dash: "dot" },
] as const satisfies readonly { color: string; dash?: string }[] as readonly {
  readonly color: string;
  readonly dash?: string;
}[];
