import { bitmapOf } from "../../notebook/bitmap";
import { type DisplayData, type ErrorOutput, joinText, type Output } from "../../notebook/nbformat";
import { textOf } from "../../notebook/text-of";
import { escapeHtml } from "../../words/escape-html";
import { isRecord } from "../../words/is-record";
import type { PageContext } from "../page-context";
import { cutNote, cutText } from "../text/cut-text";
import { isVisible } from "../text/lift-media";
import { sizeAttributes } from "../text/picture-html";
import { pictureImage } from "../text/picture-image";
import { latexHtml } from "./latex-html";
import { plotHtml } from "./plot-html";
import { isOnlyStyle, richHtml } from "./rich-html";
import { terminalHtml } from "./terminal-html";

/** The size that a kernel stored beside a picture; pictures for dense screens are shown at half theirs. */
function sizeOf({ metadata }: DisplayData, mimeType: string): string {
  const own = isRecord(metadata) ? (metadata[mimeType] ?? metadata) : undefined;
  return isRecord(own) ? sizeAttributes(own.width, own.height) : "";
}

const still = (address: string, alt: string | undefined, size: string): string =>
  `<div class="still"><img src="${address}" alt="${escapeHtml(alt ?? "图")}"${size}></div>`;

function pictureOutput(output: DisplayData, context: PageContext): string | undefined {
  const { data } = output;
  const alt = textOf(data, "text/plain")?.slice(0, 500);
  const svg = textOf(data, "image/svg+xml");
  const image = svg === undefined ? undefined : pictureImage(context.sanitize, svg);
  if (image) return still(image.address, alt, sizeOf(output, "image/svg+xml"));
  if (svg !== undefined) context.notes.push(noPicture);
  const bitmap = bitmapOf(data);
  return bitmap && still(bitmap, alt, sizeOf(output, bitmap.slice(5, bitmap.indexOf(";"))));
}

const noPicture = "SVG画不出来 / an SVG picture cannot be shown";
const nothing = "有一个输出是空的 / an output is empty";
const lost = '<p class="note">这个输出靠脚本、控件或嵌入的网页显示，讲义里不运行，只留下文字。</p>';
const gone = '<p class="note">这个输出靠脚本、控件或嵌入的网页显示，讲义里没有。</p>';

function textHtml(text: string): string {
  const cut = cutText(text);
  return `<pre class="text">${terminalHtml(cut.text)}</pre>${cutNote(cut)}`;
}

/** Python's, Ruby's and others' words for "an object": they tell a reader nothing. */
const isBareName = (text: string): boolean =>
  /^\s*#?<[\w.:]+(?: object)?(?:(?: at |:)0x[\da-f]+)?>\s*$/i.test(text);

/** A text without what quoting a string changes in it. */
const unquoted = (text: string): string => text.replace(/\\[nrt]|[\\"'\s]/g, "");

/** Kernels without a word for a script tell its source. */
function isItsScript({ data }: DisplayData, text: string): boolean {
  const script = textOf(data, "application/javascript");
  return script !== undefined && script.trim() !== "" && unquoted(text) === unquoted(script);
}

/** A value in the richest form that a page can show safely; where a richer one is lost, a note says so. */
function displayHtml(output: DisplayData, context: PageContext): string {
  const { data } = output;
  const plot = plotHtml(output, context);
  if (plot !== undefined) return plot;
  const html = textOf(data, "text/html");
  const rich = html === undefined ? undefined : richHtml(html, context);
  if (rich && !rich.isOnlyPlaces) return rich.html;
  const isStyle = html !== undefined && html.trim() !== "" && isOnlyStyle(html);
  const isLost =
    (html !== undefined && html.trim() !== "" && !isStyle) ||
    Object.hasOwn(data, "application/javascript");
  const text = textOf(data, "text/plain");
  const other = otherHtml(output, context);
  if (other !== undefined) return other;
  if (rich) return rich.html;
  if (isStyle) {
    context.notes.push("整页的样式表不用 / a style sheet for the whole page is not applied");
    return text === undefined || isBareName(text) ? "" : textHtml(text);
  }
  if (isLost) {
    context.notes.push(
      "HTML输出靠脚本或嵌入的网页显示，只留下文字 / an HTML output needs scripts or frames: its text is shown",
    );
    return text === undefined || isBareName(text) || isItsScript(output, text)
      ? gone
      : lost + textHtml(text);
  }
  if (html !== undefined && text !== undefined && isBareName(text)) return ""; // an empty HTML()
  if (text !== undefined) return textHtml(text);
  if (Object.hasOwn(data, "application/json"))
    return textHtml(JSON.stringify(data["application/json"], null, 2) ?? "");
  const types = Object.keys(data).map((name) => name.slice(0, 80));
  if (types.length === 0) {
    context.notes.push(nothing);
    return "";
  }
  context.notes.push(`格式无法显示 / format cannot be shown: ${types.join(", ")}`);
  return `<p class="note">这个输出的格式无法在讲义中显示：${escapeHtml(types.join("、"))}。</p>`;
}

/** Markdown, LaTeX or a picture, in the order in which JupyterLab takes them. */
function otherHtml(output: DisplayData, context: PageContext): string | undefined {
  const { data } = output;
  const markdown = textOf(data, "text/markdown");
  if (markdown?.trim()) {
    const cut = cutText(markdown);
    const env = { attachments: new Map<string, string>(), isOutput: true };
    const html = context.markdown(cut.text, env);
    if (isVisible(html)) return `<div class="rich">${html}</div>${cutNote(cut)}`;
  }
  const latex = textOf(data, "text/latex");
  const set = latex === undefined ? undefined : latexHtml(latex, context.math);
  return set ?? pictureOutput(output, context);
}

/** What an error says of itself, of which a file may lack either half, or hold something else than text. */
const headlineOf = ({ ename, evalue }: ErrorOutput): string =>
  [ename, evalue].filter((half) => typeof half === "string" && half !== "").join(": ");

/** One output as HTML. */
export function outputHtml(output: Output, context: PageContext): string {
  switch (output.output_type) {
    case "stream": {
      const whole = joinText(output.text).replace(/\n+$/, "");
      if (whole.trim() === "") return "";
      const html = textHtml(whole);
      return output.name === "stderr"
        ? `<div class="stderr"><p class="label">标准错误</p>${html}</div>`
        : html;
    }
    case "error": {
      const trace = joinText(output.traceback ?? []) === "" ? [] : output.traceback;
      const cut = cutText(trace.join("\n"));
      const shown = terminalHtml(cut.text).trim();
      const headline = escapeHtml(cutText(headlineOf(output)).text);
      return `<div class="error"><p class="label">出错</p><pre class="text">${shown || headline}</pre>${cutNote(cut)}</div>`;
    }
    case "display_data":
    case "execute_result":
      return displayHtml(output, context);
    default: {
      const { output_type: type } = output as { readonly output_type: string };
      context.notes.push(`不认识的输出 / unknown output: ${type.slice(0, 80)}`);
      return "";
    }
  }
}
