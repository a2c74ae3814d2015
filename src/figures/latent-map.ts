import { checkOptions } from "../words/check-options";
import { shapeError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { Figure } from "./parts/figure";
import { spoken } from "./parts/figure-options";
import { sampleIndices } from "./parts/grid";
import { titleOptions } from "./parts/known-options";
import { grounded } from "./parts/labels";
import { drawn, type NumberRows, plainRows } from "./parts/plain-rows";
import { axis, baseLayout, colors, translucent } from "./parts/style";

/** Options of `figures.latentMap`. */
export interface LatentMapOptions {
  readonly title?: string;
  readonly locale?: Locale;
}

interface Words {
  readonly title: (share: string) => string;
  readonly one: string;
  readonly axis: (which: string) => string;
  readonly columns: readonly string[];
  readonly summary: (n: number, classes: number, share: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: (share) => `同类聚在一起：${share}的点离自己一类的中心最近`,
    one: "隐变量平面上的一类点",
    axis: (which) => `隐变量${which}（无单位）`,
    columns: ["类", "个数", "中心z₁", "中心z₂", "离自己的中心最近"],
    summary: (n, classes, share) =>
      `${n}个样本在二维隐变量平面上的位置，分${classes}类，类名写在各类的中心；${share}的点离自己一类的中心最近。`,
  },
  en: {
    title: (share) =>
      `Like lies with like: ${share} of points are nearest the centre of their class`,
    one: "Points of one class on the latent plane",
    axis: (which) => `latent ${which} (no unit)`,
    columns: ["class", "points", "centre z₁", "centre z₂", "nearest their own centre"],
    summary: (n, classes, share) =>
      `${n} samples on the plane of two latent variables, in ${classes} classes whose names stand at their centres; ${share} of the points are nearest the centre of their own class.`,
  },
};

const palette = [colors.p, colors.q, colors.divergence, colors.model, colors.other, colors.data];
const symbols = ["circle", "diamond-open", "square", "cross"];

/**
 * Where samples lie in a plane of two latent variables, by class, each class named at its centre.
 *
 * Colour and shape tell the classes apart, six colours to a shape. Of more than 1200 points, 1200 are drawn; the
 * numbers are of all.
 *
 * @param points rows of two finite numbers, for instance the means of an encoder
 * @param labels the class of each point, a number or a text; at most 20 classes
 * @param options `title`, `locale`
 * @throws TypeError for rows of another length, labels of another number or more than 20 classes; RangeError for an
 *   entry that is not finite
 *
 * @example
 * figures.latentMap([[0, 0], [0, 1], [5, 5]], ["0", "0", "1"]).alt.includes("分2类"); // true
 *
 * Source: D. P. Kingma and M. Welling, Auto-Encoding Variational Bayes (2013), arXiv:1312.6114, appendix A.
 */
export function latentMap(
  points: NumberRows,
  labels: ArrayLike<string | number>,
  options: LatentMapOptions = {},
): Figure {
  const caller = "latentMap";
  checkOptions(caller, options, titleOptions);
  const w = spoken(caller, words, options.locale);
  const rows = plainRows(caller, "points", points, 2);
  if (labels?.length !== rows.length) {
    throw shapeError(
      caller,
      `labels 有 ${labels?.length} 个，点有 ${rows.length} 个，应一一对应`,
      `${labels?.length} labels for ${rows.length} points; give one each`,
    );
  }
  const own = Array.from(labels, String);
  const names = [...new Set(own)].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  if (names.length > 20) {
    throw shapeError(
      caller,
      `labels 有 ${names.length} 类，至多 20 类`,
      `labels name ${names.length} classes; give at most 20`,
    );
  }
  const centres = names.map((name) => centreOf(rows.filter((_, i) => own[i] === name)));
  const isAtHome = rows.map((row, i) => nearest(row, centres) === names.indexOf(own[i]));
  const percent = (count: number, of: number): string => `${numberText((100 * count) / of, 3)}%`;
  const share = percent(isAtHome.filter(Boolean).length, rows.length);
  const shown = sampleIndices(rows.length, 1200);
  const open = (name: string): boolean => symbols[styleOf(name).shape].endsWith("open");
  function styleOf(name: string): { color: string; shape: number } {
    const at = names.indexOf(name);
    return { color: palette[at % palette.length], shape: Math.floor(at / palette.length) };
  }
  const ends = [0, 1].map((k) => endsOf(rows.map((row) => row[k])));
  const reach = Math.max(...ends.map(([low, high]) => high - low));
  return new Figure({
    data: names.map((name) => {
      const members = shown.filter((i) => own[i] === name).map((i) => rows[i]);
      const { color, shape } = styleOf(name);
      return {
        type: "scatter",
        mode: "markers",
        name,
        x: members.map(([x]) => drawn(x)),
        y: members.map(([, y]) => drawn(y)),
        marker: {
          color: open(name) ? color : translucent(color, 0.55),
          symbol: symbols[shape],
          size: 6,
        },
        hovertemplate: `${name}<br>%{x:.3g}, %{y:.3g}<extra></extra>`,
        showlegend: false,
      };
    }),
    layout: baseLayout(options.title ?? (names.length > 1 ? w.title(share) : w.one), {
      height: 560,
      margin: { l: 64, r: 24, t: 72, b: 56 },
      xaxis: axis(w.axis("z₁"), { range: ends[0] }),
      yaxis: axis(w.axis("z₂"), { range: ends[1], scaleanchor: "x" }),
      annotations: apart(centres, 0.06 * reach).map(([x, y], i) => ({
        text: `<b>${names[i]}</b>`,
        x,
        y,
        showarrow: false,
        font: { size: 15, color: styleOf(names[i]).color },
        ...grounded,
      })),
    }),
    alt: w.summary(rows.length, names.length, share),
    table: {
      columns: w.columns,
      rows: names.map((name, k) => {
        const members = own.flatMap((label, i) => (label === name ? [i] : []));
        return [
          name,
          members.length,
          ...centres[k].map((value) => numberText(value, 3)),
          percent(members.filter((i) => isAtHome[i]).length, members.length),
        ];
      }),
    },
  });
}

/** From the least to the greatest, with room at both ends. */
function endsOf(values: readonly number[]): [number, number] {
  const [low, high] = values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const room = 0.06 * (high - low || 1);
  return [low - room, high + room];
}

const centreOf = (rows: readonly number[][]): number[] =>
  [0, 1].map((k) => rows.reduce((sum, row) => sum + row[k], 0) / rows.length);

const nearest = (row: readonly number[], centres: readonly number[][]): number => {
  const far = centres.map(([x, y]) => Math.hypot(row[0] - x, row[1] - y));
  return far.indexOf(Math.min(...far));
};

/** Names moved off each other, a little at a time, where centres nearly meet. */
function apart(centres: readonly number[][], gap: number): number[][] {
  const placed = centres.map((centre) => [...centre]);
  for (let round = 0; round < 60; round += 1) {
    for (const [i, a] of placed.entries()) {
      for (const b of placed.slice(i + 1)) {
        const [dx, dy] = [b[0] - a[0] || 1e-9, b[1] - a[1]];
        const far = Math.hypot(dx, dy);
        if (far >= gap) continue;
        const push = (gap - far) / (2 * far);
        a[0] -= push * dx;
        a[1] -= push * dy;
        b[0] += push * dx;
        b[1] += push * dy;
      }
    }
  }
  return placed;
}
