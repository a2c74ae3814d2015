import { bitmapOf } from "../../notebook/bitmap";
import type { DisplayData } from "../../notebook/nbformat";
import type { PageContext } from "../page-context";
import type { OutputFigure } from "./figure-reader";
import { handoutFigureHtml, type StaticPicture } from "./handout-figure-html";
import { sanitizePicture } from "./sanitize-picture";

function stillOf(
  { data }: DisplayData,
  figure: OutputFigure,
  context: PageContext,
): StaticPicture | undefined {
  const drawn = context.picture(figure);
  const svg = drawn && sanitizePicture(context.sanitize, drawn.svg);
  if (svg) return { kind: "svg", svg };
  const stored = bitmapOf(data, ["image/png"]);
  return stored ? { kind: "bitmap", address: stored } : undefined;
}

/** A figure of Plotly's; undefined where the output is none. */
export function plotHtml(output: DisplayData, context: PageContext): string | undefined {
  const figure = context.figureOf(output);
  if (!figure) return undefined;
  const { model } = figure;
  if (!model) return '<p class="note">这幅图的数据有误，无法显示。</p>';
  const isStill = context.isStill(figure);
  if (isStill)
    context.notes.push("图太大或画不出来，不动 / a figure cannot be drawn in time and stays still");
  context.figures.push(model);
  const still = stillOf(output, figure, context);
  const number = context.figureNumbers.get(output) ?? context.figures.length;
  return handoutFigureHtml(model, {
    number,
    picture: still,
    packed: context.packedFigures,
    looks: context.looks,
    cannotBeDrawn: isStill,
  });
}
