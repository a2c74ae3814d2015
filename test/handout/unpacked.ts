import { gunzipSync } from "node:zlib";
import { fromBase110 } from "../../src/words/base110";

/** What a page holds for its scripts: its attributes, and the text. */
export const payloadsOf = (page: string): [attributes: string, packed: string][] =>
  [...page.matchAll(/<script type="(?:text\/plain|application\/json)"([^>]*)>([^<]+)</g)]
    .map(([, attributes, text]): [string, string] => [attributes, text])
    .filter(([, text]) => !isJson(text));

/** Is read as it is. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A text with everything in it that is packed: base64, base110, gzip, JSON's and URLs' escapes. */
export function unpacked(text: string, depth = 3): string {
  if (depth === 0) return text;
  const inner = [...text.matchAll(/[A-Za-z0-9+/_-]{12,}={0,2}/g)].flatMap(([packed]) => {
    const bytes = Buffer.from(packed, "base64");
    const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    return [unpacked(plain.toString("utf8"), depth - 1)];
  });
  // The library, which is one of them, has templates of such elements.
  const isPage = text.startsWith("<!doctype html>");
  for (const [, packed] of isPage ? payloadsOf(text) : []) {
    inner.push(unpacked(gunzipSync(fromBase110(packed)).toString("utf8"), depth - 1));
  }
  const unescaped = text
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/(?:%[\da-f]{2})+/gi, (packed) => {
      try {
        return decodeURIComponent(packed);
      } catch {
        return packed;
      }
    });
  return [text, unescaped, ...inner].join("\n");
}
