import type { Distribution } from "../distributions/distribution";
import { kl } from "../divergences/kl";
import { checkOptions } from "../words/check-options";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { count, interval } from "../words/option-kinds";
import { densityLabels } from "./parts/density-labels";
import { distributionText } from "./parts/distribution-text";
import { Figure } from "./parts/figure";
import { type FigureOptions, plainText, spoken, unitOf } from "./parts/figure-options";
import { checkedInterval, evenly, finite, type Interval, sampleIndices } from "./parts/grid";
import { checkDensities, integrandOf, isWhole, signedArea } from "./parts/integrand";
import { unitOptions } from "./parts/known-options";
import { axis, baseLayout, colors, line } from "./parts/style";

/** Options of `figures.bothDirections`. */
export interface BothDirectionsOptions extends FigureOptions {
  /** Where to draw; by default where both have nearly all their mass. */
  readonly range?: Interval;
  /** How many points a curve has; 121 by default. */
  readonly points?: number;
}

interface Words {
  readonly density: string;
  readonly integrand: (unit: string) => string;
  readonly title: string;
  /** Of equal numbers. */
  readonly same: string;
  readonly readout: (forward: string, reverse: string) => string;
  readonly average: (weight: string) => string;
  readonly part: string;
  readonly summary: (p: string, q: string, forward: string, reverse: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    density: "密度",
    integrand: (unit) => `被积函数（${unit}/单位x）`,
    title: "同一对分布，在谁之下求平均，结果就不同",
    same: "同一对分布，两个方向这里恰好相等",
    readout: (forward, reverse) => `D(P‖Q) = ${forward}，D(Q‖P) = ${reverse}`,
    average: (weight) => `在${weight}下求平均`,
    part: "（画出一部分）",
    summary: (p, q, forward, reverse) =>
      `两幅的上格都是同一对密度P = ${p}与Q = ${q}；第一幅的下格是p ln(p/q)，净面积是D(P‖Q) = ${forward}；第二幅的是q ln(q/p)，净面积是D(Q‖P) = ${reverse}。两幅同一把尺。`,
  },
  en: {
    density: "density",
    integrand: (unit) => `integrand (${unit} per unit x)`,
    title: "The same pair: it matters under which of them one averages",
    same: "The same pair: here both directions happen to agree",
    readout: (forward, reverse) => `D(P‖Q) = ${forward}, D(Q‖P) = ${reverse}`,
    average: (weight) => `averaged under ${weight}`,
    part: " (a part is drawn)",
    summary: (p, q, forward, reverse) =>
      `Above, twice the same densities P = ${p} and Q = ${q}; below them first p ln(p/q), whose net area is D(P‖Q) = ${forward}, then q ln(q/p), whose net area is D(Q‖P) = ${reverse}. Both share their scales.`,
  },
};

/**
 * Both directions of relative entropy side by side: p ln(p/q) and q ln(q/p) of the same two densities, on shared axes.
 *
 * Colour stands for the distribution, in both panels the same: what changes from left to right is only under which of
 * the two the logarithm is averaged.
 *
 * @param P a continuous one-dimensional distribution
 * @param Q as P
 * @param options `range` of x, `points` of a curve, `base`, `title`, `locale`
 * @throws TypeError if P or Q is no continuous one-dimensional distribution; RangeError for a bad range
 *
 * @example
 * figures.bothDirections(normal(0, 1), normal(1, 2)).alt.includes("D(Q‖P) = 1.307 nat"); // true
 *
 * Source: C. M. Bishop, Pattern Recognition and Machine Learning (2006), section 1.6.1.
 */
