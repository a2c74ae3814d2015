import { readFileSync } from "node:fs";

/** What figures need of plotly.js: trace types, and the parts of it that few figures use. */
export interface PlotlyParts {
  readonly types: readonly string[];
  readonly components: readonly string[];
}

/** Parts that plotly.js registers always and looks up by name: what is not there is not used. */
const optional: Readonly<Record<string, RegExp>> = {
  annotations3d: /"scene\d*"/,
  images: /"images"/,
  updatemenus: /"updatemenus"/,
  sliders: /"sliders"/,
  rangeslider: /"rangeslider"/,
  rangeselector: /"rangeselector"/,
};

/** Nearly every figure: what a reader's own cell puts out is drawn, too. */
const always = ["bar", "scatter"];

export function partsFor(types: ReadonlySet<string>, figures: readonly unknown[]): PlotlyParts {
  const json = figures.map((figure) => JSON.stringify(figure)).join("\n");
  return {
    types: [...new Set([...always, ...types])].sort(),
    components: Object.keys(optional).filter((name) => optional[name].test(json)),
  };
}

/** The style sheet of maps, and promises for browsers that have none. */
const neverUsed = ["require_maplibre_gl();", "require_npo_src();"];

/** The module inside plotly.js's file, with what makes each of its parts marked as free of effects. */
function moduleText(): string | undefined {
  const file = readFileSync(require.resolve("plotly.js-dist"), "utf8");
  const inside =
    /var Plotly = \(\(\) => \{\n([\s\S]*)\n\s*return (require_\w+)\(\);\n\}\)\(\);/.exec(file);
  if (!inside) return undefined;
  const [, body, entry] = inside;
  const pure = body.replace(/= (__commonJS|__esm)\(/g, "= /* @__PURE__ */ $1(");
  return `${pure}\nglobalThis.Plotly = ${entry}();\n`;
}

/** @returns undefined where the text is not as the recipe expects */
function withParts(text: string, { types, components }: PlotlyParts): string | undefined {
  const list = /(Plotly\.register\(\[\n)([\s\S]*?)(\n\s*\]\);\s*module\.exports = Plotly;)/;
  const registered = list.exec(text)?.[2];
  if (registered === undefined) return undefined;
  const lines: string[] = [];
  for (const type of types) {
    const line = new RegExp(`\\brequire_${type}\\d*\\(\\)`).exec(registered)?.[0];
    if (line) lines.push(line);
    else if (type !== "scatter") return undefined;
  }
  const out = Object.keys(optional)
    .filter((name) => !components.includes(name))
    .map((name) => `require_${name}(),`);
  let next = text.replace(list, (_, head: string, __, end: string) => head + lines.join() + end);
  const core = next.indexOf('"src/core.js"(');
  if (core < 0) return undefined;
  for (const line of [...out, ...neverUsed]) {
    const at = next.indexOf(line, line.includes("maplibre") ? 0 : core);
    if (at < 0) return undefined;
    next = next.slice(0, at) + next.slice(at + line.length);
  }
  return next;
}

/**
 * The smallest plotly.js that has these parts: what no part of them reaches is left out of the installed file.
 *
 * @returns undefined without esbuild, or where plotly.js is put together otherwise than this knows
 */
export async function plotlyOfParts(parts: PlotlyParts): Promise<string | undefined> {
  const whole = moduleText();
  const text = whole && withParts(whole, parts);
  if (!text) return undefined;
  try {
    const { build } = await import("esbuild");
    const { outputFiles } = await build({
      stdin: { contents: text, loader: "js" },
      bundle: true,
      treeShaking: true,
      minify: true,
      write: false,
      format: "iife",
      platform: "browser",
      target: "es2022",
      charset: "utf8",
      legalComments: "none",
      logLevel: "silent",
    });
    return outputFiles[0].text;
  } catch {
    return undefined;
  }
}
