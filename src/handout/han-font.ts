import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, keepInCache } from "../pictures/cache-folder";

/** The family of the glyphs a page brings along; last in its lists, so that a system's own fonts come first. */
export const hanFamily = "klab Han";

/** Han, and the punctuation and full-width forms that go with them. */
const han =
  /[\u2014\u2016\u2018-\u201d\u2026\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]/g;
const unicodeRange =
  "U+2014,U+2016,U+2018-201D,U+2026,U+3000-303F,U+3400-4DBF,U+4E00-9FFF,U+F900-FAFF,U+FF00-FFEF";

const fontFile = "@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2";

/**
 * The style rule that lets a machine without Chinese fonts show the page: Noto Sans SC, cut down to the
 * characters of `html` (some 65 kB for 500 of them).
 *
 * @returns "" for a page without Chinese, and where subset-font or @fontsource/noto-sans-sc is not installed
 */
export async function hanFontRule(html: string): Promise<string> {
  const characters = [...new Set(html.match(han) ?? [])].sort().join("");
  if (characters === "") return "";
  const woff2 = await subset(characters);
  if (!woff2) return "";
  const source = `url(data:font/woff2;base64,${woff2.toString("base64")}) format("woff2")`;
  return `@font-face{font-family:"${hanFamily}";font-display:swap;src:${source};unicode-range:${unicodeRange}}\n`;
}

/** The page with a rule added at the head of its style. */
export function withStyleRule(html: string, rule: string): string {
  const at = html.indexOf("<style>") + "<style>".length;
  return html.slice(0, at) + rule + html.slice(at);
}

/** Cutting takes a second or two, so what was cut before is kept. */
async function subset(characters: string): Promise<Buffer | undefined> {
  const parts = installed();
  if (!parts) return undefined;
  const hash = createHash("sha256").update(parts.version).update("\0").update(characters);
  const folder = cacheFolder("fonts");
  const file = folder && join(folder, `${hash.digest("hex")}.woff2`);
  try {
    if (file) return readFileSync(file);
  } catch {
    // not cut yet
  }
  const { default: subsetFont } = await import("subset-font");
  const woff2 = await subsetFont(readFileSync(parts.font), characters, { targetFormat: "woff2" });
  if (file) keepInCache(file, woff2);
  return woff2;
}

function installed(): { readonly font: string; readonly version: string } | undefined {
  try {
    require.resolve("subset-font");
    const { version } = require("@fontsource/noto-sans-sc/package.json") as { version: string };
    return { font: require.resolve(fontFile), version };
  } catch {
    return undefined;
  }
}
