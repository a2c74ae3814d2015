import { bitmapOf } from "../../notebook/bitmap";
import { type DisplayData, joinText, type Output } from "../../notebook/nbformat";
import { textOf } from "../../notebook/text-of";
import { escapeHtml } from "../../words/escape-html";
import type { PageContext } from "../page-context";
import { typesetHtml } from "../text/html-math";
import type { OutputFigure } from "./figure-reader";
import { handoutFigureHtml, type StaticPicture } from "./handout-figure-html";
import { sanitizeOutput } from "./sanitize-output";
import { sanitizePicture } from "./sanitize-picture";
import { terminalHtml } from "./terminal-html";

type Bundle = Readonly<Record<string, unknown>>;

function stillOf(
  data: Bundle,
  figure: OutputFigure,
  context: PageContext,
): StaticPicture | undefined {
  const drawn = context.picture(figure);
  const svg = drawn && sanitizePicture(context.sanitize, drawn.svg);
  if (svg) return { kind: "svg", svg };
  const stored = bitmapOf(data, ["image/png"]);
  return stored ? { kind: "bitmap", address: stored } : undefined;
}

function plotHtml(output: DisplayData, context: PageContext): string | undefined {
  const figure = context.figureOf(output);
  if (!figure) return undefined;
  const { model } = figure;
  if (!model) return '<p class="note">这幅图的数据有误，无法显示。</p>';
  context.figures.push(model);
  return handoutFigureHtml(model, context.figures.length, stillOf(output.data, figure, context));
}

const unwrapped = (tex: string): string =>
  tex
    .trim()
    .replace(/^\$\$?([\s\S]*?)\$?\$$/, "$1")
    .replace(/^\\\[([\s\S]*)\\\]$/, "$1");

/** A value in the richest form that a page can show safely. */
function displayHtml(output: DisplayData, context: PageContext): string {
  const { data } = output;
  const plot = plotHtml(output, context);
  if (plot !== undefined) return plot;
  const html = textOf(data, "text/html");
  const safe = html === undefined ? "" : sanitizeOutput(context.sanitize, html).trim();
  if (safe) return `<div class="rich">${typesetHtml(safe, context.math)}</div>`;
  const markdown = textOf(data, "text/markdown");
  if (markdown !== undefined) {
    const env = { attachments: new Map<string, string>() };
    return `<div class="rich">${context.markdown.render(markdown, env)}</div>`;
  }
  const latex = textOf(data, "text/latex");
  if (latex !== undefined)
    return `<div class="display">${context.math(unwrapped(latex), true)}</div>`;
  const svg = textOf(data, "image/svg+xml");
  const picture = svg === undefined ? "" : sanitizePicture(context.sanitize, svg);
  const text = textOf(data, "text/plain");
  if (picture) {
    const alt = escapeHtml(text ?? "图");
    return `<div class="still">${picture.replace(/^<svg\b/, `<svg role="img" aria-label="${alt}"`)}</div>`;
  }
  const bitmap = bitmapOf(data);
  if (bitmap)
    return `<div class="still"><img src="${bitmap}" alt="${escapeHtml(text ?? "图")}"></div>`;
  if (text !== undefined) return `<pre class="text">${terminalHtml(text)}</pre>`;
  if (Object.hasOwn(data, "application/json"))
    return `<pre class="text">${escapeHtml(JSON.stringify(data["application/json"], null, 2))}</pre>`;
  return '<p class="note">这个输出的格式无法在讲义中显示。</p>';
}

/** One output as HTML. */
export function outputHtml(output: Output, context: PageContext): string {
  switch (output.output_type) {
    case "stream": {
      const text = terminalHtml(joinText(output.text).replace(/\n+$/, ""));
      if (text.trim() === "") return "";
      return output.name === "stderr"
        ? `<div class="stderr"><p class="label">标准错误</p><pre class="text">${text}</pre></div>`
        : `<pre class="text">${text}</pre>`;
    }
    case "error": {
      const trace = terminalHtml((output.traceback ?? []).join("\n")).trim();
      const headline = escapeHtml(`${output.ename}: ${output.evalue}`);
      return `<div class="error"><p class="label">出错</p><pre class="text">${trace || headline}</pre></div>`;
    }
    case "display_data":
    case "execute_result":
      return displayHtml(output, context);
    default:
      return "";
  }
}
