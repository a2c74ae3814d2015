import { escapeHtml } from "../words/escape-html";
import { type FigureJson, type PlotlyJson, plotlyOf } from "./explorer-markup";

/** The parts of a figure's markup in a notebook, as the page's scripts find them. */
export const figureParts = {
  /** Figures of one id that a script has not yet marked. */
  figures: (id: string, mark: string): string => `[data-klab-figure="${id}"]:not([${mark}])`,
  json: 'script[type="application/json"]',
  plot: "[data-klab-plot]",
  still: "[data-klab-still]",
  stillWords: "p[data-klab-still]",
  caption: "figcaption",
  /** What a page of many figures puts before a caption's words. */
  number: ".figure-number",
  table: "details table",
} as const;

export interface FigureMarkup {
  readonly id: string;
  readonly caption: string;
  readonly alt: string;
  /** HTML. */
  readonly table: string;
  /** As `scriptJson` writes it. */
  readonly json: string;
  /** Brings it to life. */
  readonly script: string;
  /** The still picture as a data URL, where there is one. */
  readonly image?: string;
}

/** JSON for a script element: "<" cannot end the element early, and is the same character to JSON. */
export const scriptJson = (
  value: object,
  replacer?: (key: string, member: unknown) => unknown,
): string => JSON.stringify(value, replacer).replace(/</g, "\\u003c");

/** A figure as HTML for a notebook's page: what stands for the picture, its words and numbers, its JSON, its script. */
export function writeFigure(figure: FigureMarkup): string {
  const { id, caption, alt, table, json, script, image } = figure;
  const still = image
    ? `<img data-klab-still alt="${escapeHtml(alt)}" src="${image}" width="640">`
    : `<p data-klab-still>${escapeHtml(alt)}</p>`;
  return [
    `<figure data-klab-figure="${id}" lang="zh-CN">`,
    "<div data-klab-plot></div>",
    still,
    `<figcaption>${escapeHtml(caption)}</figcaption>`,
    `<details><summary>数据表</summary>\n${table}\n</details>`,
    `<script type="application/json">${json}</script>`,
    `<script>${script}</script>`,
    "</figure>",
  ].join("\n");
}

const written =
  /^\s*<figure data-klab-figure="[^"]*"[\s\S]*?<script type="application\/json">([^<]*)<\/script>/;

/** The Plotly JSON that `writeFigure` put into HTML; undefined where the HTML is no figure of ours. */
export function readFigureMarkup(html: string): PlotlyJson | undefined {
  const json = written.exec(html)?.[1];
  if (json === undefined) return undefined;
  try {
    return plotlyOf(JSON.parse(json) as FigureJson);
  } catch {
    return undefined;
  }
}
