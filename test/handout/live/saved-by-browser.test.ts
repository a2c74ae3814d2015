import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { barFigure, codeCell, figureOutput, markdownCell, notebookOf, stdout } from "../fixture";
import { livePages } from "./live-pages";
import { openPage } from "./open-page";

const { browser, folder, open } = await livePages(
  notebookOf([
    markdownCell("# 题\n\n文中有$x^2$。"),
    codeCell('import { kl } from "klab";\nconst n = 1;\nconsole.log(n, kl);', [stdout("1\n")]),
    codeCell("n + 1;", [figureOutput(barFigure())]),
    markdownCell("## 节\n\n末尾"),
  ]),
  { audience: "student", untried: "no page was saved or printed by its browser" },
);

const lines = Array.from({ length: 70 }, (_, i) => `const line${i} = ${i}; // 第${i}行`);
const edited = `${lines.join("\n")}\nconsole.log("改过的输出", line69);`;

async function editedPage() {
  const opened = await open();
  await opened.cell(2).getByRole("textbox").fill(edited);
  const [ran] = await opened.ran(() =>
    opened.cell(2).getByRole("button", { name: "运行", exact: true }).click(),
  );
  expect(ran.failure).toBeUndefined();
  return opened;
}

describe.runIf(browser)("a page that was edited", () => {
  test("is printed with the edit, every line of it, its new output and no button", async () => {
    const opened = await editedPage();
    await opened.page.emulateMedia({ media: "print" });
    const buttons = await opened.page.evaluate(() =>
      Array.from(document.querySelectorAll("button, input, select"))
        .filter((one) => one.checkVisibility())
        .map((one) => one.outerHTML.slice(0, 99)),
    );
    expect(buttons).toEqual([]);
    const file = join(folder, "印.pdf");
    writeFileSync(file, await opened.page.pdf({ format: "A4" }));
    const { status, stdout: text } = spawnSync("pdftotext", [file, "-"], { encoding: "utf8" });
    if (status === 0) {
      const kept = lines.filter((_, i) => text.includes(`line${i} = ${i}`));
      expect(kept).toHaveLength(lines.length);
      expect(text).toContain("改过的输出");
    } else console.log("pdftotext (poppler-utils) is not installed: the sheets were not read");
    await opened.page.context().close();
  });

  test("saved as what the browser holds, is for reading: with the edit, without a dead control", async () => {
    const opened = await editedPage();
    await opened.page.locator("figure.plot").scrollIntoViewIfNeeded();
    await opened.page.locator("figure.plot[data-state=live]").waitFor({ timeout: 30_000 });
    const file = join(folder, "浏览器存.html");
    writeFileSync(file, await opened.page.content());
    await opened.page.context().close();
    const again = await openPage(browser!, file);
    await again.page.getByText("只供阅读").waitFor();
    expect(await again.page.locator("h1").textContent()).toBe("题");
    const text = await again.page.locator("main").textContent();
    for (const said of ["改过的输出", "const line69 = 69; // 第69行", "末尾"])
      expect(text).toContain(said);
    expect(await again.page.locator("main button, main input, main textarea").count()).toBe(0);
    expect(
      await again.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBeLessThanOrEqual(0);
    expect([again.problems, again.requests]).toEqual([[], []]);
    await again.page.context().close();
  });

  test("saved as MHTML, where no script runs, is read", async () => {
    const opened = await editedPage();
    const session = await opened.page.context().newCDPSession(opened.page);
    const { data } = await session.send("Page.captureSnapshot", { format: "mhtml" });
    const file = join(folder, "整页.mhtml");
    writeFileSync(file, data);
    expect(readFileSync(file, "utf8")).toContain("text/html");
    await opened.page.context().close();
    const context = await browser!.newContext({ offline: true });
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    expect(await page.locator("h1").textContent()).toBe("题");
    expect(await page.locator("main").textContent()).toContain("改过的输出");
    expect(await page.locator("main").textContent()).toContain("末尾");
    expect(
      await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBeLessThanOrEqual(0);
    await context.close();
  });
});
