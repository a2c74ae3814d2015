import { readFileSync } from "node:fs";
import { isRecord } from "../words/is-record";

/** The builds of plotly.js that klab knows; one version, three sizes. */
export type PlotlyBuild = "basic" | "cartesian" | "full";

/** What plotly.js-basic-dist-min draws (its README). */
const basicTypes: ReadonlySet<string> = new Set(["bar", "pie", "scatter"]);

/** What plotly.js-cartesian-dist-min draws (its README). */
const cartesianTypes: ReadonlySet<string> = new Set([
  "bar",
  "box",
  "contour",
  "heatmap",
  "histogram",
  "histogram2d",
  "histogram2dcontour",
  "image",
  "pie",
  "scatter",
  "scatterternary",
  "violin",
]);

/** What the smaller builds draw. */
export const typesOfBuild: Readonly<Record<Exclude<PlotlyBuild, "full">, readonly string[]>> = {
  basic: [...basicTypes],
  cartesian: [...cartesianTypes],
};

const typesOf = (data: unknown): string[] =>
  (Array.isArray(data) ? data : [])
    .filter(isRecord)
    .map((trace) => (typeof trace.type === "string" ? trace.type : "scatter"));

/** Every trace type that figures draw, frames included. */
export function traceTypes(figures: readonly unknown[]): ReadonlySet<string> {
  const types = figures.filter(isRecord).flatMap((figure) => {
    const frames = Array.isArray(figure.frames) ? figure.frames.filter(isRecord) : [];
    return [...typesOf(figure.data), ...frames.flatMap((frame) => typesOf(frame.data))];
  });
  return new Set(types);
}

function resolved(specifier: string): string | undefined {
  try {
    return require.resolve(specifier);
  } catch {
    return undefined;
  }
}

const packages: Readonly<Record<PlotlyBuild, string>> = {
  basic: "plotly.js-basic-dist-min",
  cartesian: "plotly.js-cartesian-dist-min",
  full: "plotly.js-dist",
};

/** The smallest installed build that draws these trace types. */
export function plotlyBuildFor(types: ReadonlySet<string>): PlotlyBuild {
  const covers = (known: ReadonlySet<string>): boolean =>
    [...types].every((type) => known.has(type));
  if (covers(basicTypes) && resolved(packages.basic)) return "basic";
  return covers(cartesianTypes) && resolved(packages.cartesian) ? "cartesian" : "full";
}

/** The script of a build, as installed: full is not minified. */
export function readPlotly(build: PlotlyBuild): string {
  return readFileSync(require.resolve(packages[build]), "utf8");
}

/** The version that pictures depend on. */
export function plotlyVersion(): string {
  return (require("plotly.js-dist/package.json") as { version: string }).version;
}
