import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { count, list, text } from "../words/option-kinds";
import { Figure } from "./parts/figure";
import { spoken } from "./parts/figure-options";
import { titleOptions } from "./parts/known-options";
import { type Likeness, likeness, pixelGap } from "./parts/likeness";
import { type NumberRows, plainRows } from "./parts/plain-rows";
import { axis, baseLayout, colors } from "./parts/style";

/** Options of `figures.imageGrid`. */
export interface ImageGridOptions {
  /** What each row of images is, for instance the originals and their reconstructions. */
  readonly rows?: readonly string[];
  /** What each column is, for instance the step of a training. */
  readonly columns?: readonly string[];
  /** Pixels across an image; by default images are square. */
  readonly width?: number;
  readonly title?: string;
  readonly locale?: Locale;
}

interface Words {
  readonly title: (n: number) => string;
  readonly alike: (a: string, b: string) => string;
  readonly smoother: (a: string, b: string) => string;
  readonly pair: (a: string, b: string, gap: string) => string;
  readonly row: (i: number) => string;
  readonly brightness: string;
  readonly gap: string;
  readonly summary: (rows: readonly string[], columns: number, size: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: (n) => `${n}幅图像，颜色越浓的像素值越近1`,
    alike: (a, b) => `${b}都像各自的${a}`,
    smoother: (a, b) => `${b}留住${a}的轮廓，细节淡了`,
    pair: (a, b, gap) => `${b}与${a}平均每个像素差${gap}`,
    row: (i) => `第${i}行`,
    brightness: "平均像素值",
    gap: "与第一行平均差",
    summary: (rows, columns, size) =>
      `${rows.length}行${columns}列图像，每幅${size}像素，像素值0到1，颜色越浓越大；从上到下：${rows.join("、")}。`,
  },
  en: {
    title: (n) => `${n} images, stronger where pixels are nearer 1`,
    alike: (a, b) => `${b}: each like its own of ${a}`,
    smoother: (a, b) => `${b} keep the shapes of ${a}, and lose detail`,
    pair: (a, b, gap) => `${b} differ from ${a} by ${gap} a pixel on average`,
    row: (i) => `row ${i}`,
    brightness: "mean of pixels",
    gap: "mean difference from the first row",
    summary: (rows, columns, size) =>
      `${rows.length} rows of ${columns} images of ${size} pixels, from 0 to 1, stronger where larger; from the top: ${rows.join(", ")}.`,
  },
};

/** Shades of a pixel: finer ones are not told apart, and take more bytes. */
const shades = 24;

/**
 * Images in rows and columns: originals over their reconstructions, samples over the steps of a training.
 *
 * Pixels from 0 (the page's colour) to 1. Of two rows the title says whether the second keeps the
 * shapes and the detail of the first, where each image is twice as near to its own as to the others on average; else how
 * far they differ.
 *
 * @param images rows of images, each a flat list of pixels row by row from the top
 * @param options `rows` and `columns`, their names; `width` in pixels, `title`, `locale`
 * @throws TypeError for rows or images of different lengths, or pixels that make no rectangle; RangeError for a pixel
 *   outside [0, 1]
 *
 * @example
 * figures.imageGrid([[[0, 1, 1, 0]], [[0, 0.8, 1, 0]]], { rows: ["原图", "重构"] }).alt.includes("2行1列"); // true
 *
 * Source: D. P. Kingma and M. Welling, Auto-Encoding Variational Bayes (2013), arXiv:1312.6114, appendix A.
 */
