import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type EmbeddedScript, embedScript } from "./embedded-plotly";

/** The browser bundles: the library alone, with what runs cells, and with derivations too. */
export type LibraryPart = "klab" | "live" | "live-derivation";

/** Beside this file once built; from the sources, where the build is put. */
const folders = ["../browser", "../../dist/browser"];

const packed = new Map<LibraryPart, EmbeddedScript>();

/** A browser bundle, compressed for a page; undefined where it is not built. */
export function embeddedLibrary(part: LibraryPart = "klab"): EmbeddedScript | undefined {
  const known = packed.get(part);
  if (known) return known;
  const file = folders.map((folder) => join(__dirname, folder, `${part}.js`)).find(existsSync);
  if (file === undefined) return undefined;
  const script = embedScript(readFileSync(file, "utf8"));
  packed.set(part, script);
  return script;
}
