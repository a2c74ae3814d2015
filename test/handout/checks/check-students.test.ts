import { describe, expect, test } from "vitest";
import { statementsOf } from "../../../src/handout/checks/statements-of";
import { studentNotebook } from "../../../src/handout/student-notebook";
import { makeVersion } from "../../../src/handout/versions";
import { type Cell, joinText, type Notebook } from "../../../src/notebook/nbformat";
import { codeCell, markdownCell, notebookOf } from "../fixture";

const code = (source: string, ...tags: string[]): Cell => codeCell(source, [], { tags });
/** A template that holds a name. */
const inTemplate = (name: string): string => `\`{\${${name}}\``;
const question = markdownCell("**题** 求", ["exercise"]);

/** The last check of an exercise in both students' copies, which are the same. */
function lastCheck(notebook: Notebook): string {
  const copies = [studentNotebook(notebook), makeVersion(notebook, "student")];
  const [first, second] = copies.map(({ cells }) => {
    const checks = cells.filter(({ metadata }) => metadata.tags?.includes("check"));
    return joinText(checks[checks.length - 1].source);
  });
  expect(second).toBe(first);
  return first;
}

const exercise = (student: string, check: string, solution: string, again: string): Cell[] => [
  question,
  code(student, "exercise"),
  code(check, "check"),
  markdownCell("> **提示** 想一想"),
  code(solution, "solution"),
  code(again, "check"),
];
const given = (student: string, check: string, solution: string, again: string): string =>
  lastCheck(notebookOf(exercise(student, check, solution, again)));

const check1 =
  'const check1 = (a: string): void => {\n  console.log(a === "甲" ? "✓" : "✗");\n};\n\n';

describe("the check behind a blanked solution", () => {
  test.each([
    [
      "a constant",
      'let better = "?";',
      `${check1}check1(better);`,
      'const solvedBetter = "甲";',
      "check1(solvedBetter);",
      "check1(better);",
    ],
    [
      "without semicolons",
      'let better = "?"',
      "function check1(a) {\n  console.log(a)\n}\ncheck1(better)",
      "const mine = 1",
      "check1(mine)",
      "check1(better)",
    ],
    [
      "two answers",
      "let a = 0;\nlet b = 0;",
      "const judge = (x, y) => {};\njudge(a, b);",
      "const [u, v] = [1, 2];",
      "judge(u, v);",
      "judge(a, b);",
    ],
    [
      "a function",
      "let f = (x) => x;",
      "const testF = (g) => {};\ntestF(f);",
      "function answer(x: number): number {\n  return 2 * x;\n}",
      "testF(answer);",
      "testF(f);",
    ],
    [
      "a class",
      "class Mine {}",
      "const testIt = (C) => {};\nawait testIt(Mine);",
      "class Answer {}",
      "await testIt(Answer);",
      "await testIt(Mine);",
    ],
    [
      "what an object hands out",
      "let pair = {};",
      "const tests = { one: (x) => {} };\ntests.one(pair);",
      "const { p: left, ...rest } = { p: 1, q: 2 };",
      "tests.one({ left, rest });",
      "tests.one(pair);",
    ],
    [
      "an import",
      "let f;",
      "const testF = (g) => {};\ntestF(f);",
      'import { kl as model } from "klab";',
      "testF(model);",
      "testF(f);",
    ],
    [
      "in a template",
      "let t = '';",
      "const see = (s) => {};\nsee(t);",
      "const solution = 1;",
      `see(${inTemplate("solution")});`,
      "see(t);",
    ],
    [
      "beside another value",
      "let x = 0;",
      "const check1 = (v, n) => {};\ncheck1(x, 3);",
      "const solvedX = 1;",
      "check1(solvedX, 4);",
      "check1(x, 3);",
    ],
    [
      "of two questions",
      "let a = 0;\nlet b = 0;",
      "const one = (v) => {};\nconst two = (v) => {};\none(a);\ntwo(b);",
      "const solvedA = 1;\nconst solvedB = 2;",
      "one(solvedA);\ntwo(solvedB);",
      "one(a);\ntwo(b);",
    ],
    [
      "of one question asked twice",
      "let a = 0;\nlet b = 0;",
      "const one = (v) => {};\none(a);\none(b);",
      "const A = 1, B: number = 2;",
      "one(A);\none(B);",
      "one(a);\none(b);",
    ],
    [
      "with words of its own",
      "let a = 0;",
      "const one = (v) => {};\none(a);",
      "const A = 1;",
      'console.log("再来");\nconst seen = A;\none(seen);',
      'console.log("再来");\none(a);',
    ],
  ])("judges the student's answer: %s", (_, student, check, solution, again, expected) => {
    expect(given(student, check, solution, again)).toBe(expected);
  });

  test.each([
    [
      "a call of the student's own name",
      "let a = 0;",
      "const one = (v) => {};\none(a);",
      "a = 1;",
      "one(a);",
    ],
    [
      "a name declared before the exercise",
      "let a = 0;",
      "const one = (v) => {};\none(a);",
      "const weather = 2;\na = weather;",
      "one(a, weather);",
    ],
    [
      "a key or a member of that name",
      "let a = 0;",
      "const one = (v) => {};\none(a);",
      "const solved = 1;",
      "one({ solved: a }.solved);",
    ],
    [
      "the name in words only",
      "let a = 0;",
      "const one = (v) => {};\none(a);",
      "const solved = 1;",
      'one(a); // solved\nconsole.log("solved");',
    ],
    [
      "a name that it declares itself",
      "let a = 0;",
      "const one = (v) => {};\none(a);",
      "const solved = 1;",
      "const solved = a;\none(solved);",
    ],
  ])("stays as it is: %s", (_, student, check, solution, again) => {
    const cells = [code("const weather = [1];"), ...exercise(student, check, solution, again)];
    expect(lastCheck(notebookOf(cells))).toBe(again);
  });

  test.each([
    ["no check before", "", "const solved = 1;", "check1(solved);"],
    [
      "another function before",
      "const one = (v) => {};\none(a);",
      "const solved = 1;",
      "two(solved);",
    ],
    [
      "no call at all",
      "const one = (v) => {};\none(a);",
      "const solved = 1;",
      "if (solved === 1) console.log(solved);",
    ],
  ])(
    "is blanked where nothing of a student's is there to judge: %s",
    (_, check, solution, again) => {
      const source = given("let a = 0;", check, solution, again);
      expect(source).toMatch(/^\/\/ [^\n]+$/);
      expect(source).not.toContain("solved");
    },
  );

  test("takes the check of its own exercise where all have the same name", () => {
    const both = ["first", "second"].flatMap((name) =>
      exercise(
        `let ${name} = 0;`,
        `const check = (v) => {};\ncheck(${name});`,
        `const ${name}Answer = 1;`,
        `check(${name}Answer);`,
      ),
    );
    const { cells } = studentNotebook(notebookOf(both));
    const checks = cells.filter(({ metadata }) => metadata.tags?.includes("check"));
    expect(checks.map(({ source }) => joinText(source).split("\n").at(-1))).toEqual([
      "check(first);",
      "check(first);",
      "check(second);",
      "check(second);",
    ]);
  });

  test("is mended behind nbgrader's and otter's blanks, too, and behind a solution in no exercise", () => {
    const region = "let a = 0;\n// BEGIN SOLUTION\nconst A = 1;\n// END SOLUTION";
    const graded = { ...code("const A = 1;"), metadata: { nbgrader: { solution: true } } };
    for (const solution of [code(region), graded, code("const A = 1;", "solution")]) {
      const cells = [
        code("let a = 0;"),
        code("const one = (v) => {};\none(a);", "check"),
        solution,
        code("one(A);", "check"),
      ];
      expect(lastCheck(notebookOf(cells))).toBe("one(a);");
    }
  });

  test("stays the teacher's in the teacher's copy, and what it is in other languages", () => {
    const cells = exercise(
      "let a = 0;",
      "const one = (v) => {};\none(a);",
      "const A = 1;",
      "one(A);",
    );
    const teacher = makeVersion(notebookOf(cells), "teacher");
    expect(joinText(teacher.cells[5].source)).toBe("one(A);");
    const python = {
      ...notebookOf(exercise("a = 0", "check(a)", "const = A = 1", "check(A)")),
      metadata: { kernelspec: { name: "python3", language: "python" } },
    };
    expect(lastCheck(python)).toBe("check(A)");
  });
});

