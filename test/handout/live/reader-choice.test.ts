import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import { mimeBundle } from "../../../src/display/mime";
import { explain, explore, figures, normal, slider } from "../../../src/index";
import { codeCell, display, markdownCell, notebookOf, stdout } from "../fixture";
import { livePages } from "./live-pages";
import type { LivePage } from "./open-page";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const [p, q] = [
  [0.5, 0.5],
  [0.9, 0.1],
];
const hills = explore(
  (klab, v) => klab.figures.bothDirections(klab.normal(0, 1), klab.normal(v.mu, 2)),
  { mu: slider(-3, 3, 1, { label: "均值" }) },
);
const shown = (value: object) => [
  display({ ...(value as { [mimeBundle](): Record<string, unknown> })[mimeBundle]() }),
];
const cells: [string, unknown[]][] = [
  [
    'import { explain, explore, figures, kl, normal, slider } from "klab";\nconst p = [0.5, 0.5];',
    [],
  ],
  ["figures.pmfPair(p, [0.9, 0.1])", shown(figures.pmfPair(p, q))],
  ["explain(p, [0.9, 0.1])", shown(explain(p, q))],
  ["hills", shown(hills)],
  ['console.log("D = 0.5108 nat")', [stdout("D = 0.5108 nat\n")]],
  ["figures.logBound()", shown(figures.logBound())],
  [
    "figures.densityPair(normal(0, 1), normal(1, 2))",
    shown(figures.densityPair(normal(0, 1), normal(1, 2))),
  ],
];
const notebook = notebookOf([
  markdownCell("# 单位\n\n课文里的0.5108 nat不变。"),
  ...cells.map(([source, outputs]) => codeCell(source, outputs as never)),
  markdownCell("## 一节\n\n### 一小节\n\n## 又一节"),
  markdownCell("**★ 题** 做一做。", ["exercise"]),
  codeCell("let answer = 1;", [], { tags: ["exercise"] }),
  codeCell("answer;", [], { tags: ["solution"] }),
]);
const { browser, open } = await livePages(notebook, {
  audience: "student",
  untried: "units and languages were not switched",
});

const press = (opened: LivePage, name: string): Promise<void> =>
  opened.page.getByRole("button", { name, exact: true }).click();
async function figureOf(opened: LivePage, position: number): Promise<Locator> {
  const figure = opened.cell(position).locator("figure.plot");
  await figure.scrollIntoViewIfNeeded();
  await opened
    .cell(position)
    .locator('figure.plot[data-state="live"]')
    .waitFor({ timeout: 30_000 });
  return figure;
}
const drawn = async (figure: Locator): Promise<string> =>
  (await figure.locator("svg.main-svg text").allTextContents()).join("\n").replaceAll("\u200b", "");
/** What a page says beside its pictures. */
const ownWords = ({ page }: LivePage): Promise<string[]> =>
  page
    .locator(
      ".masthead p, figcaption, summary, details table, .live-tools, .live-bar button, .rich",
    )
    .allTextContents();
/** Numbers of a text, as they are read. */
const numbers = (text: string): number[] =>
  (text.match(/−?\d+(?:\.\d+)?/g) ?? []).map((one) => Number(one.replace("−", "-")));
const range = (figure: Locator, axis: string): Promise<number[]> =>
  figure
    .locator(".live")
    .evaluate(
      (plot, name) =>
        (plot as unknown as { _fullLayout: Record<string, { range: number[] }> })._fullLayout[name]
          .range,
      axis,
    );
/** Both are of values that were rounded: to three digits or more. */
const near = (bits: readonly number[], nats: readonly number[]): void => {
  expect(bits.length).toBe(nats.length);
  expect(nats.length).toBeGreaterThan(0);
  for (const [i, value] of nats.entries()) {
    const wanted = value / Math.LN2;
    expect(Math.abs(bits[i] - wanted)).toBeLessThanOrEqual(0.006 * Math.abs(wanted));
  }
};

