import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hanCharacters } from "../../src/handout/han-font";
import { bernoulli, figures, normal } from "../../src/index";
import { readNotebookFiles } from "../../src/notebook/notebook-file";
import { openFigureRenderer } from "../../src/pictures/figure-renderer";
import { desk, FigurePages, notebookOfValues, phone } from "../support/figure-pages";
import { gallery } from "../support/figures";
import { shortOf } from "../support/short-of";

const pages = await FigurePages.start();
if (!pages.browser) console.log("skipped: no browser found, figures were not looked at");

/** Cases at the edge of what a figure is for. */
const infiniteCode = figures.codeLengths([0.5, 0.25, 0.25], [0.5, 0.5, 0]);
const wide = figures.generatorFamily({ range: [0.001, 1000] });
const same = figures.informationArea(
  [
    [0.5, 0],
    [0, 0.5],
  ],
  { base: 2 },
);
const detour = figures.triangleInequality(normal(0, 1), normal(3, 1), normal(1, 1));
const infinite = figures.pmfPair([0.5, 0.3, 0.2], [0.7, 0.3, 0], { labels: ["晴", "阴", "雨"] });
const unseen = figures.likelihood([0, 0, 0, 0, 0], bernoulli, {
  range: [0.02, 0.98],
  truth: bernoulli(0.1),
});
const edgeCases = { infinite, unseen, infiniteCode, wide, same, detour };
const names = [...Object.keys(gallery), ...Object.keys(edgeCases)];

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Every lesson in the full run; else those with the most kinds of figures and tables. */
const lessonNames = process.env.KLAB_FULL
  ? readdirSync("notebooks").flatMap((file) => /^(.*)\.ipynb$/.exec(file)?.[1] ?? [])
  : ["00-guide", "02-relative-entropy"];
const themed = lessonNames.flatMap((name, i): [string, "light" | "dark"][] => {
  const both: [string, "light" | "dark"][] = [
    [name, "light"],
    [name, "dark"],
  ];
  return process.env.KLAB_FULL ? both : [both[i]];
});
const lessons = Object.fromEntries(
  lessonNames.map((name) => [
    name,
    readNotebookFiles([join("notebooks", `${name}.ipynb`)])[0].notebook,
  ]),
);

