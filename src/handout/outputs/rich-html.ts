import type { PageContext } from "../page-context";
import { cutNote, cutText } from "../text/cut-text";
import { typesetHtml } from "../text/html-math";
import { isVisible, liftMedia, missingHtml } from "../text/lift-media";
import { SealedHtml } from "../text/sealed-html";
import { sanitizeOutput } from "./sanitize-output";

/** HTML that is not pictures within it. */
const mostHtml = 2_000_000;

const embedded = /data:image\/[\w+.-]+;base64,[A-Za-z0-9+/=\s]+/g;

/** HTML that a cell put out, as far as a page shows it; undefined where nothing of it can be seen. */
export function richHtml(html: string, context: PageContext): string | undefined {
  const { sanitize, math, notes } = context;
  const bare = html.length > mostHtml ? html.replace(embedded, "data:,") : html;
  const cut = cutText(html, bare.length > mostHtml ? mostHtml : html.length);
  const sealed = new SealedHtml(cut.text);
  const { html: lifted, missing } = liftMedia(cut.text, sealed, sanitize);
  const safe = sanitizeOutput(sanitize, lifted).trim();
  if (!isVisible(safe)) return undefined;
  if (missing.length > 0) {
    notes.push(`不显示 / not shown: ${missing.join("、").replace(/<[^>]*>/g, "")}`);
  }
  const rich = sealed.open(typesetHtml(safe, math));
  return `<div class="rich">${rich}</div>${missingHtml(missing)}${cutNote(cut)}`;
}
