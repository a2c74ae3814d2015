import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import type { PictureFont, PictureRequest } from "../page/picture-request";
import { offerPicturesScript } from "../page/scripts/offer-pictures-script";
import type { PictureInput } from "./picture-input";
import { plotlyBuildFor, readPlotly, traceTypes } from "./plotly-build";
import { renumberIds } from "./renumber-ids";
import { figureFamily, fontFilesFor } from "./web-fonts";

export interface Drawing {
  readonly svg: string;
  readonly png: Buffer;
}

/** Names the readers' machines know, after the one that we draw with. */
export const figureFontStack = `${figureFamily}, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif`;

const timeLimit = 30_000;

const shell = `<!doctype html><meta charset="utf-8"><style>html,body{margin:0;background:#fff}svg{display:block}</style>
<div id="picture"></div>`;

function fontsOf(input: PictureInput): PictureFont[] {
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
  await page.addScriptTag({ content: offerPicturesScript });
  await page.addScriptTag({ content: readPlotly(plotlyBuildFor(traceTypes([input]))) });
  const request: PictureRequest = {
    figure: input,
    fonts: fontsOf(input),
    family: figureFontStack,
  };
  const svg = await page.evaluate<string>(`klabDrawPicture(${JSON.stringify(request)})`);
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
