import { readFileSync } from "node:fs";
import { canSubset, fontSubset } from "./font-subset";

/** The family of the glyphs a page brings along; last in its lists, so that a system's own fonts come first. */
export const hanFamily = "klab Han";

/** Han, and the punctuation and full-width forms that go with them. */
const han =
  /[\u2014\u2016\u2018-\u201d\u2026\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]/g;
const unicodeRange =
  "U+2014,U+2016,U+2018-201D,U+2026,U+3000-303F,U+3400-4DBF,U+4E00-9FFF,U+F900-FAFF,U+FF00-FFEF";

const fontFile = "@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2";

/** The characters of a text that a page brings glyphs for, each once. */
export const hanCharacters = (text: string): string =>
  [...new Set(text.match(han) ?? [])].sort().join("");

/**
 * The style rule that lets a machine without Chinese fonts show the page: Noto Sans SC, cut down to the
 * characters of `html` (some 65 kB for 500 of them).
 *
 * @param options `whole`: with every character that the font has, for pages that share it
 * @returns "" for a page without Chinese, and where subset-font or @fontsource/noto-sans-sc is not installed
 */
export async function hanFontRule(
  html: string,
  { whole = false }: { readonly whole?: boolean } = {},
): Promise<string> {
  const characters = hanCharacters(html);
  if (characters === "") return "";
  const font = installed();
  if (font === undefined) return "";
  const file = readFileSync(font);
  const woff2 = whole ? file : await fontSubset(file, characters);
  const source = `url(data:font/woff2;base64,${woff2.toString("base64")}) format("woff2")`;
  return `@font-face{font-family:"${hanFamily}";font-display:swap;src:${source};unicode-range:${unicodeRange}}\n`;
}

/** The page with a rule added at the head of its style. */
export function withStyleRule(html: string, rule: string): string {
  const at = html.indexOf("<style>") + "<style>".length;
  return html.slice(0, at) + rule + html.slice(at);
}

function installed(): string | undefined {
  try {
    return canSubset() ? require.resolve(fontFile) : undefined;
  } catch {
    return undefined;
  }
}
