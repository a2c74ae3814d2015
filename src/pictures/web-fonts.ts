import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { missingPackage } from "./peer";

/** A font file for some characters of a family. */
export interface FontFile {
  readonly family: string;
  readonly weight: 400 | 700;
  readonly file: string;
  /** As CSS writes it: U+4e00-4e1f,U+2016 */
  readonly unicodeRange: string;
}

/** The family that pictures are drawn with, on every machine. */
export const figureFamily = "Noto Sans SC";

// Noto Sans SC has no Greek; KaTeX's italic has the letters that name parameters.
const greek = { file: "KaTeX_Math-Italic.woff2", unicodeRange: "U+391-3c9,U+3d1,U+3d5,U+3f5" };

function covers(unicodeRange: string, codePoints: ReadonlySet<number>): boolean {
  const ranges = unicodeRange.split(",").map((range) => {
    const [first, last = first] = range.trim().slice(2).split("-");
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
  for (const codePoint of codePoints) {
    if (ranges.some(([first, last]) => codePoint >= first && codePoint <= last)) return true;
  }
  return false;
}

function folderOf(specifier: string, packageName: string): string {
  try {
    return dirname(require.resolve(specifier));
  } catch {
    throw missingPackage(packageName);
  }
}

function* facesOf(folder: string, weight: 400 | 700): Generator<FontFile> {
  const css = readFileSync(join(folder, `${weight}.css`), "utf8");
  for (const [, name, unicodeRange] of css.matchAll(
    /url\(\.\/files\/([\w.-]+\.woff2)\)[^;]*;\s*unicode-range:\s*([^;}]+)/g,
  )) {
    yield { family: figureFamily, weight, file: join(folder, "files", name), unicodeRange };
  }
}

/**
 * The font files that hold the characters of a text, in a fixed order.
 *
 * @param text the characters wanted
 * @param weights 400, and 700 where something is bold
 * @throws MissingToolError if @fontsource/noto-sans-sc is missing
 */
export function fontFilesFor(text: string, weights: readonly (400 | 700)[] = [400]): FontFile[] {
  const codePoints = new Set([...text].map((character) => character.codePointAt(0) ?? 0));
  const folder = folderOf("@fontsource/noto-sans-sc/400.css", "@fontsource/noto-sans-sc");
  const files = weights.flatMap((weight) => [...facesOf(folder, weight)]);
  const katexFile = join(folderOf("katex", "katex"), "fonts", greek.file);
  if (existsSync(katexFile)) {
    files.push({
      family: figureFamily,
      weight: 400,
      file: katexFile,
      unicodeRange: greek.unicodeRange,
    });
  }
  return files.filter(({ unicodeRange }) => covers(unicodeRange, codePoints));
}
