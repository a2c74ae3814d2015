import type { MarkdownIt } from "markdown-it";
import { escapeHtml } from "../../words/escape-html";
import type { TermNotes } from "../course/term-notes";
import { bareAddresses } from "./bare-addresses";
import type { HeadingList } from "./heading-list";
import type { CodeHighlighter } from "./highlight";
import { typesetHtml } from "./html-math";
import { isMarkup } from "./is-markup";
import { liftMedia } from "./lift-media";
import { markdownCallouts } from "./markdown-callouts";
import { markdownHeadings, plainText, rawHeadings } from "./markdown-headings";
import { markdownMath } from "./markdown-math";
import { type MarkdownCell, type MarkdownRendering, renderingOf } from "./markdown-rendering";
import { markdownTerms } from "./markdown-terms";
import type { MathRenderer } from "./math-renderer";
import type { Sanitize } from "./output-options";
import { htmlPicture, missingPicture, pictureHtml } from "./picture-html";
import { pipesInMath } from "./pipes-in-math";
import { sanitizeMarkdown } from "./sanitize-markdown";
import { SealedHtml } from "./sealed-html";
import { taskLists } from "./task-lists";

export interface MarkdownParts {
  readonly math: MathRenderer;
  readonly highlighter: CodeHighlighter;
  readonly headings: HeadingList;
  /** A picture beside the notebook as a data: address. */
  readonly asset: (path: string) => string | undefined;
  /** Where a link to a notebook leads in this handout. */
  readonly notebookLink: (href: string) => string;
  readonly sanitize: Sanitize;
  /** The glossary, as far as the page has not explained it. */
  readonly terms: TermNotes;
  /** Hears of what a text holds and the page does not show. */
  readonly note: (text: string) => void;
}

/** Markdown of one page as HTML that is safe in it. */
export type PageMarkdown = (source: string, cell: MarkdownCell) => string;

function setImages(md: MarkdownIt, parts: MarkdownParts): void {
  const isValid = md.validateLink.bind(md);
  md.validateLink = (url) => isValid(url) && !/^(?:data:(?!image\/)|blob:)/i.test(url);
  md.renderer.rules.image = (tokens, index, options, env) => {
    const { attrGet } = { attrGet: (name: string) => tokens[index].attrGet(name) };
    const alt = md.renderer.renderInlineAsText(tokens[index].children ?? [], options, env);
    const title = attrGet("title");
    const picture = {
      source: String(attrGet("src") ?? ""),
      alt,
      ...(title ? { title: String(title) } : {}),
    };
    const { attachments, sealed } = renderingOf(env);
    return sealed.seal(pictureHtml(picture, placesOf(parts, attachments)));
  };
}

const placesOf = (
  { asset, sanitize, note }: MarkdownParts,
  attachments: ReadonlyMap<string, string>,
) => ({
  asset,
  sanitize,
  attachments,
  missing: (source: string) => note(missingPicture(source)),
});

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

/** HTML with its drawings as images, without what a page cannot hold; in `words`, what that was. */
function withoutMedia(
  html: string,
  sealed: SealedHtml,
  { sanitize, note }: Pick<MarkdownParts, "sanitize" | "note">,
): { readonly html: string; readonly words: string } {
  const lifted = liftMedia(html, sealed, sanitize);
  const missing = [...new Set(lifted.missing)];
  for (const word of missing) note(`不显示 / not shown: ${word.replace(/<[^>]*>/g, "")}`);
  if (/<script\b/i.test(html)) note("Markdown里的脚本不运行 / a script in Markdown is not run");
  const words =
    missing.length === 0
      ? ""
      : sealed.seal(`<span class="missing">［${missing.join("、")}］</span>`);
  return { html: lifted.html, words };
}

/** Within a line an element's tags come one by one: what they hold is known when the cell is whole. */
const media = /<(?:svg|iframe|object|embed|video|audio|canvas|math|script)\b/i;

/** HTML that an author wrote: checked when the cell is whole, its formulas set as Jupyter sets them. */
function setHtml(md: MarkdownIt, { math, sanitize, note, headings }: MarkdownParts): void {
  md.renderer.rules.html_inline = (tokens, index) => {
    const { content } = tokens[index];
    return isMarkup(content) ? content : escapeHtml(content);
  };
  md.renderer.rules.html_block = (tokens, index, _options, env) => {
    const { content } = tokens[index];
    if (!isMarkup(content)) return `<p>${escapeHtml(content)}</p>`;
    const { sealed } = renderingOf(env);
    const { html, words } = withoutMedia(content, sealed, { sanitize, note });
    const set: MathRenderer = (tex, isDisplay) => sealed.seal(math(tex, isDisplay));
    return rawHeadings(typesetHtml(html, set, { dollars: true }), env, headings) + words;
  };
}

/** Sets up one page's Markdown. Its HTML is sanitised as outputs are, comments are dropped. */
export function pageMarkdown(create: () => MarkdownIt, parts: MarkdownParts): PageMarkdown {
  const md = create();
  markdownMath(md, parts.math, (html, env) => renderingOf(env).sealed.seal(html));
  pipesInMath(md);
  bareAddresses(md);
  taskLists(md);
  markdownCallouts(md);
  markdownTerms(
    md,
    parts.terms,
    (html, env) => renderingOf(env).sealed.seal(html),
    parts.notebookLink,
  );
  markdownHeadings(md, parts.headings);
  setImages(md, parts);
  setEmphasis(md);
  setLinks(md, parts.notebookLink);
  setHtml(md, parts);
  md.renderer.rules.fence = (tokens, index, _options, env) => {
    const language = tokens[index].info.trim().split(/\s+/)[0] ?? "";
    const code = parts.highlighter.html(tokens[index].content.replace(/\n$/, ""), language);
    return `${renderingOf(env).sealed.seal(`<pre class="listing">${code}</pre>`)}\n`;
  };
  md.renderer.rules.table_open = () => '<div class="table"><table>\n';
  md.renderer.rules.table_close = () => "</table></div>\n";
  return (source, cell) => {
    const sealed = new SealedHtml(source);
    const { sanitize, notebookLink } = parts;
    const picture = (attributes: Readonly<Record<string, string>>): string =>
      sealed.seal(htmlPicture(attributes, placesOf(parts, cell.attachments)));
    const markup = { sanitize, own: sealed.own, notebookLink, picture };
    const finish = (html: string): string => sealed.open(sanitizeMarkdown(html, markup));
    const env: MarkdownRendering = { ...cell, sealed, finish };
    const { length } = parts.headings.entries;
    const rendered = md.render(source, env as unknown as Record<string, unknown>);
    const { html, words } = media.test(rendered)
      ? withoutMedia(rendered, sealed, parts)
      : { html: rendered, words: "" };
    const whole = finish(html + words);
    parts.headings.keepShown(length, whole);
    return whole;
  };
}
