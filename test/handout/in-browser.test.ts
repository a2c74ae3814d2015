import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeHandouts } from "../../src/handout/write-handouts";
import { openBrowser } from "../../src/pictures/browser";
import { FigureDrawer } from "../../src/pictures/figure-drawer";
import { openFigureRenderer } from "../../src/pictures/figure-renderer";
import { pictureInput } from "../../src/pictures/picture-input";
import {
  barFigure,
  codeCell,
  curveFigure,
  display,
  figureOutput,
  lesson,
  markdownCell,
  notebookOf,
} from "./fixture";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const browser: Browser | undefined = await openBrowser({ log: console.log });
if (!browser) console.log("skipped: no browser found, handouts were not opened in one");
const folder = mkdtempSync(join(tmpdir(), "klab 讲义 "));

beforeAll(async () => {
  const renderer = await openFigureRenderer();
  const entries = [{ name: "课 1", notebook: lesson() }];
  await writeHandouts(entries, {
    out: folder,
    audiences: ["student", "teacher"],
    renderer,
    log: () => {},
  });
  await renderer?.close();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  readonly messages: string[];
  readonly requests: string[];
}

async function open(name: string, options: object = {}): Promise<Opened> {
  const context = await browser!.newContext({ offline: true, ...options });
  const page = await context.newPage();
  const messages: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => messages.push(String(error)));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(join(folder, name)).href);
  return { page, messages, requests: requests.slice(1) };
}

async function bringFiguresToLife(page: Page): Promise<void> {
  for (const figure of await page.locator("figure.plot").all()) {
    await figure.scrollIntoViewIfNeeded();
    const id = await figure.getAttribute("id");
    await page.locator(`#${id}[data-state=live]`).waitFor({ timeout: 30_000 });
  }
}

const violations = async (page: Page): Promise<string[]> =>
  page.evaluate(
    `axe.run().then((r) => r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html).join(" ")))`,
  );

/** axe comes in past the page's policy, as an extension would. */
const addAxe = (page: Page): Promise<unknown> => page.evaluate(readFileSync(axePath, "utf8"));

