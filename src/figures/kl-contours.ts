import { type Distribution, isDistribution } from "../distributions/distribution";
import { normal } from "../distributions/families/normal";
import { kl } from "../divergences/kl";
import { checkOptions } from "../words/check-options";
import { shapeError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { count as countKind, interval } from "../words/option-kinds";
import { descend, type Pair } from "./parts/descend";
import { distributionText } from "./parts/distribution-text";
import { Figure, type Trace } from "./parts/figure";
import { type FigureOptions, spoken, unitOf } from "./parts/figure-options";
import { checkedInterval, evenly, type Interval } from "./parts/grid";
import { unitOptions } from "./parts/known-options";
import { grounded } from "./parts/labels";
import { axis, baseLayout, colors, divergenceScale, points } from "./parts/style";

/** Options of `figures.klContours`. */
export interface KlContoursOptions extends FigureOptions {
  /** Means of the model to cover; default: P's mean ± 3 standard deviations. */
  readonly means?: Interval;
  /** Standard deviations of the model to cover; default: from a fifth to three times P's. */
  readonly sds?: Interval;
  /** How many values on each axis; 21 by default. */
  readonly points?: number;
}

interface Words {
  readonly title: string;
  readonly mean: string;
  readonly sd: string;
  readonly least: string;
  readonly value: (least: string) => string;
  readonly narrow: string;
  readonly wide: string;
  readonly summary: (p: string, forward: string, reverse: string) => string;
  readonly spot: (name: string, mean: string, sd: string, d: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: "D(P‖Q)罚窄的Q，D(Q‖P)罚宽的Q",
    mean: "Q的均值μ",
    sd: "Q的标准差σ",
    least: "最小",
    value: (least) => `最小${least}`,
    narrow: "窄的Q受罚",
    wide: "宽的Q受罚",
    summary: (p, forward, reverse) =>
      `两幅等高线图，P是${p}，模型Q是均值μ、标准差σ的正态分布；颜色越浓相对熵越大。${forward}${reverse}`,
    spot: (name, mean, sd, d) => `${name}在μ = ${mean}、σ = ${sd}处最小，值${d}。`,
  },
  en: {
    title: "D(P‖Q) punishes narrow Q, D(Q‖P) wide ones",
    mean: "mean μ of Q",
    sd: "standard deviation σ of Q",
    least: "minimum",
    value: (least) => `minimum ${least}`,
    narrow: "narrow Q are punished",
    wide: "wide Q are punished",
    summary: (p, forward, reverse) =>
      `Two contour maps; P is ${p}, the model Q normal with mean μ and standard deviation σ; the stronger the colour the more. ${forward} ${reverse}`,
    spot: (name, mean, sd, d) => `${name} is least at μ = ${mean}, σ = ${sd}, with ${d}.`,
  },
};

/**
 * D(P‖Q) and D(Q‖P) over the mean and standard deviation of a normal model Q, as contours with their minima.
 *
 * Colours follow ln(1 + D), so that the valley and the heights are both seen. An infinite value is left blank.
 *
 * @param P a continuous one-dimensional distribution with finite variance
 * @param options `means`, `sds` (intervals to cover), `points` on each axis, `base`, `title`, `locale`
 * @throws TypeError if P is no such distribution, RangeError for a bad interval
 *
 * @example
 * figures.klContours(normal(0, 1), { points: 13 }).alt.includes("D(P‖Q)在μ = 0、σ = 1处最小"); // true
 *
 * Source: C. M. Bishop, Pattern Recognition and Machine Learning (2006), section 10.1.2.
 */
export function klContours(P: Distribution, options: KlContoursOptions = {}): Figure {
  const caller = "klContours";
  checkOptions(caller, options, {
    means: interval,
    sds: interval,
    points: countKind(3, 201),
    ...unitOptions,
  });
  if (!isDistribution(P) || P.kind !== "continuous" || !Number.isFinite(P.variance)) {
    throw shapeError(
      caller,
      "P 应为方差有限的一维连续分布，例如 normal(0, 1)",
      "P must be a continuous one-dimensional distribution of finite variance, for example normal(0, 1)",
    );
  }
  const w = spoken(caller, words, options.locale);
  const unit = unitOf(caller, options.base);
  const { points: count = 33, base } = options;
  const sd = Math.sqrt(P.variance);
  const means = evenly(
    ...checkedInterval(caller, "means", options.means ?? [P.mean - 3 * sd, P.mean + 3 * sd]),
    count,
  );
  // Closer where the spread is small, for there the divergence changes fast.
  const sds = evenly(
    ...(checkedInterval(caller, "sds", options.sds ?? [0.2 * sd, 3 * sd], [
      Number.MIN_VALUE,
      1e300,
    ]).map(Math.log) as [number, number]),
    count,
  ).map((logSd) => digits(Math.exp(logSd)));
  const panels = [
    { name: "D(P‖Q)", at: (m: number, s: number) => kl(P, normal(m, s), { base }) },
    { name: "D(Q‖P)", at: (m: number, s: number) => kl(normal(m, s), P, { base }) },
  ].map(({ name, at }) => {
    const z = sds.map((s) => means.map((m) => at(m, s)));
    const spots = z.flatMap((row, i) =>
      row.map((value, j) => ({ mean: means[j], sd: sds[i], value })),
    );
    const start = spots.reduce((best, spot) => (spot.value < best.value ? spot : best));
    const step: Pair = [(means[1] - means[0]) / 2, (sds[1] - sds[0]) / 2];
    const box = [means, sds].map((values): Interval => [values[0], values[count - 1]]);
    const [mean, sd] = descend((pair) => at(...pair), [start.mean, start.sd], step, box);
    return { name, z, least: { mean, sd, value: at(mean, sd) } };
  });
  const heights = [0, 0.5, 1, 2, 4, 8, 16, 32].map((d) => Math.log1p(d));
  const top = Math.log1p(32);
  const map = ({ name, z }: (typeof panels)[number], i: number): Trace => ({
    type: "contour",
    name,
    x: means,
    y: sds,
    z: z.map((row) => row.map((d) => (Number.isFinite(d) ? digits(Math.log1p(d)) : null))),
    customdata: z.map((row) => row.map((d) => (Number.isFinite(d) ? digits(d) : "∞"))),
    colorscale: divergenceScale,
    zmin: 0,
    zmax: top,
    contours: { start: 0, end: top, size: top / 12 },
    line: { color: colors.zero, width: 0.7, smoothing: 1.3 },
    showscale: i === 0,
    colorbar: {
      title: { text: unit.name },
      tickvals: heights,
      ticktext: ["0", "0.5", "1", "2", "4", "8", "16", "≥32"],
      thickness: 14,
      outlinewidth: 0,
    },
    hovertemplate: `μ = %{x:.3g}<br>σ = %{y:.3g}<br>${name} = %{customdata} ${unit.name}<extra></extra>`,
    ...(i === 1 ? { xaxis: "x2", yaxis: "y2" } : {}),
  });
  const said = distributionText(P);
  const target = said.length <= 16 ? `　P = ${said}` : "";
  const spot = ({ name, least }: (typeof panels)[number]): string =>
    w.spot(name, numberText(least.mean), numberText(least.sd), unit.text(least.value));
  return new Figure({
    data: [
      ...panels.map(map),
      ...panels.map(({ least }, i) =>
        points(w.least, [least.mean], [least.sd], colors.q, {
          symbol: "x",
          size: 12,
          showlegend: false,
          ...(i === 1 ? { xaxis: "x2", yaxis: "y2" } : {}),
        }),
      ),
    ],
    layout: baseLayout(options.title ?? w.title, {
      margin: { l: 64, r: 24, t: 104, b: 56 },
      xaxis: axis(w.mean, { domain: [0, 0.46], zeroline: false }),
      yaxis: axis(w.sd, { zeroline: false }),
      xaxis2: axis(w.mean, { domain: [0.54, 1], anchor: "y2", zeroline: false }),
      yaxis2: axis("", { anchor: "x2", zeroline: false }),
      annotations: panels.flatMap(({ name, least }, i) => {
        const at = i === 0 ? "" : "2";
        return [
          {
            text: `<b>${name}</b>${target}<br>× ${w.value(unit.text(least.value, 3))}`,
            x: 0.5,
            y: 1,
            xref: `x${at} domain`,
            yref: `y${at} domain`,
            xanchor: "center",
            yanchor: "bottom",
            showarrow: false,
          },
          {
            text: [w.narrow, w.wide][i],
            x: 0.5,
            y: [0.03, 0.97][i],
            xref: `x${at} domain`,
            yref: `y${at} domain`,
            yanchor: ["bottom", "top"][i],
            showarrow: false,
            ...grounded,
          },
        ];
      }),
    }),
    alt: w.summary(distributionText(P), spot(panels[0]), spot(panels[1])),
    table: {
      columns: ["μ", "σ", ...panels.map(({ name }) => `${name} (${unit.name})`)],
      rows: tableSpots(count).map(([i, j]) => [
        numberText(means[j]),
        numberText(sds[i]),
        ...panels.map(({ z }) => numberText(z[i][j])),
      ]),
    },
  });
}

/** Four digits are more than a colour shows. */
const digits = (value: number): number => Number(value.toPrecision(4));

/** A 5 × 5 choice of the grid. */
function tableSpots(count: number): [number, number][] {
  const some = [0, 1, 2, 3, 4].map((k) => Math.round((k * (count - 1)) / 4));
  return some.flatMap((i) => some.map((j): [number, number] => [i, j]));
}
