import { escapeHtml } from "../../words/escape-html";
import { typesetHtml } from "../text/html-math";
import type { MathRenderer } from "../text/math-renderer";

/** A single formula in its delimiters, which hold no other. */
const alone = [
  /^\$\$((?:\\[\s\S]|[^\\$])+)\$\$$/,
  /^\$((?:\\[\s\S]|[^\\$])+)\$$/,
  /^\\\[((?:(?!\\\])[\s\S])+)\\\]$/,
  /^\\\(((?:(?!\\\))[\s\S])+)\\\)$/,
];

/**
 * LaTeX that a cell put out: a formula, or words with formulas among them as JupyterLab shows them.
 *
 * @returns undefined for what is a document's: tables, lists, floats
 */
export function latexHtml(latex: string, math: MathRenderer): string | undefined {
  const tex = latex.trim();
  if (
    tex === "" ||
    /\\begin\s*\{(?:tabular|longtable|table|figure|itemize|enumerate|document|verbatim)/.test(tex)
  )
    return undefined;
  const inside = alone.map((form) => form.exec(tex)?.[1]).find((found) => found !== undefined);
  const hasMarks = /(?<!\\)\$|\\\(|\\\[/.test(tex);
  const isBare = !hasMarks && (/^\\begin\s*\{/.test(tex) || /[\\^_=]/.test(tex));
  if (inside !== undefined || isBare)
    return `<div class="display">${math(inside ?? tex, true)}</div>`;
  const words = typesetHtml(escapeHtml(tex), math, { dollars: true })
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph}</p>`);
  return `<div class="rich">${words.join("\n")}</div>`;
}
