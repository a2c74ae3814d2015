import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { explore, kl, normal, number, seeded, slider } from "../../src/index";
import { joinText, type Notebook } from "../../src/notebook/nbformat";
import { readNotebookFiles } from "../../src/notebook/notebook-file";
import { desk, FigurePages, notebookOfValues, phone } from "../support/figure-pages";

const pages = await FigurePages.start();
if (!pages.browser) console.log("skipped: no browser found, explorers were not moved by hand");

const hills = explore(
  (klab, v) =>
    klab.figures.bothDirections(klab.normal(0, 1), klab.normal(v.mu, v.sd), {
      range: [-7, 7],
      points: 121,
    }),
  {
    mu: slider(-3, 3, 1, { label: "均值", unit: "厘米" }),
    sd: slider(0.4, 3, 2, { label: "标准差" }),
    n: number(5, { low: 1, high: 9, label: "个数" }),
  },
  {
    handles: [
      { control: "mu", curve: "q(x)" },
      { control: "sd", curve: "q(x)", from: "mu" },
    ],
    goals: {
      "让D(P‖Q) = 0": (klab, v) => klab.kl(klab.normal(0, 1), klab.normal(v.mu, v.sd)) < 1e-9,
    },
  },
);

const bars = explore((klab, v) => klab.figures.pmfPair([0.5, 0.5], [v.q, 1 - v.q]), {
  q: slider(0.05, 0.95, 0.5, { label: "q", step: 0.05 }),
});

/** What takes long, coarsely while the hand moves. */
const slow = explore(
  (klab, v, { coarse }) => {
    const until = Date.now() + (coarse ? 1 : 120);
    while (Date.now() < until);
    const figure = klab.figures.pmfPair([0.5, 0.5], [v.q, 1 - v.q]);
    return new klab.Figure({
      ...figure,
      layout: { ...figure.layout, title: { text: coarse ? "粗" : `q = ${v.q}` } },
    });
  },
  { q: slider(0.05, 0.95, 0.5, { label: "q", step: 0.05 }) },
);

/** The cell of a lesson that shows an explorer, alone on a page. */
function explorerOfLesson(name: string, source: string): Notebook {
  const { notebook } = readNotebookFiles([join("notebooks", `${name}.ipynb`)])[0];
  const cells = notebook.cells.filter(
    (cell) => cell.cell_type === "code" && joinText(cell.source).includes(source),
  );
  return { ...notebook, cells: cells.slice(0, 1) };
}

