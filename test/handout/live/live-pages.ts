import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { writeHandouts } from "../../../src/handout/write-handouts";
import type { Notebook } from "../../../src/notebook/nbformat";
import { openBrowser } from "../../../src/pictures/browser";
import { type LivePage, openPage } from "./open-page";

export interface LivePages {
  /** Undefined where the machine has none. */
  readonly browser: Browser | undefined;
  readonly folder: string;
  open(options?: Parameters<typeof openPage>[2]): Promise<LivePage>;
}

/**
 * The page of one notebook in a folder of its own, and a browser to open it in: there for the tests of a file, and gone
 * after them. `untried` says what is not tried without a browser.
 */
export async function livePages(
  notebook: Notebook,
  { audience, untried }: { readonly audience: "student" | "teacher"; readonly untried: string },
): Promise<LivePages> {
  const browser = await openBrowser({ log: console.log });
  if (!browser) console.log(`skipped: no browser found, ${untried}`);
  const folder = mkdtempSync(join(tmpdir(), "klab 活页 "));
  beforeAll(async () => {
    await writeHandouts([{ name: "活", notebook }], {
      out: folder,
      audiences: [audience],
      renderer: undefined,
      log: () => {},
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, audience === "student" ? "活.html" : "活.teacher.html");
  return { browser, folder, open: (options) => openPage(browser as Browser, file, options) };
}
