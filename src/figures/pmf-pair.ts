import { kl } from "../divergences/kl";
import { pmfOnly } from "../divergences/vectors/pmf";
import { weights } from "../divergences/vectors/weights";
import { checkOptions } from "../words/check-options";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { list, text } from "../words/option-kinds";
import { unitName } from "../words/units";
import {
  contributionOf,
  endToEnd,
  infinityAtFrame,
  roomAround,
  shareNote,
} from "./parts/end-to-end";
import { Figure, type Trace } from "./parts/figure";
import { unitOptions } from "./parts/known-options";
import { axis, baseLayout, colors, translucent } from "./parts/style";

/** Options of `figures.pmfPair`. */
export interface PmfPairOptions {
  /** Base of the logarithm: 2 for bit; nat by default. */
  readonly base?: number;
  /** One name an outcome, in order; 1, 2, 3 … by default. */
  readonly labels?: readonly string[];
  readonly title?: string;
  readonly locale?: Locale;
}

const words = {
  "zh-CN": {
    probability: "概率",
    outcome: "结果",
    contribution: (unit: string) => `p ln(p/q)（${unit}）`,
    falls: "有的项是负的，一项接一项，合计仍 ≥ 0",
    rises: "一项接一项，合计就是D(P‖Q)",
    same: "P与Q处处相同：D = 0",
    endless: "只要一处q = 0而p > 0，D就是∞",
    total: "合计",
    base: (base: string, unit: string) => `p log<sub>${base}</sub>(p/q)（${unit}）`,
    share: "贡献",
    running: "累计",
    impossible: "q = 0",
    summary: (n: number, d: string, most: string, share: string) =>
      `两组条形比较${n}个结果在P与Q下的概率，下方条形是各结果的贡献，一条接一条，其和D(P‖Q) = ${d}；贡献最大的是结果“${most}”，为${share}。`,
  },
  en: {
    probability: "probability",
    outcome: "outcome",
    contribution: (unit: string) => `p ln(p/q) (${unit})`,
    falls: "Terms may be negative; end to end their sum is ≥ 0",
    rises: "End to end, the terms add up to D(P‖Q)",
    same: "P and Q agree everywhere: D = 0",
    endless: "One outcome with q = 0 < p is enough: D = ∞",
    total: "sum",
    base: (base: string, unit: string) => `p log<sub>${base}</sub>(p/q) (${unit})`,
    share: "contribution",
    running: "running total",
    impossible: "q = 0",
    summary: (n: number, d: string, most: string, share: string) =>
      `Bars compare the probabilities of ${n} outcomes under P and Q; below them each outcome's contribution, end to end, which sum to D(P‖Q) = ${d}. The largest is outcome ${most} with ${share}.`,
  },
} as const;

/**
 * Two probability vectors side by side above each outcome's contribution p log(p/q), end to end up to D(p‖q).
 *
 * Shows that single contributions may be negative though their sum never is: each bar begins where the one before
 * ended, and the last bar is the sum. An outcome with q = 0 < p is a bar to the frame, marked ↑∞; one with p = 0
 * contributes 0.
 *
 * @param p entries ≥ 0 summing to 1
 * @param q as p, and as long as p
 * @param options `base`, `labels` of the outcomes, `title`, `locale`
 * @throws RangeError, TypeError as `kl`; TypeError if there are not as many labels as outcomes
 *
 * @example
 * figures.pmfPair([0.5, 0.5], [0.9, 0.1]).alt.includes("0.5108 nat"); // true
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), section 2.3.
 */
