import type { Distribution } from "../distributions/distribution";
import { kl } from "../divergences/kl";
import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { interval } from "../words/option-kinds";
import { distributionText } from "./parts/distribution-text";
import { Figure, type Trace } from "./parts/figure";
import { type FigureOptions, spoken, unitOf } from "./parts/figure-options";
import { checkedInterval, evenly, type Interval } from "./parts/grid";
import { unitOptions } from "./parts/known-options";
import { curveLabel } from "./parts/labels";
import { axis, baseLayout, colors, line } from "./parts/style";

/** Options of `figures.triangleInequality`. */
export interface TriangleInequalityOptions extends FigureOptions {
  /** Where to draw the densities; by default where all three have nearly all their mass. */
  readonly range?: Interval;
}

interface Words {
  readonly density: string;
  readonly route: (unit: string) => string;
  readonly direct: string;
  readonly detour: string;
  readonly broken: string;
  readonly holds: string;
  readonly summary: (names: readonly string[], ab: string, bc: string, ac: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    density: "密度",
    route: (unit) => `相对熵（${unit}）`,
    direct: "直达A→C",
    detour: "绕道A→B→C",
    broken: "绕道反而近：三角不等式不成立",
    holds: "这里绕道不更近：一个例子不能说明总是如此",
    summary: ([a, b, c], ab, bc, ac) =>
      `上方是三个密度A = ${a}、B = ${b}、C = ${c}；下方两条横条比较D(A‖B) + D(B‖C) = ${ab} + ${bc}与D(A‖C) = ${ac}。`,
  },
  en: {
    density: "density",
    route: (unit) => `relative entropy (${unit})`,
    direct: "direct A→C",
    detour: "detour A→B→C",
    broken: "The detour is shorter: no triangle inequality",
    holds: "Here the detour is no shorter: one example does not make a rule",
    summary: ([a, b, c], ab, bc, ac) =>
      `Above, three densities A = ${a}, B = ${b}, C = ${c}; below, bars compare D(A‖B) + D(B‖C) = ${ab} + ${bc} with D(A‖C) = ${ac}. `,
  },
};

/**
 * The way from A to C over B against the direct one: D(A‖B) + D(B‖C) beside D(A‖C).
 *
 * For normals of equal spread in a row the detour is half as long: relative entropy is no distance even where symmetric.
 *
 * @param A, B, C continuous one-dimensional distributions with finite divergences
 * @param options `range` of x, `base`, `title`, `locale`
 * @throws TypeError for another kind of argument, RangeError for an infinite divergence or a bad range
 *
 * @example
 * figures.triangleInequality(normal(0, 1), normal(1, 1), normal(2, 1)).alt.includes("0.5 nat + 0.5 nat与D(A‖C) = 2 nat"); // true
 */
