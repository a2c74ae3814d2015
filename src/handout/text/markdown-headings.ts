import type { MarkdownIt, Token } from "markdown-it";
import { escapeHtml } from "../../words/escape-html";
import type { HeadingList } from "./heading-list";
import { renderingOf } from "./markdown-rendering";
import { replaceSpans, type Span } from "./replace-spans";
import type { SealedHtml } from "./sealed-html";

/** The text of a heading, formulas as their source. */
export const plainText = (tokens: readonly Token[]): string =>
  tokens
    .filter(({ type }) => type !== "html_inline")
    .map((token) => (token.children ? plainText(token.children) : token.content))
    .join("");

/** Has the headings of a page's Markdown numbered, linked and kept. */
export function markdownHeadings(md: MarkdownIt, headings: HeadingList): void {
  md.renderer.rules.heading_open = (tokens, index, options, env) => {
    const { sealed, finish, isOutput } = renderingOf(env);
    const inline = tokens[index + 1].children ?? [];
    const closing = tokens.slice(index).find(({ type }) => type === "heading_close");
    if (isOutput) {
      if (closing) closing.tag = "p";
      return '<p class="klab-heading">';
    }
    const unlinked = inline.filter(({ type }) => type !== "link_open" && type !== "link_close");
    const level = headings.place(Number(tokens[index].tag.slice(1)));
    const html = finish(md.renderer.renderInline(unlinked, options, env));
    const text = plainText(inline);
    const { id } = headings.add(level, html, text);
    tokens[index].tag = `h${level}`;
    if (closing) closing.tag = `h${level}`;
    return `${anchorOf(text, sealed)}<h${level} id="${escapeHtml(id)}" data-own="${sealed.own}">`;
  };
}

const rawHeading: Span = {
  opening: /<h([1-6])\b([^<>]*)>/gi,
  closing: ([, level]) => new RegExp(`</h${level}\\s*>`, "gi"),
};

/** Headings that are written as HTML are the page's as well: many a notebook has its title so. */
export function rawHeadings(html: string, env: unknown, headings: HeadingList): string {
  const { sealed, finish, isOutput } = renderingOf(env);
  if (isOutput) return html;
  return replaceSpans(html, rawHeading, (whole, [, written, attributes], inside) => {
    if (/\shidden\b|display\s*:\s*none/i.test(attributes)) return whole;
    const shown = finish(inside).replace(/<\/?a\b[^>]*>/g, "");
    const text = plainHtml(shown);
    if (text === "") return inside;
    const level = headings.place(Number(written));
    const { id } = headings.add(level, shown, text);
    const looks = attributes.replace(/\b(?:id|data-own)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*)/gi, "");
    const own = `id="${escapeHtml(id)}" data-own="${sealed.own}"`;
    return `${anchorOf(text, sealed)}<h${level} ${own} ${looks}>${inside}</h${level}>`;
  });
}

const plainHtml = (html: string): string =>
  html
    .replace(/<span class="katex-mathml">[\s\S]*?<\/math><\/span>|<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .trim();

/** The anchor as Jupyter makes it; a name, unlike an id, is no name of the window's. */
const anchorOf = (text: string, sealed: SealedHtml): string =>
  sealed.seal(`<a name="${escapeHtml(text.trim().replace(/ /g, "-"))}"></a>`);
