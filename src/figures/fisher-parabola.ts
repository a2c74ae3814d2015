import { type Distribution, isDistribution } from "../distributions/distribution";
import { kl } from "../divergences/kl";
import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { interval, text } from "../words/option-kinds";
import { Figure } from "./parts/figure";
import { type FigureOptions, spoken, unitOf } from "./parts/figure-options";
import { checkedInterval, evenly, finite, type Interval, sampleIndices } from "./parts/grid";
import { unitOptions } from "./parts/known-options";
import { endLabels, grounded } from "./parts/labels";
import { axis, baseLayout, colors, line, points } from "./parts/style";

/** Options of `figures.fisherParabola`. */
export interface FisherParabolaOptions extends FigureOptions {
  /** Parameters to cover, θ₀ inside. */
  readonly range: Interval;
  /** How the parameter is called; "θ" by default. */
  readonly parameter?: string;
}

interface Words {
  readonly title: string;
  readonly parabola: string;
  readonly forward: string;
  readonly reverse: string;
  readonly note: (told: Told) => string;
  readonly summary: (told: Told) => string;
}

/** What the alternative text tells. */
interface Told {
  readonly parameter: string;
  readonly at: string;
  readonly information: string;
  readonly far: string;
  readonly d: string;
  readonly parabola: string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: "近处两个方向都贴着同一条抛物线",
    parabola: "½ I·Δ²",
    note: ({ parameter, at, information }) =>
      `P₀：${parameter} = ${at}，Δ = ${parameter} − ${at}<br>Fisher信息I = ${information}`,
    forward: "D(P₀‖P)",
    reverse: "D(P‖P₀)",
    summary: ({ parameter, at, information, far, d, parabola }) =>
      `横轴是${parameter}，两条曲线是${parameter} = ${at}的分布P₀与P之间两个方向的相对熵，虚线是抛物线 ½ I (${parameter} − ${at})²，费希尔信息I = ${information}；在${parameter} = ${at}处三条相切，远了才分开：${parameter} = ${far}处D(P₀‖P) = ${d}，抛物线${parabola}。`,
  },
  en: {
    title: "Near by, both directions follow one parabola",
    parabola: "½ I·Δ²",
    note: ({ parameter, at, information }) =>
      `P₀: ${parameter} = ${at}, Δ = ${parameter} − ${at}<br>Fisher information I = ${information}`,
    forward: "D(P₀‖P)",
    reverse: "D(P‖P₀)",
    summary: ({ parameter, at, information, far, d, parabola }) =>
      `Over ${parameter}, both directions of relative entropy between P₀ at ${parameter} = ${at} and P; dashed, the parabola ½ I (${parameter} − ${at})² with Fisher information I = ${information}. All three touch at ${parameter} = ${at} and part farther away: at ${parameter} = ${far} D(P₀‖P) = ${d}, the parabola ${parabola}.`,
  },
};

/**
 * D(P₀‖P_θ) and D(P_θ‖P₀) over θ, beside the parabola ½ I(θ₀)(θ − θ₀)² that both follow near θ₀.
 *
 * The Fisher information I is half of what both directions say of two small steps: (D(θ₀‖θ₀ + h) + D(θ₀‖θ₀ − h))/h².
 *
 * @param family θ ↦ distribution
 * @param at θ₀, inside the range
 * @param options `range` of θ (needed), `parameter`, `base`, `title`, `locale`
 * @throws TypeError unless family is a function to distributions and a range is given; RangeError for θ₀ outside the
 *   range, or a family without Fisher information there
 *
 * @example
 * figures.fisherParabola((mu) => normal(mu, 2), 0, { range: [-3, 3] }).alt.includes("I = 0.25"); // true
 *
 * Source: S. Kullback, Information Theory and Statistics (1959), section 2.6.
 */
