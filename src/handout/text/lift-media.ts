import { escapeHtml } from "../../words/escape-html";
import type { Sanitize } from "./output-options";
import { pictureImage } from "./picture-image";
import { replaceSpans, type Span } from "./replace-spans";
import type { SealedHtml } from "./sealed-html";

const mediaWords: Readonly<Record<string, string>> = {
  iframe: "嵌入的网页",
  embed: "嵌入的网页",
  object: "嵌入的网页",
  video: "视频",
  audio: "音频",
  canvas: "画布",
  math: "MathML公式",
  svg: "画不出来的图",
};

const media =
  /<(iframe|object|video|audio|canvas|math)\b([^>]*)>[\s\S]*?(?:<\/\1\s*>|$)|<(embed)\b([^>]*)>/gi;
const drawing: Span = { opening: /<svg[\s>]/gi, closing: () => /<\/svg\s*>/gi };
const comment: Span = { opening: /<!--/g, closing: () => /-->/g };
const script: Span = { opening: /<script\b/gi, closing: () => /<\/script\s*>/gi };

const pageAddress = /\bsrc\s*=\s*["']?(https?:\/\/[^"'\s>]+)/i;

/** HTML with its drawings as images, and with what a page cannot hold taken out. */
export interface LiftedHtml {
  readonly html: string;
  /** What was taken out, as HTML: a word for each, and a link where it has an address. */
  readonly missing: readonly string[];
}

/**
 * Takes drawings and embedded media out of HTML that is not sanitised yet; the seals of the drawings stay in it.
 *
 * What is found may lie in an attribute or a comment: seals do not count there.
 */
export function liftMedia(html: string, sealed: SealedHtml, sanitize: Sanitize): LiftedHtml {
  const missing: string[] = [];
  // Scripts and comments hold markup as text.
  const nothing = (): string => "";
  const bare = replaceSpans(replaceSpans(html, comment, nothing), script, nothing);
  const lifted = replaceSpans(bare, drawing, (svg) => {
    const image = pictureImage(sanitize, svg);
    if (!image) {
      missing.push(mediaWords.svg);
      return "";
    }
    const [, width] = /^<svg\b[^>]*?\swidth\s*=\s*["']?(\d{1,4})(?:px)?["'\s>]/i.exec(svg) ?? [];
    const size = width === undefined ? "" : ` width="${width}"`;
    return sealed.seal(`<img src="${image.address}" alt=""${size}>`);
  }).replace(media, (_, name: string | undefined, attributes, embed, others) => {
    const word = mediaWords[(name ?? String(embed)).toLowerCase()];
    const address = pageAddress.exec(String(attributes ?? others))?.[1];
    const link = address
      ? `：<a href="${escapeHtml(address)}" rel="noopener noreferrer">${escapeHtml(address)}</a>`
      : "";
    missing.push(link ? `<span>${word}</span>${link}` : word);
    return "";
  });
  return { html: lifted, missing };
}

/** What is shown in the place of what was taken out. */
export const missingHtml = (missing: readonly string[]): string =>
  missing.length === 0
    ? ""
    : `<p class="note">讲义中不显示：${[...new Set(missing)].map((one) => `<span>${one}</span>`).join("、")}。</p>`;

/** Whether sanitised HTML leaves a reader anything to see. */
export const isVisible = (html: string): boolean =>
  /<(?:img|hr)\b/.test(html) ||
  html.replace(/<[^>]*>/g, "").replace(/&nbsp;|[\s\u00a0\u200b]+/g, "") !== "";
