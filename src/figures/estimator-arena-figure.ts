import { checkOptions } from "../words/check-options";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { type ArenaEntry, checkArenaEntries } from "./parts/arena-entry";
import { Figure, type Trace } from "./parts/figure";
import { type FigureOptions, spoken, unitOf } from "./parts/figure-options";
import { unitOptions } from "./parts/known-options";
import { axis, baseLayout, colors } from "./parts/style";

interface Words {
  readonly title: (n: number, exact: string, caught: number) => string;
  readonly value: (unit: string) => string;
  readonly exact: string;
  readonly columns: readonly string[];
  readonly yes: string;
  readonly no: string;
  readonly summary: (n: number, exact: string, caught: number) => string;
  readonly nearest: (name: string, value: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: (n, exact, caught) => `${n}个区间里${caught}个盖住真值${exact}`,
    value: (unit) => `估计值与区间（${unit}）`,
    exact: "真值",
    columns: ["估计器", "估计值", "区间下端", "区间上端", "盖住真值"],
    yes: "是",
    no: "否",
    summary: (n, exact, caught) =>
      `${n}个估计器的估计值与区间，竖线是真值${exact}；${caught}个区间盖住了真值。`,
    nearest: (name, value) => `离真值最近的是${name}，${value}。`,
  },
  en: {
    title: (n, exact, caught) => `${caught} of ${n} intervals cover the truth, ${exact}`,
    value: (unit) => `estimate and interval (${unit})`,
    exact: "truth",
    columns: ["estimator", "estimate", "interval from", "to", "covers the truth"],
    yes: "yes",
    no: "no",
    summary: (n, exact, caught) =>
      `Estimates and intervals of ${n} estimators; the line is the truth, ${exact}. ${caught} intervals cover it.`,
    nearest: (name, value) => ` Nearest is ${name} with ${value}.`,
  },
};

/**
 * Estimates with their intervals beside the exact value.
 *
 * Intervals that miss the truth are drawn dashed and with open marks, not by colour alone; one that is open to ∞ or −∞
 * runs to the frame and ends in an arrow. Estimates may be negative.
 *
 * @param entries `{ name, value, interval }` in nats, for instance `{ name: "kNN", ...estimateKl(xs, ys) }`
 * @param exact the true divergence in nats, finite
 * @param options `base`, `title`, `locale`
 * @throws TypeError for no entries or one without a name or an interval; RangeError for an estimate or a truth that is not finite,
 *   an end of an interval that is no number
 *
 * @example
 * figures.estimatorArena([{ name: "k1", value: 0.48, interval: [0.4, 0.56] }], 0.5).alt.includes("1个区间盖住"); // true
 */
export function estimatorArena(
  entries: readonly ArenaEntry[],
  exact: number,
  options: FigureOptions = {},
): Figure {
  const caller = "estimatorArena";
  checkOptions(caller, options, unitOptions);
  const w = spoken(caller, words, options.locale);
  const unit = unitOf(caller, options.base);
  checkArenaEntries(caller, entries, exact);
  const truth = exact / unit.nats;
  const rows = entries.map(({ name, value, interval: [low, high] }) => ({
    name,
    value: value / unit.nats,
    low: low / unit.nats,
    high: high / unit.nats,
    covers: low <= exact && exact <= high,
  }));
  const nearest = rows.reduce((a, b) =>
    Math.abs(b.value - truth) < Math.abs(a.value - truth) ? b : a,
  );
  const caught = rows.filter(({ covers }) => covers).length;
  const positions = rows.map((_, i) => i);
  const [left, right] = padded(
    [truth, ...rows.flatMap((r) => [r.value, r.low, r.high])].filter(Number.isFinite),
  );
  const open = rows.flatMap(({ low, high }, i) => [
    ...(low === Number.NEGATIVE_INFINITY ? [{ x: left, y: i, symbol: "triangle-left" }] : []),
    ...(high === Number.POSITIVE_INFINITY ? [{ x: right, y: i, symbol: "triangle-right" }] : []),
  ]);
  return new Figure({
    data: [
      ...rows.map(({ name, low, high, covers }, i) => ({
        type: "scatter",
        mode: "lines",
        name,
        x: [Math.max(low, left), Math.min(high, right)],
        y: [i, i],
        line: { color: colors.p, width: 2.4, dash: covers ? "solid" : "dot" },
        hoverinfo: "skip",
        showlegend: false,
      })),
      {
        type: "scatter",
        mode: "markers",
        name: w.columns[1],
        x: rows.map(({ value }) => value),
        y: positions,
        customdata: rows.map(
          ({ name, low, high }) => `${name} [${numberText(low)}, ${numberText(high)}]`,
        ),
        marker: {
          color: colors.p,
          size: 12,
          symbol: rows.map(({ covers }) => (covers ? "circle" : "circle-open")),
          line: { color: colors.p, width: 2 },
        },
        hovertemplate: `%{customdata}<br>%{x:.4g} ${unit.name}<extra></extra>`,
        showlegend: false,
      },
      ...(open.length === 0 ? [] : [arrows(open)]),
    ],
    layout: baseLayout(options.title ?? w.title(rows.length, unit.text(truth), caught), {
      margin: { l: 64, r: 32, t: 76, b: 56 },
      height: Math.max(300, Math.min(720, 160 + 38 * rows.length)),
      xaxis: axis(w.value(unit.name), {
        range: [left, right],
      }),
      yaxis: axis("", {
        tickvals: positions,
        ticktext: rows.map(({ name }) => `${name}  `),
        range: [rows.length - 0.4, -0.6],
        zeroline: false,
      }),
      shapes: [
        {
          type: "line",
          x0: truth,
          x1: truth,
          y0: 0,
          y1: 1,
          yref: "paper",
          line: { color: colors.divergence, width: 2 },
        },
      ],
      annotations: [
        {
          text: w.exact,
          x: truth,
          y: 1.01,
          yref: "paper",
          yanchor: "bottom",
          showarrow: false,
          font: { color: colors.divergence },
        },
      ],
    }),
    alt:
      w.summary(rows.length, unit.text(truth), caught) +
      w.nearest(nearest.name, unit.text(nearest.value)),
    table: {
      columns: w.columns.map((c, i) => (i > 0 && i < 4 ? `${c} (${unit.name})` : c)),
      rows: rows.map(({ name, value, low, high, covers }) => [
        name,
        ...[value, low, high].map((v) => numberText(v)),
        covers ? w.yes : w.no,
      ]),
    },
  });
}

/** Where intervals go on outside the frame. */
const arrows = (
  ends: readonly { readonly x: number; readonly y: number; readonly symbol: string }[],
): Trace => ({
  type: "scatter",
  mode: "markers",
  x: ends.map(({ x }) => x),
  y: ends.map(({ y }) => y),
  marker: { color: colors.p, size: 9, symbol: ends.map(({ symbol }) => symbol) },
  cliponaxis: false,
  hoverinfo: "skip",
  showlegend: false,
});

/** Room at both ends, so that no interval touches the frame. */
function padded(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || 1) * 0.06;
  return [low - room, high + room];
}