describe.runIf(browser)("what a reader chooses", () => {
  test("bit: values, axes, captions, tables of a figure and a report are those in nat, divided by ln 2", async () => {
    const opened = await open();
    const figure = await figureOf(opened, 3);
    const [before, axis] = [await drawn(figure), await range(figure, "yaxis2")];
    const column = figure.locator("details td:last-child");
    const nats = (await column.allTextContents()).flatMap(numbers);
    const report = opened.cell(4).locator(".rich");
    const said = await report.locator("tbody").first().locator("tr").nth(1).textContent();
    const parts = (
      await report.locator("table").nth(1).locator("td:nth-child(4)").allTextContents()
    ).flatMap(numbers);
    await press(opened, "bit");
    await expect.poll(() => drawn(figure)).toContain("D = 0.737");
    const after = await drawn(figure);
    expect(before).toContain("D = 0.5108");
    expect(after).not.toMatch(/\bnat\b|ln\(/);
    expect(after).toContain("p log₂(p/q)（bit）");
    near(await range(figure, "yaxis2"), axis);
    near((await column.allTextContents()).flatMap(numbers), nats);
    expect(await figure.locator("details th:last-child").textContent()).toContain("bit");
    expect(await figure.locator("figcaption").textContent()).toMatch(
      /D\(P‖Q\) = 0\.737 bit；贡献最大的是结果\s?\S+，为\s?1\.161 bit/,
    );
    expect(await report.locator("strong").first().textContent()).toMatch(
      /^D\(p‖q\) = 0\.7369\d? bit$/,
    );
    const told = await report.locator("tbody").first().locator("tr").nth(1).textContent();
    near(numbers(told!), numbers(said!));
    near(
      (await report.locator("table").nth(1).locator("td:nth-child(4)").allTextContents()).flatMap(
        numbers,
      ),
      parts,
    );
    // Probabilities, prose and what a cell printed stay.
    expect(
      await report.locator("table").nth(1).locator("td:nth-child(2)").allTextContents(),
    ).toEqual(["0.5", "0.5"]);
    expect(await opened.page.locator("main").textContent()).toContain("0.5108 nat");
    expect(await opened.cell(6).locator("pre.text").textContent()).toBe("D = 0.5108 nat");
    await press(opened, "bit");
    await expect.poll(() => drawn(figure)).toBe(before);
    expect(await report.locator("strong").first().textContent()).toBe("D(p‖q) = 0.510826 nat");
    expect([opened.problems, opened.requests]).toEqual([[], []]);
  });

  test("an explorer's readout follows, also when its slider moves; a cell that runs again, too", async () => {
    const opened = await open();
    await press(opened, "bit");
    const figure = await figureOf(opened, 5);
    await expect.poll(() => drawn(figure)).toContain("p log₂(p/q)　0.639 bit");
    await figure.getByLabel("均值", { exact: true }).fill("0.5");
    const readout = figure.locator("output");
    const wanted = (Math.log(2) + (1 + 0.25) / 8 - 0.5) / Math.LN2;
    await expect.poll(() => readout.textContent(), { timeout: 20_000 }).toMatch(/bit/);
    near([numbers((await readout.textContent())!.split("，")[0])[0]], [wanted * Math.LN2]);
    await press(opened, "nat");
    await expect.poll(() => readout.textContent()).toMatch(/^D\(P‖Q\) = 0\.3494 nat/);
    await press(opened, "bit");
    await opened.cell(3).getByRole("textbox").fill("figures.pmfPair(p, [0.75, 0.25])");
    await opened.ran(() => opened.cell(3).getByRole("button", { name: "运行" }).click());
    const again = await figureOf(opened, 3);
    await expect.poll(() => drawn(again)).toContain("D = 0.207");
    expect(await again.locator("figcaption").textContent()).toContain("0.207 bit");
    await opened.ran(() => opened.cell(4).getByRole("button", { name: "运行" }).click());
    await expect
      .poll(() => opened.cell(4).locator(".rich strong").first().textContent())
      .toMatch(/0\.7369\d? bit$/);
    expect([opened.problems, opened.requests]).toEqual([[], []]);
  });

  test("what is about the natural logarithm itself stays in nat", async () => {
    const opened = await open();
    const figure = await figureOf(opened, 7);
    const before = await drawn(figure);
    await press(opened, "bit");
    await opened.page.waitForTimeout(300);
    expect(await drawn(figure)).toBe(before);
  });

  test("English: labels of figures, captions, tables, buttons; the prose stays, and all comes back", async () => {
    const opened = await open();
    const figure = await figureOf(opened, 8);
    const before = [await drawn(figure), await ownWords(opened)];
    await press(opened, "English");
    await expect.poll(() => drawn(figure)).toMatch(/density[\s\S]*p ln\(p\/q\) \(nat per unit x\)/);
    expect(await figure.locator("figcaption").textContent()).toMatch(
      /^Figure \d　Above, the densities of N\(0, 1\) and N\(1, 2\)/,
    );
    expect(await figure.locator("summary").textContent()).toBe("Data table");
    expect(await opened.cell(4).locator("th").first().textContent()).toBe("Direction");
    await opened.ran(() =>
      opened.cell(6).getByRole("button", { name: "Run", exact: true }).click(),
    );
    await expect
      .poll(() => opened.cell(6).getByRole("status").textContent())
      .toMatch(/^Done in \d+ ms$/);
    expect(await opened.page.getByRole("button", { name: "Download .ipynb" }).count()).toBe(1);
    expect(await opened.page.locator("main").textContent()).toContain("课文里的");
    await opened.cell(6).getByRole("button", { name: "Reset" }).click();
    await press(opened, "English");
    await expect.poll(() => drawn(figure)).toBe(before[0]);
    expect(await ownWords(opened)).toEqual(before[1]);
  });

  test("English: names that only screen readers say, and no word of the frame is left", async () => {
    const opened = await open();
    const { page } = opened;
    const frame = (): Promise<string[]> =>
      page.evaluate(() => {
        const names = Array.from(document.querySelectorAll("[aria-label],iframe[title]"))
          .filter((one) => !one.closest("svg,figure"))
          .map((one) => one.getAttribute("aria-label") ?? one.getAttribute("title") ?? "");
        const texts = Array.from(
          document.querySelectorAll("nav summary,p.kind,footer li,footer summary"),
        );
        return [...names, ...texts.map((one) => one.textContent ?? "")].sort();
      });
    await expect
      .poll(frame)
      .toEqual(
        expect.arrayContaining([
          "目录",
          "第3格的代码",
          "数值的单位和标签的语言",
          "练习1",
          "运行代码",
        ]),
      );
    const before = await frame();
    await press(opened, "English");
    await expect
      .poll(async () => (await frame()).filter((words) => /[\u3400-\u9fff]/.test(words)))
      .toEqual([]);
    const said = await frame();
    for (const words of ["Contents", "Code of cell 3", "Exercise 1"]) expect(said).toContain(words);
    await press(opened, "English");
    await expect.poll(frame).toEqual(before);
  });

  test.each(["light", "dark"] as const)(
    "axe finds nothing in any state of the choice: %s",
    async (colorScheme) => {
      const opened = await open({ width: colorScheme === "dark" ? 390 : 1200 });
      await opened.page.emulateMedia({ colorScheme });
      for (const position of [3, 5]) await figureOf(opened, position);
      await opened.cell(6).getByRole("textbox").fill("throw new Error('好');");
      await opened.ran(() => opened.cell(6).getByRole("button", { name: "运行" }).click());
      await opened.page.evaluate(readFileSync(axePath, "utf8"));
      const found = (): Promise<unknown[]> =>
        opened.page.evaluate(async () => {
          const { axe } = window as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          return (await axe.run()).violations.map(({ id, nodes }) => [
            id,
            nodes[0].html.slice(0, 200),
          ]);
        });
      expect(await found()).toEqual([]);
      await press(opened, "bit");
      await press(opened, "English");
      await expect
        .poll(() => opened.cell(4).locator("strong").first().textContent())
        .toMatch(/bit$/);
      expect(await found()).toEqual([]);
      expect([opened.problems, opened.requests]).toEqual([[], []]);
    },
  );

  test("both are remembered, told by aria-pressed, said once, and reached by the keyboard", async () => {
    const opened = await open();
    const { page } = opened;
    const bit = page.getByRole("button", { name: "bit", exact: true });
    const english = page.getByRole("button", { name: "English", exact: true });
    expect(await bit.getAttribute("aria-pressed")).toBe("false");
    await page.keyboard.press("Tab");
    for (let i = 0; i < 2; i += 1) await page.keyboard.press("Tab");
    expect(await bit.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press("Space");
    expect(await bit.getAttribute("aria-pressed")).toBe("true");
    expect(await page.locator(".choice [role=status]").textContent()).toBe("数值以bit显示");
    await english.press("Enter");
    expect(await page.locator(".choice [role=status]").textContent()).toBe("Labels are in English");
    await page.reload();
    await bit.waitFor();
    expect(await bit.getAttribute("aria-pressed")).toBe("true");
    expect(await english.getAttribute("aria-pressed")).toBe("true");
    await expect.poll(() => opened.cell(4).locator("strong").first().textContent()).toMatch(/bit$/);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".choice").isVisible()).toBe(false);
  });
});
