import type { Browser } from "playwright-core";
import { type Drawing, DrawingPage } from "./drawing-page";
import type { PictureInput } from "./picture-input";
import { type PlotlyBuild, plotlyBuildFor, traceTypes } from "./plotly-build";

/**
 * Draws figures in pages that are used again: reading Plotly takes longer than drawing with it. What fails in a page
 * that drew others is tried in one that has not.
 */
export class FigureDrawer {
  readonly #idle: DrawingPage[] = [];

  constructor(private readonly browser: Browser) {}

  /** @throws Error if Plotly cannot draw it, or not in time */
  async draw(input: PictureInput): Promise<Drawing> {
    const build = plotlyBuildFor(traceTypes([input]));
    try {
      return await this.#drawIn(this.#take(build) ?? (await this.#open(build)), input);
    } catch (error) {
      const [reason] = (error as Error).message.split("\n");
      throw new Error(`figure: 图无法绘制 / cannot be drawn: ${reason}`);
    }
  }

  #open(build: PlotlyBuild): Promise<DrawingPage> {
    return DrawingPage.open(this.browser, build);
  }

  #take(build: PlotlyBuild): DrawingPage | undefined {
    const at = this.#idle.findIndex((page) => page.build === build);
    return at < 0 ? undefined : this.#idle.splice(at, 1)[0];
  }

  async #drawIn(page: DrawingPage, input: PictureInput): Promise<Drawing> {
    const { isNew } = page;
    try {
      return await page.draw(input);
    } catch (error) {
      if (isNew) throw error;
    } finally {
      if (page.isUsable) this.#idle.push(page);
      else await page.close();
    }
    return this.#drawIn(await this.#open(page.build), input);
  }
}
