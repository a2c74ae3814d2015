import { beta } from "../distributions/families/beta";
import { kl } from "../divergences/kl";
import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { interval } from "../words/option-kinds";
import { distributionText } from "./parts/distribution-text";
import { Figure } from "./parts/figure";
import { type FigureOptions, spoken, unitOf } from "./parts/figure-options";
import { evenly, finite } from "./parts/grid";
import { unitOptions } from "./parts/known-options";
import { axis, baseLayout, colors, line, translucent } from "./parts/style";

/** Options of `figures.coinUpdating`. */
export interface CoinUpdatingOptions extends FigureOptions {
  /** The Beta(α, β) held before the first toss; default [1, 1], every bias alike. */
  readonly prior?: readonly [alpha: number, beta: number];
}

/** What the alternative text tells. */
interface Told {
  readonly n: number;
  readonly heads: number;
  readonly prior: string;
  readonly mean: string;
  readonly sum: string;
  readonly total: string;
}

interface Words {
  readonly bias: string;
  readonly density: string;
  readonly toss: string;
  readonly gain: (unit: string) => string;
  readonly prior: string;
  readonly after: (n: number) => string;
  readonly faces: readonly [tails: string, heads: string];
  readonly title: (sum: string, total: string) => string;
  readonly columns: readonly string[];
  readonly summary: (told: Told) => string;
  readonly most: (i: number, gain: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    bias: "正面的概率θ",
    density: "密度",
    toss: "第几次",
    gain: (unit) => `信息增益（${unit}）`,
    prior: "先验",
    after: (n) => `${n}次后`,
    faces: ["反", "正"],
    title: (sum, total) => `一步步学到的相加是${sum}；从先验直接到最后是${total}`,
    columns: ["次", "结果", "α", "β", "后验均值"],
    summary: ({ n, heads, prior, mean, sum, total }) =>
      `掷 ${n} 次硬币，${heads} 次正面。上方是从先验 ${prior} 到最后一次的密度，最后的均值 ${mean}；下方是每次的信息增益 D(后验‖前一次的后验)。各次相加是 ${sum}；先验到最后的相对熵是 ${total}，两者不必相等。`,
    most: (i, gain) => `学得最多的是第 ${i} 次，${gain}。`,
  },
  en: {
    bias: "probability θ of heads",
    density: "density",
    toss: "toss",
    gain: (unit) => `information gain (${unit})`,
    prior: "prior",
    after: (n) => `after ${n}`,
    faces: ["T", "H"],
    title: (sum, total) =>
      `Step by step ${sum} in all; from the prior straight to the end ${total}`,
    columns: ["toss", "outcome", "α", "β", "posterior mean"],
    summary: ({ n, heads, prior, mean, sum, total }) =>
      `${n} tosses of a coin, ${heads} heads. Above, densities from the prior ${prior} to the last, whose mean is ${mean}; below, the gain of each toss, D(posterior‖posterior before). They add up to ${sum}; from the prior to the end it is ${total}, which need not be the same. `,
    most: (i, gain) => `Toss ${i} teaches most, ${gain}.`,
  },
};

/**
 * Bayesian updating of a coin's bias: Beta densities above what each toss teaches, D(posterior‖posterior before).
 *
 * Gains do not add up to the whole: the relative entropy from the prior to the end is stated apart. A surprising toss
 * teaches more.
 *
 * @param tosses 1 or true for heads, 0 or false for tails; 1 to 200 of them
 * @param options `prior` [α, β] (> 0), `base`, `title`, `locale`
 * @throws TypeError unless there are 1 to 200 tosses; RangeError for a toss or prior out of range
 *
 * @example
 * figures.coinUpdating([1]).alt.includes("学得最多的是第 1 次，0.1931 nat"); // true
 *
 * Source: D. V. Lindley, On a Measure of the Information Provided by an Experiment (1956).
 */
