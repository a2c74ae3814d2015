import type { SealedHtml } from "./sealed-html";

/** What one cell brings with it: its attached pictures, as data: addresses. */
export interface MarkdownCell {
  readonly attachments: ReadonlyMap<string, string>;
  /** Headings of an output are none of the page's. */
  readonly isOutput: boolean;
}

/** What rendering one cell hands from rule to rule. */
export interface MarkdownRendering extends MarkdownCell {
  readonly sealed: SealedHtml;
  /** Sanitises, and puts the sealed pieces back. */
  readonly finish: (html: string) => string;
}

export const renderingOf = (env: unknown): MarkdownRendering => env as MarkdownRendering;
