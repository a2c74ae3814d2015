import { entropy } from "../divergences/entropy";
import { mutualInformation } from "../divergences/joint-entropies";
import { checkOptions } from "../words/check-options";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { list, text } from "../words/option-kinds";
import { outcomeLabels } from "./parts/codewords";
import { Figure, type Trace } from "./parts/figure";
import { type FigureOptions, spoken, unitOf } from "./parts/figure-options";
import { unitOptions } from "./parts/known-options";
import { axis, baseLayout, colors, translucent } from "./parts/style";

/** Options of `figures.informationArea`. */
export interface InformationAreaOptions extends FigureOptions {
  /** Names of the rows' variable's outcomes. */
  readonly rows?: readonly string[];
  /** Names of the columns' variable's outcomes. */
  readonly columns?: readonly string[];
}

interface Words {
  readonly title: (i: string) => string;
  readonly given: string;
  readonly share: string;
  readonly entropies: (unit: string) => string;
  readonly independent: string;
  readonly table: readonly [x: string, y: string, joint: string, product: string, share: string];
  readonly summary: (hx: string, hy: string, hxy: string, i: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: (i) => `重叠的就是互信息：I(X; Y) = ${i}`,
    given: "X的概率（宽）",
    share: "给定X时Y的概率（高）",
    entropies: (unit) => `熵（${unit}）`,
    independent: "虚线：若独立",
    table: ["X", "Y", "p(x, y)", "p(x)p(y)", "p(x, y) ln(p(x, y)/p(x)p(y))"],
    summary: (hx, hy, hxy, i) =>
      `第一幅是单位正方形：每列的宽是p(x)，列里每块的高是p(y|x)，面积就是联合概率；虚线是若独立时的高p(y)。第二幅是三条：H(X) = ${hx}与H(Y) = ${hy}首尾重叠，并起来是H(X, Y) = ${hxy}，重叠的部分是互信息I(X; Y) = ${i}。`,
  },
  en: {
    title: (i) => `What overlaps is mutual information: I(X; Y) = ${i}`,
    given: "probability of X (width)",
    share: "probability of Y given X (height)",
    entropies: (unit) => `entropy (${unit})`,
    independent: "dashed: if independent",
    table: ["X", "Y", "p(x, y)", "p(x)p(y)", "p(x, y) ln(p(x, y)/p(x)p(y))"],
    summary: (hx, hy, hxy, i) =>
      `First the unit square: a column is as wide as p(x), a piece of it as high as p(y|x), so that its area is the joint probability; dashed, the height p(y) if they were independent. Then three bars: H(X) = ${hx} and H(Y) = ${hy} overlap, together they are H(X, Y) = ${hxy}, and the overlap is the mutual information I(X; Y) = ${i}.`,
  },
};

const hues = [colors.p, colors.q, colors.model, colors.other, colors.quiet];

/**
 * A joint table as areas of the unit square, beside the entropies of both variables, whose overlap is I(X; Y).
 *
 * Columns are as wide as p(x), pieces as high as p(y|x); dashed lines show p(y): where pieces end elsewhere, X tells
 * something of Y. I(X; Y) = H(X) + H(Y) − H(X, Y) = D(p(x, y)‖p(x)p(y)).
 *
 * @param joint rows of probabilities p(x, y), a row an outcome of X; entries ≥ 0 summing to 1, at most five columns
 * @param options names of `rows` and `columns`, `base`, `title`, `locale`
 * @throws RangeError, TypeError as `mutualInformation`; TypeError for more than five columns or other counts of names
 *
 * @example
 * figures.informationArea([[0.5, 0], [0, 0.5]], { base: 2 }).alt.includes("I(X; Y) = 1 bit"); // true
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), figure 2.2.
 */
