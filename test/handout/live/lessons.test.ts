import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plotlyMime } from "../../../src/display/mime";
import { removeTagged } from "../../../src/handout/remove-tagged";
import { writeHandouts } from "../../../src/handout/write-handouts";
import { hasTag, joinText, type Notebook, type Output } from "../../../src/notebook/nbformat";
import { textOf } from "../../../src/notebook/text-of";
import type { LiveOutput } from "../../../src/page/live/live-messages";
import { openBrowser } from "../../../src/pictures/browser";
import { openFigureRenderer } from "../../../src/pictures/figure-renderer";
import { type LivePage, openPage } from "./open-page";

const browser: Browser | undefined = await openBrowser({ log: console.log });
if (!browser) console.log("skipped: no browser found, no lesson was run in its page");
const folder = mkdtempSync(join(tmpdir(), "klab 全课 "));
const names = readdirSync("notebooks")
  .filter((name) => name.endsWith(".ipynb"))
  .map((name) => name.replace(/\.ipynb$/, ""));
const notebooks = new Map(
  names.map((name) => [
    name,
    JSON.parse(readFileSync(`notebooks/${name}.ipynb`, "utf8")) as Notebook,
  ]),
);

beforeAll(async () => {
  const renderer = browser && (await openFigureRenderer());
  await writeHandouts(
    names.map((name) => ({ name, notebook: notebooks.get(name) as Notebook })),
    { out: folder, audiences: ["teacher"], renderer, log: () => {} },
  );
  await renderer?.close();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const number = /-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi;

/** Numbers within 1e-9 of each other, all else the same. */
function agree(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number") {
    return a === b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  }
  if (typeof a === "string" && typeof b === "string") {
    if (a === b) return true;
    const [x, y] = [a.match(number) ?? [], b.match(number) ?? []];
    const same = a.replace(number, "#") === b.replace(number, "#");
    return same && x.every((value, i) => agree(Number(value), Number(y[i])));
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, i) => agree(value, b[i]));
  }
  if (typeof a === "object" && typeof b === "object" && a && b) {
    const keys = Object.keys({ ...a, ...b });
    return keys.every((key) => agree(Reflect.get(a, key), Reflect.get(b, key)));
  }
  return a === b;
}

const streamText = (outputs: readonly Output[]): string =>
  outputs.map((o) => (o.output_type === "stream" ? joinText(o.text) : "")).join("");
const liveText = (outputs: readonly LiveOutput[]): string =>
  outputs.map((o) => (o.kind === "stream" ? o.text : "")).join("");

/** What is shown besides printed text: a value's words, a figure's traces. */
function shown(data: Readonly<Record<string, unknown>>): unknown {
  // The kernel's compiler writes names of earlier cells so.
  const plain = textOf(data, "text/plain")?.replace(/\bexports\./g, "");
  if (!(plotlyMime in data)) return plain;
  const figure = JSON.parse(JSON.stringify(data[plotlyMime])) as {
    readonly data: unknown;
    readonly layout?: { readonly meta?: { readonly alt?: unknown; readonly table?: unknown } };
  };
  const { alt, table } = figure.layout?.meta ?? {};
  return [plain, figure.data, alt, table];
}

const bytes = (name: string): number => statSync(join(folder, `${name}.teacher.html`)).size;

const isFull = process.env.KLAB_FULL === "1";
/** Their cells reckon for three seconds and more: a third of what all lessons take. */
const slow = ["05-mle-and-kl", "06-estimation", "15-errata", "18-how-large"];
if (browser && !isFull)
  console.log(
    `skipped: the cells of ${slow.join(", ")} are not run in their pages, for they take longest (KLAB_FULL=1 runs all)`,
  );

/** What is wrong with a page on a phone: how far it is too wide, formulas cut off, what a finger misses. */
const onPhone = (page: Page) =>
  page.evaluate(() => ({
    wide: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
    cut: Array.from(document.querySelectorAll("main .display")).flatMap((one) =>
      one.scrollWidth > one.clientWidth + 1 ? [one.textContent?.slice(0, 80)] : [],
    ),
    small: Array.from(document.querySelectorAll("button, summary, select, input")).flatMap(
      (one) => {
        const { width, height } = one.getBoundingClientRect();
        return one.checkVisibility() && Math.min(width, height) < 24
          ? [one.outerHTML.slice(0, 99)]
          : [];
      },
    ),
  }));

const sound = { wide: 0, cut: [], small: [] };

describe.runIf(browser)("every lesson on a phone", () => {
  test.each(names)(
    "fits, a finger meets all that can be pressed, and cells run as in the kernel: %s",
    { timeout: 300_000 },
    async (name) => {
      // A teacher's page, of which this is, holds the solutions as well.
      expect(bytes(name)).toBeLessThan(1_600_000);
      const file = join(folder, `${name}.teacher.html`);
      const opened = await openPage(browser as Browser, file, { width: 390, touch: true });
      const { page } = opened;
      await page.locator(".choice button").first().waitFor();
      await page.evaluate(() => document.fonts.ready);
      expect(await onPhone(page)).toEqual(sound);
      if (isFull || !slow.includes(name)) await runsAsRecorded(name, opened);
      expect([opened.problems, opened.requests]).toEqual([[], []]);
      await page.context().close();
    },
  );
});

