import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Download, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Notebook } from "../../../src/notebook/nbformat";
import { codeCell, notebookOf } from "../fixture";
import { livePages } from "./live-pages";
import { type LivePage, openPage } from "./open-page";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const heading = { cell_type: "markdown", source: "# 活的课", metadata: {} } as const;
const code = (source: string, tags: string[] = [], outputs: object[] = []) =>
  codeCell(source, outputs as never, { tags });

const lesson = notebookOf([
  heading,
  code('import { kl, figures } from "klab";\nconst p = [0.5, 0.5];\nkl(p, [0.9, 0.1]).toFixed(4)'),
  code("let n = 1;\nn + p.length"),
  code("n = n + 1;\nn"),
  code("const f = () => {\n  kl([0.5, 0.6], p);\n};\n\nf();"),
  code("figures.pmfPair(p, [0.9, 0.1])"),
  code('await new Promise((done) => setTimeout(done, 20));\nconsole.log("好", p.length)'),
  code("exact(1)", ["kernel-only"]),
  {
    ...code(
      'import { progress } from "klab";\nconst rounds = 40;\nfor (const i of progress(rounds, "训练")) {\n  await new Promise((done) => setTimeout(done, 50));\n}\n`训练了${rounds}轮`',
    ),
    metadata: { tags: ["training"], klab: { small: { rounds: 20 } } },
  },
  code('import { chains } from "klab/derivation";\nchains.entropyDifference'),
  code('import { grad, square, tensor } from "klab/learn";\ngrad((x) => square(x))(tensor(3))'),
  code('import { explain } from "klab";\nexplain(p, [0.9, 0.1])'),
  code("for (;;) {}"),
  code("p.length"),
  code("setTimeout(() => {\n  for (;;) {}\n}, 0);\n1"),
  code("2"),
  code('"三"', [], [{ output_type: "stream", name: "stdout", text: "三\n" }]),
]) as Notebook;

const { browser, folder, open } = await livePages(lesson, {
  audience: "student",
  untried: "no cell was run in a page",
});
const run = (opened: LivePage, position: number): Promise<void> =>
  opened.cell(position).getByRole("button", { name: "运行", exact: true }).click();
const outputs = (opened: LivePage, position: number): Promise<string[]> =>
  opened.cell(position).locator(".outputs pre.text").allTextContents();