describe.skipIf(!browser)("a handout in a browser, from disk, offline", () => {
  test.each(["light", "dark"])(
    "draws live, asks for nothing, logs nothing, passes axe in %s",
    async (colorScheme) => {
      const { page, messages, requests } = await open("课 1.html", { colorScheme });
      await bringFiguresToLife(page);
      expect(await page.locator(".katex-html").first().isVisible()).toBe(true);
      expect(await page.locator("h1").textContent()).toBe("相对熵初步");
      expect(await page.locator(".input").first().isVisible()).toBe(true);
      expect(await page.locator("figure.plot .live").count()).toBe(2);
      expect(await page.locator("figure.plot .still").first().isVisible()).toBe(false);
      await addAxe(page);
      expect(await violations(page)).toEqual([]);
      expect(messages).toEqual([]);
      expect(requests.filter((url) => !url.startsWith("data:"))).toEqual([]);
      await page.context().close();
    },
  );

  test("fits a phone without scrolling sideways and passes axe there", async () => {
    const { page } = await open("课 1.html", { viewport: { width: 360, height: 740 } });
    await bringFiguresToLife(page);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    await addAxe(page);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test("begins no line with the punctuation after a formula, however wide the page", async () => {
    const { page } = await open("课 1.html");
    const apart: number[] = [];
    for (let width = 300; width < 520; width += 4) {
      await page.setViewportSize({ width, height: 800 });
      const lonely = await page.evaluate(`[...document.querySelectorAll(".kept")].some((kept) => {
        const mark = document.createRange();
        mark.selectNodeContents(kept.lastChild);
        const piece = [...kept.querySelectorAll(".base")].at(-1);
        return mark.getBoundingClientRect().top > piece.getBoundingClientRect().bottom;
      })`);
      if (lonely) apart.push(width);
    }
    expect(await page.locator(".kept").count()).toBeGreaterThan(0);
    expect(apart).toEqual([]);
    await page.context().close();
  });

  test("keeps a legend of several lines off the title on a phone", async () => {
    const figure = curveFigure() as { data: object[]; layout: object };
    const names = ["−(1/m) log L(θ)，m = 30", "H(P) + D(P‖Pθ)，期望", "H(P)，下限"];
    const crowded = {
      data: names.map((name, i) => ({ ...figure.data[i % 2], name })),
      layout: { ...figure.layout, legend: { orientation: "h", x: 0, y: 1.02, yanchor: "bottom" } },
    };
    const notebook = notebookOf([codeCell("plot();", [figureOutput(crowded)])]);
    await writeHandouts([{ name: "窄", notebook }], {
      out: join(folder, "phone"),
      audiences: ["student"],
      renderer: undefined,
      log: () => {},
    });
    const { page } = await open("phone/窄.html", { viewport: { width: 390, height: 740 } });
    await bringFiguresToLife(page);
    const box = async (part: string) => (await page.locator(part).first().boundingBox())!;
    const [heading, live] = [await box(".card .heading"), await box(".live")];
    const [legend, plot] = [await box(".live .legend"), await box(".live .nsewdrag")];
    expect(legend.height).toBeGreaterThan(30); // two lines or more
    expect(legend.y).toBeGreaterThanOrEqual(heading.y + heading.height - 1); // its margin
    expect(legend.y).toBeGreaterThanOrEqual(live.y); // not cut
    expect(legend.y + legend.height).toBeLessThanOrEqual(plot.y + 1);
    await page.context().close();
  });

  test("at 390 px sets a formula's number below it and breaks the lines of a derivation", async () => {
    const long = "\\mathbb{E}_{x\\sim P}\\left[\\log P(x) - \\log Q(x)\\right]";
    const tex = `\\begin{aligned}\nH(P, Q) - H(P) &amp;= ${long} - ${long} - ${long} &amp;&amp; \\text{(1)} \\\\\n&amp;= D &amp;&amp; \\text{(2)}\n\\end{aligned}`;
    const output = display({ "text/html": `<div lang="zh-CN">$$${tex}$$</div>` });
    const cells = [
      markdownCell(
        `# 题\n\n$$\nD(p\\,\\|\\,q)=\\sum_i p_i\\ln\\frac{p_i}{q_i}=${long} \\tag{7}\n$$`,
      ),
      codeCell("chain", [output]),
    ];
    await writeHandouts([{ name: "式", notebook: notebookOf(cells) }], {
      out: join(folder, "phone"),
      audiences: ["student"],
      renderer: undefined,
      log: () => {},
    });
    const { page } = await open("phone/式.html", { viewport: { width: 390, height: 740 } });
    const [formula, tag] = [".katex-display .base", ".katex-display .tag"].map((name) =>
      page.locator(name).last().boundingBox(),
    );
    expect((await tag)!.y).toBeGreaterThanOrEqual((await formula)!.y + (await formula)!.height - 1);
    expect(await page.locator(".chain-number").allTextContents()).toEqual(["(1)", "(2)"]);
    const scrolled = await page.evaluate(
      () =>
        Array.from(document.querySelectorAll(".chain,.display")).filter(
          ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1,
        ).length,
    );
    expect(scrolled).toBe(0);
    const number = (await page.locator(".chain-number").first().boundingBox())!;
    const right = (await page.locator(".chain-right").first().boundingBox())!;
    expect(number.y).toBeGreaterThanOrEqual(right.y + right.height - 2);
    await page.context().close();
  });

  test("shows pictures and tables without JavaScript", async () => {
    const { page } = await open("课 1.html", { javaScriptEnabled: false });
    expect(await page.locator("figure.plot svg[role=img]").count()).toBe(2);
    expect(await page.locator("figure.plot svg[role=img]").first().isVisible()).toBe(true);
    await page.locator("details.data summary").first().click();
    expect(await page.locator("details.data table").first().isVisible()).toBe(true);
    await page.context().close();
  });

  test("lists the lessons in an index that searches, remembers what is done and passes axe", async () => {
    const { page, messages, requests } = await open("index.html");
    await page.locator(".lessons .title a").click();
    expect(await page.title()).toBe("相对熵初步");
    await page.goBack();
    const lesson = page.locator(".lessons>li");
    await page.fill("#search", "定义");
    expect(await lesson.isVisible()).toBe(true);
    expect(await page.locator(".sections li:visible a").textContent()).toBe("1 定义");
    await page.fill("#search", "没有的词");
    expect(await lesson.isVisible()).toBe(false);
    await page.fill("#search", "");
    await page.getByLabel("完成").check();
    await page.reload();
    expect(await page.getByLabel("完成").isChecked()).toBe(true);
    expect(await page.textContent("#done-count")).toContain("已完成1课");
    expect(requests.filter((url) => !url.startsWith("file:"))).toEqual([]);
    await addAxe(page);
    expect(await violations(page)).toEqual([]);
    expect(messages).toEqual([]);
    await page.context().close();
  });

  test("has an index that is whole without JavaScript, and shows no control that is dead", async () => {
    const { page } = await open("index.html", { javaScriptEnabled: false });
    expect(await page.locator(".lessons .title a").isVisible()).toBe(true);
    expect(await page.locator("input:visible").count()).toBe(0);
    await page.context().close();
  });

  test("links no teacher's page from the students' index, and both from the teacher's", async () => {
    expect(readFileSync(join(folder, "index.html"), "utf8")).not.toMatch(/teacher\.html/);
    const { page } = await open("index.teacher.html");
    await page.locator(".lessons .title a").click();
    expect(await page.locator("body").getAttribute("class")).toBe("teacher");
    await page.goBack();
    await page.locator(".facts a").click();
    expect(await page.locator("body").getAttribute("class")).toBe("student");
    await page.context().close();
  });

  test("weighs less than 1.3 megabytes", () => {
    expect(readFileSync(join(folder, "课 1.html")).length).toBeLessThan(1_300_000);
  });
});

describe.skipIf(!browser)("drawing figures", () => {
  test.each([
    ["bars", barFigure()],
    ["curves", curveFigure()],
  ])("gives %s the same bytes twice, twice the size in pixels", async (_, figure) => {
    const input = pictureInput(figure);
    const drawer = new FigureDrawer(browser!);
    const [first, second] = [await drawer.draw(input), await drawer.draw(input)];
    expect(second.svg).toBe(first.svg);
    expect(second.png.equals(first.png)).toBe(true);
    expect([first.png.readUInt32BE(16), first.png.readUInt32BE(20)]).toEqual([1280, 800]);
    expect(first.svg).toContain('id="k-1"');
  });

  test("gives a figure the same bytes whatever was drawn before it, even what spoils the page", async () => {
    const titled = (text: string, family?: string) => ({
      data: [{ type: "bar", name: "甲", x: ["a", "b"], y: [1, 2] }],
      layout: { title: { text, ...(family ? { font: { family } } : {}) } },
    });
    // Each needs fonts, or chance, or a size, that the others do not have.
    const figures = [
      curveFigure(),
      titled("粗体<b>熵与散度</b>", "monospace"),
      JSON.parse(
        '{ "data": [{ "type": "bar", "y": [1], "__proto__": { "y": [9] } }], "layout": { "__proto__": { "title": 1 }, "constructor": { "prototype": { "showlegend": true } } } }',
      ),
      {
        data: [{ type: "box", y: [1, 2, 3, 9], boxpoints: "all", jitter: 1 }],
        layout: { width: 300 },
      },
      {
        data: [
          {
            type: "heatmap",
            z: [
              [1, 2],
              [3, 4],
            ],
          },
        ],
        layout: {},
      },
      titled("概率"),
      barFigure(),
    ].map(pictureInput);
    const used = new FigureDrawer(browser!);
    const broken = { ...pictureInput({ data: [] }), width: Number.NaN };
    for (const input of figures) {
      const alone = await new FigureDrawer(browser!).draw(input);
      const after = await used.draw(input);
      expect(after.svg).toBe(alone.svg);
      expect(after.png.equals(alone.png)).toBe(true);
    }
    await expect(used.draw(broken)).rejects.toThrow("cannot be drawn");
    const last = await used.draw(figures[0]);
    expect(last.svg).toBe((await new FigureDrawer(browser!).draw(figures[0])).svg);
  });

  test("says in one line what cannot be drawn", async () => {
    const input = { ...pictureInput({ data: [] }), width: Number.NaN };
    await expect(new FigureDrawer(browser!).draw(input)).rejects.toThrow(
      /^figure: 图无法绘制 \/ cannot be drawn: .+$/,
    );
  });
});
