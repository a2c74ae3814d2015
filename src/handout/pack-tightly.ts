import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, keepInCache } from "../pictures/cache-folder";
import { peer } from "../pictures/peer";
import { toBase110 } from "../words/base110";
import { type EmbeddedScript, scriptHash } from "./embedded-script";

/** Blocks beyond zopfli's usual 15 save half a hundredth of the library and its derivations; more rounds save nothing. */
const effort = { numiterations: 5, blocksplittingmax: 60 };

/**
 * Zopfli's gzip of a text: four hundredths less than zlib's, which any browser unpacks. Source: Alakuijala and
 * Vandevenne, 2013. Without it a page would have other bytes than elsewhere: it is asked for before any is made.
 */
async function zopfli(text: string): Promise<Uint8Array> {
  const { gzipAsync } = await peer(() => import("@gfx/zopfli"), "@gfx/zopfli");
  return gzipAsync(Buffer.from(text), effort);
}

/** A large script that many pages carry, packed as tightly as can be, which takes seconds and is kept. */
export async function packTightly(text: string): Promise<EmbeddedScript> {
  const hash = scriptHash(text);
  const folder = cacheFolder("scripts");
  const name = createHash("sha256")
    .update(JSON.stringify(effort))
    .update(text)
    .digest("hex")
    .slice(0, 24);
  const file = folder && join(folder, `${name}.base110`);
  if (file && existsSync(file)) return { hash, payload: readFileSync(file, "utf8") };
  const payload = toBase110(await zopfli(text));
  if (file) keepInCache(file, payload);
  return { hash, payload };
}
