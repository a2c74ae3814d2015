import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EmbeddedScript } from "./embedded-script";
import { hanCharacters } from "./han-font";
import { packTightly } from "./pack-tightly";

/** The browser bundles: the library alone, with what runs cells, with derivations too; and, besides, what learns. */
export type LibraryPart = "klab" | "live" | "live-derivation" | "klab-learn-all";

/** Beside this file once built; from the sources, where the build is put. */
const folders = ["../browser", "../../dist/browser"];

/** Said less often than this in a bundle, a character is one of a quotation, a name, an erratum. */
const often = 3;

/**
 * What messages are written with. All that a bundle holds would be a third more of a page's font, for sentences of which
 * nearly all readers see none: on a machine without Chinese fonts a rare character of a message may be missing.
 */
function commonCharacters(text: string): string {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...hanCharacters(text)]
    .filter((character) => (counts.get(character) ?? 0) >= often)
    .join("");
}

const packed = new Map<LibraryPart, Promise<EmbeddedScript>>();

/** A browser bundle, compressed for a page; undefined where it is not built. */
export async function embeddedLibrary(
  part: LibraryPart = "klab",
): Promise<EmbeddedScript | undefined> {
  const known = packed.get(part);
  if (known) return known;
  const file = folders.map((folder) => join(__dirname, folder, `${part}.js`)).find(existsSync);
  if (file === undefined) return undefined;
  const text = readFileSync(file, "utf8");
  const script = packTightly(text).then((one) => ({ ...one, characters: commonCharacters(text) }));
  packed.set(part, script);
  return script;
}