describe.runIf(browser)("a page whose cells run", () => {
  test("runs a cell, and before it those that it needs", async () => {
    const opened = await open();
    await opened.ran(() => run(opened, 4));
    expect(await outputs(opened, 4)).toEqual(["2"]);
    await opened.ran(() => run(opened, 4));
    expect(await outputs(opened, 4)).toEqual(["3"]);
    await opened.ran(() => run(opened, 7));
    expect(await outputs(opened, 7)).toEqual(["好 2"]);
    expect([opened.problems, opened.requests]).toEqual([[], []]);
  });

  test("has its Worker started when a reader comes to a cell, before it is run", async () => {
    const opened = await open({ touch: true });
    const frame = opened.page.locator('iframe[title="运行代码"]');
    await opened.cell(2).getByRole("button", { name: "运行", exact: true }).waitFor();
    expect(await frame.count()).toBe(0);
    await opened.cell(4).getByRole("textbox").focus();
    await frame.waitFor({ state: "attached" });
    await opened.ran(() => run(opened, 4));
    expect(await outputs(opened, 4)).toEqual(["2"]);
  });

  test("runs what was typed, by Shift and Enter, and shows another output", async () => {
    const opened = await open();
    const area = opened.cell(3).getByRole("textbox");
    await area.fill("let n = 40;\nn + p.length");
    await opened.ran(() => area.press("Shift+Enter"));
    expect(await outputs(opened, 3)).toEqual(["42"]);
    await opened.ran(() => run(opened, 4));
    expect(await outputs(opened, 4)).toEqual(["41"]);
    await opened.cell(3).getByRole("button", { name: "重置" }).click();
    expect(await area.inputValue()).toBe("let n = 1;\nn + p.length");
    await opened.ran(() => run(opened, 4));
    expect(await outputs(opened, 4)).toEqual(["2"]);
  });

  test("says on paper, too, that an output is of the code before it was edited", async () => {
    const opened = await open();
    const cell = opened.cell(17);
    const bar = cell.locator(".live-bar");
    const [status, button] = [bar.locator("[role=status]"), bar.locator("button").first()];
    await opened.page.emulateMedia({ media: "print" });
    expect(await status.isVisible()).toBe(false);
    await opened.page.emulateMedia({ media: "screen" });
    await cell.locator("textarea").fill('"四"');
    await opened.page.emulateMedia({ media: "print" });
    expect([await status.isVisible(), await button.isVisible()]).toEqual([true, false]);
    expect(await status.textContent()).toBe("代码改过，下面还是原来的输出。");
  });

  test("shows the line of an error, and the message that the kernel has", async () => {
    const opened = await open();
    const [ran] = await opened.ran(() => run(opened, 5));
    expect(ran.failure).toMatchObject({ name: "RangeError", line: 2 });
    const error = opened.cell(5).locator(".error");
    expect(await error.textContent()).toMatch(/第2行.*RangeError: kl: .*[\u4e00-\u9fff].* \/ /s);
    await error.getByRole("button", { name: "第2行" }).click();
    const area = opened.cell(5).getByRole("textbox");
    const at = await area.evaluate((element) => (element as HTMLTextAreaElement).selectionStart);
    expect(at).toBe("const f = () => {\n".length);
    await area.fill("const a = 1;\nconst = 2;");
    const [again] = await opened.ran(() => area.press("Shift+Enter"));
    expect(again.failure).toMatchObject({ name: "SyntaxError", line: 2 });
  });

  test("stops a loop that says nothing, and runs on afterwards", async () => {
    const opened = await open({ patience: 2 });
    const [ran] = await opened.ran(() => run(opened, 13));
    expect(ran.stopped).toBe("too long");
    expect(await opened.cell(13).getByRole("status").textContent()).toMatch(/2秒没有进展，已停止/);
    await opened.ran(() => run(opened, 14));
    expect(await outputs(opened, 14)).toEqual(["2"]);
    await opened.cell(13).getByRole("textbox").fill("1 + p.length");
    await opened.ran(() => run(opened, 13));
    expect(await outputs(opened, 13)).toEqual(["3"]);
  });

  test("stops what a cell left running, when another waits for it, and does not blame that one", async () => {
    const opened = await open({ patience: 1 });
    await opened.ran(() => run(opened, 15));
    expect(await outputs(opened, 15)).toEqual(["1"]);
    const [ran] = await opened.ran(() => run(opened, 16));
    expect(ran.stopped).toBe("too long");
    await opened.ran(() => run(opened, 16));
    expect(await outputs(opened, 16)).toEqual(["2"]);
  });

  test("waits five seconds where nothing else is said", async ({ skip }) => {
    if (process.env.KLAB_FULL !== "1") skip("five seconds long: npm run test:full");
    const opened = await open();
    await opened.page.evaluate(() => {
      delete document.body.dataset.patience;
    });
    await opened.ran(() => run(opened, 2));
    await opened.cell(3).getByRole("textbox").fill("for (;;) {}");
    const begun = performance.now();
    const [ran] = await opened.ran(() => run(opened, 3));
    expect(ran.stopped).toBe("too long");
    expect(performance.now() - begun).toBeGreaterThan(4900);
  });

  test("runs a training when asked, shows how far it is, and stops it", async () => {
    const opened = await open({ patience: 1 });
    const cell = opened.cell(9);
    expect(await cell.textContent()).toContain("按“运行”才开始");
    const [ran] = await opened.ran(async () => {
      await run(opened, 9);
      await cell.locator(".outputs", { hasText: "训练" }).waitFor();
      await cell.locator(".outputs", { hasText: /[1-9]\d?\/40/ }).waitFor();
      await cell.getByRole("button", { name: "停止" }).click();
    });
    expect(ran.stopped).toBe("asked");
    await opened.ran(() => run(opened, 9));
    expect((await outputs(opened, 9)).at(-1)).toBe("训练了40轮");
  });

  test("runs a training with smaller numbers, which stay where another cell needs it", async () => {
    const opened = await open({ patience: 1 });
    const cell = opened.cell(9);
    const small = cell.getByRole("button", { name: "小规模运行" });
    expect(await cell.textContent()).toContain("改用rounds = 20，");
    const [stopped] = await opened.ran(async () => {
      await small.click();
      await cell.locator(".outputs", { hasText: /\d\/20/ }).waitFor();
      expect(await small.isVisible()).toBe(false);
      await cell.getByRole("button", { name: "停止" }).click();
    });
    expect(stopped.stopped).toBe("asked");
    await opened.ran(() => small.click());
    expect((await outputs(opened, 9)).at(-1)).toBe("训练了20轮");
    expect(await cell.getByRole("status").textContent()).toContain("小规模运行完毕");
    // 停止 and 运行 are one button: the keyboard stays on it.
    expect(await opened.page.evaluate(() => document.activeElement?.textContent)).toBe("运行");
    await opened.cell(10).getByRole("textbox").fill("rounds * 10");
    const ran = await opened.ran(() => run(opened, 10));
    expect(ran.map((one) => one.cell)).toEqual(["10"]);
    expect(await outputs(opened, 10)).toEqual(["200"]);
    const area = cell.getByRole("textbox");
    expect(await area.inputValue()).toContain("const rounds = 40;");
    await area.fill("let rounds = 2;\nrounds");
    await small.click();
    expect(await cell.getByRole("status").textContent()).toContain("const rounds = 数;");
  });

  test("says what runs in a kernel alone", async () => {
    const opened = await open();
    expect(await opened.cell(8).textContent()).toContain("只能在内核里运行");
    expect(await opened.cell(8).getByRole("button", { name: "运行" }).count()).toBe(0);
  });

  test("sets derivations and reports as the page's making does", async () => {
    const opened = await open();
    await opened.ran(() => run(opened, 10));
    const rows = opened.cell(10).locator(".chain > .chain-row");
    expect(await rows.count()).toBe(4);
    expect(await rows.locator(".chain-right").last().locator("math").count()).toBeGreaterThan(0);
    expect(await rows.locator("mfrac").count()).toBe(1);
    expect(await opened.cell(10).textContent()).not.toMatch(/\\[a-z]|\$\$/);
    await opened.ran(() => run(opened, 12));
    expect(await opened.cell(12).locator("table").first().textContent()).toContain("0.5108");
    expect([opened.problems, opened.requests]).toEqual([[], []]);
  });

  test("brings klab/learn where a cell imports it", async () => {
    const opened = await open();
    await opened.ran(() => run(opened, 11));
    expect(await outputs(opened, 11)).toEqual(["tensor(6)"]);
  });

  test("keeps edits when it is opened again, and says so where it cannot", async () => {
    const opened = await open();
    await opened.cell(3).getByRole("textbox").fill("7");
    await opened.page.reload();
    expect(await opened.cell(3).getByRole("textbox").inputValue()).toBe("7");
    await opened.page.getByRole("button", { name: "全部重置" }).click();
    await opened.page.reload();
    expect(await opened.cell(3).getByRole("textbox").inputValue()).toBe("let n = 1;\nn + p.length");
    await opened.page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new Error("no storage");
      };
    });
    await opened.cell(3).getByRole("textbox").fill("8");
    expect(await opened.page.locator(".live-tools").textContent()).toContain("请另存为");
  });
});

