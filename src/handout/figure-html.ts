import { escapeHtml } from "../notebook/mime";
import { dataTableHtml } from "./data-table";
import { embeddedJson, type FigureModel } from "./figure-model";
import { renumberIds } from "./svg-ids";

/** What stands for a figure where no script runs. */
export type StaticPicture =
  | { readonly kind: "svg"; readonly svg: string }
  | { readonly kind: "png"; readonly base64: string };

/** A picture's root: a name for readers, a size that scales. */
function labelled(svg: string, alt: string): string {
  return svg.replace(/^<svg\b/, `<svg role="img" aria-label="${escapeHtml(alt)}"`);
}

function pictureHtml(picture: StaticPicture, alt: string, prefix: string): string {
  const html =
    picture.kind === "svg"
      ? labelled(renumberIds(picture.svg, prefix), alt)
      : `<img src="data:image/png;base64,${picture.base64}" alt="${escapeHtml(alt)}">`;
  return `<div class="still">${html}</div>`;
}

/**
 * A figure: its picture, a caption that says what it shows, its numbers, and its JSON for the page's script.
 *
 * @param number counts the page's figures
 */
export function figureHtml(
  figure: FigureModel,
  number: number,
  picture: StaticPicture | undefined,
): string {
  const { alt, table } = figure;
  const still = picture ? pictureHtml(picture, alt, `f${number}`) : "";
  const id = `figure-${number}`;
  return [
    `<figure class="plot" id="${id}" data-label="${escapeHtml(alt)}">`,
    `<div class="card">${still}</div>`,
    `<figcaption>${escapeHtml(alt)}</figcaption>`,
    table ? dataTableHtml(table) : "",
    `<script type="application/json">${embeddedJson(figure)}</script>`,
    "</figure>",
  ].join("\n");
}