export function fisherParabola(
  family: (theta: number) => Distribution,
  at: number,
  options: FisherParabolaOptions,
): Figure {
  const caller = "fisherParabola";
  checkOptions(caller, options, { range: interval, parameter: text, ...unitOptions });
  const w = spoken(caller, words, options?.locale);
  const unit = unitOf(caller, options?.base);
  if (typeof family !== "function" || typeof at !== "number" || !options?.range) {
    throw shapeError(
      caller,
      "应给出 θ ↦ 分布 的函数、θ₀ 和 { range: [下限, 上限] }",
      "give a function θ ↦ distribution, θ₀ and { range: [low, high] }",
    );
  }
  const [low, high] = checkedInterval(caller, "range", options.range);
  if (!(at > low && at < high)) {
    throw valueError(
      caller,
      `at 是 ${at}，应在 range [${low}, ${high}] 之内`,
      `at is ${at}; give one inside the range [${low}, ${high}]`,
    );
  }
  const center = family(at);
  if (!isDistribution(center)) {
    throw shapeError(caller, "family 应返回分布", "family must return distributions");
  }
  const { parameter = "θ", base } = options;
  const forward = (theta: number): number => kl(center, family(theta), { base });
  const reverse = (theta: number): number => kl(family(theta), center, { base });
  const information = fisher(forward, at, Math.min(at - low, high - at));
  if (!(information > 0 && Number.isFinite(information))) {
    throw valueError(
      caller,
      `${parameter} = ${at} 处没有费希尔信息：换一个使支撑不随参数变的族`,
      `no Fisher information at ${parameter} = ${at}: take a family whose support does not move`,
    );
  }
  const parabola = (theta: number): number => (information * (theta - at) ** 2) / 2;
  const theta = evenly(low, high, 161);
  const [there, back, near] = [forward, reverse, parabola].map((f) => theta.map(f));
  const top = 1.1 * Math.max(parabola(low), parabola(high));
  const last = theta.length - 1;
  const far = theta[last];
  const held = (value: number): number => Math.min(top, Number.isFinite(value) ? value : top);
  const told: Told = {
    parameter,
    at: numberText(at),
    information: numberText(information),
    far: numberText(far),
    d: unit.text(forward(far)),
    parabola: unit.text(parabola(far)),
  };
  return new Figure({
    data: [
      line(w.parabola, theta, near, colors.quiet, { dash: "dash", width: 3, showlegend: false }),
      line(w.forward, theta, there.map(finite), colors.p, { showlegend: false }),
      line(w.reverse, theta, back.map(finite), colors.q, { dash: "longdash", showlegend: false }),
      points(`${parameter}₀`, [at], [0], colors.text, { showlegend: false }),
    ],
    layout: baseLayout(options.title ?? w.title, {
      margin: { l: 64, r: 96, t: 72, b: 56 },
      xaxis: axis(parameter, { range: [low, high], zeroline: false }),
      yaxis: axis(options.locale === "en" ? `D (${unit.name})` : `D（${unit.name}）`, {
        range: [-0.03 * top, top],
      }),
      annotations: [
        {
          text: w.note(told),
          x: 0.5,
          xref: "x domain",
          y: 0.98,
          yref: "y domain",
          yanchor: "top",
          showarrow: false,
          font: { color: colors.quiet, size: 12 },
          ...grounded,
        },
        ...endLabels(
          [
            { text: w.parabola, y: held(near[last]), color: colors.quiet },
            { text: w.forward, y: held(there[last]), color: colors.p },
            { text: w.reverse, y: held(back[last]), color: colors.q },
          ],
          { x: far, gap: 0.07 * top, top },
        ),
      ],
    }),
    alt: w.summary(told),
    table: {
      columns: [
        parameter,
        ...[w.forward, w.reverse, w.parabola].map((name) => `${name} (${unit.name})`),
      ],
      rows: sampleIndices(theta.length, 13).map((i) =>
        [theta[i], there[i], back[i], near[i]].map((value) => numberText(value)),
      ),
    },
  });
}

/** The second derivative of D at its minimum, by two widths of steps, of which Richardson's rule takes the limit. */
function fisher(d: (theta: number) => number, at: number, room: number): number {
  const by = (h: number): number => (d(at + h) + d(at - h)) / (h * h);
  const h = 0.02 * room;
  return (4 * by(h / 2) - by(h)) / 3;
}