describe("the statements of a cell", () => {
  const declared = (source: string): unknown =>
    statementsOf(source)?.flatMap(({ declares }) => declares);

  test.each([
    ["const a = 1, b: Map<string, number> = new Map(), c = [1, 2];", "a b c"],
    ["let d: [number, number];\nvar e;", "d e"],
    ["const { f, g: h, i = f ? j : k, ...l } = m;", "f h i l"],
    ["const [n, [o = 1, , p], ...q] = r;", "n o p q"],
    ["const { s: { t, u: [v] } = w } = x;", "t v"],
    ["function a1() {\n  const no = 1;\n}\nasync function* a2() {}", "a1 a2"],
    ["class A3 extends No {\n  no = 1;\n}\nabstract class A4<No> {}", "A3 A4"],
    [
      'import b1, { b2, b3 as b4, type B5 } from "no";\nimport * as b6 from "no";\nimport "no";',
      "b1 b2 b4 B5 b6",
    ],
    ["enum C1 {\n  No,\n}\nconst enum C2 {\n  No,\n}", "C1 C2"],
    ["type No = { no: 1 };\nconst d1 = no as const;\nfor (const no of [1]) {\n}", "d1"],
    ["const f1 = (no: number): number => {\n  let no2 = 1;\n  return no2;\n};", "f1"],
    [`const ε = /[;{]/.test(${inTemplate("no")});\nconst μ = 1`, "ε μ"],
    ["await no();\nif (no) {\n  const no = 1;\n}\nelse no();", ""],
  ])("declare %s", (source, names) => {
    expect(declared(source)).toEqual(names.split(" ").filter(Boolean));
  });

  test("end where a line begins another one, and nowhere else", () => {
    const source =
      "const a = b\n  .map(c)\n  + d\nshow(a)\nconst e = (\n  f\n)\n  ? g\n  : h\ni = `\n`\nj()";
    expect(statementsOf(source)?.map(({ text }) => text.split(/[ (]/)[0])).toEqual([
      "const",
      "show",
      "const",
      "i",
      "j",
    ]);
  });

  test("cannot be told where a cell is no code", () => {
    expect(statementsOf("const a = '")).toBeUndefined();
  });
});
