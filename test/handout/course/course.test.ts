import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Course, noCourse, targetsOf, withPages } from "../../../src/handout/course/course";
import { markdownTables } from "../../../src/handout/course/markdown-table";
import { readCourse } from "../../../src/handout/course/read-course";
import { resolveReferences } from "../../../src/handout/course/resolve-references";
import { TermNotes } from "../../../src/handout/course/term-notes";
import { makeEdition } from "../../../src/handout/edition";
import { handoutPage } from "../../../src/handout/handout-page";
import { loadPageTools, type PageTools } from "../../../src/handout/page-tools";
import { baseStyle } from "../../../src/handout/style/base-style";
import type { Audience } from "../../../src/handout/versions";
import { joinText, type Notebook } from "../../../src/notebook/nbformat";
import { barFigure, codeCell, figureOutput, markdownCell, notebookOf } from "../fixture";

let course: Course;
let tools: PageTools;
beforeAll(async () => {
  course = await readCourse("notebooks");
  tools = await loadPageTools();
});

const pageOf = (notebook: Notebook, name: string, audience: Audience = "student"): string => {
  const page = handoutPage(makeEdition(notebook, audience, { name, course }), { name, tools });
  return page.slice(page.indexOf("<main"));
};

describe("what the course's notebooks tell", () => {
  test("lessons in order with number, sentence and minutes, glossary and paths", () => {
    const { lessons, glossary, paths } = course;
    const files = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));
    const numbers = files.flatMap((name) => /^\d+/.exec(name)?.map(Number) ?? []);
    expect(numbers.length).toBeGreaterThan(10);
    expect(lessons.map(({ number }) => number)).toEqual([
      ...numbers.sort((a, b) => a - b),
      undefined,
    ]);
    const [, , lesson] = lessons;
    expect(lesson).toMatchObject({ name: "02-relative-entropy", title: "相对熵" });
    // A heading may tell the number, the lists tell it themselves.
    const history = lessons.find(({ name }) => name === "12-history");
    expect(history).toMatchObject({ number: 12, title: "发展历史" });
    expect(lessons.slice(1, -1).every(({ sentence, minutes }) => sentence && minutes)).toBe(true);
    expect(glossary.find(({ term }) => term === "KL散度")).toMatchObject({
      english: "KL divergence",
      see: "02-relative-entropy.ipynb#cell-id=458046d2",
    });
    expect(paths.length).toBeGreaterThanOrEqual(3);
  });

  test("a table is read by its bars, escaped ones left in their cells", () => {
    const text = "文\n\n| a | b |\n|---|:-:|\n| 1 | x\\|y |\n| 2 | |\n\n文";
    expect(markdownTables(text)).toEqual([
      {
        head: ["a", "b"],
        rows: [
          ["1", "x\\|y"],
          ["2", ""],
        ],
      },
    ]);
  });
});

/** Two lessons that refer to each other. */
const referring = (): Notebook =>
  notebookOf([
    { ...markdownCell("## 1.2 定义\n\n$$x \\tag{3}$$"), id: "formula1" },
    { ...codeCell("a", [figureOutput(barFigure()), figureOutput(barFigure())]), id: "figure01" },
    { ...markdownCell("**赛马**", ["exercise"]), id: "exercise" },
    {
      ...codeCell("b", [figureOutput(barFigure("SECRET"))], { tags: ["solution"] }),
      id: "solution",
    },
    { ...markdownCell("## 2 后"), id: "heading2" },
    { ...codeCell("c", [figureOutput(barFigure())]), id: "figure04" },
    markdownCell(
      "[图](#cell-id=figure04)、[练习](#cell-id=exercise)、[式](02-b.ipynb#cell-id=formula1)、[节](#cell-id=formula1)、[图](#cell-id=heading2)、`[图](#cell-id=figure04)`、[文](#cell-id=figure04)",
    ),
  ]);

describe("a folder in which somebody else's notebooks lie, too", () => {
  test("gives the course of those that can be read", async () => {
    const folder = mkdtempSync(join(tmpdir(), "klab 课 "));
    const wrong = [5, "x", {}, [null]].map((outputs) => ({ ...markdownCell("甲"), outputs }));
    const nulls = { ...markdownCell("甲"), id: "n", outputs: null };
    const write = (name: string, cell: object): void =>
      writeFileSync(join(folder, name), JSON.stringify(notebookOf([cell as never])));
    write("good.ipynb", { ...markdownCell("甲"), id: "g" });
    write("nulls.ipynb", nulls);
    for (const [index, cell] of wrong.entries()) write(`wrong-${index}.ipynb`, cell);
    const { targets } = await readCourse(folder).finally(() => rmSync(folder, { recursive: true }));
    expect([...targets.keys()]).toEqual(["good", "nulls"]);
  });
});

