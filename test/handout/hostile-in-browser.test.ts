import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeHandouts } from "../../src/handout/write-handouts";
import { openBrowser } from "../../src/pictures/browser";
import { codeCell, display, figureOutput, markdownCell, notebookOf } from "./fixture";

const browser: Browser | undefined = await openBrowser({ log: console.log });
if (!browser) console.log("skipped: no browser found, hostile notebooks were not opened in one");
const folder = mkdtempSync(join(tmpdir(), "klab 讲义 "));
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const evil = "http://evil.test";
const run = 'parent.document.title=document.title="ran"';

const html = [
  `<script>${run}</script>`,
  `<img src=x onerror='${run}'><img src="${evil}/a.png" srcset="${evil}/b.png 2x">`,
  `<svg onload='${run}'><script>${run}</script><image href="${evil}/c.png"/><use href="${evil}/d.svg#x"/></svg>`,
  `<iframe src="${evil}/e"></iframe><object data="${evil}/f"></object><embed src="${evil}/g">`,
  `<meta http-equiv="refresh" content="0;url=${evil}/h"><base href="${evil}/"><link rel=stylesheet href="${evil}/i.css">`,
  `<style>@import url(${evil}/j.css);body{background:url(${evil}/k.png)}</style>`,
  `<div style="background:url(${evil}/l.png);position:fixed;inset:0;z-index:99">甲</div>`,
  `<video src="${evil}/m" poster="${evil}/n.png" autoplay></video><audio src="${evil}/o" autoplay></audio>`,
  `<form action="${evil}/p"><button autofocus onfocus='${run}'>x</button></form>`,
  `<details open ontoggle='${run}'><summary>x</summary>y</details>`,
  `<p title="<svg><rect/></svg>" onmouseover='${run}'>x</p>`,
  `<a id="Plotly"></a><a id="klabExplorer" name="DecompressionStream"></a><div id="exports"></div><div id="module"></div>`,
  `<a href="${evil}/q" ping="${evil}/r">x</a>`,
  `<math><maction actiontype="statusline" href="javascript:${run}">x</maction></math>`,
  `<!--><img src=x onerror='${run}'>-->`,
  `<noscript><p title="</noscript><img src=x onerror='${run}'>"></noscript>`,
];
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload='${run}'><script>${run}</script><style>@import url(${evil}/s.css);@font-face{font-family:x;src:url(${evil}/t)}text{font-family:x;fill:u\\72l(${evil}/u)}</style><image href="${evil}/v.png"/><foreignObject><iframe src="${evil}/w"></iframe><img src="${evil}/y"/></foreignObject><text x="9" y="9">x</text><rect id="seen" width="9" height="9"/></svg>`;

describe.skipIf(!browser)("a notebook that means harm, in a browser", () => {
  beforeAll(async () => {
    const cells = html.flatMap((markup) => [
      markdownCell(markup),
      markdownCell(`前 ${markup} 后`),
      codeCell("x", [display({ "text/html": markup, "text/plain": "甲" })]),
      codeCell("x", [display({ "text/markdown": markup })]),
    ]);
    const drawings = [
      codeCell("x", [display({ "image/svg+xml": svg })]),
      codeCell("x", [display({ "text/html": `<p>图${svg}</p>` })]),
      markdownCell(`<div>${svg}</div>`),
    ];
    const figures = [
      figureOutput({ data: [{ y: [1, 2] }], layout: { title: { text: "图" } } }),
      figureOutput({ data: [{ y: [1, 2] }], layout: { xaxis: { tickformat: "099999999" } } }),
      figureOutput({ data: [{ y: [1, 2] }], layout: { height: 1e9, width: 1e9 } }),
    ];
    await writeHandouts(
      [{ name: "x", notebook: notebookOf([...cells, ...drawings, codeCell("f", figures)]) }],
      { out: folder, audiences: ["teacher"], renderer: undefined, log: () => {} },
    );
  }, 60_000);

  test("runs nothing, asks for nothing, goes nowhere, and its other figures live", async () => {
    const context = await browser!.newContext();
    const page = await context.newPage();
    const requests: string[] = [];
    await context.route("**/*", (route) => {
      const url = route.request().url();
      if (/^(?:file|data|blob):/.test(url)) return route.continue();
      requests.push(url);
      return route.abort();
    });
    page.on("dialog", (dialog) => {
      requests.push(dialog.message());
      dialog.dismiss();
    });
    const address = pathToFileURL(join(folder, "x.teacher.html")).href;
    await page.goto(address);
    const title = await page.title();
    for (const figure of await page.locator("figure.plot").all())
      await figure.scrollIntoViewIfNeeded();
    await expect
      .poll(() => page.locator("figure.plot[data-state=live]").count(), { timeout: 20_000 })
      .toBe(2);
    expect(await page.locator("figure.plot[data-state=still]").count()).toBe(1);
    expect(await page.evaluate("document.documentElement.scrollHeight")).toBeLessThan(60_000);
    const pictures = await page.evaluate(
      "[...document.images].filter((i) => i.src.startsWith('data:image/svg')).map((i) => i.naturalWidth > 0)",
    );
    expect(pictures).not.toContain(false);
    expect((pictures as boolean[]).length).toBeGreaterThanOrEqual(3);
    await page.waitForTimeout(500);
    expect(await page.title()).toBe(title);
    expect(page.url()).toBe(address);
    expect(requests).toEqual([]);
    await context.close();
  }, 60_000);

  test("is all where it says it is: nothing covers the page", async () => {
    const page = await browser!.newPage();
    await page.goto(pathToFileURL(join(folder, "x.teacher.html")).href);
    const loose = await page.evaluate(
      "[...document.querySelectorAll('main *')].filter((e) => !e.closest('.katex,.input,.card,svg') && getComputedStyle(e).position !== 'static').length",
    );
    expect(loose).toBe(0);
    await page.close();
  });
});
