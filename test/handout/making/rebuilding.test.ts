import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { handoutCommand } from "../../../src/command/handout";
import { type Course, noCourse, readGuide, targetsOf } from "../../../src/handout/course/course";
import type { HandoutEntry } from "../../../src/handout/making/handout-entry";
import type { PageRecord, PageRecords } from "../../../src/handout/making/page-records";
import type { WriteOptions } from "../../../src/handout/making/write-options";
import { writeHandouts } from "../../../src/handout/write-handouts";
import { type Notebook, stringifyNotebook } from "../../../src/notebook/nbformat";
import type { FigureRenderer } from "../../../src/pictures/figure-renderer";
import { barFigure, codeCell, figureOutput, markdownCell, notebookOf } from "../fixture";

let folder: string;
let kept: Map<string, PageRecord>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "klab 重做 "));
  kept = new Map();
  vi.stubEnv("KLAB_BROWSER", "none");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const records: PageRecords = {
  read: (page) => kept.get(page),
  keep: (page, record) => void kept.set(page, record),
};

const texts = { "01-a": "甲$x$", "02-b": "乙", "03-c": "丙" };
type Name = keyof typeof texts;

const work = { id: "kl51", type: "article", title: "信息", author: [{ family: "Kullback" }] };

/** Three lessons of one course. */
function lessons(
  changes: Partial<Record<Name, string>> = {},
  course: Partial<Course> = {},
): HandoutEntry[] {
  const notebooks = new Map<string, Notebook>();
  for (const [name, text] of Object.entries({ ...texts, ...changes })) {
    const title = text.startsWith("# ") ? "" : `# 课${name}\n\n`;
    const cells = [
      markdownCell(`${title}${text}`),
      codeCell("1;", [figureOutput(barFigure(name))]),
    ];
    notebooks.set(name, notebookOf(cells));
  }
  const shared: Course = {
    ...noCourse,
    ...readGuide(notebooks),
    targets: new Map([...notebooks].map(([name, notebook]) => [name, targetsOf(notebook)])),
    ...course,
  };
  return [...notebooks].map(([name, notebook]) => ({ name, notebook, course: shared }));
}

/** Which notebooks were made, which kept, as one word each. */
async function build(
  entries: readonly HandoutEntry[],
  more: Partial<WriteOptions> = {},
): Promise<string[]> {
  const outcomes: string[] = [];
  await writeHandouts(entries, {
    out: folder,
    audiences: ["student", "teacher"],
    renderer: undefined,
    log: () => {},
    records,
    onProgress: ({ name, outcome }) => outcomes.push(`${name} ${outcome}`),
    ...more,
  });
  return outcomes.sort();
}

const all = (outcome: string): string[] => Object.keys(texts).map((name) => `${name} ${outcome}`);
const with1 = (name: Name, outcome: string, rest = "kept"): string[] =>
  Object.keys(texts).map((other) => `${other} ${other === name ? outcome : rest}`);
const contents = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith(".html"))
      .map((name) => [name, readFileSync(join(folder, name)).toString()]),
  );

