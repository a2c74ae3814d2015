import type { MarkdownIt, Token } from "markdown-it";
import { escapeHtml } from "../../words/escape-html";
import type { TermNote, TermNotes } from "../course/term-notes";

const type = "glossary_term";

/** Explains the terms of the glossary where they come first: in running text, in no heading, link or bold word. */
export function markdownTerms(
  md: MarkdownIt,
  terms: TermNotes,
  seal: (html: string, env: unknown) => string,
  notebookLink: (href: string) => string,
): void {
  md.core.ruler.after("linkify", type, ({ tokens, Token, env }) => {
    if ((env as { isOutput?: boolean }).isOutput) return;
    tokens.forEach((token, index) => {
      const isText = tokens[index - 1]?.type === "paragraph_open";
      if (token.type !== "inline" || !isText || !token.children) return;
      token.children = explained(token.children, terms, () => new Token(type, "", 0));
    });
  });
  md.renderer.rules[type] = (tokens, index, _options, env) => {
    const { term, text, see } = tokens[index].meta as unknown as TermNote;
    const link = see === undefined ? "" : ` href="${escapeHtml(notebookLink(see))}"`;
    const looks = `class="term" title="${escapeHtml(text)}"`;
    const name = see === undefined ? "dfn" : "a";
    return seal(`<${name} ${looks}${link}>${escapeHtml(term)}</${name}>`, env);
  };
}

function explained(children: readonly Token[], terms: TermNotes, make: () => Token): Token[] {
  let depth = 0;
  return children.flatMap((child) => {
    if (/^(?:link|strong)_/.test(child.type)) depth += child.nesting;
    if (child.type !== "text" || depth > 0) return [child];
    return terms.split(child.content).map((piece) => {
      if (typeof piece === "string")
        return Object.assign(make(), { type: "text", content: piece, level: child.level });
      return Object.assign(make(), { meta: piece, level: child.level });
    });
  });
}
