import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeHandouts } from "../../../src/handout/write-handouts";
import type { Notebook } from "../../../src/notebook/nbformat";
import { codeCell, markdownCell, notebookOf, stdout } from "../fixture";
import { livePages } from "./live-pages";
import { openPage } from "./open-page";

const code = (source: string, tags: string[] = [], printed = "") =>
  codeCell(source, printed === "" ? [] : [stdout(printed)], { tags });

const lesson = notebookOf([
  code('import { kl } from "klab";\nconst half = "</script><!--".length / 26;', ["remove-cell"]),
  code('import { chains } from "klab/derivation";', ["remove-cell"]),
  markdownCell("# 课"),
  code("console.log(kl([half, half], [0.9, 0.1]).toFixed(4))", [], "0.5108\n"),
  code('const shown = 2;\nconsole.log("只见输出")', ["remove-input"], "只见输出\n"),
  code("const alone = NOT_FOR_PAGES;", ["remove-cell", "kernel-only"]),
  code("console.log(shown + half)", [], "2.5\n"),
  code("for (;;) {} // never needed", ["remove-cell"]),
  code("console.log(typeof chains.entropyDifference)", [], "object\n"),
  markdownCell("## 练习\n\n**一** 求值。", ["exercise"]),
  code("const SECRET_inside = 7;", ["remove-cell"]),
  code("const answer = SECRET_inside;", ["solution"]),
  code("console.log(answer)", ["check"]),
  code("const SECRET_lone = 1;", ["remove-cell", "solution"]),
  markdownCell("## 后面"),
  code("const SECRET_marked = 1;", ["remove-cell", "solution"]),
  code("const SECRET_teachers = 1;", ["remove-cell", "teacher"]),
  code("const SECRET_checked = 1;", ["remove-cell", "check"]),
  code("console.log(half)"),
]) as Notebook;

const student = await livePages(lesson, {
  audience: "student",
  untried: "no cell that prepares others was run in a page",
});
const { browser, folder } = student;

describe.runIf(browser)("code that a page does not show", () => {
  test("runs before the cells that need it, and is nowhere to be seen", async () => {
    const opened = await student.open();
    const text = (await opened.page.locator("body").textContent()) ?? "";
    const seen = String(await opened.page.evaluate("document.body.innerText"));
    expect(text).toContain("half = "); // it is in the page
    expect(seen).not.toMatch(/const half|const shown|never needed/);
    expect(seen).toContain("只见输出");
    const cells = await opened.page
      .locator("[data-live]")
      .evaluateAll((all) => all.map((cell) => (cell as HTMLElement).dataset.cell ?? ""));
    const shown = [cells[0], cells[1], cells[2]];
    for (const [i, printed] of ["0.5108\n", "2.5\n", "object\n"].entries()) {
      const [ran] = await opened.ran(() =>
        opened.cell(Number(shown[i])).getByRole("button", { name: "运行", exact: true }).click(),
      );
      expect([ran.failure?.message ?? ran.stopped ?? "", ran.outputs]).toEqual([
        "",
        [{ kind: "stream", name: "stdout", text: printed }],
      ]);
    }
    expect([opened.problems, opened.requests]).toEqual([[], []]);
    await opened.page.context().close();
  });

  test("is in the notebook that is downloaded, folded, where it runs", async () => {
    const opened = await student.open();
    const [download] = await Promise.all([
      opened.page.waitForEvent("download"),
      opened.page.getByRole("button", { name: /ipynb/ }).click(),
    ]);
    const saved = JSON.parse(readFileSync(await download.path(), "utf8")) as Notebook;
    const sources = saved.cells.map(({ source }) => String(source));
    expect(sources.slice(0, 2)).toEqual(lesson.cells.slice(0, 2).map(({ source }) => source));
    expect(saved.cells[0].metadata).toEqual({ jupyter: { source_hidden: true } });
    expect(JSON.stringify(saved)).not.toMatch(/setUp|NOT_FOR_PAGES|SECRET/);
    expect(sources.filter((source) => source.includes("const shown"))).toHaveLength(1);
    await opened.page.context().close();
  });

  test("is the teacher's alone where it is in an exercise, a solution or a check", async () => {
    const page = readFileSync(join(folder, "活.html"), "utf8");
    expect(page).not.toMatch(/SECRET_\w+|NOT_FOR_PAGES/);
    await writeHandouts([{ name: "活", notebook: lesson }], {
      out: folder,
      audiences: ["teacher"],
      renderer: undefined,
      log: () => {},
    });
    const file = join(folder, "活.teacher.html");
    const opened = await openPage(browser!, file);
    const answer = opened.page.locator(".cell.solution[data-live=run]").first();
    await opened.ran(async () => {
      const position = await answer.getAttribute("data-cell");
      const check = opened.page.locator(`.cell.check[data-live=run]`).first();
      expect(Number(await check.getAttribute("data-cell"))).toBeGreaterThan(Number(position));
      await check.getByRole("button", { name: "运行", exact: true }).click();
    });
    const check = opened.page.locator(".cell.check[data-live=run]").first();
    expect(await check.locator(".outputs pre.text").allTextContents()).toEqual(["7"]);
    expect(opened.problems).toEqual([]);
    await opened.page.context().close();
  });

  test("is not in a page whose cells do not run", async () => {
    const notebook = notebookOf([code("SECRET = 1", ["remove-cell"]), code("print(SECRETLESS)")]);
    await writeHandouts([{ name: "不活", notebook }], {
      out: folder,
      audiences: ["student"],
      renderer: undefined,
      log: () => {},
    });
    expect(readFileSync(join(folder, "不活.html"), "utf8")).not.toMatch(/SECRET\b/);
  });
});
