import { explorerLoader } from "../page/explorer-loader";
import { plotlyLoader } from "../page/plotly-loader";
import { escapeHtml } from "../words/escape-html";
import { contentId } from "./content-id";
import { tableHtml } from "./table-html";

export interface FigureHtmlParts {
  readonly caption: string;
  readonly alt: string;
  readonly table: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly (string | number)[])[];
  };
  /** Plotly's JSON: data, layout, config, frames; with `explorer`, the figure has controls. */
  readonly plotly: object;
  /** The still picture as a data URL, where there is one. */
  readonly image?: string;
}

/**
 * A figure for front ends that know HTML but not Plotly's JSON.
 *
 * Sanitised (an untrusted notebook) it is a picture or a sentence, a caption and a table; with scripts it
 * draws itself once plotly is found. The library is never in the output.
 */
export function figureHtml({ caption, alt, table, plotly, image }: FigureHtmlParts): string {
  // "<" cannot end the script element early, and is the same character to JSON.
  const json = JSON.stringify(plotly).replace(/</g, "\\u003c");
  const id = contentId(json);
  const still = image
    ? `<img data-klab-still alt="${escapeHtml(alt)}" src="${image}" width="640">`
    : `<p data-klab-still>${escapeHtml(alt)}</p>`;
  return [
    `<figure data-klab-figure="${id}" lang="zh-CN">`,
    "<div data-klab-plot></div>",
    still,
    `<figcaption>${escapeHtml(caption)}</figcaption>`,
    `<details><summary>数据表</summary>\n${tableHtml(table.columns, table.rows)}\n</details>`,
    `<script type="application/json">${json}</script>`,
    `<script>${"explorer" in plotly ? explorerLoader(id) : plotlyLoader(id)}</script>`,
    "</figure>",
  ].join("\n");
}