beforeAll(async () => {
  const made = Object.fromEntries(Object.entries(gallery).map(([name, make]) => [name, make()]));
  await pages.write({
    all: notebookOfValues({ ...made, ...edgeCases }),
    ...lessons,
    words: notebookOfValues(
      {
        one: figures.densityPair(normal(0, 1), normal(1, 2)),
        dark: figures.withTheme(figures.densityPair(normal(0, 1), normal(1, 2)), "dark"),
      },
      "# 词\n\n前文$a=1$与$D(P\\,\\|\\,Q)$后文D(P‖Q)。\n\n$$\nx^2\n$$\n",
    ),
  });
  const renderer = await openFigureRenderer();
  await pages.write(
    { still: notebookOfValues({ one: figures.densityPair(normal(0, 1), normal(1, 2)) }) },
    renderer,
  );
  await renderer?.close();
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
  /** Of its letters on the screen: Plotly shrinks what stands in a bar. */
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
  >(`[...document.querySelectorAll(${JSON.stringify(`${figureOf(name)} ${selector}`)})].map((e) => {
    const { left, right, top, bottom } = e.getBoundingClientRect();
    const scale = e.getScreenCTM ? Math.hypot(e.getScreenCTM().a, e.getScreenCTM().b) : 1;
    return { text: e.textContent, size: scale * parseFloat(getComputedStyle(e).fontSize), left, right, top, bottom };
  }).filter((e) => e.right > e.left)`);

/** A line of text is a few pixels higher than its letters, and no wider. */
const meet = (a: Seen, b: Seen): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;

/** Whether an upright edge of a drawn line or box goes through a text. */
const crosses = (edge: Seen, { left, right, top, bottom }: Seen): boolean =>
  [edge.left + 1, edge.right - 1].some((x) => x > left + 3 && x < right - 3) &&
  Math.min(edge.bottom, bottom) - Math.max(edge.top, top) > 4;

describe.runIf(pages.browser)("figures as they are drawn", () => {
  const views = [
    ["on a desk", "desk", "light"],
    ["on a phone at night", "phone", "dark"],
    ["on a desk at night", "desk", "dark"],
    ["on a phone", "phone", "light"],
  ] as const;

  test.each(shortOf(views, views.slice(0, 2), "labels of all figures"))(
    "%s: no label on another, none too small, in the page's colours",
    async (_, device, colorScheme) => {
      const page = await allAlive(device, colorScheme);
      const least = device === "phone" ? 11 : 10.5;
      // Of what is not packed the page brings the glyphs.
      const glyphs = new Set(hanCharacters(await pages.read("all")));
      for (const name of names) {
        const texts = await seen(page, name, ".main-svg text");
        const crossing = texts.flatMap((a, i) =>
          texts.slice(i + 1).flatMap((b) => (meet(a, b) ? [`${a.text} on ${b.text}`] : [])),
        );
        expect.soft(crossing, name).toEqual([]);
        const edges = await seen(page, name, ".shapelayer path");
        // What has a ground of its own lies over lines.
        const bare = await seen(
          page,
          name,
          ".annotation-text-g:not(:has(.bg[style*='opacity: 0.85'])) text",
        );
        const crossed = bare.filter((text) => edges.some((edge) => crosses(edge, text)));
        expect
          .soft(
            crossed.map(({ text }) => text),
            name,
          )
          .toEqual([]);
        const [card] = await seen(page, name, ".card");
        const outside = texts.filter(
          ({ left, right, top, bottom }) =>
            left < card.left || right > card.right || top < card.top || bottom > card.bottom,
        );
        expect
          .soft(
            outside.map(({ text }) => text),
            name,
          )
          .toEqual([]);
        const small = texts.filter(({ size, text }) => text.trim() && size < least);
        expect
          .soft(
            small.map(({ text, size }) => `${text} ${size}`),
            name,
          )
          .toEqual([]);
        const captions = await seen(page, name, ":is(figcaption, .heading)");
        const written = [...texts, ...captions].map(({ text }) => text);
        // One minus sign, no typed space between 汉字 and Latin letters, a glyph for every character.
        const hyphen = /(?:^|[\s(（=,，：])-\d|\de-\d/;
        expect.soft(written.filter((text) => hyphen.test(text))).toEqual([]);
        const spaced = /[\u4e00-\u9fff] [A-Za-z0-9]|[A-Za-z0-9] [\u4e00-\u9fff]/;
        expect.soft(written.filter((text) => spaced.test(text))).toEqual([]);
        // Distributions are named as in the prose.
        expect.soft(written.filter((text) => /mean=|sd=|normal\(|beta\(/.test(text))).toEqual([]);
        const unknown = [...hanCharacters(written.join(""))].filter((han) => !glyphs.has(han));
        expect.soft(unknown, name).toEqual([]);
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
    // In words: a number alone, or a name, is no point.
    for (const name of names) {
      const [title] = await seen(page, name, ".gtitle");
      const said = title.text.replace(/[^\u4e00-\u9fff]/g, "");
      expect.soft(said.length, `${name}: ${title.text}`).toBeGreaterThanOrEqual(5);
    }
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
    const plot = (await seen(page, "infiniteCode", ".draglayer .nsewdrag"))[0];
    expect(
      (await seen(page, "infiniteCode", ".barlayer .point path")).at(-1)?.top,
    ).toBeLessThanOrEqual(plot.top + 1);
    expect(await words("infiniteCode")).toContain("↑∞");
    // Bits stand above the branches that they name.
    const bits = (await seen(page, "codeTree", ".textpoint text")).filter((t) =>
      /^[01]$/.test(t.text),
    );
    expect(bits.length).toBe(6);
    const leaves = await seen(page, "codeTree", ".scatterlayer .point");
    expect(leaves.length).toBe(4);
    for (const leaf of leaves) {
      const gaps = bits.map(({ top, bottom }) => (leaf.top + leaf.bottom - top - bottom) / 2);
      expect(gaps.some((gap) => gap > 4 && gap < 20)).toBe(true);
    }
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

  test("measured in pixels, each shows what it says", async () => {
    const page = await pages.open("all", desk);
    await pages.revive(page);
    const middle = ({ top, bottom }: Seen): number => (top + bottom) / 2;
    const across = ({ left, right }: Seen): number => (left + right) / 2;
    const number = (text: string): number => Number(text.replace("−", "-"));
    /** Pixels a unit along an axis, from its numbers. */
    const scaleOf = async (
      name: string,
      axis: string,
      at: (s: Seen) => number,
    ): Promise<number> => {
      const ticks = await seen(page, name, `.${axis}tick text`);
      const [first, last] = [ticks[0], ticks[ticks.length - 1]];
      return (at(last) - at(first)) / (number(last.text) - number(first.text));
    };
    const titleOf = async (name: string): Promise<string> =>
      (await seen(page, name, ".gtitle"))[0].text;

    // The title's two numbers are where the two lines are, and the bars' means under p.
    const [, own, more] = /([\d.]+) bit.*?([\d.]+) bit/.exec(
      await titleOf("codeLengths"),
    ) as string[];
    const perBit = Math.abs(await scaleOf("codeLengths", "y", middle));
    const [atP, atQ] = (
      await seen(page, "codeLengths", ".shapelayer path[style*='dasharray: ']")
    ).map(middle);
    expect((atP - atQ) / perBit).toBeCloseTo(Number(more), 2);
    const bars = await seen(page, "codeLengths", ".barlayer .point path");
    const mean = (from: number): number =>
      [0.6, 0.3, 0.1].reduce(
        (sum, p, i) => sum + (p * (bars[from + i].bottom - bars[from + i].top)) / perBit,
        0,
      );
    expect(mean(0)).toBeCloseTo(Number(own), 1);
    expect(mean(3)).toBeCloseTo(Number(own) + Number(more), 1);

    // The lines lie on a ground of the page's colour, where they cross bars of their own.
    const strokes = await page.evaluate<[string, number, string][]>(
      `[...document.querySelectorAll("${figureOf("codeLengths")} .shapelayer path")].map((e) => {
        const { stroke, strokeWidth, strokeDasharray } = getComputedStyle(e);
        return [stroke, parseFloat(strokeWidth), strokeDasharray];
      })`,
    );
    const grounds = strokes.filter(([stroke]) => stroke === "rgb(255, 255, 255)");
    const dotted = strokes.filter(([, , dashes]) => dashes !== "none");
    expect([grounds.length, dotted.length]).toEqual([2, 2]);
    expect(strokes.indexOf(grounds[1])).toBeLessThan(strokes.indexOf(dotted[0]));
    for (const [, width] of dotted) expect(grounds[0][1]).toBeGreaterThan(width + 2);

    // What is left of the budget is said where it lies: the arrow ends in its band.
    const [band] = (await seen(page, "kraftBudget", ".shapelayer path")).filter(
      ({ left, right }) => right - left > 8,
    );
    const [arrow] = await seen(page, "kraftBudget", ".annotation-arrow-g path");
    expect(arrow.right).toBeGreaterThan(band.left + 4);
    expect(arrow.right).toBeLessThan(band.right);

    // Curves that nearly coincide are seen in turn: equally wide, one of them broken, in two colours.
    const curves = await page.evaluate<[string, number, string][]>(
      `[...document.querySelectorAll("${figureOf("generatorFamily")} .scatterlayer .js-line")].map((e) => {
        const { stroke, strokeWidth, strokeDasharray } = getComputedStyle(e);
        return [stroke, parseFloat(strokeWidth), strokeDasharray];
      })`,
    );
    const [shannon, hellinger] = [curves[2], curves[3]];
    expect([shannon[1], shannon[2]]).toEqual([hellinger[1], "none"]);
    expect(hellinger[2]).toBe("9px, 9px");
    expect(shannon[0]).not.toBe(hellinger[0]);

    // What bounds D begins at t = 0, where the share is 1 and the logarithm below every frame.
    const [leftPlot, rightPlot] = await seen(page, "logBound", ".draglayer .nsewdrag");
    const shares = await seen(page, "logBound", ".x2y2 .scatterlayer .js-line");
    expect(shares[0].left - rightPlot.left).toBeLessThan(2);
    const logarithm = (await seen(page, "logBound", ".xy .scatterlayer .js-line"))[0];
    expect(logarithm.bottom).toBeGreaterThan(leftPlot.bottom - 2);

    // Contributions are laid end to end, and the last bar is as high as they reach.
    const laid = await seen(page, "pmfPair", ".xy2 .barlayer .point path");
    const [falls, rises, rest, whole] = laid;
    expect(falls.bottom).toBeCloseTo(rises.bottom, 0);
    expect(rises.top).toBeCloseTo(rest.bottom, 0);
    expect(rest.top).toBeCloseTo(whole.top, 0);
    expect(falls.top).toBeCloseTo(whole.bottom, 0);

    // Panels side by side: one scale, and a distribution has one colour in both.
    const swapped = await page.evaluate<Record<string, [string, number]>>(
      `Object.fromEntries(["xy", "x2y3"].flatMap((panel) =>
        [...document.querySelectorAll("${figureOf("bothDirections")} ." + panel + " .scatterlayer .js-line")].map((e, i) =>
          [panel + i, [getComputedStyle(e).stroke, e.getBBox().height]])))`,
    );
    expect(swapped.xy0).toEqual(swapped.x2y30);
    expect(swapped.xy1).toEqual(swapped.x2y31);
    expect(swapped.xy0[0]).not.toBe(swapped.xy1[0]);

    // Cells halved: D comes to its line from below, H climbs by the same step.
    const limit = (await seen(page, "discretization", ".xy .js-line"))[0];
    const cells = (await seen(page, "discretization", ".xy .scatterlayer .point")).map(middle);
    for (const y of cells) expect(y).toBeGreaterThan(limit.top - 1.5);
    expect(cells[cells.length - 1] - limit.top).toBeLessThan(2);
    const climb = (await seen(page, "discretization", ".x2y2 .scatterlayer .point")).map(middle);
    const rungs = climb.slice(3).map((y, i) => climb[i + 2] - y);
    for (const rung of rungs) expect(rung).toBeCloseTo(rungs[0], -0.5);

    // Ratios are on a logarithmic axis: equal steps for equal quotients.
    const ratios = await seen(page, "generatorFamily", ".xtick text");
    const [from, , to] = ratios.map(across);
    const decade = (to - from) / Math.log10(number(ratios[2].text) / number(ratios[0].text));
    const between = across(ratios[3]) - across(ratios[1]);
    expect(between / decade).toBeCloseTo(Math.log10(10), 1);

    // Beliefs from light to dark, the latest darkest.
    const shades = await page.evaluate<number[]>(
      `[...document.querySelectorAll("${figureOf("coinUpdating")} .xy .scatterlayer .js-line")].map((e) =>
        getComputedStyle(e).stroke.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0))`,
    );
    expect(shades.length).toBeGreaterThan(3);
    expect(shades).toEqual([...shades].sort((a, b) => b - a));

    // Every bar of the evidence ends at its line, whatever its parts are.
    const parts = await seen(page, "evidenceBars", ".barlayer .point path");
    const evidence = Math.max(...parts.map(({ right }) => right));
    const ended = parts.filter(({ right }) => evidence - right < 1);
    expect(ended.length).toBe(3);
    for (const [i, { right }] of parts.slice(0, 2).entries())
      expect(right).toBeCloseTo(parts[3 + i].left, 0);

    // The parabola and both directions touch at the point, and nowhere lower.
    const [point] = await seen(page, "fisherParabola", ".scatterlayer .point");
    for (const { bottom } of await seen(page, "fisherParabola", ".scatterlayer .js-line"))
      expect(Math.abs(bottom - middle(point))).toBeLessThan(2);

    // The gap at the lowest place is drawn large, within the plot.
    const closer = (await seen(page, "likelihood", ".draglayer .nsewdrag"))[1];
    const around = (await seen(page, "likelihood", ".draglayer .nsewdrag"))[0];
    expect(closer.left > around.left && closer.right < around.right).toBe(true);
    expect(closer.top > around.top && closer.bottom < around.bottom).toBe(true);

    // Both divergences are convex, so that no level line has a dent.
    for (const panel of ["xy", "x2y2"]) {
      const dents = await page.evaluate<number[]>(`
        [...document.querySelectorAll("${figureOf("simplexMap")} .${panel} .scatterlayer .fills path")].map((path) => {
          const points = [...path.getAttribute("d").matchAll(/(-?[\\d.]+),(-?[\\d.]+)/g)].map((m) => [+m[1], +m[2]]);
          const turns = points.map(([x, y], i) => {
            const [[a, b], [c, d]] = [points[(i + 1) % points.length], points[(i + 2) % points.length]];
            return Math.hypot(a - x, b - y) < 0.3 || Math.hypot(c - a, d - b) < 0.3 ? 0
              : ((a - x) * (d - b) - (b - y) * (c - a)) / (Math.hypot(a - x, b - y) * Math.hypot(c - a, d - b));
          });
          return Math.min(Math.abs(Math.min(0, ...turns)), Math.max(0, ...turns));
        })`);
      expect(dents.length).toBeGreaterThan(4);
      for (const dent of dents) expect(dent).toBeLessThan(0.09);
    }

    // Labels are at their dates, but where they would stand on each other.
    const marks = await seen(page, "historyTimeline", ".scatterlayer .point");
    const events = await seen(page, "historyTimeline", ".annotation-text");
    expect(events.length).toBe(marks.length);
    for (const [i, { top, bottom }] of events.entries()) {
      const room = i === 0 ? 2 : (bottom - top) * 1.2;
      expect(Math.abs((top + bottom) / 2 - middle(marks[i])), events[i].text).toBeLessThan(room);
      // A year is a dot, a paper is named whole.
      if (i > 0) expect(marks[i].top).toBeGreaterThan(marks[i - 1].bottom - 1);
      expect(events[i].text).not.toContain("…");
    }

    // The box is what both bars cover, and as wide as it says.
    const [hx, hy] = (await seen(page, "informationArea", ".x2y2 .barlayer .point path")).slice(
      0,
      2,
    );
    const box = (await seen(page, "informationArea", ".shapelayer path")).find(
      ({ top, bottom }) => bottom - top > 40,
    ) as Seen;
    expect(box.left).toBeCloseTo(hy.left - 1, -0.5);
    expect(box.right).toBeCloseTo(hx.right + 1, -0.5);
    const shared = Number(/= ([\d.]+)/.exec(await titleOf("informationArea"))?.[1]);
    const perUnit = await scaleOf("informationArea", "x2", across);
    expect((hx.right - hy.left) / perUnit).toBeCloseTo(shared, 1);

    // Hills as far apart as their D says: √(2D) of their own width, and of the numbers D times n is one.
    const peaks = await page.evaluate<number[]>(
      `document.querySelector("${figureOf("divergenceScale")} .live").data.map(({ x, y }) => x[y.indexOf(Math.max(...y))])`,
    );
    const gaps = [0, 1, 2, 3].map((i) => peaks[2 * i + 1] - peaks[2 * i]);
    expect(gaps[3] / gaps[2]).toBeCloseTo(Math.sqrt(10), 0);
    const said = (await seen(page, "divergenceScale", ".annotation-text")).map(({ text }) => text);
    const ds = said.flatMap((text) => /^D = ([\d.]+)$/.exec(text)?.[1] ?? []).map(Number);
    const counts = said.flatMap((text) => /^(\d+)次$/.exec(text)?.[1] ?? []).map(Number);
    expect(ds).toEqual([0.001, 0.01, 0.1, 1]);
    expect(counts.length).toBe(ds.length);
    for (const [i, n] of counts.entries()) expect(n).toBe(Math.ceil(Math.log(20) / ds[i]));
    await page.context().close();
  }, 120_000);

  test("on a phone no title leaves a word alone on its last line", async () => {
    const page = await allAlive("phone");
    const lines = await page.evaluate<[string, number[]][]>(
      `[...document.querySelectorAll(".heading")].map((heading) => {
        const range = document.createRange();
        const byLine = new Map();
        const lettersOf = (node) => { range.selectNodeContents(node); return [...range.getClientRects()]; };
        const onLine = [...heading.childNodes].filter((node) => node.nodeType === 3);
        for (const { left, right, bottom } of onLine.flatMap(lettersOf)) {
          const key = Math.round(bottom / 14);
          const [from, to] = byLine.get(key) ?? [Infinity, -Infinity];
          byLine.set(key, [Math.min(from, left), Math.max(to, right)]);
        }
        return [heading.textContent, [...byLine.values()].map(([from, to]) => to - from)];
      })`,
    );
    expect(lines.length).toBe(names.length);
    for (const [title, widths] of lines)
      expect(widths.at(-1), title).toBeGreaterThan(0.4 * Math.max(...widths));
  }, 120_000);

  test("what a figure says is read once", async () => {
    const page = await allAlive("desk");
    for (const name of names) {
      const caption = await page.locator(`${figureOf(name)} figcaption`).textContent();
      const alt = caption?.replace(/^图\d+　/, "") ?? "";
      const heard = await page.locator(figureOf(name)).ariaSnapshot();
      expect(heard.split(alt).length - 1, heard).toBe(1);
      const [title] = await seen(page, name, ".gtitle");
      expect(heard.replace(alt, "").split(title.text).length - 1, heard).toBeLessThanOrEqual(1);
    }
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
    // Of what is drawn Chromium heeds `touch-action` only as a block; other browsers always do.
    await page.addStyleTag({ content: ".live .draglayer * { display: block }" });
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

  test("two taps show twice as large what lies there, two more the whole; a slow pair does nothing", async () => {
    const page = await pages.open("all", phone);
    await page.locator("#figure-2").scrollIntoViewIfNeeded();
    await page.locator("#figure-2[data-state=live]").waitFor();
    const box = (await page.locator("#figure-2 .nsewdrag").first().boundingBox())!;
    const at = [box.x + box.width / 4, box.y + box.height / 2] as const;
    const ranges = (): Promise<number[][]> =>
      page.evaluate<number[][]>(
        "['yaxis', 'yaxis2', 'xaxis'].map((key) => document.querySelector('#figure-2 .live')._fullLayout[key].range)",
      );
    const length = ([from, to]: number[]): number => to - from;
    const whole = await ranges();
    await page.touchscreen.tap(...at);
    await page.waitForTimeout(700);
    await page.touchscreen.tap(...at);
    await page.waitForTimeout(300);
    expect(await ranges()).toEqual(whole);
    await page.waitForTimeout(500);
    await page.touchscreen.tap(...at);
    await page.touchscreen.tap(...at);
    await page.waitForFunction(
      `document.querySelector("#figure-2 .live")._fullLayout.yaxis.range[1] !== ${whole[0][1]}`,
    );
    const closer = await ranges();
    expect(length(closer[0]) / length(whole[0])).toBeCloseTo(0.5, 3);
    // What was tapped stays where it was, and the other panel is as it was.
    expect((closer[0][0] + closer[0][1]) / 2).toBeCloseTo((whole[0][0] + whole[0][1]) / 2, 2);
    expect(closer[1]).toEqual(whole[1]);
    await page.waitForTimeout(500);
    await page.touchscreen.tap(...at);
    await page.touchscreen.tap(...at);
    await page.waitForFunction(
      `document.querySelector("#figure-2 .live")._fullLayout.yaxis.range[1] === ${whole[0][1]}`,
    );
    expect(await ranges()).toEqual(whole);
    const action = await page.evaluate<string>(
      "getComputedStyle(document.querySelector('#figure-2 .nsewdrag')).touchAction",
    );
    expect(action).toBe("pan-y pinch-zoom");
    await page.context().close();
  }, 60_000);

  test("the bar of buttons speaks Chinese, in the page's letters", async () => {
    const page = await pages.open("words", desk);
    await pages.revive(page);
    await page.locator("#figure-1 .live").hover();
    const tips = await page.evaluate<[string, string][]>(
      `[...document.querySelectorAll(".modebar-btn")].map((b) => [b.getAttribute("data-title"), getComputedStyle(b, "::after").fontFamily])`,
    );
    expect(tips.length).toBeGreaterThan(4);
    const family = await page.evaluate<string>("getComputedStyle(document.body).fontFamily");
    for (const [tip, font] of tips) {
      expect(tip).toMatch(/^[\u4e00-\u9fff]+(?:PNG)?[\u4e00-\u9fff]*$/);
      expect(font, tip).toBe(family);
    }
    await page.context().close();
  }, 60_000);

  test.each([
    ["light", "rgb(255, 255, 255)", "rgb(0, 95, 158)"],
    ["dark", "rgb(20, 24, 29)", "rgb(109, 182, 242)"],
  ] as const)(
    "where no script runs, the picture has the colours of a %s page",
    async (colorScheme, paper, blue) => {
      const page = await pages.open("still", { ...desk, colorScheme, javaScriptEnabled: false });
      const picture = page.locator("figure.plot svg[role=img]");
      expect(await picture.isVisible()).toBe(true);
      const colours = await page.evaluate<string[]>(
        `[...document.querySelectorAll("figure.plot svg[role=img], figure.plot svg[role=img] *")].flatMap((e) => {
          const { backgroundColor, fill, stroke } = getComputedStyle(e);
          return [backgroundColor, fill, stroke];
        })`,
      );
      expect(colours).toContain(paper);
      expect(colours).toContain(blue);
      await page.context().close();
    },
    60_000,
  );

  test.each([
    ["light", "rgb(255, 255, 255)"],
    ["dark", "rgb(20, 24, 29)"],
  ] as const)(
    "on a %s page a figure that was made dark is dark, the one before it as the page",
    async (colorScheme, paper) => {
      const page = await pages.open("words", { ...desk, colorScheme });
      await pages.revive(page);
      const grounds = await page.evaluate<string[]>(
        `[...document.querySelectorAll("figure.plot")].flatMap((figure) => [
          getComputedStyle(figure.querySelector(".card")).backgroundColor,
          figure.querySelector(".main-svg").style.background,
          getComputedStyle(figure.querySelector(".gtitle")).fill,
        ])`,
      );
      const dark = ["rgb(20, 24, 29)", "rgb(20, 24, 29)", "rgb(232, 236, 241)"];
      expect(grounds.slice(0, 2)).toEqual([paper, paper]);
      expect(grounds.slice(3)).toEqual(dark);
      await page.context().close();
    },
    60_000,
  );

  test("on a phone a derivation's tables and lines are on the screen, lettered as no formula of the lesson", async () => {
    const page = await pages.open("02-relative-entropy", phone);
    const chains = page.locator(".rich:has(.chain)");
    // Two that are told, two with an open line.
    expect(await chains.count()).toBe(4);
    await page.evaluate(
      "document.querySelectorAll('.rich:has(.chain) details').forEach((d) => { d.open = true; })",
    );
    const wide = await page.evaluate<string[]>(
      `[...document.querySelectorAll(".rich:has(.chain) :is(th, td, .chain-row, .chain-number)")]
        .filter((e) => { const { left, right, width } = e.getBoundingClientRect(); return width > 0 && (left < 0 || right > innerWidth); })
        .map((e) => e.textContent)`,
    );
    expect(wide).toEqual([]);
    const letters = await page.evaluate<string[][]>(
      `[...document.querySelectorAll(".rich:has(.chain)")].map((one) =>
        [...one.querySelectorAll(".chain-number")].map((e) => e.textContent).filter((text) => text !== ""))`,
    );
    expect(letters).toEqual([
      ["(a)", "(b)", "(c)", "(d)"],
      ["(a)", "(b)", "(c)"],
      ["(a)", "(b)", "(c)"],
      ["(a)", "(b)", "(c)"],
    ]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    await page.context().close();
  }, 60_000);

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

  test.each(themed)(
    "lesson %s passes axe on a %s page, its tables' headers too",
    async (name, colorScheme) => {
      const page = await pages.open(name, { ...desk, colorScheme });
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
