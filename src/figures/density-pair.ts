import type { Distribution } from "../distributions/distribution";
import { kl } from "../divergences/kl";
import { checkOptions } from "../words/check-options";
import { shapeError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { count, interval } from "../words/option-kinds";
import { unitName } from "../words/units";
import { Figure, type Trace } from "./parts/figure";
import { checkedInterval, evenly, finite, sampleIndices } from "./parts/grid";
import { unitOptions } from "./parts/known-options";
import { axis, baseLayout, colors, translucent } from "./parts/style";

/** Options of `figures.densityPair`. */
export interface DensityPairOptions {
  /** Base of the logarithm: 2 for bit; nat by default. */
  readonly base?: number;
  /** Where to draw; by default where P has all but a millionth of its mass, and Q its middle. */
  readonly range?: readonly [low: number, high: number];
  /** How many points a curve has; 201 by default. */
  readonly points?: number;
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
    density: "密度",
    integrand: (log: string, unit: string) => `p ${log}(p/q)（${unit}/单位x）`,
    above: "被积函数 > 0",
    below: "被积函数 < 0",
    summary: ({ p, q, low, high, d, plus, minus }: Summary) =>
      `上方是 ${p} 与 ${q} 的密度，横轴从 ${low} 到 ${high}；下方是被积函数，横轴以上的面积 ${plus}，以下的面积 ${minus}${d ? `，两者之差是 D(P‖Q) = ${d}` : ""}。`,
    elsewhere: (d: string) => `画出的只是一部分：连同画面之外，D(P‖Q) = ${d}。`,
  },
  en: {
    density: "density",
    integrand: (log: string, unit: string) => `p ${log}(p/q) (${unit} per unit x)`,
    above: "integrand > 0",
    below: "integrand < 0",
    summary: ({ p, q, low, high, d, plus, minus }: Summary) =>
      `Above, the densities of ${p} and ${q} from ${low} to ${high}; below, the integrand: area ${plus} above the axis, ${minus} below it.${d ? ` Their difference is D(P‖Q) = ${d}.` : ""}`,
    elsewhere: (d: string) => ` Only a part is drawn: with what lies outside, D(P‖Q) = ${d}.`,
  },
} as const;

/**
 * Two densities above the signed integrand p log(p/q), whose area is D(P‖Q).
 *
 * Shows that the integrand dips below zero where q > p, though its area never does. Where D is ∞ the curve
 * is drawn where it is finite.
 *
 * @param P a continuous one-dimensional distribution
 * @param Q as P
 * @param options `base`, `range` of x, `points` of a curve, `title`, `locale`
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
    ...unitOptions,
  });
  for (const [name, distribution] of [
    ["P", P],
    ["Q", Q],
  ] as const) {
    if (distribution?.kind !== "continuous" || distribution.dimension !== 1) {
      throw shapeError(
        "densityPair",
        `${name} 应为一维连续分布；概率向量请用 pmfPair`,
        `${name} must be a continuous one-dimensional distribution; use pmfPair for probability vectors`,
      );
    }
  }
  const { base, locale = "zh-CN", points = 201 } = options;
  const w = words[locale];
  const unit = unitName(base);
  const [low, high] = checkedInterval("densityPair", "range", options.range ?? defaultRange(P, Q));
  const x = evenly(low, high, points);
  const p = x.map((xi) => P.prob(xi));
  const q = x.map((xi) => Q.prob(xi));
  const scale = base === undefined ? 1 : Math.log(base);
  const integrand = x.map((xi, i) =>
    p[i] === 0 ? 0 : (p[i] * (P.logProb(xi) - Q.logProb(xi))) / scale,
  );
  const divergence = kl(P, Q, { base });
  const total = `${numberText(divergence)} ${unit}`;
  const log = unit === "nat" ? "ln" : `log<sub>${base}</sub>`;
  const curve = (name: string, y: readonly number[], color: string): Trace => ({
    type: "scatter",
    mode: "lines",
    name,
    x,
    y: y.map(finite),
    line: { color, width: 2.4, simplify: false },
    hovertemplate: `x = %{x:.3g}<br>${name} = %{y:.4g}<extra></extra>`,
  });
  const area = (name: string, y: readonly number[], opacity: number): Trace => ({
    ...curve(name, y, colors.divergence),
    line: { color: colors.divergence, width: 1.2, simplify: false },
    fill: "tozeroy",
    fillcolor: translucent(colors.divergence, opacity),
    yaxis: "y2",
  });
  const positive = integrand.map((value) => Math.max(0, value));
  const negative = integrand.map((value) => Math.min(0, value));
  const areaText = (y: readonly number[]): string =>
    `${numberText(Math.abs(trapezoid(x, y)), 3)} ${unit}`;
  // The trapezoids' own error stays below a hundredth; ∞ is never drawn whole.
  const drawn = trapezoid(x, positive) + trapezoid(x, negative);
  const isAllDrawn =
    divergence < Infinity && Math.abs(drawn - divergence) <= 0.01 * divergence + 1e-3;
  const rows = sampleIndices(points, 21).map((i) => [x[i], p[i], q[i], integrand[i]]);
  return new Figure({
    data: [
      curve("p(x)", p, colors.p),
      {
        ...curve("q(x)", q, colors.q),
        line: { color: colors.q, width: 2.4, dash: "dash", simplify: false },
      },
      area(w.above, positive, 0.45),
      area(w.below, negative, 0.15),
    ],
    layout: baseLayout(options.title ?? `D<sub>KL</sub>(P‖Q) = ${total}`, {
      xaxis: axis("x", { anchor: "y2", range: [low, high], zeroline: false }),
      yaxis: axis(w.density, { domain: [0.54, 1], rangemode: "tozero" }),
      yaxis2: axis(w.integrand(log, unit), { domain: [0, 0.44] }),
    }),
    alt:
      w.summary({
        p: named(P),
        q: named(Q),
        low: numberText(low, 3),
        high: numberText(high, 3),
        d: isAllDrawn ? total : "",
        plus: areaText(positive),
        minus: areaText(negative),
      }) + (isAllDrawn ? "" : w.elsewhere(total)),
    table: {
      columns: [
        "x",
        "p(x)",
        "q(x)",
        w.integrand("ln", unit).replace("ln", log.replace(/<\/?sub>/g, "")),
      ],
      rows: rows.map((row) => row.map((value) => numberText(value))),
    },
  });
}

/** A distribution by its own words, its numbers as short as the other numbers of a caption. */
function named(distribution: Distribution): string {
  return String(distribution).replace(/-?\d+\.\d{5,}(?:e[-+]?\d+)?/g, (long) =>
    numberText(Number(long)),
  );
}

/** Where nearly all of P lies, so that the drawn area is D; and the middle of Q, so that it is seen. */
function defaultRange(P: Distribution, Q: Distribution): [number, number] {
  return [
    Math.min(P.quantile(1e-6), Q.quantile(0.005)),
    Math.max(P.quantile(1 - 1e-6), Q.quantile(0.995)),
  ];
}

function trapezoid(x: readonly number[], y: readonly number[]): number {
  let sum = 0;
  for (let i = 1; i < x.length; i++) sum += ((y[i] + y[i - 1]) / 2) * (x[i] - x[i - 1]);
  return sum;
}