export function bothDirections(
  P: Distribution,
  Q: Distribution,
  options: BothDirectionsOptions = {},
): Figure {
  const caller = "bothDirections";
  checkOptions(caller, options, { range: interval, points: count(2, 20_000), ...unitOptions });
  checkDensities(caller, { P, Q });
  const w = spoken(caller, words, options.locale);
  const unit = unitOf(caller, options.base);
  const [low, high] = checkedInterval(
    caller,
    "range",
    options.range ?? [
      Math.min(P.quantile(1e-4), Q.quantile(1e-4)),
      Math.max(P.quantile(1 - 1e-4), Q.quantile(1 - 1e-4)),
    ],
  );
  const x = evenly(low, high, options.points ?? 121);
  const [p, q] = [P, Q].map((d) => x.map((xi) => d.prob(xi)));
  const panels = [
    { name: "D(P‖Q)", weight: "P", formula: "p ln(p/q)", from: P, to: Q, color: colors.p, at: "" },
    { name: "D(Q‖P)", weight: "Q", formula: "q ln(q/p)", from: Q, to: P, color: colors.q, at: "2" },
  ].map((panel) => {
    const integrand = integrandOf(panel.from, panel.to, x, unit.nats);
    return { ...panel, integrand, value: kl(panel.from, panel.to, { base: options.base }) };
  });
  const [forward, reverse] = panels.map(({ value }) => value);
  const point = unit.text(forward) === unit.text(reverse) ? w.same : w.title;
  const known = panels.flatMap(({ integrand }) => integrand.values.filter(Number.isFinite));
  const [bottom, top] = [Math.min(0, ...known), Math.max(1e-9, ...known)];
  const shared = [bottom - 0.08 * (top - bottom), top + 0.32 * (top - bottom)];
  const axes = (at: string, lower: string): Readonly<Record<string, unknown>> => ({
    xaxis: `x${at}`,
    yaxis: `y${lower}`,
  });
  return new Figure({
    data: panels.flatMap(({ integrand, formula, at }) => {
      const [upper, lower] = at === "" ? ["", "2"] : ["3", "4"];
      return [
        line("p(x)", x, p.map(finite), colors.p, { ...axes(at, upper), showlegend: false }),
        line("q(x)", x, q.map(finite), colors.q, {
          dash: "dash",
          showlegend: false,
          ...axes(at, upper),
        }),
        signedArea(`${formula} > 0`, x, integrand.positive.map(finite), true, axes(at, lower)),
        signedArea(`${formula} < 0`, x, integrand.negative.map(finite), false, axes(at, lower)),
      ];
    }),
    layout: baseLayout(options.title ?? point, {
      margin: { l: 64, r: 24, t: 84, b: 56 },
      xaxis: axis("x", { domain: [0, 0.48], anchor: "y2", range: [low, high], zeroline: false }),
      xaxis2: axis("x", { domain: [0.52, 1], anchor: "y4", range: [low, high], zeroline: false }),
      yaxis: axis(w.density, { domain: [0.54, 1], rangemode: "tozero" }),
      yaxis2: axis(w.integrand(unit.name), { domain: [0, 0.44], range: shared }),
      yaxis3: axis("", {
        domain: [0.54, 1],
        anchor: "x2",
        matches: "y",
        rangemode: "tozero",
        showticklabels: false,
      }),
      yaxis4: axis("", { domain: [0, 0.44], anchor: "x2", range: shared, showticklabels: false }),
      annotations: [
        ...densityLabels([P, Q], x, [p, q]),
        ...densityLabels([P, Q], x, [p, q], { xref: "x2", yref: "y3" }),
        ...panels.flatMap(({ name, weight, formula, value, integrand, color, at }) => [
          {
            text: `<b>${name}</b>　${w.average(weight)}`,
            x: 0,
            xref: `x${at} domain`,
            xanchor: "left",
            y: 1,
            yref: at === "" ? "y domain" : "y3 domain",
            yanchor: "bottom",
            showarrow: false,
            font: { color, size: 13 },
          },
          {
            text: `${formula.replace("ln", unit.log)}　<b>${unit.text(value)}</b>${
              isWhole(integrand, value) ? "" : w.part
            }`,
            x: 1,
            xref: `x${at} domain`,
            xanchor: "right",
            y: 1,
            yref: at === "" ? "y2 domain" : "y4 domain",
            yanchor: "top",
            showarrow: false,
            font: { color: colors.divergence, size: 13 },
          },
        ]),
      ],
    }),
    readout: { title: point, text: w.readout(unit.text(forward), unit.text(reverse)) },
    alt: w.summary(
      distributionText(P),
      distributionText(Q),
      unit.text(forward),
      unit.text(reverse),
    ),
    table: {
      columns: [
        "x",
        "p(x)",
        "q(x)",
        ...panels.map(
          ({ formula }) => `${formula.replace("ln", plainText(unit.log))} (${unit.name})`,
        ),
      ],
      rows: sampleIndices(x.length, 21).map((i) =>
        [x[i], p[i], q[i], ...panels.map(({ integrand }) => integrand.values[i])].map((value) =>
          numberText(value),
        ),
      ),
    },
  });
}
