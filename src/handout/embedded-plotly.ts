import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { cacheFolder, keepInCache } from "../pictures/cache-folder";
import { type PlotlyBuild, plotlyVersion, readPlotly } from "../pictures/plotly-build";
import { toBase91 } from "../words/base91";

/** A script that a page carries compressed and runs when it is wanted. */
export interface EmbeddedScript {
  /** gzip, as text of `toBase91`. */
  readonly payload: string;
  /** Of the script's text, as a content security policy names it: sha256-… */
  readonly hash: string;
}

/** The hash by which a content security policy allows an inline script. */
export function scriptHash(text: string): string {
  return `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
}

/** Compresses a script: the same bytes on every system. */
export function embedScript(text: string): EmbeddedScript {
  const zipped = gzipSync(text, { level: 9 });
  zipped[9] = 255; // the system it was compressed on: unknown
  return { payload: toBase91(zipped), hash: scriptHash(text) };
}

async function minified(text: string): Promise<string> {
  try {
    const { transform } = await import("esbuild");
    const { code } = await transform(text, {
      minify: true,
      legalComments: "none",
      charset: "utf8",
    });
    return code;
  } catch {
    return text; // without esbuild the page is larger by a third
  }
}

const embedded = new Map<PlotlyBuild, Promise<EmbeddedScript>>();

async function makeEmbedded(build: PlotlyBuild): Promise<EmbeddedScript> {
  const folder = cacheFolder("scripts");
  const file = folder && join(folder, `plotly-${build}-${plotlyVersion()}-91.json`);
  if (file && existsSync(file)) {
    try {
      return JSON.parse(readFileSync(file, "utf8")) as EmbeddedScript;
    } catch {
      // cut short: made again
    }
  }
  const text = readPlotly(build);
  const script = embedScript(build === "full" ? await minified(text) : text);
  if (file) keepInCache(file, JSON.stringify(script));
  return script;
}

/** A build of plotly.js, minified and compressed; kept from one run to the next. */
export function embeddedPlotly(build: PlotlyBuild): Promise<EmbeddedScript> {
  const script = embedded.get(build) ?? makeEmbedded(build);
  embedded.set(build, script);
  return script;
}
