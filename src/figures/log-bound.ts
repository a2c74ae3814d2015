import { checkOptions } from "../words/check-options";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { interval } from "../words/option-kinds";
import { Figure } from "./parts/figure";
import { spoken } from "./parts/figure-options";
import { checkedInterval, evenly, finite, type Interval, sampleIndices } from "./parts/grid";
import { titleOptions } from "./parts/known-options";
import { curveLabel, grounded } from "./parts/labels";
import { axis, baseLayout, colors, line, points, translucent } from "./parts/style";

/** Options of `figures.logBound`. */
export interface LogBoundOptions {
  /** Ratios t ≥ 0 to cover; default 0 to 3. */
  readonly range?: Interval;
  readonly title?: string;
  readonly locale?: Locale;
}

interface Words {
  readonly title: string;
  readonly t: string;
  readonly value: string;
  readonly gap: string;
  readonly touch: string;
  readonly each: string;
  readonly summary: (low: string, high: string, half: string, double: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: "ln t ≤ t − 1，只在t = 1处相等：所以D ≥ 0",
    t: "比值t = p/q（无单位）",
    value: "值（nat）",
    gap: "t ln t − t + 1（nat）",
    touch: "只在这里相碰",
    each: "每项<b>q (t ln t − t + 1) ≥ 0</b><br>相加就是D，所以<b>D ≥ 0</b>",
    summary: (low, high, half, double) =>
      `第一幅：直线t − 1处处不低于曲线ln t，只在t = 1处相碰，横轴从${low}到${high}。第二幅是乘以q之前每个结果的一份：t ln t − t + 1，处处 ≥ 0，t = 0.5处${half}，t = 2处${double}；D(p‖q) = Σ q (t ln t − t + 1)，所以不会是负数。`,
  },
  en: {
    title: "ln t ≤ t − 1, equal at t = 1 only: so D ≥ 0",
    t: "ratio t = p/q (no unit)",
    value: "value (nat)",
    gap: "t ln t − t + 1 (nat)",
    touch: "they touch here only",
    each: "each <b>q (t ln t − t + 1) ≥ 0</b><br>they add up to D: <b>D ≥ 0</b>",
    summary: (low, high, half, double) =>
      `First: the line t − 1 is nowhere below the curve ln t and touches it at t = 1 only, for t from ${low} to ${high}. Then: what each outcome adds before it is weighed by q, t ln t − t + 1, nowhere below 0; ${half} at t = 0.5, ${double} at t = 2. D(p‖q) = Σ q (t ln t − t + 1), so it is never negative.`,
  },
};

/**
 * ln t ≤ t − 1 with its gap, and t ln t − t + 1 ≥ 0, of which D(p‖q) = Σ q (t ln t − t + 1) with t = p/q is made.
 *
 * Why relative entropy is never negative: every outcome's share is an area above 0.
 *
 * @param options `range` of t, `title`, `locale`
 * @throws RangeError for a range that is not within [0, ∞)
 *
 * @example
 * figures.logBound().alt.includes("t = 2处0.3863"); // true
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), theorem 2.6.3.
 */
export function logBound(options: LogBoundOptions = {}): Figure {
  const caller = "logBound";
  checkOptions(caller, options, { range: interval, ...titleOptions });
  const w = spoken(caller, words, options.locale);
  const range = checkedInterval(caller, "range", options.range ?? [0, 3], [0, 1e12]);
  const t = evenly(...range, 161);
  // 0 ln 0 = 0: an outcome with p = 0 adds q.
  const gap = (x: number): number => (x === 0 ? 1 : x * Math.log(x) - x + 1);
  const [log, tangent, share] = [Math.log, (x: number) => x - 1, gap].map((f) => t.map(f));
  const at = Math.round(0.72 * (t.length - 1));
  const hidden = { showlegend: false };
  return new Figure({
    data: [
      line("ln t", t, log.map(finite), colors.p, hidden),
      line("t − 1", t, tangent, colors.q, {
        ...hidden,
        dash: "dash",
      }),
      points("t = 1", [1], [0], colors.text, hidden),
      line("t ln t − t + 1", t, share.map(finite), colors.divergence, {
        ...hidden,
        fill: "tozeroy",
        fillcolor: translucent(colors.divergence, 0.25),
        xaxis: "x2",
        yaxis: "y2",
      }),
    ],
    layout: baseLayout(options.title ?? w.title, {
      xaxis: axis(w.t, { domain: [0, 0.45], range: [0, range[1]] }),
      yaxis: axis(w.value, { range: [Math.max(-2.2, Math.log(range[0])), range[1] - 0.8] }),
      xaxis2: axis(w.t, { domain: [0.55, 1], anchor: "y2", range: [0, range[1]] }),
      yaxis2: axis(w.gap, { anchor: "x2", range: [-0.08 * gap(range[1]), 1.08 * gap(range[1])] }),
      annotations: [
        curveLabel("t − 1", t[at], tangent[at], colors.q, { xanchor: "right", xshift: -8 }),
        curveLabel("ln t", t[at], log[at], colors.p, {
          xanchor: "left",
          yanchor: "top",
          yshift: -8,
        }),
        {
          text: w.touch,
          x: 1,
          y: 0,
          ax: 24,
          ay: 46,
          showarrow: true,
          arrowhead: 0,
          arrowcolor: colors.quiet,
          font: { size: 12, color: colors.text },
          xanchor: "left",
        },
        {
          text: w.each,
          x: 0.04,
          xref: "x2 domain",
          xanchor: "left",
          y: 0.99,
          yref: "y2 domain",
          yanchor: "top",
          align: "left",
          showarrow: false,
          font: { color: colors.divergence, size: 13 },
          ...grounded,
        },
      ],
    }),
    alt: w.summary(
      numberText(range[0]),
      numberText(range[1]),
      numberText(gap(0.5)),
      numberText(gap(2)),
    ),
    table: {
      columns: ["t", "ln t", "t − 1", "t − 1 − ln t", "t ln t − t + 1"],
      rows: sampleIndices(t.length, 15).map((i) =>
        [t[i], log[i], tangent[i], tangent[i] - log[i], share[i]].map((v) => numberText(v)),
      ),
    },
  });
}
