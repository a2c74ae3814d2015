import { crossEntropy } from "../divergences/cross-entropy";
import { entropy } from "../divergences/entropy";
import { kl } from "../divergences/kl";
import { pmfOnly } from "../divergences/vectors/pmf";
import { weights } from "../divergences/vectors/weights";
import { checkOptions } from "../words/check-options";
import { shapeError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { checkedLater, list, text } from "../words/option-kinds";
import { checkedCodewords, outcomeLabels } from "./parts/codewords";
import { infinityAtFrame } from "./parts/end-to-end";
import { Figure, type Trace } from "./parts/figure";
import { spoken } from "./parts/figure-options";
import { titleOptions } from "./parts/known-options";
import { bracket } from "./parts/labels";
import { axis, baseLayout, colors } from "./parts/style";

/** Options of `figures.codeLengths`. */
export interface CodeLengthsOptions {
  /** A binary code whose lengths are drawn beside the ideal ones, one codeword an outcome. */
  readonly codewords?: readonly string[];
  readonly labels?: readonly string[];
  readonly title?: string;
  readonly locale?: Locale;
}

interface Words {
  readonly outcome: string;
  readonly length: string;
  readonly forP: string;
  readonly forQ: string;
  readonly code: string;
  readonly averaging: (name: string, mean: string) => string;
  readonly title: (h: string, d: string) => string;
  readonly summary: (n: number, h: string, ce: string, d: string) => string;
  readonly actual: (mean: string, extra: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    outcome: "结果",
    length: "码长（bit）",
    forP: "按P编码：−log₂p",
    forQ: "按Q编码：−log₂q",
    code: "所给的码",
    averaging: (name, mean) => `${name}，平均${mean}`,
    title: (h, d) => `按P编码平均${h}，按Q编码再多${d}`,
    summary: (n, h, ce, d) =>
      `${n}个结果的码长，单位bit。按P编码平均H(p) = ${h}；数据仍来自P而按Q编码，平均H(p, q) = ${ce}，多出D(p‖q) = ${d}。`,
    actual: (mean, extra) => `所给的码平均${mean}，比H(p)多${extra}。`,
  },
  en: {
    outcome: "outcome",
    length: "code length (bit)",
    forP: "for P: −log₂p",
    forQ: "for Q: −log₂q",
    code: "the code given",
    averaging: (name, mean) => `${name}, ${mean} on average`,
    title: (h, d) => `A code for P takes ${h} on average, one for Q ${d} more`,
    summary: (n, h, ce, d) =>
      `Code lengths of ${n} outcomes in bits. A code for P needs H(p) = ${h} on average; data from P in a code for Q need H(p, q) = ${ce}, which is D(p‖q) = ${d} more.`,
    actual: (mean, extra) => ` The code given needs ${mean}, which is ${extra} over H(p).`,
  },
};

/**
 * Ideal code lengths −log₂ p and −log₂ q of every outcome, and their means under p: H(p) and H(p, q) = H(p) + D(p‖q).
 *
 * An outcome that q rules out has no codeword in q's code: its bar is marked ∞. Outcomes with p = 0 do not count.
 *
 * @param p what is true: entries ≥ 0 summing to 1
 * @param q what the code is made for: as p, and as long
 * @param options `codewords` of a real code to compare, `labels`, `title`, `locale`
 * @throws RangeError, TypeError as `kl`; TypeError unless there is one codeword and one label an outcome
 *
 * @example
 * figures.codeLengths([0.5, 0.25, 0.25], [0.25, 0.25, 0.5]).alt.includes("D(p‖q) = 0.25 bit"); // true
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), theorem 5.4.3.
 */
export function codeLengths(
  p: ArrayLike<number>,
  q: ArrayLike<number>,
  options: CodeLengthsOptions = {},
): Figure {
  const caller = "codeLengths";
  checkOptions(caller, options, { codewords: checkedLater, labels: list(text), ...titleOptions });
  const w = spoken(caller, words, options.locale);
  // Unequal lengths are said first, as of kl.
  if (p?.length === q?.length) {
    weights("codeLengths", "p", p, false, pmfOnly);
    weights("codeLengths", "q", q, false, pmfOnly);
  }
  const d = kl(p, q, { base: 2 });
  const h = entropy(p, { base: 2 });
  const labels = outcomeLabels(caller, p.length, options.labels);
  const { codewords } = options;
  if (codewords && checkedCodewords(caller, codewords).length !== p.length) {
    throw shapeError(
      caller,
      `codewords 有 ${codewords.length} 个，结果有 ${p.length} 个，应一一对应`,
      `${codewords.length} codewords for ${p.length} outcomes; give one each`,
    );
  }
  const positions = labels.map((_, i) => i + 1);
  const ideal = (v: ArrayLike<number>): number[] =>
    Array.from(v, (vi) => (vi === 1 ? 0 : -Math.log2(vi)));
  const [forP, forQ] = [ideal(p), ideal(q)];
  const lengths = codewords?.map((word) => word.length);
  const mean = lengths?.reduce((sum, l, i) => sum + p[i] * l, 0);
  const bit = (value: number): string => `${numberText(value)} bit`;
  const sets: [string, readonly number[], string][] = [
    [w.forP, forP, colors.p],
    [w.forQ, forQ, colors.q],
    ...(lengths
      ? [
          [w.averaging(w.code, numberText(mean ?? 0, 3)), lengths, colors.model] as [
            string,
            number[],
            string,
          ],
        ]
      : []),
  ];
  const isSparse = sets.length * labels.length <= 12;
  const top = Math.max(1, ...sets.flatMap(([, y]) => y.filter(Number.isFinite))) * 1.18;
  const bars = (name: string, y: readonly number[], color: string, i: number): Trace => ({
    type: "bar",
    name,
    x: positions,
    // What is infinite is cut off by the frame.
    y: y.map((value) => (Number.isFinite(value) ? value : 100 * top)),
    offsetgroup: String(i),
    marker: { color },
    // Where bars are as narrow as their numbers, the table has them.
    text: y.map((value) => (isSparse && Number.isFinite(value) ? short(value) : "")),
    textposition: "outside",
    textangle: 0,
    constraintext: "none",
    cliponaxis: false,
    customdata: labels,
    hovertemplate: `%{customdata}<br>${name}: %{y:.4g} bit<extra></extra>`,
  });
  const means = meanLines(h, d);
  const barWidth = (1 - gap) / sets.length;
  const toFrame = sets.flatMap(([, y], k) =>
    y.flatMap((value, i) =>
      value === Infinity ? [positions[i] + (k - (sets.length - 1) / 2) * barWidth] : [],
    ),
  );
  return new Figure({
    data: sets.map(([name, y, color], i) => bars(name, y, color, i)),
    layout: baseLayout(options.title ?? w.title(bit(h), bit(d)), {
      barmode: "group",
      bargap: gap,
      margin: { l: 64, r: 122, t: 84, b: 56 },
      xaxis: axis(w.outcome, {
        ...(labels.length <= 40 ? { tickvals: positions, ticktext: labels } : {}),
        showgrid: false,
        zeroline: false,
      }),
      yaxis: axis(w.length, { range: [0, top] }),
      shapes: means.shapes,
      annotations: [...means.annotations, ...toFrame.map((x) => infinityAtFrame(x, "y domain"))],
    }),
    alt:
      w.summary(p.length, bit(h), bit(crossEntropy(p, q, { base: 2 })), bit(d)) +
      (mean === undefined ? "" : w.actual(bit(mean), bit(Math.max(0, mean - h)))),
    table: {
      columns: [w.outcome, "p", "q", w.forP, w.forQ, ...(codewords ? [w.code] : [])],
      rows: labels.map((label, i) => [
        label,
        numberText(p[i]),
        numberText(q[i]),
        numberText(forP[i]),
        numberText(forQ[i]),
        ...(codewords ? [codewords[i]] : []),
      ]),
    },
  });
}

/** One decimal, as narrow as a bar on a phone; the table has more. */
const short = (value: number): string =>
  value < 0.1 ? numberText(value, 1) : numberText(Math.round(10 * value) / 10);

/** Between the bars of two outcomes, as a share of their distance. */
const gap = 0.14;

/** Means across the whole figure, named at the right edge, and a bracket for what lies between them. */
function meanLines(
  h: number,
  d: number,
): { readonly shapes: object[]; readonly annotations: object[] } {
  const means = [
    { text: `H(p) = ${numberText(h, 4)}`, y: h, color: colors.p, yanchor: "top" },
    { text: `H(p, q) = ${numberText(h + d, 4)}`, y: h + d, color: colors.q, yanchor: "bottom" },
  ].filter(({ y }) => Number.isFinite(y));
  const isApart = Number.isFinite(d) && d > 0;
  return {
    shapes: [
      // On a ground of the page's own: a dotted line is lost on a bar of its colour.
      ...means.map(({ y }) => ({
        type: "line",
        xref: "paper",
        x0: 0,
        x1: 1,
        y0: y,
        y1: y,
        line: { color: colors.paper, width: 5 },
      })),
      ...means.map(({ y, color }) => ({
        type: "line",
        xref: "paper",
        x0: 0,
        x1: 1.03,
        y0: y,
        y1: y,
        line: { color, width: 2.4, dash: "dot" },
      })),
      ...(isApart ? bracket(1.03, [h, h + d], 0.008, { xref: "paper" }) : []),
    ],
    annotations: [
      ...means.map(({ text, y, color, yanchor }) => ({
        text,
        xref: "paper",
        x: 1.01,
        xanchor: "left",
        y,
        yanchor,
        showarrow: false,
        font: { color, size: 12 },
      })),
      ...(isApart
        ? [
            {
              text: `<b>D = ${numberText(d)}</b>`,
              xref: "paper",
              x: 1.05,
              xanchor: "left",
              y: h + d / 2,
              showarrow: false,
              font: { color: colors.divergence, size: 12 },
            },
          ]
        : []),
    ],
  };
}
