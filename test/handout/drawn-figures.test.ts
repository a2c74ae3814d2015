import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bernoulli, figures, normal } from "../../src/index";
import { readNotebookFiles } from "../../src/notebook/notebook-file";
import { desk, FigurePages, notebookOfValues, phone } from "../support/figure-pages";
import { gallery } from "../support/figures";

const pages = await FigurePages.start();
if (!pages.browser) console.log("skipped: no browser found, figures were not looked at");

const infinite = figures.pmfPair([0.5, 0.3, 0.2], [0.7, 0.3, 0], { labels: ["晴", "阴", "雨"] });
const unseen = figures.likelihood([0, 0, 0, 0, 0], bernoulli, {
  range: [0.02, 0.98],
  truth: bernoulli(0.1),
});
const names = [...Object.keys(gallery), "infinite", "unseen"];

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const lessons = Object.fromEntries(
  ["00-guide", "02-relative-entropy"].map((name) => [
    name,
    readNotebookFiles([join("notebooks", `${name}.ipynb`)])[0].notebook,
  ]),
);

beforeAll(async () => {
  const made = Object.fromEntries(Object.entries(gallery).map(([name, make]) => [name, make()]));
  await pages.write({
    all: notebookOfValues({ ...made, infinite, unseen }),
    ...lessons,
    words: notebookOfValues(
      { one: figures.densityPair(normal(0, 1), normal(1, 2)) },
      "# 词\n\n前文$a=1$与$D(P\\,\\|\\,Q)$后文D(P‖Q)。\n\n$$\nx^2\n$$\n",
    ),
  });
}, 120_000);
afterAll(() => pages.close());

const devices = { desk, phone };
type Device = keyof typeof devices;
const alive = new Map<string, Promise<Page>>();

/** The page of all figures, every one of them alive; opened once for a device and its colours. */
function allAlive(device: Device, colorScheme: "light" | "dark" = "light"): Promise<Page> {
  const open = async (): Promise<Page> => {
    const page = await pages.open("all", { ...devices[device], colorScheme });
    await page.evaluate(`new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifted = (window.shifted ?? 0) + entry.value;
      }).observe({ type: "layout-shift", buffered: true })`);
    await pages.revive(page);
    return page;
  };
  const key = `${device} ${colorScheme}`;
  if (!alive.has(key)) alive.set(key, open());
  return alive.get(key) as Promise<Page>;
}

