import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { studentCommand } from "../../src/command/student";
import { embedScript } from "../../src/handout/embedded-script";
import { foldHintsOf } from "../../src/handout/fold-hints";
import { studentNotebook } from "../../src/handout/student-notebook";
import { writeHandouts } from "../../src/handout/write-handouts";
import {
  type Cell,
  joinText,
  type Notebook,
  parseNotebook,
  stringifyNotebook,
} from "../../src/notebook/nbformat";
import { codeCell, display, figureOutput, markdownCell, notebookOf, stdout } from "./fixture";
import { payloadsOf, unpacked } from "./unpacked";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "klab 学生 "));
  vi.stubEnv("KLAB_BROWSER", "none");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const picture = (text: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>${text}</text></svg>`;

/** Every way in which a solution may lie in a notebook, each with a name of its own. */
const secretive = (): Notebook => ({
  ...notebookOf([
    markdownCell("# 课"),
    codeCell("OPEN_before", [stdout("OPEN_output\n")]),
    markdownCell("## 练习\n\n**赛马** 求值。\n\n> **提示** OPEN_hint", ["exercise"]),
    codeCell("let OPEN_stub = NaN;", [stdout("SECRET_stub\n")], { tags: ["exercise"] }),
    {
      ...codeCell(
        "const SECRET_source = 1;",
        [
          stdout("SECRET_stdout\n"),
          figureOutput({
            data: [{ type: "bar", x: ["SECRET_bar"], y: [1] }],
            layout: { meta: { alt: "SECRET_alt", table: { columns: ["SECRET_t"], rows: [] } } },
          }),
          display({ "image/svg+xml": picture("SECRET_svg"), "text/html": "<b>SECRET_html</b>" }),
          display({ "image/png": base64("SECRET_png") }),
          { output_type: "error", ename: "E", evalue: "SECRET_evalue", traceback: ["SECRET_tb"] },
        ],
        { tags: ["solution"] },
      ),
      attachments: { "SECRET_name.png": { "image/png": base64("SECRET_attached") } },
      metadata: { tags: ["solution"], vscode: { note: "SECRET_metadata" } },
    },
    markdownCell("OPEN_between"),
    codeCell("draw(OPEN_later);", [
      figureOutput({ data: [{ type: "bar", x: ["SECRET_later"], y: [1] }], layout: {} }),
    ]),
    codeCell("OPEN_check();", [stdout("SECRET_verdict\n")], { tags: ["check"] }),
    {
      ...markdownCell("SECRET_words ![](attachment:SECRET.png)", ["solution"]),
      attachments: { "SECRET.png": { "image/svg+xml": picture("SECRET_drawn") } },
    },
    markdownCell("SECRET_teacher", ["teacher"]),
    markdownCell("## 之后"),
    codeCell("OPEN_after", [stdout("OPEN_shown\n")]),
    codeCell("SECRET_lone", [stdout("SECRET_lonely\n")], { tags: ["solution"] }),
    codeCell("OPEN_follows", [stdout("SECRET_follows\n")]),
  ] as Cell[]),
  metadata: { widgets: { state: { a: "SECRET_widget" } } } as Notebook["metadata"],
});

/** One whose JSON is long enough to be packed. */
const figureCell = codeCell("draw();", [
  figureOutput({
    data: [{ type: "bar", x: Array.from({ length: 300 }, (_, i) => `第${i}`), y: [1] }],
    layout: {},
  }),
]);

const opened = [
  ...new Set(
    JSON.stringify(secretive())
      .match(/OPEN_\w+/g)
      ?.filter((n) => n !== "OPEN_n"),
  ),
];

describe("what students get", () => {
  test("as a notebook holds no source, output, figure, attachment or metadata of a solution", () => {
    const text = unpacked(stringifyNotebook(studentNotebook(secretive())));
    expect(text.match(/SECRET_?\w*/g)).toBeNull();
    expect(opened.filter((name) => !text.includes(name))).toEqual([]);
  });

  test("as a page holds none of them either, and the teacher's page holds all that can be shown", async () => {
    await writeHandouts([{ name: "x", notebook: secretive() }], {
      out: folder,
      audiences: ["student", "teacher"],
      renderer: undefined,
      log: () => {},
    });
    const page = unpacked(readFileSync(join(folder, "x.html"), "utf8"));
    expect(page.match(/SECRET_?\w*/g)).toBeNull();
    expect(opened.filter((name) => !page.includes(name))).toEqual([]);
    const teacher = unpacked(readFileSync(join(folder, "x.teacher.html"), "utf8"));
    const shown =
      "source stdout bar alt html png tb later verdict words drawn teacher lone lonely follows stub";
    expect(shown.split(" ").filter((name) => !teacher.includes(`SECRET_${name}`))).toEqual([]);
  });

  test("as a page would be found to hold one in whatever it packs", async () => {
    const plain = 'import { kl } from "klab";\nkl([1], [1]);';
    const notebook = secretive();
    await writeHandouts(
      [
        {
          name: "x",
          notebook: {
            ...notebook,
            cells: [...notebook.cells, codeCell(plain), markdownCell("## 图"), figureCell],
          },
        },
      ],
      {
        out: folder,
        audiences: ["student"],
        renderer: undefined,
        log: () => {},
      },
    );
    const page = readFileSync(join(folder, "x.html"), "utf8");
    expect(unpacked(page)).not.toContain("SECRET");
    const { payload } = embedScript(`${"x".repeat(99)}SECRET_planted`);
    const kinds = payloadsOf(page).map(([attributes, packed]) => {
      const planted = page.replace(packed, () => payload);
      expect(unpacked(planted)).toContain("SECRET_planted");
      return /id="([\w-]+)"/.exec(attributes)?.[1] ?? attributes.trim();
    });
    expect(kinds.sort()).toEqual([
      "figures-packed",
      "klab-english",
      "klab-packed",
      "notebook-packed",
      "plotly-packed",
      "tools-packed",
    ]);
  });

  test("parses, keeps the order of the cells, and has nothing run from a solution to the end of its exercise", () => {
    const made = parseNotebook(stringifyNotebook(studentNotebook(secretive())));
    const codes = made.cells.filter(({ cell_type }) => cell_type === "code");
    const ran = codes.map(
      (cell) => `${joinText(cell.source).slice(0, 9)} ${cell.execution_count ?? "-"}`,
    );
    expect(ran).toEqual([
      "OPEN_befo 1",
      "let OPEN_ -",
      "// 在这里写你的 -",
      "draw(OPEN -",
      "OPEN_chec -",
      "OPEN_afte 1",
      "// 在这里写你的 -",
      "OPEN_foll -",
    ]);
  });

  test("leaves the teacher's notebook alone", () => {
    const notebook = secretive();
    const before = JSON.stringify(notebook);
    studentNotebook(notebook);
    expect(JSON.stringify(notebook)).toBe(before);
  });

  test.each([
    ["no solution", [markdownCell("**赛马** 求", ["exercise"]), codeCell("const answer = 42;")]],
    [
      "a solution of the next exercise only",
      [
        markdownCell("**赛马** 求", ["exercise"]),
        markdownCell("**又** 求", ["exercise"]),
        codeCell("1", [], { tags: ["solution"] }),
      ],
    ],
    [
      "its solution after a heading",
      [
        markdownCell("**赛马** 求", ["exercise"]),
        markdownCell("## 答案"),
        codeCell("1", [], { tags: ["solution"] }),
      ],
    ],
  ])("refuses an exercise with %s, by its cell and name", (_, cells) => {
    expect(() => studentNotebook(notebookOf([markdownCell("# 课"), ...cells]))).toThrow(
      /第2格.*赛马.*cell 2/,
    );
  });

  test.each(["solutions", "Solution", "Teacher", "soluton", "teachers", "check!", "excercise"])(
    "refuses the tag %s, by its cell",
    (tag) => {
      const notebook = notebookOf([markdownCell("# 课"), codeCell("1", [], { tags: [tag] })]);
      expect(() => studentNotebook(notebook)).toThrow(/cell 2.*was probably meant/);
    },
  );
});

describe("hints", () => {
  test.each([
    [
      "> **提示** 一\n> 二\n\n后",
      '<details class="callout hint"><summary class="callout-title">提示</summary>\n\n一\n二\n\n</details>\n\n后',
    ],
    [
      "::: hint 没头绪？\n一\n:::\n后",
      '<details class="callout hint"><summary class="callout-title">没头绪？</summary>\n\n一\n\n</details>\n\n后',
    ],
    [
      "> **提示2**：一",
      '<details class="callout hint"><summary class="callout-title">提示2</summary>\n\n一\n\n</details>',
    ],
  ])("fold: %j", (markdown, folded) => {
    expect(foldHintsOf(markdown)).toBe(folded);
  });

  test.each([
    "> **注意** 一",
    "文 **提示** 一",
    "```\n> **提示** 一\n```",
    "::: hint\n没有结尾",
    "> 引文\n> **提示** 一",
  ])("other text stays: %j", (markdown) => {
    expect(foldHintsOf(markdown)).toBe(markdown);
  });
});

describe("klab student", () => {
  const run = async (...args: string[]): Promise<string[]> => {
    const lines: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
    expect(await studentCommand(args)).toBe(0);
    return lines;
  };
  const write = (name: string, notebook: Notebook = secretive()): string => {
    const file = join(folder, name);
    writeFileSync(file, stringifyNotebook(notebook));
    return file;
  };

  test("writes NAME.ipynb, the same bytes each time, and names unknown tags", async () => {
    const file = write("课 1.ipynb", {
      ...secretive(),
      cells: [...secretive().cells, markdownCell("完", ["plot"])],
    });
    const out = join(folder, "out");
    const lines = await run(file, "--out", out);
    expect(lines).toEqual([expect.stringMatching(/"plot"/), join(out, "课 1.ipynb")]);
    const first = readFileSync(join(out, "课 1.ipynb"), "utf8");
    await run(file, "--out", out);
    expect(readFileSync(join(out, "课 1.ipynb"), "utf8")).toBe(first);
  });

  test("replaces neither the teacher's notebook nor one in which a student has written", async () => {
    const file = write("x.ipynb");
    const before = readFileSync(file, "utf8");
    await expect(run(file, "--out", folder)).rejects.toMatchObject({ exitCode: 2 });
    expect(readFileSync(file, "utf8")).toBe(before);
    const out = join(folder, "out");
    await run(file, "--out", out);
    const copy = join(out, "x.ipynb");
    const written = readFileSync(copy, "utf8").replace("在这里写你的代码", "42");
    writeFileSync(copy, written);
    await expect(run(file, "--out", out)).rejects.toThrow(/x\.ipynb.*edited/);
    expect(readFileSync(copy, "utf8")).toBe(written);
  });

  test("writes nothing where one of several cannot be made", async () => {
    const bad = write("bad.ipynb", notebookOf([codeCell("1", [], { tags: ["Solution"] })]));
    const out = join(folder, "out");
    await expect(run(write("good.ipynb"), bad, "--out", out)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/^bad\.ipynb.*cell 1/),
    });
    expect(readdirSync(folder)).not.toContain("out");
  });
});
