import { readFileSync } from "node:fs";

/** The builds of plotly.js that klab knows; one version, two sizes. */
export type PlotlyBuild = "cartesian" | "full";

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

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

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

/** The smallest installed build that draws these trace types. */
export function plotlyBuildFor(types: ReadonlySet<string>): PlotlyBuild {
  const isCovered = [...types].every((type) => cartesianTypes.has(type));
  return isCovered && resolved("plotly.js-cartesian-dist-min") ? "cartesian" : "full";
}

/** The script of a build, as installed: cartesian is minified, full is not. */
export function readPlotly(build: PlotlyBuild): string {
  return readFileSync(
    require.resolve(build === "cartesian" ? "plotly.js-cartesian-dist-min" : "plotly.js-dist"),
    "utf8",
  );
}

/** The version that pictures depend on. */
export function plotlyVersion(): string {
  return (require("plotly.js-dist/package.json") as { version: string }).version;
}