export function pmfPair(
  p: ArrayLike<number>,
  q: ArrayLike<number>,
  options: PmfPairOptions = {},
): Figure {
  checkOptions("pmfPair", options, { labels: list(text), ...unitOptions });
  const { base, locale = "zh-CN" } = options;
  const w = words[locale];
  const unit = unitName(base);
  // Unequal lengths are said first, as of kl.
  if (p?.length === q?.length) {
    weights("pmfPair", "p", p, false, pmfOnly);
    weights("pmfPair", "q", q, false, pmfOnly);
  }
  const total = kl(p, q, { base });
  const labels = options.labels ?? Array.from(p, (_, i) => String(i + 1));
  if (labels.length !== p.length) {
    throw new TypeError(
      `pmfPair: labels 有 ${labels.length} 个，结果有 ${p.length} 个，应一一对应 / ${labels.length} labels for ${p.length} outcomes; give one each`,
    );
  }
  // Numbers, not categories: two outcomes may bear the same label.
  const positions = labels.map((_, i) => i + 1);
  const shares = Array.from(p, (pi, i) => contributionOf(pi, q[i], base));
  const d = `${numberText(total)} ${unit}`;
  const most = shares.indexOf(Math.max(...shares));
  const steps = endToEnd(shares);
  const range = roomAround(
    steps.flatMap(({ from, to }) => [from, to]),
    total === Infinity,
  );
  // Beyond any frame that the axis may be given: what is infinite is cut off by it.
  const beyond = 100 * (range[1] - range[0]);
  const end = labels.length + 1;
  const ticks =
    labels.length <= 40 ? { tickvals: [...positions, end], ticktext: [...labels, w.total] } : {};
  const isSame = shares.every((share) => share === 0);
  const sign = shares.some((share) => share < 0) ? w.falls : w.rises;
  const point = total === Infinity ? w.endless : isSame ? w.same : sign;
  const bar = (name: string, y: ArrayLike<number>, color: string, digits: string): Trace => ({
    type: "bar",
    name,
    x: positions,
    y: Array.from(y),
    marker: { color },
    customdata: labels,
    hovertemplate: `%{customdata}<br>${name} = %{y:${digits}}<extra></extra>`,
  });
  const below = { xaxis: "x", yaxis: "y2", showlegend: false };
  const fall = translucent(colors.divergence, 0.4);
  const ruledOut = shares.flatMap((share, i) => (Number.isFinite(share) ? [] : [positions[i]]));
  return new Figure({
    data: [
      bar("P", p, colors.p, ".4f"),
      bar("Q", q, colors.q, ".4f"),
      {
        ...bar(
          w.share,
          shares.map((share) => (Number.isFinite(share) ? share : beyond)),
          "",
          "+.4f",
        ),
        ...below,
        base: steps.map(({ from }) => from),
        marker: {
          color: shares.map((share) => (share < 0 ? fall : colors.divergence)),
          line: { color: colors.divergence, width: 1 },
        },
        customdata: labels.map((label, i) => `${label}<br>${w.share} ${signedText(shares[i])}`),
        hovertemplate: "%{customdata}<extra></extra>",
        width: 0.62,
        offset: -0.31,
      },
      {
        type: "bar",
        name: "D(P‖Q)",
        x: [end],
        y: [Number.isFinite(total) ? total : beyond],
        ...below,
        marker: { color: colors.text },
        width: 0.62,
        offset: -0.31,
        hovertemplate: `D(P‖Q) = ${d}<extra></extra>`,
      },
      {
        type: "scatter",
        mode: "lines",
        name: w.running,
        // From the end of each bar to the beginning of the next.
        x: steps.flatMap((_, i) => [positions[i] + 0.31, positions[i] + 0.69, null]),
        y: steps.flatMap(({ to }) => [to, to, null]),
        line: { color: colors.quiet, width: 1, dash: "dot" },
        hoverinfo: "skip",
        ...below,
      },
    ],
    layout: baseLayout(options.title ?? point, {
      barmode: "group",
      bargap: 0.3,
      xaxis: axis(w.outcome, {
        ...ticks,
        anchor: "y2",
        showgrid: false,
        zeroline: false,
        range: [0.4, end + 0.6],
      }),
      yaxis: axis(w.probability, { domain: [0.56, 1], rangemode: "tozero" }),
      yaxis2: axis(unit === "nat" ? w.contribution(unit) : w.base(String(base), unit), {
        domain: [0, 0.44],
        range,
      }),
      annotations: [
        ...(labels.length <= 24 ? steps.flatMap((step, i) => shareNote(step, positions[i])) : []),
        ...[...ruledOut, ...(Number.isFinite(total) ? [] : [end])].map((x) => infinityAtFrame(x)),
        ...ruledOut.map((x) => ({
          text: w.impossible,
          x,
          xshift: 18,
          y: 0,
          yanchor: "bottom",
          showarrow: false,
          font: { color: colors.q, size: 12 },
        })),
        {
          text: Number.isFinite(total) ? `<b>D = ${numberText(total)}</b>` : "<b>D = ∞</b>",
          x: end,
          y: Number.isFinite(total) ? total : 1,
          yref: Number.isFinite(total) ? "y2" : "y2 domain",
          yanchor: "bottom",
          yshift: Number.isFinite(total) ? 0 : 2,
          showarrow: false,
        },
      ],
    }),
    readout: { title: point, text: `D(P‖Q) = ${d}` },
    alt: w.summary(p.length, d, labels[most], `${numberText(shares[most])} ${unit}`),
    table: {
      columns: [
        w.outcome,
        "p",
        "q",
        unit === "nat" ? w.contribution(unit) : `${w.share}（${unit}）`,
      ],
      rows: labels.map((label, i) => [
        label,
        numberText(p[i]),
        numberText(q[i]),
        numberText(shares[i]),
      ]),
    },
  });
}

const signedText = (share: number): string => (share > 0 ? "+" : "") + numberText(share);
