import { plotlyMime } from "../../display/mime";
import { textOf } from "../../notebook/text-of";
import { readFigureMarkup } from "../../page/figure-markup";

/**
 * The Plotly JSON of an output, or what klab's own HTML holds of it: JupyterLab saves explorers as HTML only.
 *
 * @returns undefined where the output is no figure
 */
export function storedFigure(data: Readonly<Record<string, unknown>>): unknown {
  if (Object.hasOwn(data, plotlyMime)) return data[plotlyMime];
  const html = textOf(data, "text/html");
  return html === undefined ? undefined : readFigureMarkup(html);
}
