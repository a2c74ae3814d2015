import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { writeHandouts } from "../../../src/handout/write-handouts";
import { hasTag, joinText, type Notebook } from "../../../src/notebook/nbformat";
import { openBrowser } from "../../../src/pictures/browser";
import { barFigure, codeCell, figureOutput, markdownCell, notebookOf, stdout } from "../fixture";

const folder = mkdtempSync(join(tmpdir(), "klab slides "));
const browser = await openBrowser({ log: console.log });
if (!browser) console.log("skipped: no browser found, the deck was not opened");
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const make = async (notebook: Notebook, locale: "zh-CN" | "en" = "zh-CN"): Promise<void> => {
  await writeHandouts([{ name: "课", notebook }], {
    out: folder,
    audiences: ["student"],
    renderer: undefined,
    log: () => {},
    slides: true,
    locale,
  });
};

const deck = notebookOf([
  markdownCell("# 相对熵\n\n$D(p\\,\\|\\,q)$", ["slide"]),
  markdownCell("不在片子里"),
  codeCell("kl(p, q);", [stdout("0.5108 nat\n")], { tags: ["slide"] }),
  codeCell("SECRET", [stdout("SECRET\n")], { tags: ["slide", "solution"] }),
]);

describe("klab handout --slides", () => {
  test("makes a slide of each cell tagged slide, for the same readers as the page", async () => {
    await make(deck);
    const html = readFileSync(join(folder, "课.slides.html"), "utf8");
    expect(html.match(/<section>/g)).toHaveLength(4); // the last one holds the licences
    expect(html).not.toMatch(/不在片子里|SECRET/);
    expect(html).toContain("0.5108 nat");
    expect(html).toMatch(/script-src 'sha256-[^']+';/);
    expect(readFileSync(join(folder, "index.html"), "utf8")).not.toContain("slides.html");
  });

  test.skipIf(!browser)(
    "runs from disk, offline, by the keyboard",
    { timeout: 60_000 },
    async () => {
      await make(deck);
      const context = await browser!.newContext({ offline: true });
      const page = await context.newPage();
      const messages: string[] = [];
      const requests: string[] = [];
      page.on("console", (message) => messages.push(message.text()));
      page.on("pageerror", (error) => messages.push(String(error)));
      page.on("request", (request) => requests.push(request.url()));
      await page.goto(pathToFileURL(join(folder, "课.slides.html")).href);
      await page.locator(".reveal.ready").waitFor({ timeout: 20_000 });
      expect(await page.locator("section.present").textContent()).toContain("相对熵");
      await page.keyboard.press("ArrowRight");
      expect(await page.locator("section.present").textContent()).toContain("0.5108 nat");
      expect(messages).toEqual([]);
      expect(requests.filter((url) => !/^(?:file|data|blob):/.test(url))).toEqual([]);
      await context.close();
    },
  );

  test("says its own words in English where English is asked for; the lesson's stay", async () => {
    const bars = { ...barFigure(), description: "两组概率" };
    const cells = [
      markdownCell("# 题\n\n许可、目录和练习是课文里的词。", ["slide"]),
      markdownCell("## 下注\n\n> **预测** 哪个大？", ["slide", "prediction"]),
      codeCell("plot();", [figureOutput(bars)], { tags: ["slide"] }),
    ];
    await make(notebookOf(cells), "en");
    const html = readFileSync(join(folder, "课.slides.html"), "utf8");
    const frame = html
      .slice(html.indexOf("<body"))
      .replace(/<(svg|script)\b[\s\S]*?<\/\1>/g, "")
      .replace(/<[^>]*>/g, "\n");
    for (const words of ["Predict first", "Figure 1", "Data table", "Licences"])
      expect(frame).toContain(words);
    expect(frame).not.toMatch(/先预测|数据表|图1|本页的脚本|样式与字体/);
    expect(frame).toContain("许可、目录和练习是课文里的词。");
  });

  test("says which notebook has no slides", async () => {
    await expect(make(notebookOf([markdownCell("# 题")]))).rejects.toThrow(/课\.ipynb: --slides/);
  });
});

describe("the lessons' decks", () => {
  const lessons = readdirSync("notebooks").filter((name) => /^\d\d-.*\.ipynb$/.test(name));
  const read = (name: string): Notebook =>
    JSON.parse(readFileSync(join("notebooks", name), "utf8")) as Notebook;

  test("are there for every lesson, begin with the title, and give no exercise away", () => {
    expect(lessons.length).toBeGreaterThanOrEqual(18);
    for (const name of lessons) {
      const slides = read(name).cells.filter((cell) => hasTag(cell, "slide"));
      expect([name, slides.length >= 5]).toEqual([name, true]);
      expect([name, joinText(slides[0].source)]).toEqual([name, expect.stringMatching(/^# /)]);
      for (const tag of ["exercise", "solution", "check", "teacher"])
        expect(slides.filter((cell) => hasTag(cell, tag))).toEqual([]);
    }
  });

  test("show a summary without the works that it ends with", async () => {
    const summary =
      "## 小结\n\n- 一\n\n**参考文献**\n\n- A, B. (1951). 文章。\n- C (2000).\n\n完。";
    await make(notebookOf([markdownCell("# 题", ["slide"]), markdownCell(summary, ["slide"])]));
    const [, , shown] = readFileSync(join(folder, "课.slides.html"), "utf8").split("<section");
    expect(shown).toContain("一");
    expect(shown).toContain("完。");
    expect(shown).not.toMatch(/参考文献|1951|2000/);
  });

  test("show a figure without the long code that draws it", async () => {
    const long = Array.from({ length: 12 }, (_, i) => `const a${i} = ${i};`).join("\n");
    const cells = [
      markdownCell("# 题", ["slide"]),
      codeCell(`${long}\nplot();`, [figureOutput(barFigure())], { tags: ["slide"] }),
      codeCell("short();", [figureOutput(barFigure())], { tags: ["slide"] }),
      codeCell(`${long}\nlast();`, [stdout("1\n")], { tags: ["slide"] }),
    ];
    await make(notebookOf(cells));
    const [, , figure, short, code] = readFileSync(join(folder, "课.slides.html"), "utf8").split(
      "<section",
    );
    expect(figure).toContain("<figure");
    expect(figure).not.toContain("a11");
    expect(short).toContain("short");
    expect(code).toContain("a11");
  });
});
