import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { PictureAnswer, PictureFont, PictureRequest } from "../page/picture-request";
import { offerPicturesScript } from "../page/scripts/offer-pictures-script";
import type { PictureInput } from "./picture-input";
import { type PlotlyBuild, readPlotly } from "./plotly-build";
import { renumberIds } from "./renumber-ids";
import { sortAttributes } from "./sort-attributes";
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

/** How many figures one page draws: what each leaves behind in Plotly's memory adds up. */
const mostFigures = 100;

/**
 * A page in which figures of one build of Plotly are drawn one after another, each as if it were the first: without the
 * fonts of those before it, and with the same chance.
 */
export class DrawingPage {
  #count = 0;
  #isSpoilt = false;

  private constructor(
    private readonly context: BrowserContext,
    private readonly page: Page,
    readonly build: PlotlyBuild,
  ) {}

  static async open(browser: Browser, build: PlotlyBuild): Promise<DrawingPage> {
    const context = await browser.newContext({ offline: true, deviceScaleFactor: 2 });
    try {
      const page = await context.newPage();
      await page.setContent(shell);
      await page.addScriptTag({ content: offerPicturesScript });
      await page.addScriptTag({ content: readPlotly(build) });
      return new DrawingPage(context, page, build);
    } catch (error) {
      await context.close();
      throw error;
    }
  }

  /** Whether it has drawn nothing yet. */
  get isNew(): boolean {
    return this.#count === 0;
  }

  /** Whether the next figure may be drawn in it. */
  get isUsable(): boolean {
    return !this.#isSpoilt && this.#count < mostFigures;
  }

  async draw(input: PictureInput): Promise<Drawing> {
    this.#count += 1;
    try {
      return await inTime(this.#draw(input));
    } catch (error) {
      this.#isSpoilt = true;
      throw error;
    }
  }

  async #draw(input: PictureInput): Promise<Drawing> {
    const { page } = this;
    const { width, height } = input;
    await page.setViewportSize({ width, height });
    const request: PictureRequest = {
      figure: input,
      fonts: fontsOf(input),
      family: figureFontStack,
    };
    const { svg, isSpoilt } = await page.evaluate<PictureAnswer>(
      `klabDrawPicture(${JSON.stringify(request)})`,
    );
    this.#isSpoilt = isSpoilt;
    const clip = { x: 0, y: 0, width, height };
    const png = await page.screenshot({ clip, animations: "disabled", caret: "hide" });
    return { svg: renumberIds(sortAttributes(svg), "k"), png };
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