export function informationArea(
  joint: readonly ArrayLike<number>[],
  options: InformationAreaOptions = {},
): Figure {
  const caller = "informationArea";
  checkOptions(caller, options, { rows: list(text), columns: list(text), ...unitOptions });
  const w = spoken(caller, words, options.locale);
  const unit = unitOf(caller, options.base);
  const { base } = options;
  const shared = Math.max(0, mutualInformation(joint, { base }));
  const rows = joint.map((row) => Array.from(row));
  const [px, py] = [rows.map(sum), rows[0].map((_, j) => sum(rows.map((row) => row[j])))];
  const xs = outcomeLabels(caller, px.length, options.rows);
  const ys = outcomeLabels(caller, py.length, options.columns);
  if (py.length > hues.length) {
    throw new TypeError(
      `${caller}: joint 有 ${py.length} 列，至多 ${hues.length} 列才分得清颜色 / joint has ${py.length} columns; give at most ${hues.length}, as many as colours tell apart`,
    );
  }
  const [hx, hy] = [px, py].map((p) => entropy(p, { base, normalize: true }));
  const both = hx + hy - shared;
  const [centers, heights] = [running(px).map((at, i) => at + px[i] / 2), running(py)];
  const piece = (j: number): Trace => ({
    type: "bar",
    name: ys[j],
    x: centers,
    width: px,
    y: rows.map((row, i) => (px[i] > 0 ? row[j] / px[i] : 0)),
    base: rows.map((row, i) => (px[i] > 0 ? sum(row.slice(0, j)) / px[i] : 0)),
    marker: { color: translucent(hues[j], 0.55), line: { color: colors.paper, width: 2 } },
    customdata: xs,
    hovertemplate: `%{customdata}, ${ys[j]}<br>p(y|x) = %{y:.4g}<extra></extra>`,
    showlegend: false,
  });
  /** The name of a piece in the longest part of it that no dashed line crosses. */
  const pieceNote = (row: readonly number[], i: number, j: number): object[] => {
    if (row[j] <= 0.03) return [];
    const [low, high] = [sum(row.slice(0, j)) / px[i], sum(row.slice(0, j + 1)) / px[i]];
    const cuts = [low, ...heights.filter((y) => y > low && y < high), high];
    const parts = cuts
      .slice(1)
      .map((to, k) => ({ middle: (cuts[k] + to) / 2, long: to - cuts[k] }));
    const { middle } = parts.reduce((a, b) => (b.long > a.long + 1e-9 ? b : a));
    return [
      {
        text: `${ys[j]}<br>${numberText(row[j], 3)}`,
        x: centers[i],
        y: middle,
        showarrow: false,
        font: { color: colors.text, size: 12 },
      },
    ];
  };
  const bar = (name: string, y: number, from: number, value: number, color: string): Trace => ({
    type: "bar",
    orientation: "h",
    name,
    x: [value],
    y: [y],
    base: [from],
    width: 0.56,
    marker: { color },
    hovertemplate: `${name} = ${unit.text(value)}<extra></extra>`,
    showlegend: false,
    xaxis: "x2",
    yaxis: "y2",
  });
  return new Figure({
    data: [
      ...ys.map((_, j) => piece(j)),
      bar("H(X)", 2, 0, hx, translucent(colors.p, 0.6)),
      bar("H(Y)", 1, both - hy, hy, translucent(colors.q, 0.6)),
      bar("H(X, Y)", 0, 0, both, translucent(colors.quiet, 0.45)),
    ],
    layout: baseLayout(options.title ?? w.title(unit.text(shared)), {
      barmode: "overlay",
      xaxis: axis(w.given, {
        domain: [0, 0.4],
        range: [0, 1],
        tickvals: centers,
        ticktext: xs.map((x, i) => `${x}<br>${numberText(px[i], 3)}`),
        showgrid: false,
      }),
      yaxis: axis(w.share, { range: [0, 1], showgrid: false }),
      xaxis2: axis(w.entropies(unit.name), {
        domain: [0.6, 1],
        anchor: "y2",
        range: [0, both * 1.04 || 1],
      }),
      yaxis2: axis("", {
        anchor: "x2",
        tickvals: [2, 1, 0],
        ticktext: [
          `H(X) = ${numberText(hx, 3)} `,
          `H(Y) = ${numberText(hy, 3)} `,
          `H(X, Y) = ${numberText(both, 3)} `,
        ],
        range: [-0.5, 2.9],
        showgrid: false,
        zeroline: false,
      }),
      shapes: [
        ...heights.slice(1).map((y) => ({
          type: "line",
          x0: 0,
          x1: 1,
          y0: y,
          y1: y,
          line: { color: colors.text, width: 1.5, dash: "dash" },
        })),
        {
          type: "rect",
          xref: "x2",
          yref: "y2",
          x0: hx - shared,
          x1: hx,
          y0: 0.7,
          y1: 2.3,
          layer: "above",
          line: { color: colors.divergence, width: 2 },
          fillcolor: translucent(colors.divergence, 0.25),
        },
      ],
      annotations: [
        ...rows.flatMap((row, i) => row.flatMap((_, j) => pieceNote(row, i, j))),
        {
          text: `<b>I = ${numberText(shared, 3)}</b>`,
          x: hx - shared / 2,
          y: 2.36,
          xref: "x2",
          yref: "y2",
          yanchor: "bottom",
          showarrow: false,
          font: { color: colors.divergence, size: 13 },
        },
        {
          text: w.independent,
          x: 1,
          xref: "x domain",
          xanchor: "right",
          y: 1,
          yref: "y domain",
          yanchor: "bottom",
          showarrow: false,
          font: { size: 12 },
        },
      ],
    }),
    alt: w.summary(unit.text(hx), unit.text(hy), unit.text(both), unit.text(shared)),
    table: {
      columns: w.table,
      rows: rows.flatMap((row, i) =>
        row.map((p, j) => [
          xs[i],
          ys[j],
          numberText(p),
          numberText(px[i] * py[j]),
          numberText(p === 0 ? 0 : (p * Math.log(p / (px[i] * py[j]))) / unit.nats),
        ]),
      ),
    },
  });
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Where each value begins when they lie end to end. */
const running = (values: readonly number[]): number[] =>
  values.map((_, i) => sum(values.slice(0, i)));
