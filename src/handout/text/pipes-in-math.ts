import type { MarkdownIt } from "markdown-it";
import { replaceSpacedMath } from "./spaced-math";

/** Stands for a pipe within a formula while tables are cut into cells. */
const stand = "\ue07c";

const formula =
  /(?<![\\$])\$\$(?![\s$])(?:\\[\s\S]|[^\\$\n])+?(?<!\s)\$\$(?!\$)|(?<![\\$])\$(?![\s$])(?:\\[\s\S]|[^\\$\n])*?(?<!\s)\$(?![\d$])|\\\\\((?:(?!\\\\\)).)*\\\\\)/g;

const hidden = (tex: string): string => tex.replaceAll("|", stand);

/** Formulas come before tables, as in Jupyter: a pipe inside `$…$`, `$$…$$` or `\\(…\\)` ends no cell, and `\|` stays a norm. */
export function pipesInMath(md: MarkdownIt): void {
  md.core.ruler.after("normalize", "hide_pipes", (state) => {
    if (!state.src.includes("|") || !/\$|\\\\\(/.test(state.src)) return;
    state.src = state.src
      .split("\n")
      .map((line) =>
        line.includes("|") && /\$|\\\\\(/.test(line)
          ? replaceSpacedMath(line.replace(formula, hidden), hidden)
          : line,
      )
      .join("\n");
  });
  md.core.ruler.after("block", "show_pipes", (state) => {
    for (const token of state.tokens) {
      if (token.content.includes(stand)) token.content = token.content.replaceAll(stand, "|");
      if (token.info.includes(stand)) token.info = token.info.replaceAll(stand, "|");
    }
  });
}
