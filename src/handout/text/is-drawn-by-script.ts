import { replaceSpans, type Span } from "./replace-spans";

const script: Span = { opening: /<script\b[^>]{0,2000}>/gi, closing: () => /<\/script\s*>/gi };
const comment: Span = { opening: /<!--/g, closing: () => /-->/g };

/** An element with nothing in it but a name. */
const place =
  /<(div|span|p|section|figure)\b[^<>]{0,500}?\sid\s*=\s*["']?([\w:.-]{1,200})["']?[^<>]{0,500}>\s*<\/\1\s*>/gi;

/** Whether HTML leaves a place empty for a script of its own to draw in: no page without scripts shows what comes there. */
export function isDrawnByScript(html: string): boolean {
  const scripts: string[] = [];
  const bare = replaceSpans(
    replaceSpans(html, comment, () => ""),
    script,
    (whole, opened, inside) => {
      scripts.push(/\ssrc\s*=/i.test(opened[0]) ? whole : inside);
      return "";
    },
  );
  if (scripts.length === 0) return false;
  const isElsewhere = scripts.some((text) => /^<script\b[^>]*\ssrc\s*=/i.test(text));
  const names = [...bare.matchAll(place)].map(([, , name]) => name);
  return names.some((name) => isElsewhere || scripts.some((text) => text.includes(name)));
}
