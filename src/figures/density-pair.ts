import type { Distribution } from "../distributions/distribution";
import { kl } from "../divergences/kl";
import { checkOptions } from "../words/check-options";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { count, interval, text } from "../words/option-kinds";
import { unitName } from "../words/units";
import { densityLabels } from "./parts/density-labels";
import { Figure, type Trace } from "./parts/figure";
import { checkedInterval, evenly, finite, sampleIndices } from "./parts/grid";
import {
  checkDensities,
  farthest,
  integrandOf,
  isWhole,
  rangeOfPair,
  signedArea,
} from "./parts/integrand";
import { unitOptions } from "./parts/known-options";
import { grounded } from "./parts/labels";
import { pairText } from "./parts/pair-text";
import { axis, baseLayout, colors, line } from "./parts/style";

/** Options of `figures.densityPair`. */
export interface DensityPairOptions {
  /** Base of the logarithm: 2 for bit; nat by default. */
  readonly base?: number;
  /** Where to draw; by default where P has all but a millionth of its mass, and Q its middle. */
  readonly range?: readonly [low: number, high: number];
  /** How many points a curve has; 201 by default. */
  readonly points?: number;
  /** What lies along the axis; "x" by default. */
  readonly variable?: string;
  readonly title?: string;
  readonly locale?: Locale;
}

/** What the alternative text tells. */
interface Summary {
  readonly p: string;
  readonly q: string;
  readonly low: string;
  readonly high: string;
  /** Empty where only a part is drawn. */
  readonly d: string;
  readonly plus: string;
  readonly minus: string;
}

const words = {
  "zh-CN": {
    pieces: (area: string) => `各块共${area}`,
    density: "密度",
    integrand: (log: string, unit: string) => `p ${log}(p/q)（${unit}/单位x）`,
    above: "被积函数 > 0",
    below: "被积函数 < 0",
    areas: "面积",
    net: "正负面积相抵，剩下的就是D(P‖Q)",
    plain: "曲线下的面积就是D(P‖Q)",
    part: "这里只画出D(P‖Q)的一部分",
    endless: "q在P到得了的地方为0：D(P‖Q) = ∞",
    diverges: "面积没有止境：D(P‖Q) = ∞",
    drawn: "画出的面积",
    summary: ({ p, q, low, high, d, plus, minus }: Summary) =>
      `上方是${p}与${q}的密度，横轴从${low}到${high}；下方是被积函数，横轴以上的面积${plus}，以下的面积${minus}${d ? `，两者之差是D(P‖Q) = ${d}` : ""}。`,
    elsewhere: (d: string) => `画出的只是一部分：连同画面之外，D(P‖Q) = ${d}。`,
  },
  en: {
    pieces: (area: string) => `in all ${area}`,
    density: "density",
    integrand: (log: string, unit: string) => `p ${log}(p/q) (${unit} per unit x)`,
    above: "integrand > 0",
    below: "integrand < 0",
    areas: "area",
    net: "Area above less area below is D(P‖Q)",
    plain: "The area is D(P‖Q)",
    part: "Only a part of D(P‖Q) is drawn",
    endless: "q is 0 where P goes: D(P‖Q) = ∞",
    diverges: "The area has no end: D(P‖Q) = ∞",
    drawn: "area drawn",
    summary: ({ p, q, low, high, d, plus, minus }: Summary) =>
      `Above, the densities of ${p} and ${q} from ${low} to ${high}; below, the integrand: area ${plus} above the axis, ${minus} below it.${d ? ` Their difference is D(P‖Q) = ${d}.` : ""}`,
    elsewhere: (d: string) => ` Only a part is drawn: with what lies outside, D(P‖Q) = ${d}.`,
  },
} as const;

/**
 * Two densities above the signed integrand p log(p/q), whose area is D(P‖Q).
 *
 * Shows that the integrand dips below zero where q > p, though its area never does: the two areas and their difference
 * stand on the plot. Where D is ∞ the curve is drawn where it is finite.
 *
 * @param P a continuous one-dimensional distribution
 * @param Q as P
 * @param options `base`, `range` of x, `points` of a curve, `variable` along the axis, `title`, `locale`
 * @throws TypeError if P or Q is no continuous one-dimensional distribution; RangeError for a bad range
 *
 * @example
 * figures.densityPair(normal(0, 1), normal(1, 2)).alt.includes("0.4431 nat"); // true
 */
