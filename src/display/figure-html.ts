import type { FigureJson } from "../page/explorer-markup";
import { scriptJson, writeFigure } from "../page/figure-markup";
import { figureScript } from "../page/figure-script";
import { contentId } from "./content-id";
import { type DataTable, tableHtml } from "./table-html";

export interface FigureHtmlParts {
  readonly caption: string;
  readonly alt: string;
  readonly table: DataTable;
  /** Plotly's JSON: data, layout, config, frames; with `explorer`, the figure has controls. */
  readonly plotly: FigureJson;
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
  const json = scriptJson(plotly);
  const id = contentId(json);
  return writeFigure({
    id,
    caption,
    alt,
    table: tableHtml(table.columns, table.rows),
    json,
    script: figureScript(id, plotly.explorer === undefined ? "figure" : "explorer"),
    image,
  });
}
