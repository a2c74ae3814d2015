import type { MarkdownIt, StateBlock, StateCore, Token } from "markdown-it";
import { type CalloutKind, calloutByName, calloutByWords } from "./callout-kinds";

const opening = /^(:{3,})\s*([a-z]+)(?:\s+(.*))?$/;

const lineText = (state: StateBlock, line: number): string =>
  state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]).trim();

function openToken(state: StateBlock, kind: CalloutKind, title: string): Token {
  const tag = kind.folds ? "details" : "div";
  const token = state.push("callout_open", tag, 1);
  token.block = true;
  token.attrSet("class", `callout ${kind.name}`);
  if (kind.folds === "open") token.attrSet("open", "");
  if (!kind.folds) token.attrSet("role", "note");
  const heading = state.push("callout_title_open", kind.folds ? "summary" : "p", 1);
  heading.attrSet("class", "callout-title");
  const inline = state.push("inline", "", 0);
  inline.content = title;
  inline.children = [];
  state.push("callout_title_close", kind.folds ? "summary" : "p", -1);
  return token;
}

/** `::: kind title` … `:::`; a longer fence holds shorter ones. A fence that never closes ends with its text. */
function container(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const [, fence, name, title] = opening.exec(lineText(state, startLine)) ?? [];
  const kind = name ? calloutByName(name) : undefined;
  if (!fence || !kind) return false;
  if (silent) return true;
  let depth = 0;
  let end = startLine + 1;
  for (; end < endLine; end += 1) {
    const text = lineText(state, end);
    if (opening.exec(text)?.[1] === fence) depth += 1;
    else if (/^:{3,}$/.test(text) && text.length === fence.length) {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  const { parentType, lineMax } = state;
  const token = openToken(state, kind, title?.trim() || kind.words[0]);
  token.map = [startLine, end];
  state.lineMax = end;
  state.md.block.tokenize(state, startLine + 1, end);
  state.push("callout_close", token.tag, -1).block = true;
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.line = end + 1;
  return true;
}

/** The bold words with which the first paragraph after `index` begins. */
function boldStart(tokens: readonly Token[], index: number): string | undefined {
  const inline = tokens[index + 2];
  if (tokens[index + 1]?.type !== "paragraph_open" || inline?.type !== "inline") return undefined;
  const children = (inline.children ?? []).filter(
    ({ type, content }) => type !== "text" || content !== "",
  );
  return children[0]?.type === "strong_open" ? children[1]?.content : undefined;
}

/** A quotation that begins with 勘误, 预测, 提示 … in bold is set as a callout; Jupyter shows it as a quotation. */
function quotations(state: StateCore): void {
  const open: { kind: CalloutKind | undefined }[] = [];
  state.tokens.forEach((token, index) => {
    if (token.type === "blockquote_open") {
      const kind = calloutByWords(boldStart(state.tokens, index) ?? "");
      open.push({ kind });
      if (!kind) return;
      token.tag = "div";
      token.attrSet("class", `callout ${kind.name}`);
      token.attrSet("role", "note");
    } else if (token.type === "blockquote_close" && open.pop()?.kind) token.tag = "div";
  });
}

/** Passages set apart: fenced, or quotations with a bold first word. */
export function markdownCallouts(md: MarkdownIt): void {
  md.block.ruler.before("fence", "callout", container, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  md.core.ruler.after("inline", "callout_quotation", quotations);
}