export function densityPair(
  P: Distribution,
  Q: Distribution,
  options: DensityPairOptions = {},
): Figure {
  checkOptions("densityPair", options, {
    range: interval,
    points: count(2, 20_000),
    variable: text,
    ...unitOptions,
  });
  checkDensities("densityPair", { P, Q });
  const { base, locale = "zh-CN", points = 201, variable = "x" } = options;
  const w = words[locale];
  const unit = unitName(base);
  const [low, high] = checkedInterval("densityPair", "range", options.range ?? rangeOfPair(P, Q));
  const x = evenly(low, high, points);
  const p = x.map((xi) => P.prob(xi));
  const q = x.map((xi) => Q.prob(xi));
  const integrand = integrandOf(P, Q, x, base === undefined ? 1 : Math.log(base));
  const { positive, negative, plus, minus } = integrand;
  const divergence = kl(P, Q, { base });
  const total = `${numberText(divergence)} ${unit}`;
  const log = unit === "nat" ? "ln" : `log<sub>${base}</sub>`;
  const isAllDrawn = isWhole(integrand, divergence);
  const curve = (name: string, y: readonly number[], color: string, dash?: string): Trace =>
    line(name, x, y.map(finite), color, { dash, showlegend: false });
  const areaText = (area: number): string => numberText(Math.abs(area), 3);
  const sum = `+${areaText(plus)} − ${areaText(minus)}`;
  // One number of several pieces says so.
  const named = (area: string, part: readonly number[]): string =>
    piecesOf(part) > 1 ? w.pieces(area) : area;
  const [high1, low1] = [positive, negative].map(farthest);
  const isRuledOut = x.some((_, i) => p[i] > 0 && q[i] === 0);
  const endless = isRuledOut ? w.endless : w.diverges;
  const drawn = Number(areaText(minus)) > 0 ? w.net : w.plain;
  const point = divergence === Infinity ? endless : isAllDrawn ? drawn : w.part;
  const [pText, qText] = pairText({ P, Q });
  const rows = sampleIndices(points, 21).map((i) => [x[i], p[i], q[i], integrand.values[i]]);
  return new Figure({
    data: [
      curve("p(x)", p, colors.p),
      curve("q(x)", q, colors.q, "dash"),
      signedArea(w.above, x, positive.map(finite), true, { yaxis: "y2" }),
      signedArea(w.below, x, negative.map(finite), false, { yaxis: "y2" }),
    ],
    layout: baseLayout(options.title ?? point, {
      xaxis: axis(variable, { anchor: "y2", range: [low, high], zeroline: false }),
      yaxis: axis(w.density, { domain: [0.54, 1], rangemode: "tozero" }),
      yaxis2: axis(w.integrand(log, unit), { domain: [0, 0.44], range: roomy(integrand.values) }),
      annotations: [
        ...densityLabels([P, Q], x, [p, q]),
        ...(Number(areaText(plus)) > 0
          ? [
              areaNote(named(`+${areaText(plus)}`, positive), x[high1], positive[high1] / 2, {
                ...inwards(high1, points),
              }),
            ]
          : []),
        ...(Number(areaText(minus)) > 0
          ? [
              areaNote(named(`−${areaText(minus)}`, negative), x[low1], negative[low1], {
                ...inwards(low1, points),
                yanchor: "top",
              }),
            ]
          : []),
        {
          text: isAllDrawn
            ? `${w.areas} ${sum} = <b>${numberText(plus + minus, 3)}</b>`
            : `${w.drawn} ${sum}`,
          x: 1,
          xref: "x domain",
          xanchor: "right",
          y: 1,
          yref: "y2 domain",
          yanchor: "top",
          showarrow: false,
          font: { color: colors.divergence, size: 13 },
          ...grounded,
        },
      ],
    }),
    readout: { title: point, text: `D(P‖Q) = ${total}` },
    alt:
      w.summary({
        p: pText,
        q: qText,
        low: numberText(low, 3),
        high: numberText(high, 3),
        d: isAllDrawn ? total : "",
        plus: `${areaText(plus)} ${unit}`,
        minus: `${areaText(minus)} ${unit}`,
      }) + (isAllDrawn ? "" : w.elsewhere(total)),
    table: {
      columns: [
        variable,
        "p(x)",
        "q(x)",
        w.integrand("ln", unit).replace("ln", log.replace(/<\/?sub>/g, "")),
      ],
      rows: rows.map((row) => row.map((value) => numberText(value))),
    },
  });
}

/** How many times a part leaves the axis. */
const piecesOf = (part: readonly number[]): number =>
  part.filter((value, i) => value !== 0 && (i === 0 || part[i - 1] === 0)).length;

/** A number at the first or last point of the curve stands inside the frame. */
const inwards = (index: number, points: number): object =>
  index === 0 ? { xanchor: "left" } : index === points - 1 ? { xanchor: "right" } : {};

/** A label inside or under a part of the integrand. */
const areaNote = (text: string, x: number, y: number, more: object = {}): object => ({
  text: `<b>${text}</b>`,
  x,
  y,
  yref: "y2",
  showarrow: false,
  font: { color: colors.text, size: 12 },
  ...more,
});

/** From the lowest to the highest value, with room for labels. */
function roomy(values: readonly number[]): [number, number] | undefined {
  const known = values.filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  return high > low ? [low - 0.24 * (high - low), high + 0.3 * (high - low)] : undefined;
}
