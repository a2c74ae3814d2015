import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import { chains } from "../../../src/derivations/chains";
import { derivation } from "../../../src/derivations/derivation";
import { mimeBundle } from "../../../src/display/mime";
import { codeCell, display, markdownCell, notebookOf } from "../fixture";
import { livePages } from "./live-pages";
import type { LivePage } from "./open-page";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const steps = [
  { expression: "KL(P ‖ Q)" },
  { expression: "E(x ~ P, log(P(x)/Q(x)))", because: "定义" },
  { expression: "E(x ~ P, log(P(x)) - log(Q(x)))", because: "商的对数是对数之差" },
];
const exercise = derivation({ id: "ours", title: "拆开对数", steps }).blank(1, 2);
const source = `import { derivation } from "klab/derivation";
derivation({ id: "ours", title: "拆开对数", steps: ${JSON.stringify(steps)} }).blank(1, 2)`;

const notebook = notebookOf([
  markdownCell("# 填空"),
  codeCell(source, [display({ ...exercise[mimeBundle]() })]),
  codeCell('import { chains } from "klab/derivation";\nchains.entropyDifference.blank(2)', [], {
    count: null,
  }),
  markdownCell("**题** 哪一个？", ["exercise"]),
  codeCell('let better = "?";', [], { tags: ["exercise"] }),
  codeCell(
    'const check1 = (better: string): void => {\n  console.log(better === "甲" ? "✓ 对了" : `✗ ${better}`);\n};\n\ncheck1(better);',
    [],
    { tags: ["check"] },
  ),
  codeCell('const solvedBetter = "甲";', [], { tags: ["solution"] }),
  codeCell("check1(solvedBetter);", [], { tags: ["check"] }),
  codeCell("setTimeout(() => {\n  for (;;) {}\n}, 0);", [], { count: null }),
]);
const { browser, open } = await livePages(notebook, {
  audience: "student",
  untried: "no exercise was tried in a page",
});

/** Tries a line in the field of a step, by the keyboard; the field's place. */
async function attempt({ page }: LivePage, step: number, text: string): Promise<Locator> {
  const field = page.getByRole("textbox", { name: `第（${step}）行` }).first();
  const place = page.locator(".blank", { has: field });
  await field.fill(text);
  await field.press("Enter");
  await place.locator(".verdict p").first().waitFor({ timeout: 60_000 });
  await expect
    .poll(() => place.locator(".verdict").textContent(), { timeout: 60_000 })
    .not.toMatch(/正在检查/);
  return place;
}

test("the chain of the fixture is the library's", () => {
  expect(chains.entropyDifference.blank(2).blanks).toEqual([2]);
});

