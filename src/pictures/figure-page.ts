import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import type { PictureInput } from "./picture-size";
import { plotlyBuildFor, readPlotly, traceTypes } from "./plotly-build";
import { renumberIds } from "./svg-ids";
import { figureFamily, fontFilesFor } from "./web-fonts";

export interface Drawing {
  readonly svg: string;
  readonly png: Buffer;
}

/** Names the readers' machines know, after the one that we draw with. */
export const figureFontStack = `${figureFamily}, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif`;

const timeLimit = 30_000;

// Plotly names clip paths and traces at random; here its chance is the same each time.
const shell = `<!doctype html><meta charset="utf-8"><style>html,body{margin:0;background:#fff}svg{display:block}</style>
<div id="picture"></div><script>{ let n = 1; Math.random = () => (n = (n * 48271) % 2147483647) / 2147483647; }</script>`;

// Runs in the page. A string, because what is compiled here knows no DOM.
const draw = `async ({ figure, fonts, family }) => {
  for (const { name, weight, unicodeRange, base64 } of fonts) {
    const face = new FontFace(name, "url(data:font/woff2;base64," + base64 + ")", { weight: String(weight), unicodeRange });
    document.fonts.add(await face.load());
  }
  const setFamily = (value, depth) => {
    if (typeof value !== "object" || value === null || depth > 12) return;
    if (typeof value.family === "string") value.family = /mono/i.test(value.family) ? value.family + ", " + family : family;
    for (const inner of Object.values(value)) setFamily(inner, depth + 1);
  };
  const { data, width, height } = figure;
  const layout = { ...figure.layout, width, height, autosize: false };
  setFamily(layout, 0);
  for (const trace of data) for (const [key, value] of Object.entries(trace ?? {})) if (/font|marker|colorbar|legend|line/i.test(key)) setFamily(value, 0);
  layout.font = { ...layout.font, family };
  const uri = await Plotly.toImage({ data, layout, config: { staticPlot: true } }, { format: "svg", width, height });
  const svg = decodeURIComponent(uri.slice(uri.indexOf(",") + 1));
  document.getElementById("picture").innerHTML = svg;
  await document.fonts.ready;
  return svg;
}`;

function fontsOf(input: PictureInput): object[] {
  const text = JSON.stringify([input.data, input.layout]);
  const weights = /<b>|bold/.test(text) ? ([400, 700] as const) : ([400] as const);
  // Axis ticks bring digits, signs and SI prefixes that the JSON need not hold.
  return fontFilesFor(`${text}0123456789−+.,:/×μkMGTP%`, weights).map((font) => ({
    name: font.family,
    weight: font.weight,
    unicodeRange: font.unicodeRange,
    base64: readFileSync(font.file).toString("base64"),
  }));
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error("figure: 作图超时 / drawing took too long")),
      timeLimit,
    );
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

async function drawIn(page: Page, input: PictureInput): Promise<Drawing> {
  const { width, height } = input;
  await page.setViewportSize({ width, height });
  await page.setContent(shell);
  await page.addScriptTag({ content: readPlotly(plotlyBuildFor(traceTypes([input]))) });
  const argument = JSON.stringify({
    figure: input,
    fonts: fontsOf(input),
    family: figureFontStack,
  });
  const svg = await page.evaluate<string>(`(${draw})(${argument})`);
  const clip = { x: 0, y: 0, width, height };
  const png = await page.screenshot({ clip, animations: "disabled", caret: "hide" });
  return { svg: renumberIds(svg, "k"), png };
}

/** Draws one figure in a page of its own, so that no figure sees another's fonts or globals. */
export async function drawFigure(browser: Browser, input: PictureInput): Promise<Drawing> {
  const context = await browser.newContext({ offline: true, deviceScaleFactor: 2 });
  try {
    return await inTime(drawIn(await context.newPage(), input));
  } catch (error) {
    const [reason] = (error as Error).message.split("\n");
    throw new Error(`figure: 图无法绘制 / cannot be drawn: ${reason}`);
  } finally {
    await context.close();
  }
}
