import { describe, expect, test } from "vitest";
import { exercisesOf, hasHeading } from "../../src/notebook/exercises";
import { codeCell, markdownCell } from "../handout/fixture";

const md = markdownCell;
const code = (source: string, ...tags: string[]) => codeCell(source, [], { tags });
const spans = (cells: Parameters<typeof exercisesOf>[0]) =>
  exercisesOf(cells).map(({ start, end, solution }) => [start, end, solution]);

describe("exercises of a notebook", () => {
  test("reach to the next exercise, to the next heading, or to the end", () => {
    const cells = [
      md("**一**", ["exercise"]),
      code("let x;", "exercise"),
      code("x = 1;", "solution"),
      code("check(x);", "check"),
      md("**二**", ["exercise"]),
      code("y = 1;", "solution"),
      md("## 下一节"),
      code("plot();"),
      code("ask();", "exercise"),
      code("z = 1;", "solution"),
      md("文"),
    ];
    expect(spans(cells)).toEqual([
      [0, 4, 2],
      [4, 6, 5],
      [8, 11, 9],
    ]);
  });

  test("have one place to write each, or several, and a new one after a solution", () => {
    const cells = [
      md("问", ["exercise"]),
      code("let a;", "exercise"),
      code("let b;", "exercise"),
      code("a = b = 1;", "solution"),
      code("let c;", "exercise"),
      code("let d;", "exercise"),
    ];
    expect(spans(cells)).toEqual([
      [0, 4, 3],
      [4, 5, undefined],
      [5, 6, undefined],
    ]);
  });

  test("do not end at headings of a solution, a check or a teacher's note", () => {
    const cells = [
      md("## 练习", ["exercise"]),
      md("### 备课", ["teacher"]),
      md("### 参考答案", ["solution"]),
      md("### 自检", ["check"]),
      code("1"),
      md("小结\n---"),
    ];
    expect(spans(cells)).toEqual([[0, 5, 2]]);
  });

  test("are called by their heading, their first bold words or their first line", () => {
    const titled = ["文\n\n## 1 赛马 ##\n**粗**", "**★ 赛马** 四匹", "\n四匹马", "x".repeat(99)];
    const titles = exercisesOf(titled.map((text) => md(text, ["exercise"]))).map((e) => e.title);
    expect(titles).toEqual(["1 赛马 ##", "★ 赛马", "四匹马", `${"x".repeat(60)}…`]);
  });
});

describe("a heading of Markdown", () => {
  test.each([
    ["# a", true],
    ["文\n\n###### a", true],
    ["#", true],
    ["a\n===", true],
    ["a\n---", true],
    ["<h2 align=center>a</h2>", true],
    ["#a", false],
    ["```\n# a\n```", false],
    ["~~~~\n# a\n~~~\n# b\n~~~~", false],
    ["文\n\n---\n文", false],
    ["| a |\n|---|", false],
    ["    # a", false],
  ])("is found in %j: %s", (markdown, expected) => {
    expect(hasHeading(markdown)).toBe(expected);
  });
});