describe("a second run", () => {
  test("makes nothing where nothing changed, and the same bytes where nothing is remembered", async () => {
    expect(await build(lessons())).toEqual(all("made"));
    const first = contents();
    expect(Object.keys(first)).toHaveLength(8);
    expect(await build(lessons())).toEqual(all("kept"));
    kept.clear();
    rmSync(folder, { recursive: true });
    expect(await build(lessons().reverse())).toEqual(all("made"));
    expect(contents()).toEqual(first);
  });

  test.each<[Name, string]>([
    ["01-a", "甲改"],
    ["02-b", "乙，写长了一些"],
    ["03-c", "丙\n\n## 一节\n\n$y$"],
  ])("makes one lesson where one was touched: %s", async (name, text) => {
    await build(lessons());
    const past = new Date("2020-01-01");
    for (const file of readdirSync(folder)) utimesSync(join(folder, file), past, past);
    expect(await build(lessons({ [name]: text }))).toEqual(with1(name, "made"));
    const touched = readdirSync(folder).filter((file) => statSync(join(folder, file)).mtime > past);
    expect(touched.filter((file) => !file.startsWith("index"))).toEqual([
      `${name}.html`,
      `${name}.teacher.html`,
    ]);
  });

  test("makes one lesson beside what pages share where a figure of it was touched", async () => {
    const touched = (): HandoutEntry[] => {
      const [first, ...rest] = lessons();
      const [text] = first.notebook.cells;
      const figure = codeCell("1;", [figureOutput(barFigure("别的题"))]);
      return [{ ...first, notebook: notebookOf([text, figure]) }, ...rest];
    };
    expect(await build(lessons(), { shared: true })).toEqual(all("made"));
    const first = contents();
    const assets = readdirSync(join(folder, "assets"));
    expect(await build(lessons(), { shared: true })).toEqual(all("kept"));
    expect(await build(touched(), { shared: true })).toEqual(with1("01-a", "made"));
    const after = contents();
    expect(Object.keys(after).filter((name) => after[name] !== first[name])).toEqual([
      "01-a.html",
      "01-a.teacher.html",
    ]);
    // Files are named by what they hold: those that others need are as they were.
    expect(readdirSync(join(folder, "assets"))).toEqual(expect.arrayContaining(assets));
  });

  test("makes the neighbours of a lesson whose title changed, which link it", async () => {
    await build(lessons());
    expect(await build(lessons({ "01-a": "# 新题\n\n甲$x$" }))).toEqual([
      "01-a made",
      "02-b made",
      "03-c kept",
    ]);
    expect(contents()["02-b.html"]).toContain("← 新题");
  });

  test.each<[string, (file: string) => void]>([
    ["edited", (file) => writeFileSync(file, `${readFileSync(file)}<!-- 手改 -->`)],
    ["emptied", (file) => writeFileSync(file, `${readFileSync(file)}`.slice(0, 5000))],
    ["removed", (file) => rmSync(file)],
  ])("makes a page again that was %s", async (_, change) => {
    await build(lessons());
    const first = contents();
    change(join(folder, "02-b.teacher.html"));
    expect(await build(lessons())).toEqual(with1("02-b", "made"));
    expect(contents()).toEqual(first);
  });

  test("makes again what a changed option, work cited or program concerns, and nothing else", async () => {
    const citing = { "02-b": "乙[@kl51]" };
    const bibliography = (title: string) => ({ bibliography: [{ ...work, title }] });
    await build(lessons(citing, bibliography("信息")));
    expect(await build(lessons(citing, bibliography("充分性")))).toEqual(with1("02-b", "made"));
    expect(await build(lessons(citing, bibliography("充分性")), { shared: true })).toEqual(
      all("made"),
    );
    expect(await build(lessons(citing, bibliography("充分性")))).toEqual(all("made"));
    for (const [page, record] of kept) kept.set(page, { ...record, recipe: "of another klab" });
    expect(await build(lessons(citing, bibliography("充分性")))).toEqual(all("made"));
  });

  test("makes a page again whose term's explanation, or picture beside the notebook, changed", async () => {
    const glossary = (sentence: string) => ({
      glossary: [{ term: "惊讶", english: "surprisal", sentence, see: undefined }],
    });
    let picture = "data:image/png;base64,AAAA";
    const entries = (sentence: string): HandoutEntry[] =>
      lessons({ "03-c": "![图](a.png)" }, glossary(sentence)).map((entry) => ({
        ...entry,
        asset: (path) => (path === "a.png" ? picture : undefined),
      }));
    await build(entries("一"));
    picture = "data:image/png;base64,BBBB";
    expect(await build(entries("一"))).toEqual(with1("03-c", "made"));
    expect(contents()["03-c.html"]).toContain("BBBB");
    expect(await build(entries("一"))).toEqual(all("kept"));
    expect(await build(entries("二"))).toEqual(all("made"));
  });

  test("makes pages again where there are pictures now, and where one failed", async () => {
    let fails = true;
    const renderer: FigureRenderer = {
      render: async (figure) => {
        if (fails && JSON.stringify(figure).includes("02-b")) throw new Error("figure: 作图超时");
        return { svg: "<svg><rect/></svg>", png: Buffer.alloc(0), width: 1, height: 1 };
      },
      close: async () => {},
    };
    await build(lessons());
    expect(await build(lessons(), { renderer })).toEqual(all("made"));
    fails = false;
    expect(await build(lessons(), { renderer })).toEqual(with1("02-b", "made"));
    expect(await build(lessons(), { renderer })).toEqual(all("kept"));
  });

  test("makes pages again beside which something that they share is gone", async () => {
    await build(lessons(), { shared: true });
    expect(await build(lessons(), { shared: true })).toEqual(all("kept"));
    const [asset] = readdirSync(join(folder, "assets")).filter((name) => name.startsWith("plotly"));
    rmSync(join(folder, "assets", asset));
    expect((await build(lessons(), { shared: true })).length).toBe(3);
    expect(readdirSync(join(folder, "assets"))).toContain(asset);
  });

  test("says of a page that it keeps what was said when it was made", async () => {
    const entries = lessons({ "01-a": "$\\frac{1}{$与$x$" });
    const lines: string[][] = [[], [], []];
    for (const said of lines.slice(0, 2)) await build(entries, { log: (line) => said.push(line) });
    expect(lines[0].join()).toContain("\\frac{1}{");
    expect(lines[1]).toEqual(lines[0]);
  });
});

