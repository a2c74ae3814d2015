import { describe, expect, test } from "vitest";
import { codeCell, markdownCell, notebookOf } from "../fixture";
import { livePages } from "./live-pages";
import type { LivePage } from "./open-page";

const sources = [
  'import { kl } from "klab";\nkl([1], [1])',
  'setTimeout(() => {\n  throw new Error("later");\n}, 0);\nawait new Promise((done) => setTimeout(done, 50));\n"after"',
  'const away = async () => {\n  throw new RangeError("nobody waits");\n};\naway();\n3',
  'setTimeout(() => {\n  console.log("printed late");\n  console.log("and more");\n}, 150);\n4',
  "queueMicrotask(() => {\n  throw { code: 5 };\n});\n5",
  "setTimeout(() => away(), 0);\n6",
  "7",
];
const { browser, open } = await livePages(
  notebookOf([markdownCell("# 迟到"), ...sources.map((source) => codeCell(source))]),
  { audience: "teacher", untried: "no cell put out anything late" },
);
const run = (opened: LivePage, position: number): Promise<void> =>
  opened.cell(position).getByRole("button", { name: "运行", exact: true }).click();
const outputs = (opened: LivePage, position: number): Promise<string[]> =>
  opened.cell(position).locator(".outputs pre.text").allTextContents();

describe.runIf(browser)("what comes of a cell where no cell waits for it", () => {
  test("an error says what and where, ends nothing, and stands with the cell that was run", async () => {
    const opened = await open();
    const [ran] = await opened.ran(() => run(opened, 3));
    expect([ran.stopped, ran.failure]).toEqual([undefined, undefined]);
    expect(await outputs(opened, 3)).toEqual([
      "UncaughtException: Error: later\n    第3格第2行 / cell 3, line 2",
      "after",
    ]);
    for (const [position, text] of [
      [4, "3|UnhandledPromiseRejection: RangeError: nobody waits\n    第4格第2行 / cell 4, line 2"],
      [5, "4|printed late\nand more"],
      [6, "UncaughtException: { code: 5 }|5"],
      [7, "6|UnhandledPromiseRejection: RangeError: nobody waits\n    第4格第2行 / cell 4, line 2"],
    ] as const) {
      await opened.ran(() => run(opened, position));
      await expect
        .poll(async () => (await outputs(opened, position)).join("|"), { timeout: 20_000 })
        .toBe(text);
    }
    // Nothing that came late keeps the next cell from running, or stands in its output.
    await opened.ran(() => run(opened, 8));
    expect(await outputs(opened, 8)).toEqual(["7"]);
    expect([opened.problems, opened.requests]).toEqual([[], []]);
  });
});
