import { displayedFormula } from "./displayed-formula";
import type { MathRenderer } from "./math-renderer";
import { replaceSpacedMath } from "./spaced-math";

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

/** Environments that stand for themselves, with no dollars around them. */
export const environment =
  "(?:align|aligned|gather|equation|alignat|cases|array|split|multline|flalign|eqnarray|[bpvBV]?matrix)\\*?";

const displayed = `\\$\\$([^$]+)\\$\\$|\\\\\\[([\\s\\S]+?)\\\\\\]|(\\\\begin\\{(?<name>${environment})\\}[\\s\\S]*?\\\\end\\{\\k<name>\\})`;
const inLine = "\\\\\\(([\\s\\S]+?)\\\\\\)";
const dollars = "(?<![\\\\$])\\$(?![\\s$])((?:\\\\[\\s\\S]|[^\\\\$])+?)(?<!\\s)\\$(?![\\d$])";

/** `$$…$$`, `\[…\]` or an environment displayed, `\(…\)` in the line; no tag inside. */
const formula = new RegExp(`${displayed}|${inLine}`, "g");
const formulaOrDollars = new RegExp(`${displayed}|${inLine}|${dollars}`, "g");

const unspaced = (_: string, inside: string): string => `$${inside.trim()}$`;

const opening = /\\[[(]|\\begin\{/g;
/** In one text without tags; each that never closes is looked for to the end. */
const mostFormulas = 2000;

/**
 * Sets the formulas in the text of HTML, as JupyterLab does when it shows one.
 *
 * @param html code in it is left alone
 * @param options `dollars`: `$…$` is a formula too; in outputs it is as often a price
 */
export function typesetHtml(
  html: string,
  math: MathRenderer,
  options: { readonly dollars?: boolean } = {},
): string {
  let codeDepth = 0;
  return html
    .split(/(<[^>]*>)/)
    .map((part) => {
      if (part.startsWith("<")) {
        if (/^<(pre|code)\b/i.test(part)) codeDepth++;
        if (/^<\/(pre|code)\b/i.test(part)) codeDepth--;
        return part;
      }
      if (codeDepth > 0 || (part.match(opening)?.length ?? 0) > mostFormulas) return part;
      const spaced = options.dollars ? replaceSpacedMath(part, unspaced) : part;
      return spaced.replace(options.dollars ? formulaOrDollars : formula, (_, ...groups) => {
        const [double, bracket, whole, , parenthesis, single] = groups as (string | undefined)[];
        const shown = double ?? bracket ?? whole;
        const inside = parenthesis ?? (options.dollars ? single : undefined) ?? "";
        return shown === undefined
          ? math(decoded(inside), false)
          : displayedFormula(decoded(shown), math);
      });
    })
    .join("");
}
