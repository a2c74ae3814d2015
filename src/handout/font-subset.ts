import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, keepInCache } from "../pictures/cache-folder";

/** Whether fonts can be cut down. */
export function canSubset(): boolean {
  try {
    require.resolve("subset-font");
    return true;
  } catch {
    return false;
  }
}

/**
 * A font with no glyphs but those of some characters, as woff2. Cutting takes a second or two, so what was cut before
 * is kept.
 */
export async function fontSubset(font: Buffer, characters: Iterable<string>): Promise<Buffer> {
  const sorted = [...new Set(characters)].sort().join("");
  const hash = createHash("sha256").update(font).update("\0").update(sorted).digest("hex");
  const folder = cacheFolder("fonts");
  const file = folder && join(folder, `${hash}.woff2`);
  try {
    if (file) return readFileSync(file);
  } catch {
    // not cut yet
  }
  const { default: subsetFont } = await import("subset-font");
  const woff2 = await subsetFont(font, sorted, { targetFormat: "woff2" });
  if (file) keepInCache(file, woff2);
  return woff2;
}