const saved = async (page: Page, name: string): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name }).click(),
  ]);
  const path = join(folder, `存-${(download as Download).suggestedFilename()}`);
  await download.saveAs(path);
  return path;
};

describe.runIf(browser)("what a page is saved as", () => {
  test("the page with the edits, in one file, whose cells run", async () => {
    const opened = await open();
    await opened.ran(() => run(opened, 6));
    const text = 'const mine = "</script><b>&";\nmine.length';
    await opened.cell(3).getByRole("textbox").fill(text);
    const path = await saved(opened.page, "另存为");
    const again = await openPage(browser!, path);
    expect(await again.cell(3).getByRole("textbox").inputValue()).toBe(text);
    expect(await again.cell(2).getByRole("textbox").inputValue()).toContain("kl(p");
    await again.ran(() => run(again, 3));
    expect(await outputs(again, 3)).toEqual(["13"]);
    expect([again.problems, again.requests]).toEqual([[], []]);
    // Nothing of what scripts had made is in the file twice.
    expect(await again.page.locator(".live-tools").count()).toBe(1);
    expect(await again.cell(2).locator("textarea").count()).toBe(1);
  });

  test("the page with the edits, which are read without scripts, too, and once", async () => {
    const opened = await open();
    await opened.cell(3).getByRole("textbox").fill("const 甲 = 1 < 2 && '<b>';");
    const again = await openPage(browser!, await saved(opened.page, "另存为"));
    await again.cell(4).getByRole("textbox").fill("n + 44");
    const context = await browser!.newContext({ javaScriptEnabled: false, offline: true });
    const page = await context.newPage();
    await page.goto(pathToFileURL(await saved(again.page, "另存为")).href);
    const changed = page.locator("noscript.edited");
    expect(await changed.locator("pre").allTextContents()).toEqual([
      "const 甲 = 1 < 2 && '<b>';",
      "n + 44",
    ]);
    expect(await changed.first().isVisible()).toBe(true);
    expect(await page.locator('.cell[data-cell="4"] .note').textContent()).toContain("改成");
    await context.close();
  });

  test("the page with the edits, in which what is set back stays so", async () => {
    const opened = await open();
    await opened.cell(3).getByRole("textbox").fill("41");
    await opened.cell(4).getByRole("textbox").fill("42");
    const again = await openPage(browser!, await saved(opened.page, "另存为"));
    await again.cell(3).getByRole("button", { name: "重置" }).click();
    await again.page.reload();
    const texts = (): Promise<string[]> =>
      Promise.all([3, 4].map((n) => again.cell(n).getByRole("textbox").inputValue()));
    expect(await texts()).toEqual(["let n = 1;\nn + p.length", "42"]);
    expect(await again.cell(3).getByRole("button", { name: "重置" }).isVisible()).toBe(false);
    const third = await openPage(browser!, await saved(again.page, "另存为"));
    expect(await third.cell(3).getByRole("textbox").inputValue()).toBe("let n = 1;\nn + p.length");
    expect(await third.cell(4).getByRole("textbox").inputValue()).toBe("42");
    await again.page.getByRole("button", { name: "全部重置" }).click();
    await again.page.reload();
    expect(await texts()).toEqual(["let n = 1;\nn + p.length", "n = n + 1;\nn"]);
  });

  test("the notebook, with the edits", async () => {
    const opened = await open();
    await opened.cell(3).getByRole("textbox").fill("n");
    const path = await saved(opened.page, "下载为.ipynb");
    const notebook = JSON.parse(readFileSync(path, "utf8")) as Notebook;
    expect(path).toMatch(/\.ipynb$/);
    const sources = notebook.cells.map(({ source }) => source);
    expect(sources).toEqual(lesson.cells.map(({ source }, i) => (i === 2 ? "n" : source)));
    expect(notebook.cells[8].metadata.tags).toEqual(["training"]);
    expect(notebook.cells.every(({ outputs: none = [] }) => none.length === 0)).toBe(true);
  });
});

