import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { interval } from "../words/option-kinds";
import { Figure, type Trace } from "./parts/figure";
import { spoken } from "./parts/figure-options";
import { checkedInterval, type Interval, sampleIndices } from "./parts/grid";
import { titleOptions } from "./parts/known-options";
import { drawn, type NumberRows, plainRows } from "./parts/plain-rows";
import { axis, baseLayout, colors, translucent } from "./parts/style";

/** What a generator made at one step of its training. */
export interface SampleStep {
  /** Which step, in words. */
  readonly name: string;
  /** Samples in the plane. */
  readonly points: NumberRows;
  /** The discriminator over the square: rows from the bottom, of probabilities from 0 to 1. */
  readonly field?: NumberRows;
}

/** Options of `figures.sampleSteps`. */
export interface SampleStepsOptions {
  /** Of both axes; what holds the real points by default. */
  readonly range?: Interval;
  readonly title?: string;
  readonly locale?: Locale;
}

interface Words {
  readonly nearer: (first: string, last: string) => string;
  readonly plain: (last: string) => string;
  readonly x: string;
  readonly y: string;
  readonly columns: readonly string[];
  readonly summary: (n: number, each: string, field: string) => string;
  readonly each: (name: string, distance: string) => string;
  readonly field: string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    nearer: (first, last) => `样本渐渐落到真样本上：平均距离从${first}到${last}`,
    plain: (last) => `到最后，样本离最近的真样本平均${last}`,
    x: "x₁",
    y: "x₂",
    columns: ["", "样本数", "离最近真样本的平均距离"],
    summary: (n, each, field) =>
      `${n}幅并排：灰点是真样本，绿点是生成的样本，同一把尺。${field}平均离最近的真样本：${each}。`,
    each: (name, distance) => `${name}${distance}`,
    field: "底色是判别器：蓝处判为真，橙处判为假。",
  },
  en: {
    nearer: (first, last) =>
      `Samples come to lie on real ones: ${first} to ${last} away on average`,
    plain: (last) => `At last a sample is ${last} away from the nearest real one on average`,
    x: "x₁",
    y: "x₂",
    columns: ["", "samples", "mean distance to the nearest real one"],
    summary: (n, each, field) =>
      `${n} panels of one scale: grey points are real, green ones generated. ${field}Mean distance to the nearest real one: ${each}.`,
    each: (name, distance) => `${name} ${distance}`,
    field: "Shades are the discriminator's: blue where it says real, orange where not. ",
  },
};

/**
 * Samples of a generator at steps of its training, side by side over the real ones, with the discriminator as shades.
 *
 * The title says how far samples are from the nearest real point on average, at the first step and at the last. Of more
 * than 240 points of a panel, and of more than 160 real ones, as many are drawn; the numbers are of all.
 *
 * @param steps one to four of `{ name, points, field? }`; points are rows of two numbers
 * @param real rows of two numbers
 * @param options `range` of both axes, `title`, `locale`
 * @throws TypeError for no steps or more than four, one without a name, or rows of another length; RangeError for an
 *   entry that is not finite, or one of `field` that is no probability
 *
 * @example
 * figures.sampleSteps([{ name: "第1步", points: [[0, 0]] }], [[1, 0]]).table.rows[0][2]; // "1"
 *
 * Source: M. Kahng et al., GAN Lab (2019), IEEE Transactions on Visualization and Computer Graphics 25(1).
 */
