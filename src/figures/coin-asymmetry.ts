import { kl } from "../divergences/kl";
import { checkArgument } from "../words/check-argument";
import { checkOptions } from "../words/check-options";
import { valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { list, probability } from "../words/option-kinds";
import { Figure } from "./parts/figure";
import { type FigureOptions, spoken, unitOf } from "./parts/figure-options";
import { evenly, finite, sampleIndices } from "./parts/grid";
import { unitOptions } from "./parts/known-options";
import { curveLabel } from "./parts/labels";
import { axis, baseLayout, colors, line, points } from "./parts/style";

/** Options of `figures.coinAsymmetry`. */
export interface CoinAsymmetryOptions extends FigureOptions {
  /** Models whose two values are marked. */
  readonly marks?: readonly number[];
}

interface Words {
  readonly axis: string;
  readonly title: (a: string) => string;
  readonly forward: (a: string) => string;
  readonly reverse: (a: string) => string;
  readonly summary: (a: string, unit: string, pairs: string) => string;
  readonly pair: (b: string, forward: string, reverse: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    axis: "另一枚硬币正面的概率b",
    title: (a) => `换个方向就不同：D(${a}‖b)冲向∞，D(b‖${a})总有限`,
    forward: (a) => `D(${a}‖b)`,
    reverse: (a) => `D(b‖${a})`,
    summary: (a, unit, pairs) =>
      `正面概率为${a}的硬币与概率为b的硬币之间的相对熵，横轴是b，单位${unit}。两条曲线都只在b = ${a}处为0；D(${a}‖b)在b趋于0或1时趋于无穷，D(b‖${a})处处有限。${pairs}`,
    pair: (b, forward, reverse) => `b = ${b}时两个方向分别是${forward}与${reverse}。`,
  },
  en: {
    axis: "probability b of heads of the other coin",
    title: (a) => `The direction matters: D(${a}‖b) goes to ∞, D(b‖${a}) stays finite`,
    forward: (a) => `D(${a}‖b)`,
    reverse: (a) => `D(b‖${a})`,
    summary: (a, unit, pairs) =>
      `Relative entropy between a coin with heads probability ${a} and one with b, over b, in ${unit}. Both curves are 0 at b = ${a} only; D(${a}‖b) goes to infinity as b goes to 0 or 1, D(b‖${a}) is finite everywhere. ${pairs}`,
    pair: (b, forward, reverse) => `At b = ${b} the two directions give ${forward} and ${reverse}.`,
  },
};

/**
 * The two directions of relative entropy between a coin a and a coin b, over all b.
 *
 * D(a‖b) = a ln(a/b) + (1−a) ln((1−a)/(1−b)) against D(b‖a). Shows that the order of the arguments matters.
 *
 * @param a probability of heads, 0 < a < 1
 * @param options `marks` (values of b to mark; default [0.9]), `base`, `title`, `locale`
 * @throws RangeError for a, a mark or a base out of range
 *
 * @example
 * figures.coinAsymmetry(0.5, { marks: [0.9] }).alt.includes("0.5108 nat与0.3681 nat"); // true
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), example 2.3.1.
 */
export function coinAsymmetry(a: number, options: CoinAsymmetryOptions = {}): Figure {
  checkOptions("coinAsymmetry", options, { marks: list(probability), ...unitOptions });
  const { marks = [0.9], base } = options;
  const w = spoken("coinAsymmetry", words, options.locale);
  const unit = unitOf("coinAsymmetry", base);
  checkArgument("coinAsymmetry", "a", a, "number");
  if (!(a > 0 && a < 1)) {
    throw valueError(
      "coinAsymmetry",
      `a 是 ${a}，应在 0 与 1 之间`,
      `a is ${a}; give a number between 0 and 1`,
    );
  }
  const between = (from: number, to: number): number =>
    kl([from, 1 - from], [to, 1 - to], { base });
  const b = evenly(0, 1, 201);
  const forward = b.map((bi) => between(a, bi));
  const reverse = b.map((bi) => between(bi, a));
  const at = numberText(a);
  const top = 2.2 * Math.max(...reverse);
  const marked = marks.map((mark) => [mark, between(a, mark), between(mark, a)] as const);
  const names = [w.forward(at), w.reverse(at)];
  return new Figure({
    data: [
      line(names[0], b, forward.map(finite), colors.p, { showlegend: false }),
      line(names[1], b, reverse, colors.q, { dash: "dash", showlegend: false }),
      points(
        names[0],
        marks,
        marked.map((m) => m[1]),
        colors.p,
        { showlegend: false },
      ),
      points(
        names[1],
        marks,
        marked.map((m) => m[2]),
        colors.q,
        {
          showlegend: false,
          symbol: "diamond",
        },
      ),
    ],
    layout: baseLayout(options.title ?? w.title(at), {
      xaxis: axis(w.axis, { range: [0, 1] }),
      yaxis: axis(
        `D（${unit.name}）`.replace(/（(.*)）/, options.locale === "en" ? " ($1)" : "（$1）"),
        {
          range: [-top * 0.03, top],
        },
      ),
      shapes: marks.map((x) => ({
        type: "line",
        x0: x,
        x1: x,
        y0: 0,
        y1: top,
        line: { color: colors.quiet, width: 1, dash: "dot" },
      })),
      annotations: [
        ...curveNames(names, b, forward, top, a),
        ...marked.map(([x, down, up], i) => ({
          text: `b = ${numberText(x)}<br>${names[0]} = ${unit.text(down)}<br>${names[1]} = ${unit.text(up)}`,
          x,
          y: 0.97 - 0.22 * i,
          yref: "paper",
          yanchor: "top",
          xanchor: x > 0.5 ? "right" : "left",
          align: x > 0.5 ? "right" : "left",
          showarrow: false,
        })),
      ],
    }),
    alt: w.summary(
      at,
      unit.name,
      marked.map(([m, down, up]) => w.pair(numberText(m), unit.text(down), unit.text(up))).join(""),
    ),
    table: {
      columns: ["b", ...names.map((name) => `${name} (${unit.name})`)],
      rows: sampleIndices(201, 21).map((i) =>
        [b[i], forward[i], reverse[i]].map((value) => numberText(value)),
      ),
    },
  });
}

/** The names of both curves on the arm away from a, where neither lies on the other. */
function curveNames(
  names: readonly string[],
  b: readonly number[],
  forward: readonly number[],
  top: number,
  a: number,
): object[] {
  const isLeft = a >= 0.5;
  const isBelow = (value: number): boolean => value < 0.72 * top;
  const at = isLeft
    ? forward.findIndex(isBelow)
    : b.length - 1 - [...forward].reverse().findIndex(isBelow);
  const side = { xanchor: isLeft ? "left" : "right", xshift: isLeft ? 8 : -8 };
  return [
    curveLabel(names[0], b[at], forward[at], colors.p, side),
    curveLabel(names[1], isLeft ? 0 : 1, 0.05 * top, colors.q, side),
  ];
}