describe.runIf(browser)("for every reader", () => {
  const violations = async ({ page }: LivePage): Promise<unknown[]> => {
    await page.addScriptTag({ path: axePath }).catch(async () => {
      // The page's policy keeps other scripts out.
      await page.evaluate(readFileSync(axePath, "utf8"));
    });
    return page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const found = await axe.run();
      return found.violations.map(({ id, nodes }) => [id, nodes[0].html.slice(0, 200)]);
    });
  };

  test("axe finds nothing, as the page comes and after cells were changed and run", async () => {
    const opened = await open();
    expect(await violations(opened)).toEqual([]);
    await opened.ran(() => run(opened, 5));
    await opened.ran(() => run(opened, 10));
    await opened.cell(4).getByRole("textbox").fill("n = 5");
    expect(await violations(opened)).toEqual([]);
  }, 120_000);

  test("the keyboard reaches and leaves code, its buttons, and the page's", async () => {
    const opened = await open();
    const area = opened.cell(3).getByRole("textbox");
    await area.focus();
    await area.press("Control+End");
    await area.pressSequentially("\n  p;");
    await area.press("Enter");
    await area.pressSequentially("n");
    expect(await area.inputValue()).toBe("let n = 1;\nn + p.length\n  p;\n  n");
    const focused = (): Promise<string | null> =>
      opened.page.evaluate(() => document.activeElement?.textContent ?? null);
    await area.press("Tab");
    expect(await focused()).toBe("运行");
    const [ran] = await opened.ran(() => opened.page.keyboard.press("Enter"));
    expect(ran.cell).toBe("3");
    await opened.page.keyboard.press("Tab");
    expect(await focused()).toBe("重置");
    await opened.page.keyboard.press("Enter");
    expect(await area.inputValue()).toBe("let n = 1;\nn + p.length");
    expect(await focused()).toBe("运行");
  });

  test.each([390, 1200])(
    "at %i px code scrolls in its box and the page does not",
    async (width) => {
      const opened = await open({ width, touch: width < 500 });
      await opened
        .cell(3)
        .getByRole("textbox")
        .fill(`const long = "${"很长".repeat(80)}"`);
      await opened.ran(() => run(opened, 2));
      const wide = await opened.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide).toBeLessThanOrEqual(0);
      const same = await opened
        .cell(3)
        .locator(".sheet")
        .evaluate((sheet) => {
          const area = sheet.querySelector("textarea") as HTMLTextAreaElement;
          const code = sheet.querySelector("pre") as HTMLElement;
          const [a, b] = [getComputedStyle(area), getComputedStyle(code)];
          return [
            a.fontSize === b.fontSize,
            a.lineHeight === b.lineHeight,
            Math.abs(area.clientWidth - code.clientWidth) <= 1,
            area.scrollWidth - area.clientWidth <= 1,
            area.scrollHeight - area.clientHeight <= 1,
          ];
        });
      expect(same).toEqual([true, true, true, true, true]);
    },
  );
});
