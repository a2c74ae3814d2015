import { plotlyMime } from "../../display/mime";
import { joinText, type MultilineText } from "../../notebook/nbformat";

const embedded =
  /^\s*<figure data-klab-figure="[^"]*"[\s\S]*?<script type="application\/json">([^<]*)<\/script>/;

/**
 * The Plotly JSON of an output, or what klab's own HTML holds of it: JupyterLab saves explorers as HTML only.
 *
 * @returns undefined where the output is no figure
 */
export function storedFigure(data: Readonly<Record<string, unknown>>): unknown {
  if (Object.hasOwn(data, plotlyMime)) return data[plotlyMime];
  const html = Object.hasOwn(data, "text/html") ? data["text/html"] : undefined;
  if (typeof html !== "string" && !Array.isArray(html)) return undefined;
  const json = embedded.exec(joinText(html as MultilineText))?.[1];
  if (json === undefined) return undefined;
  try {
    const { explorer, ...figure } = JSON.parse(json);
    const { layout } = figure;
    return explorer
      ? { ...figure, layout: { ...layout, meta: { ...layout?.meta, explorer } } }
      : figure;
  } catch {
    return undefined;
  }
}
