import { embeddedJson, type FigureModel } from "../../page/figure-model";
import { figureRoom, isOurs } from "../../page/look/figure-room";
import { layoutTitle } from "../../page/look/layout-title";
import { renumberIds } from "../../pictures/renumber-ids";
import { escapeHtml } from "../../words/escape-html";
import { controlsRoom } from "./controls-room";
import { dataTableHtml } from "./data-table-html";
import { themedPicture } from "./themed-picture";

/** What stands for a figure where no script runs. */
export type StaticPicture =
  | { readonly kind: "svg"; readonly svg: string }
  | { readonly kind: "bitmap"; readonly address: string };

/** A picture's root: a name for readers, a size that scales. */
function labelled(svg: string, name: string): string {
  return svg.replace(/^<svg\b/, `<svg role="img" aria-label="${escapeHtml(name)}"`);
}

/**
 * The picture; its caption says what it shows, so that its name is short.
 *
 * @param isThemed whether its colours are ours, which have counterparts on a dark page
 */
function pictureHtml(
  picture: StaticPicture,
  name: string,
  prefix: string,
  isThemed: boolean,
): string {
  if (picture.kind === "bitmap") {
    return `<div class="still"><img src="${picture.address}" alt="${escapeHtml(name)}"></div>`;
  }
  const svg = labelled(renumberIds(picture.svg, prefix), name);
  return `<div class="still">${isThemed ? themedPicture(svg) : svg}</div>`;
}

const onMap = "这幅图画在地图上，地图要从网上取；讲义不连网，画不出来。";

const tooMuch = "这幅图太大，或不能按时画出来，所以没有画。";

/**
 * A figure: its picture, a caption that says what it shows, its numbers, and its JSON for the page's script.
 *
 * One that needs a map from the network stays as it is stored: Plotly does not get to see it.
 *
 * @param cannotBeDrawn also stays still: drawing it took too long, and would hold up the page
 * @param number counts the page's figures
 */
export function handoutFigureHtml(
  figure: FigureModel,
  number: number,
  picture: StaticPicture | undefined,
  cannotBeDrawn = false,
): string {
  const { alt, table, layout, explorer, frames } = figure;
  const isThemed = isOurs(layout);
  const still = picture
    ? pictureHtml(picture, layoutTitle(layout) || alt, `f${number}`, isThemed)
    : "";
  const id = `figure-${number}`;
  const isStill = figure.needsNetwork || cannotBeDrawn || figure.tooMuch;
  const reason = figure.needsNetwork ? onMap : tooMuch;
  const note = isStill && !still ? `<p class="note">${reason}</p>` : "";
  const thinned = figure.thinned === undefined ? "" : `<p class="note cut">${figure.thinned}</p>`;
  return [
    `<figure class="plot${isThemed ? " themed" : ""}" id="${id}"${isStill ? ' data-state="still"' : ""} style="${figureRoom(layout)}">`,
    `<div class="card">${still}${note}</div>`,
    ...(isStill || !frames?.length ? [] : ['<div class="playback"></div>']),
    ...(isStill || !explorer
      ? []
      : [`<div class="controls" style="${controlsRoom(explorer)}"></div>`]),
    `<figcaption><span class="figure-number">图${number}</span>　${escapeHtml(alt)}</figcaption>`,
    ...(thinned ? [thinned] : []),
    table ? dataTableHtml(table) : "",
    ...(isStill ? [] : [`<script type="application/json">${embeddedJson(figure)}</script>`]),
    "</figure>",
  ].join("\n");
}