export function sampleSteps(
  steps: readonly SampleStep[],
  real: NumberRows,
  options: SampleStepsOptions = {},
): Figure {
  const caller = "sampleSteps";
  checkOptions(caller, options, { range: interval, ...titleOptions });
  const w = spoken(caller, words, options.locale);
  const target = plainRows(caller, "real", real, 2);
  const rows = checkedSteps(caller, steps);
  const [low, high] = options.range
    ? checkedInterval(caller, "range", options.range)
    : squareOf(target);
  const measured = rows.map((step) => ({ ...step, away: meanDistance(step.points, target) }));
  const [first, last] = [measured[0], measured[measured.length - 1]].map(({ away }) =>
    numberText(away, 2),
  );
  const falls = measured[0].away > 1.5 * measured[measured.length - 1].away;
  const at = (i: number): string => (i === 0 ? "" : String(i + 1));
  const axesOf = (i: number): object => ({ xaxis: `x${at(i)}`, yaxis: `y${at(i)}` });
  const dots = (name: string, some: number[][], color: string, size: number, i: number): Trace => ({
    type: "scatter",
    mode: "markers",
    name,
    x: some.map(([x]) => drawn(x)),
    y: some.map(([, y]) => drawn(y)),
    marker: { color, size },
    hoverinfo: "skip",
    showlegend: false,
    ...axesOf(i),
  });
  const someOf = (all: number[][], most: number): number[][] =>
    sampleIndices(all.length, most).map((i) => all[i]);
  const gap = 0.03;
  const width = (1 - gap * (rows.length - 1)) / rows.length;
  const ticks = {
    range: [low, high],
    showgrid: false,
    zeroline: false,
    nticks: 6,
    linecolor: colors.zero,
    mirror: true,
    showline: true,
  };
  return new Figure({
    data: rows.flatMap(({ name, points, field }, i) => [
      ...(field ? [shades(field, [low, high], axesOf(i))] : []),
      dots("", someOf(target, 160), translucent(colors.data, 0.35), 4, i),
      dots(name, someOf(points, 240), translucent(colors.model, 0.75), 4, i),
    ]),
    layout: baseLayout(options.title ?? (falls ? w.nearer(first, last) : w.plain(last)), {
      height: Math.round(150 + 580 / rows.length),
      margin: { l: 48, r: 16, t: 84, b: 52 },
      ...Object.fromEntries(
        rows.flatMap((_, i) => [
          [
            `xaxis${at(i)}`,
            axis(w.x, {
              ...ticks,
              domain: [i * (width + gap), i * (width + gap) + width],
              anchor: `y${at(i)}`,
            }),
          ],
          [
            `yaxis${at(i)}`,
            axis(i === 0 ? w.y : "", {
              ...ticks,
              anchor: `x${at(i)}`,
              ...(i > 0 ? { showticklabels: false } : {}),
            }),
          ],
        ]),
      ),
      annotations: rows.map(({ name }, i) => ({
        text: `<b>${name}</b>`,
        x: 0.5,
        xref: `x${at(i)} domain`,
        y: 1,
        yref: `y${at(i)} domain`,
        yanchor: "bottom",
        showarrow: false,
        font: { color: colors.text, size: 13 },
      })),
    }),
    alt: w.summary(
      rows.length,
      measured
        .map(({ name, away }) => w.each(name, numberText(away, 2)))
        .join(options.locale === "en" ? ", " : "，"),
      rows.some(({ field }) => field) ? w.field : "",
    ),
    table: {
      columns: w.columns,
      rows: measured.map(({ name, points, away }) => [name, points.length, numberText(away, 3)]),
    },
  });
}

interface CheckedStep {
  readonly name: string;
  readonly points: number[][];
  readonly field?: number[][];
}

function checkedSteps(caller: string, steps: readonly SampleStep[]): CheckedStep[] {
  const given: readonly SampleStep[] = Array.isArray(steps) ? Array.from(steps) : [];
  if (given.length < 1 || given.length > 4 || !given.every((s) => typeof s?.name === "string")) {
    throw shapeError(
      caller,
      'steps 应为 1 至 4 个 { name, points }，例如 [{ name: "第1步", points: [[0, 0]] }]',
      'steps must be 1 to 4 of { name, points }, for example [{ name: "step 1", points: [[0, 0]] }]',
    );
  }
  return given.map(({ name, points, field }, i) => ({
    name,
    points: plainRows(caller, `steps[${i}].points`, points, 2),
    ...(field ? { field: shares(caller, `steps[${i}].field`, field) } : {}),
  }));
}

function shares(caller: string, name: string, field: NumberRows): number[][] {
  const rows = plainRows(caller, name, field);
  rows.forEach((row, i) => {
    const k = row.findIndex((share) => !(share >= 0 && share <= 1));
    if (k < 0) return;
    throw valueError(
      caller,
      `${name}[${i}][${k}] 是 ${row[k]}，概率应在 0 到 1 之间；打分请先用 sigmoid`,
      `${name}[${i}][${k}] is ${row[k]}; a probability is from 0 to 1: take the sigmoid of scores first`,
    );
  });
  return rows;
}

/** Blue where it says real, orange where not, the paper where it cannot tell. */
function shades(field: number[][], [low, high]: Interval, axes: object): Trace {
  const stepOf = (count: number): number => drawn((high - low) / Math.max(1, count - 1));
  return {
    type: "heatmap",
    z: field.map((row) => row.map((share) => Math.round(100 * share) / 100)),
    x0: low,
    dx: stepOf(field[0].length),
    y0: low,
    dy: stepOf(field.length),
    zmin: 0,
    zmax: 1,
    colorscale: [
      [0, translucent(colors.q, 0.5)],
      [0.5, translucent(colors.paper, 0.5)],
      [1, translucent(colors.p, 0.5)],
    ],
    showscale: false,
    hoverinfo: "skip",
    ...axes,
  };
}

/** A square with all points in it, and room around them. */
function squareOf(points: readonly number[][]): [number, number] {
  const all = points.flat();
  const [least, most] = all.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const room = 0.3 * (most - least || 1);
  return [least - room, most + room];
}

function meanDistance(points: readonly number[][], target: readonly number[][]): number {
  const nearest = ([x, y]: readonly number[]): number =>
    Math.sqrt(
      target.reduce(
        (least, [a, b]) => Math.min(least, (x - a) ** 2 + (y - b) ** 2),
        Number.POSITIVE_INFINITY,
      ),
    );
  return points.reduce((sum, point) => sum + nearest(point), 0) / points.length;
}
