import { embeddedJson, type FigureModel } from "../../page/figure-model";
import { renumberIds } from "../../pictures/renumber-ids";
import { escapeHtml } from "../../words/escape-html";
import { dataTableHtml } from "./data-table-html";

/** What stands for a figure where no script runs. */
export type StaticPicture =
  | { readonly kind: "svg"; readonly svg: string }
  | { readonly kind: "bitmap"; readonly address: string };

/** A picture's root: a name for readers, a size that scales. */
function labelled(svg: string, alt: string): string {
  return svg.replace(/^<svg\b/, `<svg role="img" aria-label="${escapeHtml(alt)}"`);
}

function pictureHtml(picture: StaticPicture, alt: string, prefix: string): string {
  const html =
    picture.kind === "svg"
      ? labelled(renumberIds(picture.svg, prefix), alt)
      : `<img src="${picture.address}" alt="${escapeHtml(alt)}">`;
  return `<div class="still">${html}</div>`;
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
  const { alt, table } = figure;
  const still = picture ? pictureHtml(picture, alt, `f${number}`) : "";
  const id = `figure-${number}`;
  const isStill = figure.needsNetwork || cannotBeDrawn || figure.tooMuch;
  const reason = figure.needsNetwork ? onMap : tooMuch;
  const note = isStill && !still ? `<p class="note">${reason}</p>` : "";
  const thinned = figure.thinned === undefined ? "" : `<p class="note cut">${figure.thinned}</p>`;
  return [
    `<figure class="plot" id="${id}"${isStill ? ' data-state="still"' : ""} data-label="${escapeHtml(alt)}">`,
    `<div class="card">${still}${note}</div>`,
    `<figcaption><span class="figure-number">图${number}</span>　${escapeHtml(alt)}</figcaption>`,
    ...(thinned ? [thinned] : []),
    table ? dataTableHtml(table) : "",
    ...(isStill ? [] : [`<script type="application/json">${embeddedJson(figure)}</script>`]),
    "</figure>",
  ].join("\n");
}
