import { type Distribution, isDistribution } from "../distributions/distribution";
import { normal } from "../distributions/families/normal";
import { kl } from "../divergences/kl";
import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { checkedLater, interval } from "../words/option-kinds";
import { distributionText } from "./parts/distribution-text";
import { Figure } from "./parts/figure";
import { type FigureOptions, spoken, unitOf } from "./parts/figure-options";
import { frameControls } from "./parts/frame-controls";
import { checkedCount, checkedInterval, evenly, type Interval, sampleIndices } from "./parts/grid";
import { unitOptions } from "./parts/known-options";
import {
  type FitStep,
  forwardDirection,
  naturalDescent,
  reverseDirection,
} from "./parts/natural-descent";
import { axis, baseLayout, colors, line } from "./parts/style";

/** Options of `figures.normalFits`. */
export interface NormalFitsOptions extends FigureOptions {
  /** Mean and standard deviation both fits begin with; default half of P's standard deviation beside its mean, a quarter of it wide. */
  readonly start?: readonly [mean: number, sd: number];
  /** How many pictures the animation has; 11 by default. */
  readonly frames?: number;
  /** Where to draw. */
  readonly range?: Interval;
}

interface Words {
  readonly title: string;
  readonly density: string;
  readonly forward: string;
  readonly reverse: string;
  readonly step: string;
  readonly play: string;
  readonly pause: string;
  readonly columns: readonly string[];
  readonly summary: (p: string, forward: string, reverse: string) => string;
  readonly fit: (name: string, mean: string, sd: string, d: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: "同一个P：D(P‖N)盖住全部，D(N‖P)只守一峰",
    density: "密度",
    forward: "正态N，min D(P‖N)：求覆盖",
    reverse: "正态N，min D(N‖P)：求峰",
    step: "步",
    play: "播放",
    pause: "暂停",
    columns: ["步", "D(P‖N)拟合的μ", "σ", "D(N‖P)拟合的μ", "σ"],
    summary: (p, forward, reverse) =>
      `目标P是${p}，两个正态N从同一处出发，各沿一个方向的相对熵下降。${forward}${reverse}`,
    fit: (name, mean, sd, d) => `${name}停在μ = ${mean}、σ = ${sd}，值${d}。`,
  },
  en: {
    title: "One P: D(P‖N) covers all of it, D(N‖P) keeps to one mode",
    density: "density",
    forward: "normal N, min D(P‖N): covers",
    reverse: "normal N, min D(N‖P): seeks a mode",
    step: "step",
    play: "play",
    pause: "pause",
    columns: ["step", "μ fitted by D(P‖N)", "σ", "μ fitted by D(N‖P)", "σ"],
    summary: (p, forward, reverse) =>
      `The target P is ${p}; two normals N start alike, each descends one direction of relative entropy. ${forward} ${reverse}`,
    fit: (name, mean, sd, d) => `${name} ends at μ = ${mean}, σ = ${sd}, with ${d}.`,
  },
};

/**
 * A normal fitted to P by D(P‖N) and by D(N‖P), both from one start, as an animated path.
 *
 * The first takes P's mean and spread and covers all of it, the second settles on one mode. Without a player the
 * picture shows where both end. Natural-gradient descent; no randomness.
 *
 * @param P a continuous distribution on the whole line with finite variance, for instance a mixture of normals
 * @param options `start`, `frames` (2 to 60), `range` of x, `base`, `title`, `locale`
 * @throws TypeError for another kind of P; RangeError for a start, count or range out of bounds
 *
 * @example
 * figures.normalFits(mixture([0.5, 0.5], [normal(-3, 1), normal(3, 1)])).alt.includes("μ = 0、σ = 3.162"); // true
 *
 * Source: C. M. Bishop, Pattern Recognition and Machine Learning (2006), section 10.1.2 and figure 10.3.
 */
