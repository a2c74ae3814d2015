import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EmbeddedScript } from "./embedded-script";
import { packTightly } from "./pack-tightly";

/** The browser bundles: the library alone, with what runs cells, with derivations too; and, besides, what learns. */
export type LibraryPart = "klab" | "live" | "live-derivation" | "klab-learn-all";

/** Beside this file once built; from the sources, where the build is put. */
const folders = ["../browser", "../../dist/browser"];

const packed = new Map<LibraryPart, Promise<EmbeddedScript>>();

/** A browser bundle, compressed for a page; undefined where it is not built. */
export async function embeddedLibrary(
  part: LibraryPart = "klab",
): Promise<EmbeddedScript | undefined> {
  const known = packed.get(part);
  if (known) return known;
  const file = folders.map((folder) => join(__dirname, folder, `${part}.js`)).find(existsSync);
  if (file === undefined) return undefined;
  const script = packTightly(readFileSync(file, "utf8"));
  packed.set(part, script);
  return script;
}