interface Seen {
  readonly text: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const figureOf = (name: string): string => `#figure-${names.indexOf(name) + 1}`;

/** The texts of a live figure that match a selector, where they are on the screen. */
const seen = (page: Page, name: string, selector: string): Promise<Seen[]> =>
  page.evaluate<
    Seen[]
  >(`[...document.querySelectorAll('${figureOf(name)} ${selector}')].map((e) => {
    const { left, right, top, bottom } = e.getBoundingClientRect();
    return { text: e.textContent, size: parseFloat(getComputedStyle(e).fontSize), left, right, top, bottom };
  }).filter((e) => e.right > e.left)`);

const meet = (a: Seen, b: Seen): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;

describe.runIf(pages.browser)("figures as they are drawn", () => {
  test.each([
    ["on a desk", "desk", "light"],
    ["on a desk at night", "desk", "dark"],
    ["on a phone", "phone", "light"],
    ["on a phone at night", "phone", "dark"],
  ] as const)(
    "%s: no label on another, none too small, in the page's colours",
    async (_, device, colorScheme) => {
      const page = await allAlive(device, colorScheme);
      const least = device === "phone" ? 11 : 10.5;
      for (const name of names) {
        const labels = await seen(page, name, ".annotation-text");
        const crossing = labels.flatMap((a, i) =>
          labels.slice(i + 1).flatMap((b) => (meet(a, b) ? [`${a.text} on ${b.text}`] : [])),
        );
        expect(crossing, name).toEqual([]);
        const texts = await seen(page, name, ".main-svg text");
        const small = texts.filter(({ size, text }) => text.trim() && size < least);
        expect(
          small.map(({ text, size }) => `${text} ${size}`),
          name,
        ).toEqual([]);
      }
      const grounds = await page.evaluate<string[]>(
        `[...document.querySelectorAll(".themed .card")].map((card) => getComputedStyle(card).backgroundColor)`,
      );
      expect(grounds.length).toBe(names.length);
      expect(new Set(grounds)).toEqual(
        new Set([colorScheme === "dark" ? "rgb(20, 24, 29)" : "rgb(255, 255, 255)"]),
      );
      const papers = await page.evaluate<string[]>(
        `[...document.querySelectorAll(".themed .main-svg:first-child")].map((svg) => svg.style.background)`,
      );
      expect(new Set(papers)).toEqual(new Set(grounds));
      if (colorScheme === "dark") await page.context().close();
    },
    240_000,
  );

  test("each says its point on the plot", async () => {
    const page = await allAlive("desk");
    const words = async (name: string): Promise<string> =>
      (await seen(page, name, ".annotation-text")).map(({ text }) => text).join(" ");
    expect(await words("densityPair")).toMatch(/\+0\.546 − 0\.103 = 0\.443/);
    expect(await words("klContours")).toContain("窄的Q受罚");
    expect(await words("klContours")).toContain("宽的Q受罚");
    expect(await words("discretization")).toContain("更细 →");
    expect(await words("generatorFamily")).toContain("全变差");
    expect(await words("likelihood")).toMatch(/D\(P‖P\W*μ/);
    expect(await words("unseen")).toContain("θ = 0.02（在范围的边上）");
    // ∞ is a bar to the frame, not a missing one.
    const frame = (await seen(page, "infinite", ".draglayer .xy2 .nsewdrag"))[0];
    const bars = await seen(page, "infinite", ".xy2 .barlayer .point path");
    const [, , toFrame, whole] = bars;
    expect(bars.length).toBe(4);
    for (const bar of [toFrame, whole]) expect(bar.top).toBeLessThanOrEqual(frame.top + 1);
    expect(await words("infinite")).toContain("↑∞");
    // Bits stand above the branches that they name.
    const bits = (await seen(page, "codeTree", ".textpoint text")).filter((t) =>
      /^[01]$/.test(t.text),
    );
    expect(bits.length).toBe(6);
    // Of the bars of updating the heights add up to the sum that is told.
    const gains = await seen(page, "coinUpdating", ".barlayer .point path");
    const ticks = await seen(page, "coinUpdating", ".y2tick text");
    const [zero, tenth] = ticks.map(({ top, bottom }) => (top + bottom) / 2);
    const step = Number(ticks[1].text) - Number(ticks[0].text);
    const sum = gains.reduce((total, { top, bottom }) => total + (bottom - top), 0);
    const told = /Σ = ([\d.]+)/.exec(await words("coinUpdating"))?.[1];
    expect((sum * step) / (zero - tenth)).toBeCloseTo(Number(told), 1);
    // Panels side by side share their scale; a triangle is as wide as its panel allows.
    const uppers = await seen(page, "bothDirections", ".draglayer .nsewdrag");
    expect(uppers.length).toBe(4);
    const triangles = await seen(page, "simplexMap", ".xy .scatterlayer .fills path");
    expect(triangles[0].right - triangles[0].left).toBeGreaterThan(260);
  }, 120_000);

  test("on a phone panels stand above each other", async () => {
    const page = await allAlive("phone");
    for (const name of ["bothDirections", "klContours", "simplexMap", "discretization"]) {
      const panels = await seen(page, name, ".draglayer .nsewdrag");
      const [first, last] = [panels[0], panels[panels.length - 1]];
      expect(last.top, name).toBeGreaterThanOrEqual(first.bottom);
      expect(Math.abs(last.left - first.left), name).toBeLessThan(12);
      expect(first.right - first.left, name).toBeGreaterThan(200);
    }
  }, 120_000);

  test("a swipe over a plot scrolls the page, and no bar of buttons lies over it", async () => {
    const page = await pages.open("all", phone);
    await page.locator("#figure-2").scrollIntoViewIfNeeded();
    await page.locator("#figure-2[data-state=live]").waitFor();
    const plot = page.locator("#figure-2 .nsewdrag").first();
    await plot.scrollIntoViewIfNeeded();
    const box = (await plot.boundingBox())!;
    const before = await page.evaluate<[number, string]>(
      "[scrollY, JSON.stringify(document.querySelector('#figure-2 .live')._fullLayout.xaxis.range)]",
    );
    const session = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove", dy: number): Promise<unknown> =>
      session.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: [{ x: box.x + box.width / 2, y: Math.min(700, box.y + box.height / 2) + dy }],
      });
    await touch("touchStart", 0);
    for (let dy = -20; dy >= -240; dy -= 20) {
      await touch("touchMove", dy);
      await page.waitForTimeout(16);
    }
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await page.waitForTimeout(300);
    const after = await page.evaluate<[number, string]>(
      "[scrollY, JSON.stringify(document.querySelector('#figure-2 .live')._fullLayout.xaxis.range)]",
    );
    expect(after[0] - before[0]).toBeGreaterThan(150);
    expect(after[1]).toBe(before[1]);
    expect(await page.locator("#figure-2 .modebar-btn").count()).toBe(0);
    await page.context().close();
  }, 60_000);

  test.each(["desk", "phone"] as const)(
    "on a %s nothing moved when figures came alive: CLS at most 0.02",
    async (device) => {
      const page = await allAlive(device);
      await page.evaluate("scrollTo(0, 0)");
      const shifted = await page.evaluate<number>(
        "new Promise((done) => setTimeout(() => done(window.shifted ?? 0), 300))",
      );
      console.log(`CLS of ${names.length} figures, ${device}: ${shifted.toFixed(4)}`);
      expect(shifted).toBeLessThanOrEqual(0.02);
    },
    240_000,
  );

  test("playback is reached by Tab, and with less motion shows the end at once", async () => {
    const page = await pages.open("all", { ...desk, reducedMotion: "reduce" });
    const figure = page.locator(figureOf("normalFits"));
    await figure.scrollIntoViewIfNeeded();
    await figure.locator(".playback button").waitFor();
    const slider = figure.locator(".playback input");
    const heightOf = (): Promise<number> =>
      page.evaluate<number>(
        `Math.max(...document.querySelector("${figureOf("normalFits")} .live").data[2].y)`,
      );
    const end = await heightOf();
    await slider.focus();
    await page.keyboard.press("Home");
    expect(await slider.getAttribute("aria-valuetext")).toBe("步 0");
    expect(await heightOf()).not.toBeCloseTo(end, 3);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    expect(await slider.getAttribute("aria-valuetext")).toBe("步 ∞");
    expect(await heightOf()).toBeCloseTo(end, 6);
    await page.context().close();
  }, 60_000);

  test("formulas are copied as their TeX, and the double bar is one character everywhere", async () => {
    const page = await pages.open("words", desk);
    const copied = await page.evaluate<string>(`(() => {
      const paragraph = [...document.querySelectorAll("main p")].find((p) => p.textContent.includes("前文"));
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      const data = new DataTransfer();
      document.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }));
      return data.getData("text/plain");
    })()`);
    expect(copied.trim()).toBe("前文$a=1$与$D(P\\,\\|\\,Q)$后文D(P‖Q)。");
    const text = await page.evaluate<string>("document.querySelector('main').textContent");
    expect(text).not.toContain("∥");
    expect(text.split("‖").length).toBeGreaterThan(3);
    await page.context().close();
  }, 60_000);

  test.each(Object.keys(lessons))(
    "lesson %s passes axe, its tables' headers too",
    async (name) => {
      const page = await pages.open(name, desk);
      await pages.revive(page);
      await page.evaluate(axe);
      const violations = await page.evaluate(
        `axe.run({ iframes: false }).then((r) => r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html).join(" ")))`,
      );
      expect(violations).toEqual([]);
      // What a figure says is said by its caption; its picture's name is another.
      const twice = await page.evaluate<number>(
        `[...document.querySelectorAll("figure.plot")].filter((f) => f.querySelector(".live").getAttribute("aria-label") === f.querySelector("figcaption").textContent).length`,
      );
      expect(twice).toBe(0);
      await page.context().close();
    },
    120_000,
  );
});