export function normalFits(P: Distribution, options: NormalFitsOptions = {}): Figure {
  const caller = "normalFits";
  checkOptions(caller, options, {
    start: interval,
    frames: checkedLater,
    range: interval,
    ...unitOptions,
  });
  const w = spoken(caller, words, options.locale);
  const unit = unitOf(caller, options.base);
  checkTarget(caller, P);
  const spread = Math.sqrt(P.variance);
  const [mean, sd] = options.start ?? [P.mean + spread / 2, spread / 4];
  if (!Number.isFinite(mean) || !(sd > 0 && Number.isFinite(sd))) {
    throw valueError(
      caller,
      `start 是 [${mean}, ${sd}]，应为 [均值, 标准差 > 0]`,
      `start is [${mean}, ${sd}]; give [mean, standard deviation > 0]`,
    );
  }
  const count = checkedCount(caller, "frames", options.frames ?? 11, 2, 60);
  const [low, high] = checkedInterval(
    caller,
    "range",
    options.range ?? [P.quantile(0.001) - spread / 4, P.quantile(0.999) + spread / 4],
  );
  const paths = [forwardDirection(P), reverseDirection(P)].map((d) =>
    naturalDescent(d, { mean, sd }),
  );
  const ends = paths.map((path) => path[path.length - 1]);
  const shown = chosenSteps(Math.max(...paths.map((path) => moving(path))), count);
  const x = evenly(low, high, 101);
  const at = (path: readonly FitStep[], step: number): FitStep =>
    path[Math.min(step, path.length - 1)];
  // Finer than a pixel of the picture, and short in JSON.
  const grain = 10 ** Math.ceil(Math.log10(spread) + 4);
  const density = ({ mean: m, sd: s }: FitStep): number[] =>
    x.map((xi) => Math.round(normal(m, s).prob(xi) * grain) / grain);
  const target = x.map((xi) => P.prob(xi));
  const drawn = shown.map((step) => paths.map((path) => density(at(path, step))));
  const last = ends.map(density);
  const top = 1.08 * Math.max(...target, ...drawn.flat(2), ...last.flat());
  const names = [w.forward, w.reverse];
  const results = [
    kl(P, normal(ends[0].mean, ends[0].sd), { base: options.base }),
    kl(normal(ends[1].mean, ends[1].sd), P, { base: options.base }),
  ];
  const ended = (i: number): string =>
    w.fit(
      ["D(P‖N)", "D(N‖P)"][i],
      numberText(roundedZero(ends[i].mean, spread)),
      numberText(ends[i].sd),
      unit.text(results[i]),
    );
  return new Figure({
    data: [
      line("P", x, target, colors.data, {
        width: 2,
        fill: "tozeroy",
        fillcolor: "rgba(51, 51, 51, 0.08)",
      }),
      line(names[0], x, last[0], colors.p),
      line(names[1], x, last[1], colors.q, { dash: "dash" }),
    ],
    layout: baseLayout(options.title ?? w.title, {
      height: 556,
      margin: { l: 64, r: 24, t: 84, b: 56 },
      xaxis: axis("x", { range: [low, high], zeroline: false }),
      yaxis: axis(w.density, { range: [0, top] }),
      ...frameControls([...shown.map(String), "∞"], w),
    }),
    frames: [...drawn, last].map(([p, q], i) => ({
      name: i < shown.length ? String(shown[i]) : "∞",
      data: [{ y: p }, { y: q }],
      traces: [1, 2],
    })),
    alt: w.summary(distributionText(P), ended(0), ended(1)),
    table: {
      columns: w.columns,
      rows: sampleIndices(shown.length, 12)
        .map((i) => shown[i])
        .map((step) => [step, ...paths.map((path) => at(path, step))])
        .concat([["∞", ...ends]] as never)
        .map(([step, ...fits]) => [
          step as number,
          ...(fits as FitStep[]).flatMap((f) => [
            numberText(roundedZero(f.mean, spread)),
            numberText(f.sd),
          ]),
        ]),
    },
  });
}

function checkTarget(caller: string, P: Distribution): void {
  const whole = isDistribution(P) && P.kind === "continuous" && P.dimension === 1;
  if (whole && P.support.every((end) => !Number.isFinite(end)) && Number.isFinite(P.variance))
    return;
  throw shapeError(
    caller,
    "P 应为整条实线上、方差有限的连续分布，例如 mixture([0.5, 0.5], [normal(-3, 1), normal(3, 1)])",
    "P must be continuous on the whole line with finite variance, for example mixture([0.5, 0.5], [normal(-3, 1), normal(3, 1)])",
  );
}

/** After how many steps nothing moves that could be seen. */
function moving(path: readonly FitStep[]): number {
  const end = path[path.length - 1];
  const far = ({ mean, sd }: FitStep): boolean =>
    Math.abs(mean - end.mean) + Math.abs(sd - end.sd) > 0.004 * end.sd;
  return path.length - [...path].reverse().findIndex(far);
}

/** Steps to show: more of the early ones, where most happens. */
function chosenSteps(total: number, count: number): number[] {
  const steps = Array.from({ length: count - 1 }, (_, i) =>
    Math.round(total * (i / (count - 1)) ** 1.5),
  );
  return [...new Set(steps)];
}

/** A mean that is zero but for rounding. */
const roundedZero = (value: number, scale: number): number =>
  Math.abs(value) < 1e-8 * scale ? 0 : value;
