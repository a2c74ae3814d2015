import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { environment } from "./html-math";
import { keepPunctuation, neighboursOf, withNeighbours } from "./math-punctuation";
import type { MathRenderer } from "./math-renderer";
import { isSpacedMath } from "./spaced-math";

const isSpace = (character: string | undefined): boolean =>
  character === undefined || /\s/.test(character);

/** `$…$`, and `$$…$$` within a paragraph: no digit after them, and no space inside unless it can only be a formula. */
function inlineMath(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== "$") return false;
  const mark = src.startsWith("$$", pos) ? "$$" : "$";
  const start = pos + mark.length;
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
  const isSpaced = isSpace(src[start]) || isSpace(src[end - 1]);
  if (mark === "$" && (/\d/.test(after ?? "") || (isSpaced && !isSpacedMath(tex)))) return false;
  if (!silent) {
    const token = state.push("math_inline", "math", 0);
    token.content = tex;
    token.markup = mark;
  }
  state.pos = end + mark.length;
  return true;
}

const environments = new RegExp(`^\\\\begin\\{(${environment})\\}`);

/** `\\(…\\)` and `\\[…\\]` as Jupyter has them, an environment within a line, and references outside formulas. */
function otherMath(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== "\\") return false;
  const rest = src.slice(pos, posMax);
  const [whole, tex, isDisplay] = otherFormula(rest) ?? [];
  if (whole === undefined || tex === undefined || tex.trim() === "") return false;
  if (!silent) {
    const token = state.push("math_inline", "math", 0);
    token.content = tex;
    token.markup = isDisplay ? "$$" : "$";
  }
  state.pos = pos + whole.length;
  return true;
}

function otherFormula(rest: string): [whole: string, tex: string, isDisplay: boolean] | undefined {
  const name = environments.exec(rest)?.[1];
  if (name !== undefined) {
    const closing = `\\end{${name}}`;
    const end = rest.indexOf(closing);
    const whole = rest.slice(0, end + closing.length);
    return end < 0 ? undefined : [whole, whole, true];
  }
  const reference = /^\\(?:eq)?ref\{[^{}\n]+\}/.exec(rest);
  if (reference) return [reference[0], reference[0], false];
  const round = /^\\\\\(([\s\S]+?)\\\\\)/.exec(rest);
  if (round) return [round[0], round[1], false];
  const square = /^\\\\\[([\s\S]+?)\\\\\]/.exec(rest);
  return square ? [square[0], square[1], true] : undefined;
}

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

/**
 * Formulas in Markdown.
 *
 * @param seal what stands for a formula until the cell is sanitised
 */
export function markdownMath(
  md: MarkdownIt,
  render: MathRenderer,
  seal: (html: string, env: unknown) => string,
): void {
  md.inline.ruler.before("escape", "math_inline", inlineMath);
  md.inline.ruler.before("escape", "math_other", otherMath);
  md.block.ruler.after("blockquote", "math_block", blockMath, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  keepPunctuation(md);
  md.renderer.rules.math_inline = (tokens, index, _options, env) => {
    const { content, markup } = tokens[index];
    const html =
      markup === "$$"
        ? displayed("span", render(content, true))
        : withNeighbours(render(content, false), neighboursOf(tokens[index]));
    return seal(html, env);
  };
  md.renderer.rules.math_block = (tokens, index, _options, env) =>
    `${seal(displayed("div", render(tokens[index].content, true)), env)}\n`;
}

/** Nothing for what only defines. */
const displayed = (tag: string, html: string): string =>
  html === "" ? "" : `<${tag} class="display">${html}</${tag}>`;
