import { checkOptions } from "../words/check-options";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { list, positive, probability } from "../words/option-kinds";
import { Figure } from "./parts/figure";
import { spoken } from "./parts/figure-options";
import { titleOptions } from "./parts/known-options";
import { axis, baseLayout, colors, points } from "./parts/style";

/** Options of `figures.divergenceScale`. */
export interface DivergenceScaleOptions {
  /** Values of D in nats; by default 0.001, 0.01, 0.1 and 1. */
  readonly values?: readonly number[];
  /** The evidence at which a test tells, as the probability of being wrong; by default 0.05. */
  readonly error?: number;
  readonly title?: string;
  readonly locale?: Locale;
}

interface Words {
  readonly title: string;
  readonly d: string;
  readonly rows: readonly [samples: string, coin: string, shift: string];
  readonly samples: (n: string) => string;
  readonly coin: (b: string) => string;
  readonly shift: (mu: string) => string;
  readonly summary: (ratio: string, each: string) => string;
  readonly each: (d: string, n: string, b: string, mu: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: "D有多大：要看多少次才分得出",
    d: "D（nat，对数轴）",
    rows: ["平均要看", "公平的硬币对", "正态中心差"],
    samples: (n) => `${n}次`,
    coin: (b) => `正面${b}`,
    shift: (mu) => `${mu}个σ`,
    summary: (ratio, each) =>
      `横轴是相对熵，每大十倍走一格。每个值下面三行：对数似然比平均达到 ln ${ratio} 要看几次（ln ${ratio}/D），公平的硬币与哪一枚差这么多，两个同样宽的正态中心差几个标准差（√(2D)）。${each}`,
    each: (d, n, b, mu) => `D = ${d} nat：${n} 次，硬币 ${b}，${mu} 个σ。`,
  },
  en: {
    title: "How large is D: how many samples until one can tell",
    d: "D (nat, logarithmic)",
    rows: ["samples needed", "a fair coin against", "normals apart"],
    samples: (n) => n,
    coin: (b) => `heads ${b}`,
    shift: (mu) => `${mu} σ`,
    summary: (ratio, each) =>
      `Relative entropy along a logarithmic axis. Below each value: how many samples until the log-likelihood ratio is ln ${ratio} on average (ln ${ratio}/D), which coin is so far from a fair one, and by how many standard deviations two normals of one width differ (√(2D)). ${each}`,
    each: (d, n, b, mu) => `D = ${d} nat: ${n} samples, coin ${b}, ${mu} σ. `,
  },
};

/**
 * What values of D mean: samples until a likelihood-ratio test tells, the coin and the normal that are so far away.
 *
 * The log-likelihood ratio grows by D a sample on average, so that about ln(1/error)/D samples reach the odds 1/error.
 *
 * @param options `values` of D in nats, `error` of the test, `title`, `locale`
 * @throws RangeError for a value ≤ 0 or an error that is not between 0 and 1
 *
 * @example
 * figures.divergenceScale().alt.includes("D = 0.1 nat：30 次"); // true
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), theorem 11.8.3.
 */
export function divergenceScale(options: DivergenceScaleOptions = {}): Figure {
  const caller = "divergenceScale";
  checkOptions(caller, options, {
    values: list(positive, 1),
    error: probability,
    ...titleOptions,
  });
  const w = spoken(caller, words, options.locale);
  const { error = 0.05 } = options;
  if (!(error > 0 && error < 1)) {
    throw new RangeError(
      `${caller}: error 是 ${error}，应在 0 与 1 之间 / error is ${error}; give a number between 0 and 1`,
    );
  }
  const values = [...(options.values ?? [0.001, 0.01, 0.1, 1])].sort((a, b) => a - b);
  const rows = values.map((d) => ({
    d,
    samples: Math.ceil(-Math.log(error) / d - 1e-9),
    coin: coinAt(d),
    shift: Math.sqrt(2 * d),
  }));
  const [low, high] = [Math.log10(values[0]) - 0.5, Math.log10(values[values.length - 1]) + 0.5];
  const noted = ({ d, samples, coin, shift }: (typeof rows)[number]): object[] =>
    [
      `<b>${numberText(d)}</b>`,
      `<b>${w.samples(String(samples))}</b>`,
      w.coin(numberText(coin, 3)),
      w.shift(numberText(shift, 2)),
    ].map((text, i) => ({
      text,
      x: Math.log10(d),
      y: [0.92, 0.57, 0.33, 0.09][i],
      yref: "y domain",
      showarrow: false,
      font: {
        size: [15, 16, 13, 13][i],
        color: [colors.divergence, colors.p, colors.q, colors.model][i],
      },
    }));
  return new Figure({
    data: [
      points(
        "D",
        values,
        values.map(() => 0.8),
        colors.divergence,
        { size: 14, showlegend: false, hovertemplate: "D = %{x:.4g} nat<extra></extra>" },
      ),
    ],
    layout: baseLayout(options.title ?? w.title, {
      height: 360,
      margin: { l: 24, r: 24, t: 72, b: 56 },
      xaxis: axis(w.d, {
        type: "log",
        range: [low, high],
        dtick: 1,
        showgrid: true,
      }),
      yaxis: { visible: false, range: [0, 1] },
      annotations: [
        ...rows.flatMap(noted),
        ...w.rows.map((text, i) => ({
          text,
          x: 0,
          xref: "x domain",
          xanchor: "left",
          y: [0.7, 0.45, 0.21][i],
          yref: "y domain",
          showarrow: false,
          font: { size: 12, color: colors.quiet },
        })),
      ],
      shapes: [
        {
          type: "line",
          xref: "x domain",
          x0: 0,
          x1: 1,
          y0: 0.8,
          y1: 0.8,
          layer: "below",
          line: { color: colors.zero, width: 2 },
        },
      ],
    }),
    alt: w.summary(
      numberText(1 / error, 3),
      rows
        .map(({ d, samples, coin, shift }) =>
          w.each(numberText(d), String(samples), numberText(coin, 3), numberText(shift, 2)),
        )
        .join(""),
    ),
    table: {
      columns: [w.d, ...w.rows],
      rows: rows.map(({ d, samples, coin, shift }) => [
        numberText(d),
        samples,
        numberText(coin),
        numberText(shift),
      ]),
    },
  });
}

/** The b > ½ with D(½‖b) = d: −½ ln(4b(1 − b)) = d. */
const coinAt = (d: number): number => 0.5 + Math.sqrt(-Math.expm1(-2 * d)) / 2;
