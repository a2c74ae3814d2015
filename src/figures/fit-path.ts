import type { Distribution } from "../distributions/distribution";
import { checkOptions } from "../words/check-options";
import { shapeError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { interval } from "../words/option-kinds";
import { distributionText } from "./parts/distribution-text";
import { Figure, type Trace } from "./parts/figure";
import { type FigureOptions, spoken, unitOf } from "./parts/figure-options";
import { checkedInterval, evenly, finite, type Interval, sampleIndices } from "./parts/grid";
import { unitOptions } from "./parts/known-options";
import { drawn } from "./parts/plain-rows";
import { axis, baseLayout, colors, line, translucent } from "./parts/style";

/** A distribution that a fit came to, and how far it is, in nats. */
export interface FitState {
  readonly distribution: Distribution;
  readonly divergence: number;
}

/** A fit with a name: what `fitForwardKl` and its kin give, and what it was fitted by. */
export interface NamedFit extends FitState {
  readonly name: string;
  /** From the start to the optimum. */
  readonly path?: readonly FitState[];
  /** Every optimum that was found, the best first. */
  readonly optima?: readonly FitState[];
}

/** Options of `figures.fitPath`. */
export interface FitPathOptions extends FigureOptions {
  /** Where to draw the densities. */
  readonly range?: Interval;
}

interface Words {
  readonly title: (each: readonly string[]) => string;
  readonly found: (name: string, n: number) => string;
  readonly target: string;
  readonly density: string;
  readonly step: string;
  readonly divergence: (unit: string) => string;
  readonly columns: (unit: string) => readonly string[];
  readonly summary: (target: string, each: string, hasWay: boolean) => string;
  readonly optimum: (name: string, which: string, d: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: (each) => `同一个目标：${each.join("，")}`,
    found: (name, n) => `${name}有${n}处极小`,
    target: "目标",
    density: "密度",
    step: "步",
    divergence: (unit) => `散度（${unit}）`,
    columns: (unit) => ["按什么拟合", "极小处", `散度（${unit}）`],
    summary: (target, each, hasWay) =>
      `${hasWay ? "上方灰色" : "灰色"}的是目标${target}的密度，粗线是各拟合最好的一处，细虚线是其余的极小处${hasWay ? "；下方是散度一步步降到哪里" : ""}。${each}`,
    optimum: (name, which, d) => `${name}：${which}，${d}。`,
  },
  en: {
    title: (each) => `One target: ${each.join(", ")}`,
    found: (name, n) => `${name} has ${n} ${n === 1 ? "minimum" : "minima"}`,
    target: "target",
    density: "density",
    step: "step",
    divergence: (unit) => `divergence (${unit})`,
    columns: (unit) => ["fitted by", "minimum", `divergence (${unit})`],
    summary: (target, each, hasWay) =>
      `${hasWay ? "Above, in" : "In"} grey the density of the target ${target}, thick the best of each fit, thin and dashed its other minima${hasWay ? "; below, how the divergence falls step by step" : ""}. ${each}`,
    optimum: (name, which, d) => `${name}: ${which}, ${d}. `,
  },
};

const palette = [colors.p, colors.q, colors.model, colors.other];

/**
 * Fits of one target by several divergences: the densities they end at, all minima found, and the way down.
 *
 * Forward relative entropy covers the target and has one minimum for a normal; reverse seeks a mode and has one a mode.
 *
 * @param target a continuous one-dimensional distribution
 * @param fits `{ name, distribution, divergence, path?, optima? }`, at most four: a result of `klab/learn` with a name
 * @param options `range` of x, `base`, `title`, `locale`
 * @throws TypeError for another kind of target, no fits or more than four, or one without a name, a density or a
 *   divergence ≥ 0
 *
 * @example
 * figures.fitPath(normal(0, 1), [{ name: "q", distribution: normal(0, 2), divergence: 0.318 }]).alt.includes("q：N(0, 2)"); // true
 *
 * Source: C. M. Bishop, Pattern Recognition and Machine Learning (2006), section 10.1.2 and figure 10.3.
 */
export function fitPath(
  target: Distribution,
  fits: readonly NamedFit[],
  options: FitPathOptions = {},
): Figure {
  const caller = "fitPath";
  checkOptions(caller, options, { range: interval, ...unitOptions });
  const w = spoken(caller, words, options.locale);
  const unit = unitOf(caller, options.base);
  checkFits(caller, target, fits);
  const [low, high] = checkedInterval(
    caller,
    "range",
    options.range ?? [
      Math.min(target.quantile(1e-4), ...fits.map((fit) => fit.distribution.quantile(1e-2))),
      Math.max(target.quantile(1 - 1e-4), ...fits.map((fit) => fit.distribution.quantile(0.99))),
    ],
  );
  const x = evenly(low, high, 121).map(drawn);
  const density = (distribution: Distribution): (number | null)[] =>
    x.map((xi) => finite(drawn(distribution.prob(xi))));
  const all = fits.map(({ name, distribution, divergence, optima, path }) => ({
    name,
    best: { distribution, divergence },
    optima: optima && optima.length > 0 ? optima : [{ distribution, divergence }],
    hasOptima: optima !== undefined,
    path: path ?? [],
  }));
  const others = (i: number): readonly FitState[] =>
    all[i].optima.filter(({ distribution }) => !isSame(distribution, all[i].best.distribution));
  /** The densities one after the other, with gaps between them. */
  const manyCurves = (states: readonly FitState[]): [(number | null)[], (number | null)[]] => [
    states.flatMap((_, k) => [...(k > 0 ? [null] : []), ...x]),
    states.flatMap(({ distribution }, k) => [...(k > 0 ? [null] : []), ...density(distribution)]),
  ];
  const below = all.some(({ path }) => path.length > 1);
  const ways = all.flatMap(({ name, path }, i): Trace[] => {
    if (path.length < 2) return [];
    const shown = sampleIndices(path.length, 120);
    return [
      line(
        name,
        shown,
        shown.map((k) => finite(drawn(path[k].divergence / unit.nats))),
        palette[i],
        { xaxis: "x2", yaxis: "y2", showlegend: false, dash: i % 2 === 1 ? "dash" : "solid" },
      ),
    ];
  });
  // From a little below 0: the noughts of both axes would stand on one another.
  const highest = Math.max(
    1e-9,
    ...ways.flatMap(({ y }) => (y as (number | null)[]).filter((d) => d !== null)),
  );
  const states = all.flatMap(({ name, best }, i) =>
    [best, ...others(i)].map((state) => ({ name, ...state })),
  );
  return new Figure({
    data: [
      line(w.target, x, density(target), colors.data, {
        width: 2,
        fill: "tozeroy",
        fillcolor: translucent(colors.data, 0.12),
      }),
      ...all.map(({ name, best }, i) =>
        line(name, x, density(best.distribution), palette[i], {
          width: 3,
          dash: i % 2 === 1 ? "dash" : "solid",
        }),
      ),
      // One trace a fit, empty too: where a figure follows a control, its traces stay the same.
      ...all.flatMap(({ name, hasOptima }, i): Trace[] =>
        hasOptima ? [line(name, ...manyCurves(others(i)), palette[i], otherMinima)] : [],
      ),
      ...ways,
    ],
    layout: baseLayout(
      options.title ?? w.title(all.map(({ name }, i) => w.found(name, 1 + others(i).length))),
      {
        height: below ? 560 : 420,
        margin: { l: 64, r: 24, t: 96, b: 56 },
        xaxis: axis("x", { range: [low, high], zeroline: false, anchor: "y" }),
        yaxis: axis(w.density, { domain: below ? [0.48, 1] : [0, 1], rangemode: "tozero" }),
        ...(below
          ? {
              xaxis2: axis(w.step, { anchor: "y2", rangemode: "tozero" }),
              yaxis2: axis(w.divergence(unit.name), {
                domain: [0, 0.3],
                anchor: "x2",
                range: [-0.08 * highest, 1.1 * highest],
              }),
            }
          : {}),
      },
    ),
    alt: w.summary(
      distributionText(target),
      states
        .map(({ name, distribution, divergence }) =>
          w.optimum(name, distributionText(distribution), unit.text(divergence / unit.nats)),
        )
        .join(""),
      below,
    ),
    table: {
      columns: w.columns(unit.name),
      rows: states.map(({ name, distribution, divergence }) => [
        name,
        distributionText(distribution),
        numberText(divergence / unit.nats),
      ]),
    },
  });
}

const otherMinima = { width: 1.6, dash: "dot", showlegend: false, hoverinfo: "skip" };

/** Two ends of one valley: as near as the eye and a search can tell. */
const isSame = (a: Distribution, b: Distribution): boolean =>
  a === b ||
  [0.1, 0.5, 0.9].every(
    (u) => Math.abs(a.quantile(u) - b.quantile(u)) < 1e-3 * (b.quantile(0.9) - b.quantile(0.1)),
  );

function checkFits(caller: string, target: Distribution, fits: readonly NamedFit[]): void {
  const isLine = (d: Partial<Distribution> | undefined): boolean =>
    d?.kind === "continuous" && d.dimension === 1;
  if (!isLine(target)) {
    throw shapeError(
      caller,
      "target 应为一维连续分布，例如 normal(0, 1)",
      "target must be a continuous one-dimensional distribution, for example normal(0, 1)",
    );
  }
  const isState = (state: Partial<FitState> | undefined): boolean =>
    isLine(state?.distribution) && typeof state?.divergence === "number" && state.divergence >= 0;
  const isFit = (fit: Partial<NamedFit> | undefined): boolean =>
    typeof fit?.name === "string" &&
    [fit, ...(fit.path ?? []), ...(fit.optima ?? [])].every(isState);
  if (
    !Array.isArray(fits) ||
    fits.length < 1 ||
    fits.length > palette.length ||
    !fits.every(isFit)
  ) {
    throw shapeError(
      caller,
      'fits 应为 1 至 4 个 { name, distribution, divergence }，例如 [{ name: "正向", ...fitForwardKl(target, "normal") }]',
      'fits must be 1 to 4 of { name, distribution, divergence }, for example [{ name: "forward", ...fitForwardKl(target, "normal") }]',
    );
  }
}
