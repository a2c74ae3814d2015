import { availableParallelism } from "node:os";
import type { Browser } from "playwright-core";
import { atMost } from "./at-most";
import { browserCandidates, openBrowser } from "./browser";
import { FigureDrawer } from "./figure-drawer";
import { MissingToolError } from "./missing-tool-error";
import { keepPictures, readPictures, type StaticImages } from "./picture-cache";
import { pictureInput } from "./picture-input";
import { printPdf } from "./print-pdf";

export type { StaticImages } from "./picture-cache";

/** Draws Plotly figures to pictures: the same figure gives the same bytes. */
export interface FigureRenderer {
  /**
   * Draws `{ data, layout }` as SVG, and as PNG at twice the size.
   *
   * @throws TypeError if it is no Plotly figure
   * @throws MissingToolError if no browser starts
   * @throws Error if Plotly cannot draw it
   */
  render(plotlyJson: unknown): Promise<StaticImages>;
  /**
   * Prints a page in the same browser.
   *
   * @throws MissingToolError if no browser starts
   */
  print?(html: string): Promise<Buffer>;
  close(): Promise<void>;
}

/**
 * Opens what draws figures: plotly.js in a browser without a network, with fonts of ours, 640×400 unless the layout
 * says otherwise. Pictures are kept by content; the browser starts when one is missing.
 *
 * @returns undefined where there is no browser
 * @throws MissingToolError if KLAB_BROWSER names no program
 */
export async function openFigureRenderer(
  options: { readonly log?: (line: string) => void } = {},
): Promise<FigureRenderer | undefined> {
  if (browserCandidates().length === 0) return undefined;
  let browser: Promise<Browser | undefined> | undefined;
  let drawer: FigureDrawer | undefined;
  // More than cores only slow each other down.
  const slot = atMost(availableParallelism());
  const underWay = new Set<Promise<unknown>>();

  async function running(): Promise<Browser> {
    browser ??= openBrowser(options);
    const started = await browser;
    if (started) return started;
    throw new MissingToolError(
      "没有能启动的浏览器，图没有静态画面 / no browser starts: figures stay without pictures",
    );
  }

  async function draw(plotlyJson: unknown): Promise<StaticImages> {
    const input = pictureInput(plotlyJson);
    const kept = readPictures(input);
    if (kept) return kept;
    const { width, height } = input;
    const started = await running();
    drawer ??= new FigureDrawer(started);
    const images = { ...(await drawer.draw(input)), width, height };
    keepPictures(input, images);
    return images;
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = slot(work);
    const ended: Promise<unknown> = result
      .catch(() => undefined)
      .finally(() => underWay.delete(ended));
    underWay.add(ended);
    return result;
  }

  return {
    render: (plotlyJson) => inTurn(() => draw(plotlyJson)),
    print: (html) => inTurn(async () => printPdf(await running(), html)),
    async close() {
      await Promise.all(underWay);
      await (await browser?.catch(() => undefined))?.close();
    },
  };
}