describe("a notebook that cannot be made", () => {
  const broken = { "02-b": "乙" };
  const spoilt = (entries: HandoutEntry[]): HandoutEntry[] =>
    entries.map((entry) =>
      entry.name === "02-b"
        ? { ...entry, notebook: notebookOf([markdownCell("SECRET", ["Solution"])]) }
        : entry,
    );

  test("is named, the others are made, and what there was of it stays", async () => {
    await build(lessons(broken));
    const before = contents();
    const failing = build(spoilt(lessons({ "01-a": "甲改" })));
    await expect(failing).rejects.toThrow(/^02-b\.ipynb: [^\n]*"Solution"[^\n]*$/);
    const after = contents();
    for (const name of ["02-b.html", "02-b.teacher.html"]) expect(after[name]).toBe(before[name]);
    expect(after["01-a.html"]).toContain("甲改");
    expect(after["index.html"]).toContain("02-b.html");
  });

  test("is linked by no neighbour where there is no page of it", async () => {
    await expect(build(spoilt(lessons()))).rejects.toThrow(/02-b/);
    expect(contents()["01-a.html"]).not.toContain("02-b.html");
    expect(contents()["01-a.html"]).toContain('href="03-c.html"');
    expect(JSON.stringify(contents())).not.toContain("SECRET");
  });

  test("may break what makes pages: its name is told with the reason", async () => {
    const entries = lessons().map((entry) =>
      entry.name === "03-c"
        ? {
            ...entry,
            notebook: notebookOf([markdownCell("![](a.png)")]),
            asset: () => {
              throw new TypeError("读不出");
            },
          }
        : entry,
    );
    await expect(build(entries)).rejects.toThrow(/^03-c\.ipynb: .*读不出$/);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(["01-a.html", "02-b.html"]));
    expect(readdirSync(folder)).not.toContain("03-c.html");
  });
});

describe("klab handout", () => {
  const run = async (...args: string[]): Promise<string[]> => {
    const lines: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
    await handoutCommand([...args, "--out", join(folder, "out")]).catch((error) =>
      lines.push(`${error.exitCode} ${error.message}`),
    );
    return lines;
  };
  const write = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  test("keeps what is unchanged, says how far it is, and makes all anew with --no-cache", async () => {
    const files = lessons().map(({ name, notebook }) =>
      write(`${name}.ipynb`, stringifyNotebook(notebook)),
    );
    const progress = async (...args: string[]): Promise<string[]> =>
      (await run(...files, ...args)).filter((line) => line.startsWith("["));
    expect((await progress()).sort()).toEqual([
      expect.stringMatching(/^\[1\/3\] 0\d-\w: 做好/),
      expect.stringMatching(/^\[2\/3\] 0\d-\w: 做好/),
      expect.stringMatching(/^\[3\/3\] 0\d-\w: 做好/),
    ]);
    expect((await progress()).filter((line) => /没有变/.test(line))).toHaveLength(3);
    expect((await progress("--no-cache")).filter((line) => /做好/.test(line))).toHaveLength(3);
  });

  test.each([
    ["is no JSON", "{"],
    ["is no notebook", '{"a":1}'],
    ["has a cell that is none", '{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[7]}'],
  ])("makes the others where one %s, names it and fails", async (_, text) => {
    const [a, b] = lessons();
    const files = [a, b].map(({ name, notebook }) =>
      write(`${name}.ipynb`, stringifyNotebook(notebook)),
    );
    const lines = await run(files[0], write("坏.ipynb", text), files[1]);
    expect(lines.at(-1)).toMatch(/^2 .*坏\.ipynb: /);
    expect(lines).toContain(join(folder, "out/02-b.html"));
    expect(readdirSync(join(folder, "out")).sort()).toEqual([
      "01-a.html",
      "02-b.html",
      "index.html",
    ]);
  });
});
