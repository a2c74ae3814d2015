import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import type { MathRenderer } from "./math";
import { keepPunctuation, neighboursOf, withNeighbours } from "./math-punctuation";

const isSpace = (character: string | undefined): boolean =>
  character === undefined || /\s/.test(character);

/** `$…$`, and `$$…$$` within a paragraph. As in Jupyter: no space inside the dollars, no digit after them. */
function inlineMath(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== "$") return false;
  const mark = src.startsWith("$$", pos) ? "$$" : "$";
  const start = pos + mark.length;
  if (mark === "$" && isSpace(src[start])) return false;
  let end = start;
  for (; ; end += 1) {
    end = src.indexOf(mark, end);
    if (end < 0 || end >= posMax) return false;
    let slashes = 0;
    while (src[end - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 0) break;
  }
  const tex = src.slice(start, end);
  const after = src[end + mark.length];
  if (tex.trim() === "") return false;
  if (mark === "$" && (isSpace(src[end - 1]) || /\d/.test(after ?? ""))) return false;
  if (!silent) {
    const token = state.push("math_inline", "math", 0);
    token.content = tex;
    token.markup = mark;
  }
  state.pos = end + mark.length;
  return true;
}

const environments =
  /^\\begin\{((?:align|aligned|gather|equation|alignat|cases|array|split|multline)\*?)\}/;

/** `$$` … `$$` over lines, and bare `\begin{align}` … `\end{align}`. */
function blockMath(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (state.sCount[startLine] - state.blkIndent >= 4) return false;
  const lineAt = (line: number): string =>
    state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]).trim();
  const first = lineAt(startLine);
  const environment = environments.exec(first)?.[1];
  if (!environment && !first.startsWith("$$")) return false;
  const closing = environment ? `\\end{${environment}}` : "$$";
  const lines: string[] = [];
  let line = startLine;
  for (; ; line += 1) {
    if (line >= endLine) return false; // never closed: a paragraph
    if (line > startLine && state.sCount[line] < state.blkIndent) return false;
    let text = lineAt(line);
    if (line === startLine && !environment) text = text.slice(2);
    const isLast = text.endsWith(closing);
    lines.push(isLast && !environment ? text.slice(0, -2) : text);
    if (isLast) break;
    if (text.includes(closing)) return false; // text after the end: inline
  }
  if (silent) return true;
  const token = state.push("math_block", "math", 0);
  token.block = true;
  token.content = lines.join("\n");
  token.map = [startLine, line + 1];
  state.line = line + 1;
  return true;
}

/** Formulas in Markdown. */
export function markdownMath(md: MarkdownIt, render: MathRenderer): void {
  md.inline.ruler.before("escape", "math_inline", inlineMath);
  md.block.ruler.after("blockquote", "math_block", blockMath, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  keepPunctuation(md);
  md.renderer.rules.math_inline = (tokens, index) =>
    tokens[index].markup === "$$"
      ? `<span class="display">${render(tokens[index].content, true)}</span>`
      : withNeighbours(render(tokens[index].content, false), neighboursOf(tokens[index]));
  md.renderer.rules.math_block = (tokens, index) =>
    `<div class="display">${render(tokens[index].content, true)}</div>\n`;
}