export function triangleInequality(
  A: Distribution,
  B: Distribution,
  C: Distribution,
  options: TriangleInequalityOptions = {},
): Figure {
  const caller = "triangleInequality";
  checkOptions(caller, options, { range: interval, ...unitOptions });
  const w = spoken(caller, words, options.locale);
  const unit = unitOf(caller, options.base);
  const all = [A, B, C];
  for (const [i, distribution] of all.entries()) {
    if (distribution?.kind !== "continuous" || distribution.dimension !== 1) {
      throw shapeError(
        caller,
        `${"ABC"[i]} 应为一维连续分布，例如 normal(0, 1)`,
        `${"ABC"[i]} must be a continuous one-dimensional distribution, for example normal(0, 1)`,
      );
    }
  }
  const steps = [
    {
      name: "D(A‖B)",
      value: kl(A, B, { base: options.base }),
      row: 1,
      color: colors.divergence,
      from: 0,
    },
    {
      name: "D(B‖C)",
      value: kl(B, C, { base: options.base }),
      row: 1,
      color: colors.divergence,
      from: kl(A, B, { base: options.base }),
    },
    {
      name: "D(A‖C)",
      value: kl(A, C, { base: options.base }),
      row: 0,
      color: colors.divergence,
      from: 0,
    },
  ];
  const infinite = steps.find(({ value }) => value === Number.POSITIVE_INFINITY);
  if (infinite) {
    throw valueError(
      caller,
      `${infinite.name} 是 ∞，无从比较长短`,
      `${infinite.name} is ∞: there are no lengths to compare`,
    );
  }
  const [ab, bc, ac] = steps.map(({ value }) => value);
  const [low, high] = checkedInterval(
    caller,
    "range",
    options.range ?? [
      Math.min(...all.map((d) => d.quantile(0.001))),
      Math.max(...all.map((d) => d.quantile(0.999))),
    ],
  );
  const x = evenly(low, high, 161);
  const hues = [colors.p, colors.q, colors.other];
  const densities = all.map((d, i) =>
    line(
      "ABC"[i],
      x,
      x.map((xi) => d.prob(xi)),
      hues[i],
      {
        dash: ["solid", "dash", "dot"][i],
        showlegend: false,
      },
    ),
  );
  const bars = steps.map(({ name, value, row, color, from }): Trace => {
    const share = value / Math.max(ab + bc, ac);
    return {
      type: "bar",
      orientation: "h",
      name,
      x: [value],
      y: [row],
      base: [from],
      width: 0.62,
      marker: { color, line: { color: colors.paper, width: 2 } },
      text: [
        share > 0.5 ? `${name} = ${unit.text(value)}` : `${name}<br>= ${numberText(value, 3)}`,
      ],
      textposition: share > 0.14 ? "inside" : "none",
      insidetextanchor: "middle",
      textangle: 0,
      textfont: { color: colors.paper },
      hovertemplate: `${name} = ${unit.text(value)}<extra></extra>`,
      showlegend: false,
      xaxis: "x2",
      yaxis: "y2",
    };
  });
  const verdict = ab + bc < ac ? w.broken : w.holds;
  return new Figure({
    data: [...densities, ...bars],
    layout: baseLayout(options.title ?? verdict, {
      barmode: "overlay",
      annotations: [
        ...all.map((d, i) => {
          const peak = x.reduce((best, xi) => (d.prob(xi) > d.prob(best) ? xi : best));
          return curveLabel(`<b>${"ABC"[i]}</b>`, peak, d.prob(peak), hues[i]);
        }),
        // What the way round adds up to, beside its end, or over it where the frame is near.
        {
          text: `<b>= ${unit.text(ab + bc)}</b>`,
          x: ab + bc,
          y: ab + bc < ac * 0.7 ? 1 : 1.31,
          xref: "x2",
          yref: "y2",
          xanchor: ab + bc < ac * 0.7 ? "left" : "right",
          yanchor: ab + bc < ac * 0.7 ? "middle" : "bottom",
          xshift: ab + bc < ac * 0.7 ? 6 : 0,
          showarrow: false,
        },
      ],
      xaxis: axis("x", { range: [low, high], zeroline: false }),
      yaxis: axis(w.density, { domain: [0.58, 1], rangemode: "tozero" }),
      xaxis2: axis(w.route(unit.name), { anchor: "y2", rangemode: "tozero" }),
      yaxis2: axis("", {
        domain: [0, 0.36],
        anchor: "x2",
        tickvals: [0, 1],
        ticktext: [`${w.direct}  `, `${w.detour}  `],
        range: [-0.5, 1.5],
        showgrid: false,
        zeroline: false,
      }),
    }),
    alt: `${w.summary(all.map(distributionText), unit.text(ab), unit.text(bc), unit.text(ac))}${verdict}。`,
    table: {
      columns: ["", w.route(unit.name)],
      rows: [
        ...steps.map(({ name, value }) => [name, numberText(value)]),
        ["D(A‖B) + D(B‖C)", numberText(ab + bc)],
      ],
    },
  });
}