export function coinUpdating(
  tosses: readonly (number | boolean)[],
  options: CoinUpdatingOptions = {},
): Figure {
  const caller = "coinUpdating";
  checkOptions(caller, options, { prior: interval, ...unitOptions });
  const w = spoken(caller, words, options.locale);
  const unit = unitOf(caller, options.base);
  const { base } = options;
  const faces = checkedTosses(caller, tosses);
  const beliefs = [beta(...(options.prior ?? [1, 1]))];
  for (const heads of faces) {
    const { alpha, beta: tails } = beliefs[beliefs.length - 1];
    beliefs.push(beta(alpha + heads, tails + 1 - heads));
  }
  const n = faces.length;
  const gains = faces.map((_, i) => kl(beliefs[i + 1], beliefs[i], { base }));
  const sum = gains.reduce((a, b) => a + b, 0);
  const total = unit.text(kl(beliefs[n], beliefs[0], { base }));
  const theta = evenly(0, 1, 151);
  const drawn = [...new Set([0, 1, 2, 3, 4].map((k) => Math.round((k * n) / 4)))];
  const step = faces.map((_, i) => i + 1);
  const best = gains.indexOf(Math.max(...gains));
  return new Figure({
    data: [
      ...drawn.map((i, k) =>
        line(
          i === 0 ? w.prior : w.after(i),
          theta,
          theta.map((t) => finite(beliefs[i].prob(t))),
          shade(k, drawn.length),
          {
            width: i === n ? 3.2 : 2.2,
            showlegend: false,
          },
        ),
      ),
      {
        type: "bar",
        name: w.gain(unit.name),
        x: step,
        y: gains,
        marker: { color: colors.divergence },
        customdata: faces.map((heads) => w.faces[heads]),
        text: n <= 24 ? faces.map((heads) => w.faces[heads]) : [],
        textposition: "outside",
        cliponaxis: false,
        hovertemplate: `%{x} %{customdata}<br>%{y:.4g} ${unit.name}<extra></extra>`,
        showlegend: false,
        xaxis: "x2",
        yaxis: "y2",
      },
    ],
    layout: baseLayout(options.title ?? w.title(unit.text(sum), total), {
      height: 500,
      xaxis: axis(w.bias, { range: [0, 1], zeroline: false }),
      yaxis: axis(w.density, { domain: [0.55, 1], rangemode: "tozero" }),
      xaxis2: axis(w.toss, {
        anchor: "y2",
        showgrid: false,
        range: [0.4, n + 0.6],
        ...(n <= 24 ? { tickvals: step } : {}),
      }),
      yaxis2: axis(w.gain(unit.name), {
        domain: [0, 0.34],
        anchor: "x2",
        range: [0, Math.max(...gains) * 1.25],
      }),
      annotations: [
        ...drawn.map((i, k) => ({
          text: i === 0 ? w.prior : w.after(i),
          ...swatch(k, drawn.length),
          bgcolor: shade(k, drawn.length),
          font: { size: 12, color: k < 2 ? colors.text : colors.paper },
        })),
        {
          text: `Σ = ${unit.text(sum)}`,
          x: 1,
          xref: "x2 domain",
          xanchor: "right",
          y: 1,
          yref: "y2 domain",
          yanchor: "top",
          showarrow: false,
          font: { color: colors.divergence, size: 13 },
        },
      ],
    }),
    alt:
      w.summary({
        n,
        heads: faces.filter(Boolean).length,
        prior: distributionText(beliefs[0]),
        mean: numberText(beliefs[n].mean),
        sum: unit.text(sum),
        total,
      }) + w.most(best + 1, unit.text(gains[best])),
    table: {
      columns: [...w.columns, w.gain(unit.name)],
      rows: faces.map((heads, i) => {
        const { alpha, beta: tails, mean } = beliefs[i + 1];
        return [
          i + 1,
          w.faces[heads],
          numberText(alpha),
          numberText(tails),
          numberText(mean),
          numberText(gains[i]),
        ];
      }),
    },
  });
}

function checkedTosses(caller: string, tosses: readonly (number | boolean)[]): (0 | 1)[] {
  if (!Array.isArray(tosses) || tosses.length < 1 || tosses.length > 200) {
    throw shapeError(
      caller,
      "tosses 应为 1 至 200 个 0 或 1 的数组",
      "tosses must be a list of 1 to 200 zeros and ones",
    );
  }
  return tosses.map((toss, i) => {
    const value = Number(toss);
    if (value === 0 || value === 1) return value;
    throw valueError(
      caller,
      `tosses[${i}] 是 ${toss}，应为 0 或 1`,
      `tosses[${i}] is ${toss}; give 0 or 1`,
    );
  });
}

/** From light to dark, the prior first: how much was seen. */
const shade = (k: number, count: number): string =>
  k === count - 1 ? colors.p : translucent(colors.p, 0.22 + (0.6 * k) / Math.max(1, count - 1));

/** A key in a row above the curves, in the order of time, on the colour of the curve. */
const swatch = (k: number, count: number): object => ({
  x: (k + 0.5) / count,
  xref: "x domain",
  y: 1.03,
  yref: "y domain",
  yanchor: "bottom",
  showarrow: false,
  borderpad: 3,
});