/** Runs all cells of a page: each puts out what is stored, and the page fits as before. */
async function runsAsRecorded(name: string, { page, ran }: LivePage): Promise<void> {
  // What is in no page prepares other cells; a page numbers those that it has.
  const { cells } = removeTagged(notebooks.get(name) as Notebook);
  const expected = cells.flatMap((cell, index) =>
    cell.cell_type === "code" && !hasTag(cell, "kernel-only") && !hasTag(cell, "training")
      ? [{ position: String(index + 1), outputs: cell.outputs ?? [] }]
      : [],
  );
  const begun = performance.now();
  const all = await ran(
    () => page.getByRole("button", { name: "全部运行" }).click(),
    expected.length,
  );
  console.log(
    `${name}: ${(bytes(name) / 1e6).toFixed(2)} MB, ${all.length} cells in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  );
  const differing = expected.filter(({ position, outputs }) => {
    const cell = all.find((one) => one.cell === position);
    if (!cell || cell.failure || cell.stopped) return true;
    const displays = outputs.flatMap((o) => ("data" in o ? [shown(o.data)] : []));
    const own = cell.outputs.flatMap((o) => (o.kind === "display" ? [shown(o.data)] : []));
    return !agree(liveText(cell.outputs), streamText(outputs)) || !agree(own, displays);
  });
  expect(differing.map(({ position }) => position)).toEqual([]);
  expect(all).toHaveLength(expected.length);
  expect(await onPhone(page)).toEqual(sound);
}

/** Without scripts lessons differ in little: in the full run every one, else every third. */
const withoutScripts = names.filter((_, i) => isFull || i % 3 === 0);
if (browser && !isFull)
  console.log("skipped: two lessons of three without scripts (KLAB_FULL=1 opens all)");

/** What a reader could press, fill or open. */
const controls = "button, input, select, textarea, [role=slider], [contenteditable]";

describe.runIf(browser)("a lesson is read on a phone", () => {
  test.each(withoutScripts)("without scripts, and no control is dead: %s", async (name) => {
    const context = await (browser as Browser).newContext({
      javaScriptEnabled: false,
      offline: true,
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, `${name}.teacher.html`)).href);
    const { dead, unread, wide } = await page.evaluate((selector) => {
      const isSeen = (element: Element): boolean => element.checkVisibility();
      return {
        dead: Array.from(document.querySelectorAll(selector))
          .filter(isSeen)
          .map((one) => one.outerHTML),
        // Under a figure its words, and its numbers to be opened.
        unread: Array.from(document.querySelectorAll("figure.plot")).filter(
          (figure) =>
            !Array.from(figure.querySelectorAll("figcaption, summary")).every(isSeen) ||
            !figure.querySelector("figcaption")?.textContent,
        ).length,
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      };
    }, controls);
    expect(dead).toEqual([]);
    expect(unread).toBe(0);
    expect(wide).toBeLessThanOrEqual(0);
    expect(await page.locator("main").innerText()).toMatch(/[\u4e00-\u9fff]{10}/);
    await context.close();
  });
});

/** Milliseconds from the opening of a page, at a place in it, to its first paint and to its first figure that lives. */
async function opening(file: string, place: string): Promise<{ paint: number; figure: number }> {
  const context = await (browser as Browser).newContext({ offline: true });
  const page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector("figure.plot[data-state=live]")) return;
      observer.disconnect();
      Reflect.set(window, "drawn", performance.now());
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-state"] });
  });
  await page.goto(`${pathToFileURL(file).href}#${place}`);
  await page.waitForFunction(() => Reflect.get(window, "drawn"), undefined, { timeout: 60_000 });
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    figure: Number(Reflect.get(window, "drawn")),
  }));
  await context.close();
  return times;
}

test.runIf(browser)(
  "a page is painted in 350 ms, and its first figure lives in a second",
  { timeout: 120_000 },
  async () => {
    for (const name of ["02-relative-entropy", "05-mle-and-kl", "gallery"]) {
      // What else the machine does can only add to these.
      let [paint, figure] = [Infinity, Infinity];
      for (let i = 0; i < 3 && (paint > 350 || figure > 1000); i += 1) {
        const times = await opening(join(folder, `${name}.teacher.html`), "figure-1");
        paint = Math.min(paint, times.paint);
        figure = Math.min(figure, times.figure);
      }
      console.log(
        `${name}: first paint ${paint.toFixed(0)} ms, first live figure ${figure.toFixed(0)} ms, load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores`,
      );
      expect(paint).toBeLessThan(3 * 350);
      expect(figure).toBeLessThan(3 * 1000);
    }
  },
);

test.runIf(browser)(
  "a cell runs in 300 ms the first time and in 20 ms again",
  { timeout: 120_000 },
  async () => {
    // What else the machine does can only add to these: the least of several is the page's own.
    let [first, again] = [Infinity, Infinity];
    for (let i = 0; i < 3 && (first > 300 || again > 20); i += 1) {
      const file = join(folder, "01-entropy-and-coding.teacher.html");
      const { page, ran } = await openPage(browser as Browser, file);
      const run = (): Promise<void> =>
        page.getByRole("button", { name: "运行", exact: true }).first().click();
      await page.waitForTimeout(1000);
      await page.evaluate(() => {
        document.addEventListener(
          "click",
          () => {
            Reflect.set(window, "clicked", performance.now());
          },
          { capture: true },
        );
        document.addEventListener(
          "klab-ran",
          () => {
            Reflect.set(window, "ended", performance.now());
          },
          { capture: true },
        );
      });
      const time = async (): Promise<number> => {
        await ran(run);
        return page.evaluate(() => Reflect.get(window, "ended") - Reflect.get(window, "clicked"));
      };
      first = Math.min(first, await time());
      for (let j = 0; j < 5; j += 1) again = Math.min(again, await time());
      await page.context().close();
    }
    console.log(`first run ${first.toFixed(0)} ms, then ${again.toFixed(1)} ms`);
    expect(first).toBeLessThan(3 * 300);
    expect(again).toBeLessThan(3 * 20);
  },
);
