import { embeddedJson, type FigureModel } from "../../page/figure-model";
import { figureRoom, isOurs } from "../../page/look/figure-room";
import { layoutTitle } from "../../page/look/layout-title";
import { renumberIds } from "../../pictures/renumber-ids";
import { escapeHtml } from "../../words/escape-html";
import { hanCharacters } from "../han-font";
import { compactPicture, type PictureLooks } from "./compact-picture";
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

interface PictureDress {
  readonly prefix: string;
  /** Whether its colours are ours, which have counterparts on a dark page. */
  readonly isThemed: boolean;
  readonly looks: PictureLooks;
}

/**
 * The picture; its caption says what it shows, so that its name is short.
 */
function pictureHtml(
  picture: StaticPicture,
  name: string,
  { prefix, isThemed, looks }: PictureDress,
): string {
  if (picture.kind === "bitmap") {
    return `<div class="still"><img src="${picture.address}" alt="${escapeHtml(name)}"></div>`;
  }
  const svg = labelled(renumberIds(compactPicture(picture.svg), prefix), name);
  return `<div class="still">${looks.named(isThemed ? themedPicture(svg) : svg)}</div>`;
}

/** Longer JSON than this is packed, with that of the page's other figures: it takes a sixth then. */
const longJson = 1000;

/** @param packed the JSON of the page that is packed: a line for each figure, named by its place */
const jsonHtml = (json: string, packed: string[]): string =>
  json.length > longJson
    ? `<script type="application/json" data-packed="${packed.push(json) - 1}"></script>`
    : `<script type="application/json">${json}</script>`;

/** What the packed JSON would hide from the search for the glyphs that the page has to bring. */
function lettersOf(json: string): string {
  const letters = json.length > longJson ? hanCharacters(json) : "";
  return letters && ` data-letters="${letters}"`;
}

const onMap = "这幅图画在地图上，地图要从网上取；讲义不连网，画不出来。";

const tooMuch = "这幅图太大，或不能按时画出来，所以没有画。";

export interface FigurePlace {
  /** Counts the page's figures. */
  readonly number: number;
  readonly picture: StaticPicture | undefined;
  /** The looks of the page's pictures. */
  readonly looks: PictureLooks;
  /** The JSON of the page's figures that is packed. */
  readonly packed: string[];
  /** It stays still, too: drawing it took too long, and would hold up the page. */
  readonly cannotBeDrawn: boolean;
}

/**
 * A figure: its picture, a caption that says what it shows, its numbers, and its JSON for the page's script.
 *
 * One that needs a map from the network stays as it is stored: Plotly does not get to see it.
 */
export function handoutFigureHtml(
  figure: FigureModel,
  { number, picture, looks, packed, cannotBeDrawn }: FigurePlace,
): string {
  const { alt, table, layout, explorer, frames } = figure;
  const isThemed = isOurs(layout);
  const still = picture
    ? pictureHtml(picture, layoutTitle(layout) || alt, { prefix: `f${number}`, isThemed, looks })
    : "";
  const id = `figure-${number}`;
  const isStill = figure.needsNetwork || cannotBeDrawn || figure.tooMuch;
  const json = isStill ? "" : embeddedJson(figure);
  const reason = figure.needsNetwork ? onMap : tooMuch;
  const note = isStill && !still ? `<p class="note">${reason}</p>` : "";
  const thinned = figure.thinned === undefined ? "" : `<p class="note cut">${figure.thinned}</p>`;
  return [
    // Named by its number: by its caption it would be read twice.
    `<figure class="plot${isThemed ? " themed" : ""}" id="${id}"${isStill ? ' data-state="still"' : ""} style="${figureRoom(layout)}" aria-label="图${number}"${lettersOf(json)}>`,
    `<div class="card">${still}${note}</div>`,
    ...(isStill || !frames?.length ? [] : ['<div class="playback"></div>']),
    ...(isStill || !explorer
      ? []
      : [`<div class="controls" style="${controlsRoom(explorer)}"></div>`]),
    `<figcaption><span class="figure-number">图${number}</span>　${escapeHtml(alt)}</figcaption>`,
    ...(thinned ? [thinned] : []),
    table ? dataTableHtml(table) : "",
    json && jsonHtml(json, packed),
    "</figure>",
  ].join("\n");
}