/** All explorers of the course that have grips. */
function explorersOfCourse(): Notebook {
  const files = readdirSync("notebooks").filter((file) => file.endsWith(".ipynb"));
  const read = readNotebookFiles(files.map((file) => join("notebooks", file)));
  const cells = read
    .flatMap(({ notebook }) => notebook.cells)
    .filter((cell) => cell.cell_type === "code" && /handles: \[/.test(joinText(cell.source)));
  return { ...read[0].notebook, cells: cells.map((cell, i) => ({ ...cell, id: `grips-${i}` })) };
}

beforeAll(async () => {
  await pages.write({
    hills: notebookOfValues({ hills }),
    slow: notebookOfValues({ slow }),
    bars: notebookOfValues({ bars }),
    hidden: explorerOfLesson("gallery", "找出藏起来的Q"),
    arena: explorerOfLesson("06-estimation", "explore("),
    grips: explorersOfCourse(),
  });
}, 120_000);
afterAll(() => pages.close());

/** Of WCAG 2.5.8: circles of this diameter around two targets do not meet. */
const leastTarget = 24;

const readout = "output[aria-live]";
const says = (page: Page, text: string): Promise<unknown> =>
  page.waitForFunction(
    ([selector, wanted]) => document.querySelector(selector)?.textContent?.includes(wanted),
    [readout, text] as const,
    { timeout: 20_000 },
  );
const value = (page: Page, label: string): Promise<number> =>
  page.getByLabel(label, { exact: true }).inputValue().then(Number);

async function opened(name: string, options: object, fragment = ""): Promise<Page> {
  const page = await pages.open(name, options, fragment);
  await page.locator("figure.plot").scrollIntoViewIfNeeded();
  await page.locator(".controls button").first().waitFor();
  return page;
}

const answer = (mu: number, sd: number): string =>
  `D(P‖Q) = ${Number(kl(normal(0, 1), normal(mu, sd)).toPrecision(4))} nat`;

/** Draws a second, and the median time from an event to a drawing, while 60 events come within a second. */
async function sixtyEvents(
  page: Page,
  [low, high]: readonly [number, number] = [-1.5, 1.5],
): Promise<{ draws: number; median: number }> {
  const { draws, delays } = await page.evaluate<{
    draws: number;
    delays: number[];
  }>(`new Promise((done) => {
      const [input] = document.querySelectorAll(".controls input");
      const live = document.querySelector(".live");
      const times = [];
      let draws = 0, sent = 0, start = 0;
      const drawn = () => { draws++; times.push(performance.now() - start); };
      live.on("plotly_afterplot", drawn);
      const begin = performance.now();
      const step = () => {
        start = performance.now();
        input.value = String(${low} + ((sent % 60) / 60) * ${high - low});
        input.dispatchEvent(new Event("input", { bubbles: true }));
        if (++sent < 60) setTimeout(step, 1000 / 60);
        else setTimeout(() => {
          live.removeListener("plotly_afterplot", drawn);
          done({ draws: (draws * 1000) / (performance.now() - begin - 200), delays: times });
        }, 200);
      };
      step();
    })`);
  delays.sort((a, b) => a - b);
  return { draws, median: delays[Math.floor(delays.length / 2)] };
}

/** How many pictures a second the machine draws of nothing: fewer than 60 where it has other work. */
const emptyFrames = (page: Page): Promise<number> =>
  page.evaluate<number>(`new Promise((done) => {
    let frames = 0;
    const begin = performance.now();
    const step = () => (++frames < 30 ? requestAnimationFrame(step) : done((frames * 1000) / (performance.now() - begin)));
    requestAnimationFrame(step);
  })`);

/**
 * Milliseconds of the page's own time from a change to its drawing, at the median of twenty-five: of all that the page's
 * thread does, scripts and what they make it lay out, as the processor counts it, whatever else runs on the machine.
 */
async function scriptOfOneChange(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
  const each: number[] = [];
  for (let i = 0; i < 25; i += 1) {
    const before = await spent();
    await page.evaluate(`new Promise((done) => {
      const [input] = document.querySelectorAll(".controls input");
      const live = document.querySelector(".live");
      const drawn = () => { live.removeListener("plotly_afterplot", drawn); done(); };
      live.on("plotly_afterplot", drawn);
      input.value = String(${i} / 25 - 0.5);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    })`);
    each.push((await spent()) - before);
  }
  await session.detach();
  return each.sort((a, b) => a - b)[Math.floor(each.length / 2)];
}

describe.runIf(pages.browser)("an explorer in the reader's hand", () => {
  test("its curves are moved by the mouse and by arrow keys, and what they show is so", async () => {
    const page = await opened("hills", desk);
    const grip = page.getByRole("slider", { name: "图上拖动：均值" });
    const box = (await grip.boundingBox())!;
    await page.mouse.move(box.x + 14, box.y + 14);
    await page.mouse.down();
    await page.mouse.move(box.x - 20, box.y + 14, { steps: 4 });
    await page.mouse.up();
    const mu = await value(page, "均值");
    expect(mu).toBeLessThan(0.5);
    await says(page, answer(mu, 2));
    // The grip went with its curve.
    await page.waitForFunction(
      `Math.abs(document.querySelector(".klab-handle[aria-label$=均值]").getBoundingClientRect().left - ${box.x}) > 20`,
    );
    await page.getByRole("slider", { name: "图上拖动：标准差" }).focus();
    await page.keyboard.press("ArrowLeft");
    const sd = await value(page, "标准差");
    expect(sd).toBeLessThan(2);
    await says(page, answer(mu, sd));
    await page.getByRole("button", { name: "恢复起点" }).click();
    await says(page, answer(1, 2));
    expect(await value(page, "均值")).toBe(1);
    await page.context().close();
  }, 60_000);

  test.each([
    ["desk", desk],
    ["phone", phone],
  ] as const)(
    "on a %s each grip of the course lies on its plot, none on another or on a label",
    async (_, device) => {
      const page = await pages.open("grips", device);
      await pages.revive(page);
      const plots = await page.evaluate<readonly (readonly [number, number, boolean, boolean])[][]>(
        `[...document.querySelectorAll("figure.plot")].map((figure) => {
        const plot = figure.querySelector(".live").getBoundingClientRect();
        const labels = [...figure.querySelectorAll(".annotation-text")].map((e) => e.getBoundingClientRect());
        return [...figure.querySelectorAll(".klab-handle")].map((grip) => {
          const { left, right, top, bottom } = grip.getBoundingClientRect();
          const [x, y] = [(left + right) / 2, (top + bottom) / 2];
          // The ring that is seen has a radius of 10.5.
          const covers = (box) => Math.hypot(x - Math.max(box.left, Math.min(box.right, x)), y - Math.max(box.top + 2, Math.min(box.bottom - 2, y))) < 10;
          return [x, y, left > plot.left && right < plot.right && top > plot.top && bottom < plot.bottom, labels.some(covers)];
        });
      })`,
      );
      expect(plots.length).toBeGreaterThanOrEqual(4);
      for (const grips of plots) {
        expect(grips.length).toBeGreaterThan(0);
        expect(grips.every(([, , isInside]) => isInside)).toBe(true);
        expect(grips.map(([, , , hidesLabel]) => hidesLabel)).toEqual(grips.map(() => false));
        for (const [i, [x, y]] of grips.entries()) {
          for (const [x2, y2] of grips.slice(i + 1))
            expect(Math.hypot(x - x2, y - y2)).toBeGreaterThan(leastTarget);
        }
      }
      await page.context().close();
    },
    60_000,
  );

  test("a finger drags a grip without scrolling the page", async () => {
    const page = await opened("hills", phone);
    const grip = page.getByRole("slider", { name: "图上拖动：均值" });
    await grip.scrollIntoViewIfNeeded();
    const box = (await grip.boundingBox())!;
    const session = await page.context().newCDPSession(page);
    const top = await page.evaluate<number>("scrollY");
    const touch = (type: string, dx: number): Promise<unknown> =>
      session.send("Input.dispatchTouchEvent", {
        type: type as "touchStart",
        touchPoints: type === "touchEnd" ? [] : [{ x: box.x + 14 + dx, y: box.y + 14 + dx / 2 }],
      });
    await touch("touchStart", 0);
    for (const dx of [10, 20, 30, 40]) await touch("touchMove", dx);
    await touch("touchEnd", 40);
    expect(await value(page, "均值")).toBeGreaterThan(1.3);
    expect(await page.evaluate<number>("scrollY")).toBe(top);
    await page.context().close();
  }, 60_000);

  test("a position has an address, which opens it; a goal that is reached says so once", async () => {
    const page = await opened("hills", desk, "#figure-1?mu=0&sd=1.5");
    await says(page, answer(0, 1.5));
    await page.getByLabel("标准差", { exact: true }).fill("1");
    await says(page, "做到了：让D(P‖Q) = 0");
    expect(await page.locator(".controls li").textContent()).toBe("✓ 让D(P‖Q) = 0");
    await page.getByRole("button", { name: "复制此刻的链接" }).click();
    await says(page, "链接已复制");
    expect(await page.evaluate<string>("location.hash")).toMatch(/^#figure-1\?mu=0&sd=1&n=5$/);
    await page.context().close();
  }, 60_000);

  test("Tab reaches every grip, control and button, and no other stop of the plot", async () => {
    const page = await opened("hills", desk);
    await page.locator("figure.plot .card").click({ position: { x: 5, y: 5 } });
    const stops: string[] = [];
    for (let i = 0; i < 14; i += 1) {
      await page.keyboard.press("Tab");
      stops.push(
        await page.evaluate<string>(
          "(document.activeElement.closest('figure.plot') && (document.activeElement.ariaLabel ?? document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent)) || ''",
        ),
      );
    }
    const inside = stops.filter((text) => text !== "");
    expect(inside).toEqual(
      expect.arrayContaining([
        "图上拖动：均值",
        "图上拖动：标准差",
        "均值",
        "标准差",
        "个数",
        "恢复起点",
        "复制此刻的链接",
      ]),
    );
    await page.context().close();
  }, 60_000);

  test("a hidden distribution is found by its divergences alone, and quietly", async () => {
    const page = await opened("hidden", desk);
    // As the explorer draws it: the first of its nine.
    const draw = seeded(1);
    const mu = Math.round(40 * draw() - 20) / 10;
    const sigma = Math.round(15 * draw() + 5) / 10;
    const curves = (): Promise<number> =>
      page.evaluate<number>(
        "document.querySelector('.live').data.filter(({ type }) => type === 'scatter').length",
      );
    expect(await curves()).toBe(1);
    await page.getByLabel("猜的均值", { exact: true }).fill(String(mu));
    await says(page, "nat");
    expect(await page.locator(".controls li").textContent()).toBe("○ 找出藏起来的Q");
    await page.getByLabel("猜的标准差", { exact: true }).fill(String(sigma));
    await says(page, "做到了：找出藏起来的Q");
    expect(await page.locator(".controls li").textContent()).toBe("✓ 找出藏起来的Q");
    expect(await page.locator("dialog, [role=alert], [role=alertdialog]").count()).toBe(0);
    expect(await curves()).toBe(1);
    await page.context().close();
  }, 60_000);

  test("a lesson's slow function, five estimators of two samples, keeps up with the hand", async () => {
    const page = await opened("arena", desk);
    await page.locator("figure.plot").hover();
    await page.waitForTimeout(1500);
    const bursts: { readonly draws: number; readonly median: number }[] = [];
    for (let burst = 0; burst < 3; burst += 1) bursts.push(await sixtyEvents(page, [50, 800]));
    const draws = Math.max(...bursts.map((burst) => burst.draws));
    const busy = Math.max(1, 60 / (await emptyFrames(page)));
    console.log(`lesson 06 under 60 events: ${draws.toFixed(1)} draws a second`);
    // A budget of 30 a second, with three times its room.
    expect(draws).toBeGreaterThanOrEqual(10 / busy);
    await page.context().close();
  }, 60_000);

  test("a number that is none is said, units are spoken, and there is one live region", async () => {
    const page = await opened("hills", desk);
    await page.getByLabel("个数").fill("77");
    await says(page, "“个数”应是1至9的数");
    await page.getByLabel("均值", { exact: true }).fill("-2");
    const spoken = await page.getByLabel("均值", { exact: true }).getAttribute("aria-valuetext");
    expect(spoken).toBe("−2 厘米");
    expect(await page.locator("[aria-live], output, [role=status], [role=alert]").count()).toBe(1);
    await page.context().close();
  }, 60_000);

  test("axes stay where they are while a hill grows", async () => {
    const page = await opened("hills", desk);
    const range = (): Promise<number[]> =>
      page.evaluate<number[]>("document.querySelector('.live')._fullLayout.yaxis2.range");
    const before = await range();
    await page.getByLabel("标准差", { exact: true }).fill("0.8");
    await says(page, answer(1, 0.8));
    expect(await range()).toEqual(before);
    await page.context().close();
  }, 60_000);

  test("the first change comes at once, and many fast ones are drawn as they come", async () => {
    const page = await opened("hills", desk);
    const input = page.getByLabel("均值", { exact: true });
    await page.locator("figure.plot").hover();
    await page.waitForTimeout(1500); // the reader looks before moving
    const first = await page.evaluate<number>(`new Promise((done) => {
      const [input] = document.querySelectorAll(".controls input");
      const live = document.querySelector(".live");
      const start = performance.now();
      live.on("plotly_afterplot", () => done(performance.now() - start));
      input.value = "0.5";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    })`);
    await says(page, answer(0.5, 2));
    // The best of three: what another process takes from one of them is not the page's.
    const bursts: { readonly draws: number; readonly median: number }[] = [];
    for (let burst = 0; burst < 3; burst += 1) bursts.push(await sixtyEvents(page));
    const draws = Math.max(...bursts.map((burst) => burst.draws));
    const median = Math.min(...bursts.map((burst) => burst.median));
    const idle = await emptyFrames(page);
    const busy = Math.max(1, 60 / idle);
    const script = await scriptOfOneChange(page);
    console.log(
      `first change ${first.toFixed(0)} ms; under 60 events ${draws.toFixed(1)} draws a second, input to drawing ${median.toFixed(0)} ms at the median, script ${script.toFixed(1)} ms at the median (${idle.toFixed(0)} empty frames a second)`,
    );
    expect(script).toBeLessThanOrEqual(24);
    // Budgets of 150 ms, 30 a second, 50 ms and 8 ms of script, with three times their room for a machine that is busy.
    expect(first).toBeLessThanOrEqual(450 * busy);
    expect(draws).toBeGreaterThanOrEqual(10 / busy);
    expect(median).toBeLessThanOrEqual(150 * busy);
    expect(await input.isEnabled()).toBe(true);
    await page.context().close();
  }, 60_000);

  test.each([
    ["hills", "均值", [0.8, 0.7, 0.4]],
    ["bars", "q", [0.3, 0.35, 0.2]],
  ] as const)(
    "what moves with the hand lies where Plotly draws it when it rests: %s",
    async (name, label, positions) => {
      const page = await opened(name, desk);
      // The first answer is drawn whole: its layout is the function's own, not the stored one.
      await page.getByLabel(label, { exact: true }).fill(String(positions[0]));
      await says(page, "nat");
      await page.waitForTimeout(900);
      const seen = `(() => {
      const live = document.querySelector(".live");
      const { left, top } = live.getBoundingClientRect();
      const box = (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x - left, y - top, width, height];
      };
      return {
        lines: [...live.querySelectorAll(".js-line, .js-fill, .barlayer path")].map(box),
        notes: [...live.querySelectorAll(".annotation-text")].map(box),
        texts: [...live.querySelectorAll(".annotation-text, .gtitle")].map((text) => text.textContent),
      };
    })()`;
      interface Seen {
        readonly lines: readonly number[][];
        readonly notes: readonly number[][];
        readonly texts: readonly string[];
      }
      const moves = async (to: number): Promise<void> => {
        // Plotly makes notes anew, without what moved them.
        const [moved, isPlotly] = await page.evaluate<
          readonly [Seen, boolean]
        >(`new Promise((done) => {
        const input = document.getElementById(document.querySelector(".controls label").htmlFor);
        const live = document.querySelector(".live");
        const drawn = () => {
          live.removeListener("plotly_afterplot", drawn);
          done([${seen}, live.querySelector(".annotation[transform]") === null]);
        };
        live.on("plotly_afterplot", drawn);
        input.value = "${to}";
        input.dispatchEvent(new Event("input", { bubbles: true }));
      })`);
        expect(isPlotly).toBe(false);
        await page.waitForTimeout(900);
        const rests = await page.evaluate<Seen>(seen);
        expect(moved.texts).toEqual(rests.texts);
        expect(moved.lines.length).toBe(rests.lines.length);
        for (const [i, box] of rests.lines.entries())
          for (const [k, value] of box.entries())
            expect(Math.abs(moved.lines[i][k] - value)).toBeLessThan(1);
        for (const [i, [x, y]] of rests.notes.entries()) {
          expect(Math.abs(moved.notes[i][0] - x)).toBeLessThan(12);
          expect(Math.abs(moved.notes[i][1] - y)).toBeLessThan(2);
        }
      };
      for (const position of positions.slice(1)) await moves(position);
      await page.context().close();
    },
    60_000,
  );

  test("what takes long is coarse while the hand moves, and whole when it rests", async () => {
    const page = await opened("slow", desk);
    const titles = await page.evaluate<string[]>(`new Promise((done) => {
      const [input] = document.querySelectorAll(".controls input");
      const readout = document.querySelector("${readout}");
      const titles = [];
      new MutationObserver(() => titles.push(readout.textContent)).observe(readout, { childList: true });
      let sent = 0;
      const step = () => {
        input.value = String(0.5 + (sent % 8) / 20);
        input.dispatchEvent(new Event("input", { bubbles: true }));
        if (++sent < 30) setTimeout(step, 30);
        else setTimeout(() => done(titles), 3000);
      };
      step();
    })`);
    expect(titles[0]).toBe("粗");
    expect(titles.filter((title) => title === "粗").length).toBeGreaterThan(4);
    expect(titles.at(-1)).toBe("q = 0.75");
    await page.context().close();
  }, 60_000);
});
