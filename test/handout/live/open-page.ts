import { pathToFileURL } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import type { LiveFailure, LiveOutput } from "../../../src/page/live/live-messages";

/** What a cell told when it ended, as its page's script says. */
export interface Ran {
  readonly cell: string;
  readonly outputs: readonly LiveOutput[];
  readonly failure?: LiveFailure;
  readonly stopped?: string;
  readonly time?: number;
}

export interface LivePage {
  readonly page: Page;
  /** What went wrong in the console. */
  readonly problems: string[];
  /** What was asked for outside the page. */
  readonly requests: string[];
  cell(position: number): Locator;
  /** What cells did while `act` ran, until `count` of them ended. */
  ran(act: () => Promise<unknown>, count?: number): Promise<Ran[]>;
}

declare global {
  interface Window {
    cellsRan: Ran[];
  }
}

/** Opens a page from disk without a network. On a machine that is busy a cell takes longer than on a reader's. */
export async function openPage(
  browser: Browser,
  file: string,
  options: { readonly patience?: number; readonly width?: number; readonly touch?: boolean } = {},
): Promise<LivePage> {
  const { patience = 60, width = 1200, touch = false } = options;
  const context = await browser.newContext({
    offline: true,
    acceptDownloads: true,
    viewport: { width, height: 900 },
    hasTouch: touch,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (/error|warning/.test(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("request", (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) requests.push(request.url());
  });
  await page.addInitScript(() => {
    window.cellsRan = [];
    document.addEventListener("klab-ran", (event) => {
      const { detail, target } = event as CustomEvent<object>;
      const { cell = "" } = (target as HTMLElement).dataset;
      window.cellsRan.push({ cell, ...detail } as Ran);
    });
  });
  await page.goto(pathToFileURL(file).href);
  await page.evaluate((seconds) => {
    document.body.dataset.patience = String(seconds);
  }, patience);
  return {
    page,
    problems,
    requests,
    cell: (position) => page.locator(`.cell[data-cell="${position}"]`),
    async ran(act, count = 1) {
      await page.evaluate(() => {
        window.cellsRan = [];
      });
      await act();
      await page.waitForFunction((n) => window.cellsRan.length >= n, count, {
        timeout: 180_000,
        polling: 20,
      });
      return page.evaluate(() => window.cellsRan);
    },
  };
}
