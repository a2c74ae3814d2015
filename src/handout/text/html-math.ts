import type { MathRenderer } from "./math";

const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": "\u00a0",
  "&amp;": "&",
};

const decoded = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => entities[entity]);

/** `$$…$$` or `\[…\]` displayed, `\(…\)` in the line; no tag inside. */
const formula = /\$\$([^$]+)\$\$|\\\[([\s\S]+?)\\\]|\\\(([\s\S]+?)\\\)/g;

/**
 * Sets the formulas in the text of an HTML output, as JupyterLab does when it shows one.
 *
 * @param html sanitised; code is left alone
 */
export function typesetHtml(html: string, math: MathRenderer): string {
  let codeDepth = 0;
  return html
    .split(/(<[^>]*>)/)
    .map((part) => {
      if (part.startsWith("<")) {
        if (/^<(pre|code)\b/.test(part)) codeDepth++;
        if (/^<\/(pre|code)\b/.test(part)) codeDepth--;
        return part;
      }
      if (codeDepth > 0) return part;
      return part.replace(formula, (_, dollars?: string, display?: string, inline?: string) => {
        const shown = dollars ?? display;
        return shown === undefined
          ? math(decoded(inline ?? ""), false)
          : `<span class="display">${math(decoded(shown), true)}</span>`;
      });
    })
    .join("");
}