describe.runIf(browser)("an exercise in a page", () => {
  test.each([
    ["log(P(x)/Q(x))", "not understood", "？读不懂"],
    ["E(x ~ P, log(P(x)/Q(x)))", "right", "✓ 对了"],
    ["= \\mathbb{E}_{x\\sim P}\\left[\\log\\frac{P(x)}{Q(x)}\\right]", "right", "✓ 对了"],
    ["E(x ~ Q, log(P(x)/Q(x)))", "wrong", "✗ 不对"],
    ["KL(P ‖ Q)", "no progress", "↺ 没有往前走"],
    ["E(x ~ P", "not understood", "？读不懂"],
  ])("judges %s", async (text, verdict, words) => {
    const opened = await open();
    const place = await attempt(opened, 1, text);
    expect(await place.getAttribute("data-verdict")).toBe(verdict);
    const lines = await place.locator(".verdict p").allTextContents();
    expect(lines[0]).toBe(words);
    if (verdict === "wrong")
      expect(lines.at(-1)).toMatch(/^反例：在“.+”里，上一行是.+，你这一行是.+。$/);
    expect([opened.problems, opened.requests]).toEqual([[], []]);
  });

  test("sets what is typed as it is typed, in the language and in TeX", async () => {
    const opened = await open();
    const field = opened.page.getByRole("textbox", { name: "第（1）行" });
    const preview = opened.page.locator(".preview").first();
    await field.fill("E(x ~ P, log(P(x)/Q(x)))");
    await preview.locator("math mfrac").waitFor({ timeout: 60_000 });
    await field.fill("\\sum_x P(x)\\log P(x)");
    await expect.poll(() => preview.textContent()).toContain("∑");
    await field.fill("E(x ~");
    await expect.poll(() => preview.locator("math").count()).toBe(0);
  });

  test("gives hints from the least on, and the same no more than once", async () => {
    const opened = await open();
    const place = opened.page.locator(".blank").first();
    const button = place.getByRole("button", { name: /提示/ });
    for (let i = 1; i <= 4; i += 1) {
      await button.click();
      await expect.poll(() => place.locator(".hints li").count(), { timeout: 60_000 }).toBe(i);
    }
    await button.click();
    const hints = await place.locator(".hints li").allTextContents();
    expect(hints[0]).toContain("定义");
    expect(hints.at(-1)).toContain("E(x ~ P, log(P(x)/Q(x)))");
    expect(new Set(hints).size).toBe(hints.length);
  });

  test("keeps what was typed, and brings fields where a cell is run", async () => {
    const opened = await open();
    await opened.page.getByRole("textbox", { name: "第（2）行" }).fill("H(P)");
    await opened.page.reload();
    const field = opened.page.getByRole("textbox", { name: "第（2）行" });
    expect(await field.inputValue()).toBe("H(P)");
    expect(await opened.cell(3).locator(".blank").count()).toBe(0);
    await opened.ran(() => opened.cell(3).getByRole("button", { name: "运行" }).click());
    expect(await opened.cell(3).locator(".blank").count()).toBe(1);
    const [, , line] = chains.entropyDifference.steps;
    await opened.cell(3).getByRole("textbox", { name: "第（2）行" }).fill(line.expression);
    await opened.cell(3).getByRole("button", { name: "检查" }).click();
    await opened.cell(3).locator('.blank[data-verdict="right"]').waitFor({ timeout: 60_000 });
  });

  test("says that it cannot check where a cell left the Worker busy, and checks the next time", async () => {
    const opened = await open({ patience: 1 });
    await attempt(opened, 1, "KL(P ‖ Q)");
    await opened.ran(() => opened.cell(9).getByRole("button", { name: "运行" }).click());
    const place = await attempt(opened, 1, "E(x ~ P, log(P(x)/Q(x)))");
    expect(await place.locator(".verdict").textContent()).toContain("现在检查不了");
    await attempt(opened, 1, "E(x ~ P, log(P(x)/Q(x)))");
    expect(await place.getAttribute("data-verdict")).toBe("right");
  });

  test("answers nine tries of ten in 200 ms", async () => {
    const opened = await open();
    const texts = [
      "E(x ~ P, log(P(x)/Q(x)))",
      "E(x ~ P, log(P(x)) - log(Q(x)))",
      "-E(x ~ P, log(Q(x)/P(x)))",
      "H(P, Q) - H(P)",
      "E(x ~ P, -log(Q(x))) - H(P)",
      "E(x ~ P, log(P(x))) + H(P, Q)",
      "E(x ~ Q, log(P(x)/Q(x)))",
      "H(P) - H(P, Q)",
      "KL(Q ‖ P)",
      "E(x ~ P, log2(P(x)/Q(x)))",
    ];
    await attempt(opened, 1, "KL(P ‖ Q)");
    const times: number[] = [];
    for (const text of texts) {
      const place = await attempt(opened, 1, text);
      times.push(Number(await place.getAttribute("data-time")));
    }
    times.sort((a, b) => a - b);
    console.log(`derivation tries, ms: ${times.map((t) => t.toFixed(0)).join(" ")}`);
    expect(times[8]).toBeLessThan(3 * 200);
  });

  test("judges the student's answer in both checks, the one behind the blanked solution, too", async () => {
    const { page, cell, problems } = await open();
    const judge = async (position: number, verdict: string): Promise<void> => {
      const check = cell(position);
      await check.getByRole("button", { name: "运行", exact: true }).click();
      await expect
        .poll(() => check.locator(".outputs").textContent(), { timeout: 60_000 })
        .toContain(verdict);
    };
    for (const check of [6, 8]) await judge(check, "✗ ?");
    await cell(5).getByRole("textbox").fill('let better = "甲";');
    for (const check of [6, 8]) await judge(check, "✓ 对了");
    expect(await page.content()).not.toContain("solvedBetter");
    expect(problems).toEqual([]);
  });

  test("axe finds nothing in it, on a phone either", async () => {
    for (const width of [1200, 390]) {
      const opened = await open({ width });
      await attempt(opened, 1, "E(x ~ Q, log(P(x)/Q(x)))");
      await opened.page.evaluate(readFileSync(axePath, "utf8"));
      const found = await opened.page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await axe.run()).violations.map(({ id, nodes }) => [id, nodes[0].html]);
      });
      expect(found).toEqual([]);
      const wide = await opened.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide).toBeLessThanOrEqual(0);
    }
  });
});
