import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, keepInCache } from "../pictures/cache-folder";
import {
  plotlyBuildFor,
  plotlyVersion,
  readPlotly,
  traceTypes,
  typesOfBuild,
} from "../pictures/plotly-build";
import type { EmbeddedScript } from "./embedded-script";
import { packTightly } from "./pack-tightly";
import { type PlotlyParts, partsFor, plotlyOfParts } from "./plotly-of-parts";

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

/** plotly.js for a page, and the types of trace that it draws; all, where none are named. */
export interface PagePlotly {
  readonly script: EmbeddedScript;
  readonly types?: readonly string[];
}

/** What figures need of plotly.js. */
export const plotlyNeeds = (figures: readonly unknown[]): PlotlyParts =>
  partsFor(traceTypes(figures), figures);

/** Of the recipe: what was kept by another one is not used. */
const recipe = 3;

async function makePlotly(figures: readonly unknown[]): Promise<PagePlotly> {
  const types = traceTypes(figures);
  const parts = partsFor(types, figures);
  const small = await plotlyOfParts(parts);
  if (small !== undefined) return { script: await packTightly(small), types: parts.types };
  const build = plotlyBuildFor(types);
  const text = readPlotly(build);
  const script = await packTightly(build === "full" ? await minified(text) : text);
  return { script, ...(build === "full" ? {} : { types: typesOfBuild[build] }) };
}

async function keptPlotly(name: string, figures: readonly unknown[]): Promise<PagePlotly> {
  const folder = cacheFolder("scripts");
  const file = folder && join(folder, `${name}.json`);
  if (file && existsSync(file)) {
    try {
      return JSON.parse(readFileSync(file, "utf8")) as PagePlotly;
    } catch {
      // cut short: made again
    }
  }
  const made = await makePlotly(figures);
  if (file) keepInCache(file, JSON.stringify(made));
  return made;
}

const embedded = new Map<string, Promise<PagePlotly>>();

/** The smallest plotly.js that draws these figures, compressed; kept from one run to the next. */
export function embeddedPlotly(figures: readonly unknown[]): Promise<PagePlotly> {
  const { types, components } = plotlyNeeds(figures);
  const key = JSON.stringify([types, components, plotlyVersion(), recipe]);
  const name = `plotly-${createHash("sha256").update(key).digest("hex").slice(0, 16)}`;
  const script = embedded.get(name) ?? keptPlotly(name, figures);
  embedded.set(name, script);
  return script;
}