export function imageGrid(images: readonly NumberRows[], options: ImageGridOptions = {}): Figure {
  const caller = "imageGrid";
  checkOptions(caller, options, {
    rows: list(text),
    columns: list(text),
    width: count(1, 1000),
    ...titleOptions,
  });
  const w = spoken(caller, words, options.locale);
  const given: readonly NumberRows[] = Array.isArray(images) ? images : [];
  const size = given[0]?.[0]?.length;
  const rows = given.map((row, i) => plainRows(caller, `images[${i}]`, row, size));
  const across = rows[0]?.length ?? 0;
  const width = options.width ?? Math.round(Math.sqrt(size ?? 0));
  const height = (size ?? 0) / width;
  const isEven = rows.every((row) => row.length === across);
  if (rows.length === 0 || !isEven || !Number.isInteger(height) || height < 1) {
    throw shapeError(
      caller,
      `images 应为几行一样多的图，每幅 ${width} 像素宽，例如 [[原图], [重构]]`,
      `images must be rows of as many images each, ${width} pixels wide, for example [[original], [reconstruction]]`,
    );
  }
  for (const [i, row] of rows.entries()) {
    for (const [j, image] of row.entries()) {
      const bad = image.findIndex((pixel) => !(pixel >= 0 && pixel <= 1));
      if (bad < 0) continue;
      throw valueError(
        caller,
        `images[${i}][${j}][${bad}] 是 ${image[bad]}，像素值应在 0 与 1 之间`,
        `images[${i}][${j}][${bad}] is ${image[bad]}; give pixels from 0 to 1`,
      );
    }
  }
  checkNames(caller, "rows", options.rows, rows.length);
  checkNames(caller, "columns", options.columns, across);
  const names = options.rows ?? rows.map((_, i) => w.row(i + 1));
  // A pixel's width between images.
  const [wide, tall] = [across * (width + 1) - 1, rows.length * (height + 1) - 1];
  const z = Array.from({ length: tall }, (_, y) =>
    Array.from({ length: wide }, (_, x) => {
      const [i, top] = [Math.floor(y / (height + 1)), y % (height + 1)];
      const [j, left] = [Math.floor(x / (width + 1)), x % (width + 1)];
      const isBetween = top === height || left === width;
      return isBetween ? null : Math.round(shades * rows[i][j][top * width + left]);
    }),
  );
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const gapOf = (i: number): number => pixelGap(rows[0], rows[i]);
  const middle = (i: number, long: number): number => i * (long + 1) + (long - 1) / 2;
  const isPair = rows.length === 2 && options.rows !== undefined;
  const gap = isPair ? w.pair(names[0], names[1], numberText(gapOf(1), 2)) : undefined;
  const point = gap && pointOf(w, names, likeness(rows[0], rows[1], width));
  const title = options.title ?? point ?? gap ?? w.title(rows.length * across);
  return new Figure({
    data: [
      {
        type: "heatmap",
        z,
        zmin: 0,
        zmax: shades,
        colorscale: [
          [0, colors.paper],
          [1, colors.text],
        ],
        showscale: false,
        hoverinfo: "skip",
      },
    ],
    layout: baseLayout(title, {
      height: Math.max(220, Math.min(700, 120 + (540 * tall) / wide)),
      margin: { l: 28 + Math.max(...names.map(letters)), r: 24, t: 72, b: 40 },
      xaxis: axis("", {
        range: [-0.5, wide - 0.5],
        showgrid: false,
        zeroline: false,
        tickvals: options.columns?.map((_, j) => middle(j, width)) ?? [],
        ticktext: options.columns ?? [],
      }),
      yaxis: axis("", {
        range: [tall - 0.5, -0.5],
        // It would keep room for a title: on a phone that is the images'.
        automargin: false,
        scaleanchor: "x",
        constrain: "domain",
        showgrid: false,
        zeroline: false,
        tickvals: names.map((_, i) => middle(i, height)),
        ticktext: names.map((name) => `${name}  `),
      }),
    }),
    ...(gap && point ? { readout: { title: point, text: gap } } : {}),
    alt: w.summary(names, across, `${width}×${height}`),
    table: {
      columns: ["", w.brightness, w.gap],
      rows: names.map((name, i) => [
        name,
        numberText(mean(rows[i].flat()), 3),
        numberText(gapOf(i), 3),
      ]),
    },
  });
}

/** Pixels that a name takes: a Chinese character is a square. */
const letters = (name: string): number =>
  [...name].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 14 : 8), 0);

function pointOf(
  w: Words,
  [above, below]: readonly string[],
  { isKept, isSmoother }: Likeness,
): string | undefined {
  if (!isKept) return undefined;
  return (isSmoother ? w.smoother : w.alike)(above, below);
}

function checkNames(
  caller: string,
  option: string,
  names: readonly string[] | undefined,
  count: number,
): void {
  if (names === undefined || names.length === count) return;
  throw shapeError(
    caller,
    `${option} 有 ${names.length} 个名字，应有 ${count} 个`,
    `${option} has ${names.length} names; give ${count}`,
  );
}
