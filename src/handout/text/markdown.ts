import type { MarkdownIt, Token } from "markdown-it";
import { isBitmapAddress } from "../../notebook/bitmap";
import { escapeHtml } from "../../words/escape-html";
import type { HeadingList } from "./headings";
import type { CodeHighlighter } from "./highlight";
import { markdownCallouts } from "./markdown-callouts";
import { markdownMath } from "./markdown-math";
import type { MathRenderer } from "./math";

export interface MarkdownParts {
  readonly math: MathRenderer;
  readonly highlighter: CodeHighlighter;
  readonly headings: HeadingList;
  /** A picture beside the notebook as a data: address. */
  readonly asset: (path: string) => string | undefined;
  /** Where a link to a notebook leads in this handout. */
  readonly notebookLink: (href: string) => string;
}

/** What one cell brings with it: its attached pictures, as data: addresses. */
export interface MarkdownCell {
  readonly attachments: ReadonlyMap<string, string>;
}

/** `address` with its escapes read; as it is where they are no UTF-8. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The text of a heading, formulas as their source. */
const plainText = (tokens: readonly Token[]): string =>
  tokens.map((token) => (token.children ? plainText(token.children) : token.content)).join("");

function setHeadings(md: MarkdownIt, headings: HeadingList): void {
  md.renderer.rules.heading_open = (tokens, index, options, env) => {
    const inline = tokens[index + 1].children ?? [];
    const unlinked = inline.filter(({ type }) => type !== "link_open" && type !== "link_close");
    const level = headings.place(Number(tokens[index].tag.slice(1)));
    const html = md.renderer.renderInline(unlinked, options, env);
    const { id } = headings.add(level, html, plainText(inline));
    tokens[index].tag = `h${level}`;
    const closing = tokens.slice(index).find(({ type }) => type === "heading_close");
    if (closing) closing.tag = `h${level}`;
    return `<h${level} id="${escapeHtml(id)}">`;
  };
}

function setImages(md: MarkdownIt, asset: MarkdownParts["asset"]): void {
  const isValid = md.validateLink.bind(md);
  md.validateLink = (url) => isValid(url) && !/^(?:data:(?!image\/)|blob:)/i.test(url);
  md.renderer.rules.image = (tokens, index, options, env) => {
    const source = String(tokens[index].attrGet("src") ?? "");
    const alt = escapeHtml(
      md.renderer.renderInlineAsText(tokens[index].children ?? [], options, env),
    );
    let address: string | undefined;
    if (isBitmapAddress(source)) address = source;
    else if (source.startsWith("attachment:"))
      address = (env as unknown as MarkdownCell).attachments.get(
        decoded(source.slice("attachment:".length)),
      );
    else if (!/^[a-z][a-z\d+.-]*:|^\/\//i.test(source)) address = asset(decoded(source));
    if (address) return `<img src="${escapeHtml(address)}" alt="${alt}">`;
    // The page opens without a network: a picture that lies elsewhere stays a link.
    return /^https?:/i.test(source)
      ? `<a href="${escapeHtml(source)}" rel="noopener noreferrer">${alt || escapeHtml(source)}</a>`
      : `<span class="missing">［${alt || "图"}］</span>`;
  };
}

/** Emphasis dots under Chinese, italics for what has an italic. */
function setEmphasis(md: MarkdownIt): void {
  md.renderer.rules.em_open = (tokens, index) => {
    const end = tokens.findIndex(({ type }, i) => i > index && type === "em_close");
    const isChinese = /\p{Script=Han}/u.test(plainText(tokens.slice(index, end)));
    return isChinese ? '<em class="dots">' : "<em>";
  };
}

function setLinks(md: MarkdownIt, notebookLink: MarkdownParts["notebookLink"]): void {
  md.renderer.rules.link_open = (tokens, index, options, _env, self) => {
    const href = String(tokens[index].attrGet("href") ?? "");
    if (/^https?:/i.test(href)) tokens[index].attrSet("rel", "noopener noreferrer");
    else tokens[index].attrSet("href", notebookLink(href));
    return self.renderToken(tokens, index, options);
  };
}

/** Sets up one page's Markdown. Raw HTML stays text. */
export function pageMarkdown(create: () => MarkdownIt, parts: MarkdownParts): MarkdownIt {
  const md = create();
  markdownMath(md, parts.math);
  markdownCallouts(md);
  setHeadings(md, parts.headings);
  setImages(md, parts.asset);
  setEmphasis(md);
  setLinks(md, parts.notebookLink);
  md.renderer.rules.fence = (tokens, index) => {
    const language = tokens[index].info.trim().split(/\s+/)[0] ?? "";
    return `<pre class="listing"><code>${parts.highlighter.html(tokens[index].content.replace(/\n$/, ""), language)}</code></pre>\n`;
  };
  md.renderer.rules.table_open = () => '<div class="table"><table>\n';
  md.renderer.rules.table_close = () => "</table></div>\n";
  return md;
}
