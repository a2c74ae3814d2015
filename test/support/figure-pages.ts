import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { type Displayable, mimeBundle } from "../../src/display/mime";
import { writeHandouts } from "../../src/handout/write-handouts";
import type { Notebook } from "../../src/notebook/nbformat";
import { openBrowser } from "../../src/pictures/browser";
import type { FigureRenderer } from "../../src/pictures/figure-renderer";

/** A notebook of one cell a value, each with what the value shows. */
export function notebookOfValues(
  values: Readonly<Record<string, Displayable>>,
  markdown = "# 图",
): Notebook {
  const cells = Object.entries(values).map(([id, value], i) => ({
    cell_type: "code",
    id,
    metadata: {},
    source: id,
    execution_count: i + 1,
    outputs: [{ output_type: "display_data", metadata: {}, data: value[mimeBundle]() }],
  }));
  const words = { cell_type: "markdown", id: "words", metadata: {}, source: markdown };
  return { cells: [words, ...cells], metadata: {}, nbformat: 4, nbformat_minor: 5 } as never;
}

/** Handouts of notebooks in a folder of their own, and a browser to open them in. */
export class FigurePages {
  readonly browser: Browser | undefined;
  private readonly folder = mkdtempSync(join(tmpdir(), "klab-figures-"));

  private constructor(browser: Browser | undefined) {
    this.browser = browser;
  }

  static async start(): Promise<FigurePages> {
    return new FigurePages(await openBrowser({ log: console.log }));
  }

  async write(
    notebooks: Readonly<Record<string, Notebook>>,
    renderer: FigureRenderer | undefined = undefined,
  ): Promise<void> {
    await writeHandouts(
      Object.entries(notebooks).map(([name, notebook]) => ({ name, notebook })),
      { out: this.folder, audiences: ["student"], renderer, log: () => {} },
    );
  }

  read(name: string): Promise<string> {
    return readFile(join(this.folder, `${name}.html`), "utf8");
  }

  async open(name: string, options: object = {}, fragment = ""): Promise<Page> {
    const context = await this.browser!.newContext({ offline: true, ...options });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(this.folder, `${name}.html`)).href + fragment);
    return page;
  }

  /** Scrolls to every figure, so that each comes alive. */
  async revive(page: Page): Promise<void> {
    for (const figure of await page.locator("figure.plot").all()) {
      // Not Playwright's own way, which waits until nothing moves: on a busy machine the figure before still comes alive.
      await figure.evaluate((element) => element.scrollIntoView({ block: "center" }));
      const id = await figure.getAttribute("id");
      await page.locator(`#${id}[data-state=live]`).waitFor({ timeout: 60_000 });
    }
  }

  async close(): Promise<void> {
    await this.browser?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const desk = { viewport: { width: 1100, height: 900 } };
export const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };
