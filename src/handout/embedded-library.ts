import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type EmbeddedScript, embedScript } from "./embedded-plotly";

/** Beside this file once built; from the sources, where the build is put. */
const places = ["../browser/klab.js", "../../dist/browser/klab.js"];

/** klab's browser bundle, compressed for a page; undefined where it is not built. */
export function embeddedLibrary(): EmbeddedScript | undefined {
  const file = places.map((place) => join(__dirname, place)).find(existsSync);
  return file === undefined ? undefined : embedScript(readFileSync(file, "utf8"));
}
