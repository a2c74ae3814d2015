import { checkOptions } from "../words/check-options";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { list, positive, probability } from "../words/option-kinds";
import { Figure, type Trace } from "./parts/figure";
import { spoken } from "./parts/figure-options";
import { evenly } from "./parts/grid";
import { titleOptions } from "./parts/known-options";
import { baseLayout, colors, line, translucent } from "./parts/style";

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
  readonly title: (evidence: string) => string;
  readonly d: string;
  readonly samples: string;
  readonly until: (ratio: string) => string;
  readonly coin: string;
  readonly shift: string;
  readonly times: (n: string) => string;
  readonly heads: (b: string) => string;
  readonly summary: (ratio: string, each: string) => string;
  readonly each: (d: string, n: string, b: string, mu: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: (evidence) => `D越小越难分清：约要看${evidence}/D次`,
    d: "D（nat）",
    samples: "要看多少次才分得清",
    until: (ratio) => `要看多少次，似然比才平均到${ratio}`,
    coin: "公平的硬币与正面概率这么大的一样远",
    shift: "两个正态的中心差几个标准差",
    times: (n) => `${n}次`,
    heads: (b) => b,
    summary: (ratio, each) =>
      `每栏一个相对熵，从小到大。上方画两个同样宽、相对熵正是这么大的正态密度；下面是对数似然比平均达到ln ${ratio}要看几次（ln ${ratio}/D），以及与公平的硬币差这么多的是哪一枚。${each}`,
    each: (d, n, b, mu) => `D = ${d} nat：${n}次，硬币${b}，中心差${mu}个σ。`,
  },
  en: {
    title: (evidence) => `The smaller D, the longer it takes to tell: about ${evidence}/D samples`,
    d: "D (nat)",
    samples: "samples until one can tell",
    until: (ratio) => `samples until the likelihood ratio is ${ratio} on average`,
    coin: "as far as a fair coin is from one with heads probability",
    shift: "standard deviations between two normals",
    times: (n) => n,
    heads: (b) => b,
    summary: (ratio, each) =>
      `A column for each relative entropy. Above, two normal densities of one width that are so far apart; below, how many samples until the log-likelihood ratio is ln ${ratio} on average (ln ${ratio}/D), and which coin is so far from a fair one. ${each}`,
    each: (d, n, b, mu) => `D = ${d} nat: ${n} samples, coin ${b}, means ${mu} σ apart. `,
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
 * figures.divergenceScale().alt.includes("D = 0.1 nat：30次"); // true
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
  const inRow = (y: number, size: number, color: string, texts: readonly string[]): object[] =>
    texts.map((text, i) => ({ text, x: i, y, showarrow: false, font: { size, color } }));
  const rowName = (text: string, y: number): object => ({
    text,
    x: 0,
    xref: "x domain",
    xanchor: "left",
    y,
    showarrow: false,
    font: { size: 12, color: colors.quiet },
  });
  return new Figure({
    data: hills(rows.map(({ shift }) => shift)),
    layout: baseLayout(options.title ?? w.title(numberText(-Math.log(error), 2)), {
      height: 420,
      margin: { l: 16, r: 16, t: 64, b: 16 },
      xaxis: { visible: false, range: [-0.5, rows.length - 0.5] },
      yaxis: { visible: false, range: [-1, 1.3] },
      annotations: [
        ...inRow(
          1.18,
          15,
          colors.divergence,
          rows.map(({ d }) => `<b>D = ${numberText(d)}</b>`),
        ),
        rowName(w.until(numberText(1 / error, 3)), -0.2),
        ...inRow(
          -0.4,
          17,
          colors.text,
          rows.map(({ samples }) => `<b>${w.times(String(samples))}</b>`),
        ),
        rowName(w.coin, -0.66),
        ...inRow(
          -0.84,
          13,
          colors.text,
          rows.map(({ coin }) => w.heads(numberText(coin, 3))),
        ),
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
      columns: [w.d, w.samples, w.coin, w.shift],
      rows: rows.map(({ d, samples, coin, shift }) => [
        numberText(d),
        samples,
        numberText(coin),
        numberText(shift),
      ]),
    },
  });
}

/** In each column two normals of one width, their centres so many standard deviations apart. */
function hills(shifts: readonly number[]): Trace[] {
  const reach = 3 + Math.max(...shifts) / 2;
  const z = evenly(-reach, reach, 61);
  const density = (center: number): number[] => z.map((zi) => Math.exp(-((zi - center) ** 2) / 2));
  return shifts.flatMap((shift, i) => {
    const x = z.map((zi) => i + (0.46 * zi) / reach);
    return [-1, 1].map((side) => {
      const color = side < 0 ? colors.p : colors.q;
      return line(side < 0 ? "P" : "Q", x, density((side * shift) / 2), color, {
        dash: side < 0 ? "solid" : "dash",
        fill: "tozeroy",
        fillcolor: translucent(color, 0.14),
        hoverinfo: "skip",
        showlegend: false,
      });
    });
  });
}

/** The b > ½ with D(½‖b) = d: −½ ln(4b(1 − b)) = d. */
const coinAt = (d: number): number => 0.5 + Math.sqrt(-Math.expm1(-2 * d)) / 2;