describe("numbers", () => {
  test("of figures, exercises, formulas and sections stand in the references to them", () => {
    const targets = targetsOf(referring());
    const heard: string[] = [];
    const site: Course = {
      ...noCourse,
      targets: new Map([
        ["01-a", targets],
        ["02-b", targets],
      ]),
    };
    const { cells } = resolveReferences(referring(), site, "01-a", (cell, text) =>
      heard.push(`${cell} ${text}`),
    );
    expect(joinText(cells[6].source)).toBe(
      "[图4](#cell-id=figure04)、[练习1](#cell-id=exercise)、[第02课式(3)](02-b.ipynb#cell-id=formula1)、[第1.2节](#cell-id=formula1)、[图](#cell-id=heading2)、`[图](#cell-id=figure04)`、[文](#cell-id=figure04)",
    );
    expect(heard).toEqual([expect.stringMatching(/^7 .*heading2/)]);
  });

  test("are the same for students and teachers, though students do not get every figure", () => {
    const captions = (audience: Audience): string[] =>
      pageOf(referring(), "01-a", audience).match(/class="figure-number">[^<]*/g) ?? [];
    expect(captions("teacher").map((text) => text.at(-1))).toEqual(["1", "2", "3", "4"]);
    expect(captions("student").map((text) => text.at(-1))).toEqual(["1", "2", "4"]);
    expect(pageOf(referring(), "01-a")).toContain('<p class="kind">练习1</p>');
  });
});

describe("the glossary", () => {
  test("explains a term where it comes first: in running text, in no heading, link, bold word, code or longer word", () => {
    const page = pageOf(
      notebookOf([
        markdownCell("# 相对熵\n\n**相对熵**、[相对熵](a.ipynb)、`相对熵`；相对熵与相对熵。"),
        markdownCell("条件熵、交叉熵、熵。"),
      ]),
      "x",
    );
    const terms = [...page.matchAll(/<a class="term" title="([^"]*)" href="([^"]*)">([^<]*)/g)];
    expect(terms.map(([, , , term]) => term)).toEqual(["相对熵", "交叉熵", "熵"]);
    expect(terms[0][1]).toBe("relative entropy：两者之差");
    expect(terms[0][2]).toBe("02-relative-entropy.html#cell-id=458046d2");
  });

  test("a noted term stands upright, as the text around it", () => {
    const [, term] = /\.term\{([^}]*)\}/.exec(baseStyle) ?? [];
    expect(term).toContain("font-style:normal");
  });

  test("has no link to a lesson without a page", () => {
    const { glossary, lessons } = withPages(course, (name) => name === "02-relative-entropy");
    expect(lessons.map(({ name }) => name)).toEqual(["02-relative-entropy"]);
    const see = (name: string) => glossary.find(({ term }) => term === name)?.see;
    expect(see("相对熵")).toBeDefined();
    expect(see("似然")).toBeUndefined();
  });

  test("reads the formulas of its sentences as text", () => {
    const notes = new TermNotes([
      {
        term: "增益",
        english: "gain",
        sentence: "$D(\\text{后验}\\,\\Vert\\,q)$的*平均*",
        see: undefined,
      },
    ]);
    expect(notes.split("信息增益")).toEqual([
      "信息",
      { term: "增益", text: "gain：D(后验‖q)的平均", see: undefined },
    ]);
    expect(notes.split("增益")).toEqual(["增益"]);
  });
});

describe("a lesson's page", () => {
  test("leads to the lesson before, the one after and the list, for the same readers", () => {
    const notebook = notebookOf([markdownCell("# 题")]);
    const between = (name: string, audience: Audience): string[] =>
      /<nav class="between"[\s\S]*?<\/nav>/
        .exec(pageOf(notebook, name, audience))?.[0]
        .match(/href="[^"]*"/g) ?? [];
    expect(between("02-relative-entropy", "student")).toEqual([
      'href="01-entropy-and-coding.html"',
      'href="index.html"',
      'href="03-continuous.html"',
    ]);
    expect(between("00-guide", "teacher")).toEqual([
      'href="index.teacher.html"',
      'href="01-entropy-and-coding.teacher.html"',
    ]);
    expect(between("elsewhere", "student")).toEqual([]);
  });
});
