import {
  existsSync,
  mkdirSync,
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
import { handoutCommand } from "../../src/command/handout";
import { HandoutError } from "../../src/handout/handout-error";
import { writeHandouts } from "../../src/handout/write-handouts";
import { stringifyNotebook } from "../../src/notebook/nbformat";
import type { FigureRenderer } from "../../src/pictures/figure-renderer";
import { codeCell, figureOutput, lesson, markdownCell, notebookOf } from "./fixture";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "klab 讲义 "));
  vi.stubEnv("KLAB_BROWSER", "none");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

describe("writing handouts", () => {
  test("writes each edition and an index, and tells what never ran", async () => {
    const lines: string[] = [];
    const written = await writeHandouts([{ name: "课1", notebook: lesson() }], {
      out: join(folder, "a/b"),
      audiences: ["student", "teacher"],
      renderer: undefined,
      log: (line) => lines.push(line),
    });
    expect(readdirSync(join(folder, "a/b")).sort()).toEqual([
      "index.html",
      "index.teacher.html",
      "课1.html",
      "课1.teacher.html",
    ]);
    expect(written.files.at(-1)).toBe(join(folder, "a/b/index.html"));
    expect(written.neverRan).toEqual([{ name: "课1", cells: [13] }]);
    expect(lines.filter((line) => line.includes("没有找到浏览器"))).toHaveLength(1);
    expect(lines.filter((line) => line.includes("13"))).toHaveLength(1);
  });

  test("touches only the pages of the lesson that changed", async () => {
    const options = {
      out: folder,
      audiences: ["student", "teacher"],
      renderer: undefined,
      log: () => {},
    } as const;
    const entries = (text: string) => [
      { name: "01-a", notebook: notebookOf([markdownCell("# 甲")]) },
      { name: "02-b", notebook: notebookOf([markdownCell(`# 乙\n\n${text}`)]) },
    ];
    const past = new Date("2020-01-01");
    await writeHandouts(entries("旧"), options);
    const names = readdirSync(folder);
    for (const name of names) utimesSync(join(folder, name), past, past);
    await writeHandouts(entries("新"), options);
    const touched = names.filter((name) => statSync(join(folder, name)).mtime > past);
    expect(touched.sort()).toEqual(["02-b.html", "02-b.teacher.html"]);
  });

  test("lists earlier handouts in the index, and no page that is none", async () => {
    const options = {
      out: folder,
      audiences: ["student"],
      renderer: undefined,
      log: () => {},
    } as const;
    const named = (title: string) => notebookOf([markdownCell(`# ${title}`)]);
    await writeHandouts([{ name: "01-a", notebook: named("第一课 <熵>") }], options);
    writeFileSync(join(folder, "other.html"), "<title>别的</title>");
    await writeHandouts([{ name: "02 #b", notebook: named("第二课") }], options);
    const index = readFileSync(join(folder, "index.html"), "utf8");
    expect(index).toContain('<a href="01-a.html">第一课 &lt;熵&gt;</a>');
    expect(index).toContain('<a href="02%20%23b.html">第二课</a>');
    expect(index).not.toContain("别的");
  });

  test("goes on without pictures where a figure cannot be drawn", async () => {
    const lines: string[] = [];
    const renderer: FigureRenderer = {
      render: () => Promise.reject(new Error("figure: 坏了")),
      close: () => Promise.resolve(),
    };
    await writeHandouts([{ name: "x", notebook: lesson() }], {
      out: folder,
      audiences: ["student"],
      renderer,
      log: (line) => lines.push(line),
    });
    expect(lines.filter((line) => line === "figure: 坏了")).toHaveLength(2);
    expect(readFileSync(join(folder, "x.html"), "utf8")).toContain('<figure class="plot"');
  });

  test("a figure that a browser could not draw in time stays still in the page too", async () => {
    const good = figureOutput({ data: [{ type: "bar", x: [1], y: [1] }], layout: {} });
    const bad = figureOutput({ data: [{ type: "bar", x: [2], y: [2] }], layout: {} });
    const renderer: FigureRenderer = {
      render: (figure) =>
        JSON.stringify(figure).includes("[2]")
          ? Promise.reject(new Error("figure: 作图超时"))
          : Promise.resolve({
              svg: "<svg><rect/></svg>",
              png: Buffer.alloc(0),
              width: 1,
              height: 1,
            }),
      close: () => Promise.resolve(),
    };
    const lines: string[] = [];
    await writeHandouts([{ name: "x", notebook: notebookOf([codeCell("f", [good, bad])]) }], {
      out: folder,
      audiences: ["student"],
      renderer,
      log: (line) => lines.push(line),
    });
    const page = readFileSync(join(folder, "x.html"), "utf8");
    expect(page.match(/<script type="application\/json">/g)).toHaveLength(1);
    expect(page.match(/data-state="still"/g)).toHaveLength(1);
    expect(page).toContain("不能按时画出来");
    expect(lines.filter((line) => line.includes("第1格"))).toHaveLength(1);
  });

  test("a figure without an end, and too many points, are not given to a browser as they are", async () => {
    const x = Array.from({ length: 400_000 }, (_, i) => i);
    const outputs = [
      figureOutput({ data: [{ y: [1] }], layout: { xaxis: { tickformat: "099999999" } } }),
      figureOutput({ data: [{ mode: "markers", x, y: x }], layout: {} }),
    ];
    const drawn: { data: { x?: number[] }[] }[] = [];
    await writeHandouts([{ name: "x", notebook: notebookOf([codeCell("f", outputs)]) }], {
      out: folder,
      audiences: ["student"],
      renderer: {
        render: (figure) => {
          drawn.push(figure as (typeof drawn)[number]);
          return Promise.resolve({ svg: "<svg/>", png: Buffer.alloc(0), width: 1, height: 1 });
        },
        close: () => Promise.resolve(),
      },
      log: () => {},
    });
    expect(drawn.map(({ data }) => data[0].x?.length)).toEqual([40_000]);
    expect(readFileSync(join(folder, "x.html"), "utf8")).toContain("每10个画一个");
  });

  test("tags that are nearly klab's stop the student's pages before one is written, unknown ones are named", async () => {
    const notebook = notebookOf([markdownCell("a", ["plot"]), markdownCell("b", ["Solution"])]);
    const make = async (audience: "student" | "teacher"): Promise<string[]> => {
      const lines: string[] = [];
      const options = { out: folder, audiences: [audience], renderer: undefined } as const;
      await writeHandouts([{ name: "x", notebook }], { ...options, log: (l) => lines.push(l) });
      return lines;
    };
    await expect(make("student")).rejects.toThrow(/x\.ipynb.*cell 2.*"Solution"/);
    expect(readdirSync(folder)).toEqual([]);
    const lines = await make("teacher");
    expect(lines[0]).toMatch(/cell 1.*"plot"/);
    expect(lines[1]).toMatch(/cell 2.*"Solution"/);
  });

  test("brings no figure of a solution, and no plotly.js for it, to a student", async () => {
    const hidden = figureOutput({ data: [{ type: "bar", x: ["SECRET"], y: [1] }], layout: {} });
    const notebook = notebookOf([codeCell("f", [hidden], { tags: ["solution"] })]);
    await writeHandouts([{ name: "x", notebook }], {
      out: folder,
      audiences: ["student"],
      renderer: undefined,
      log: () => {},
    });
    const page = readFileSync(join(folder, "x.html"), "utf8");
    expect(page).not.toContain("SECRET");
    expect(page).not.toContain('plotly-packed">');
  });

  test("says where a formula is that cannot be set, and goes on", async () => {
    const lines: string[] = [];
    const cells = [markdownCell("# 题"), markdownCell("$\\frac{1}{$与$x$"), codeCell("1")];
    await writeHandouts([{ name: "x", notebook: notebookOf(cells) }], {
      out: folder,
      audiences: ["teacher"],
      renderer: undefined,
      log: (line) => lines.push(line),
    });
    expect(lines).toEqual([
      expect.stringMatching(/^x\.teacher\.html: 第2格.*cell 2: .*\\frac\{1\}\{$/),
    ]);
  });

  test("brings no figure to life that needs a map from the network, and no plotly.js for it", async () => {
    const map = figureOutput({ data: [{ type: "choropleth", locations: ["CHN"], z: [1] }] });
    const frames = [{ data: [{ type: "scattermap", lat: [1], lon: [1] }] }];
    const later = figureOutput({ data: [{ type: "bar", y: [1] }], frames });
    const drawn: unknown[] = [];
    await writeHandouts([{ name: "x", notebook: notebookOf([codeCell("f", [map, later])]) }], {
      out: folder,
      audiences: ["student"],
      renderer: {
        render: (figure) => Promise.reject(new Error(`${drawn.push(figure)}`)),
        close: () => Promise.resolve(),
      },
      log: () => {},
    });
    const page = readFileSync(join(folder, "x.html"), "utf8");
    expect(drawn).toEqual([]);
    expect(page).not.toContain('<script type="application/json">');
    expect(page).not.toContain('id="plotly-packed">');
    expect(page.match(/data-state="still"/g)).toHaveLength(2);
    expect(page.match(/地图要从网上取/g)).toHaveLength(2);
  });

  test.each([
    ["a", "a"],
    ["A", "a"],
    ["a.teacher", "a"],
    ["index", "a"],
  ])("refuses %s and %s, of which one page would overwrite another", async (one, two) => {
    const out = join(folder, "out");
    const entries = [one, two].map((name) => ({ name, notebook: lesson() }));
    const options = {
      out,
      audiences: ["student", "teacher"],
      renderer: undefined,
      log: () => {},
    } as const;
    await expect(writeHandouts(entries, options)).rejects.toThrow(HandoutError);
    expect(existsSync(out)).toBe(false);
  });

  test.each(["file/below", "/proc/klab"])(
    "names a folder that cannot be written: %s",
    async (out) => {
      write("file", "");
      const target = out.startsWith("/") ? out : join(folder, out);
      if (target.startsWith("/proc") && !existsSync("/proc/self")) {
        console.log("skipped: no /proc on this system");
        return;
      }
      await expect(
        writeHandouts([{ name: "x", notebook: lesson() }], {
          out: target,
          audiences: ["student"],
          renderer: undefined,
          log: () => {},
        }),
      ).rejects.toThrow(HandoutError);
    },
  );

  test("leaves no half-written page where one cannot be replaced", async () => {
    mkdirSync(join(folder, "x.html"));
    await expect(
      writeHandouts([{ name: "x", notebook: lesson() }], {
        out: folder,
        audiences: ["student"],
        renderer: undefined,
        log: () => {},
      }),
    ).rejects.toThrow(/x\.html/);
    expect(readdirSync(folder)).toEqual(["x.html"]);
  });
});

describe("klab handout", () => {
  const run = async (...args: string[]): Promise<{ code: number; lines: string[] }> => {
    const lines: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
    return { code: await handoutCommand(args), lines };
  };

  test("makes the student's page unless told otherwise, without a browser, and exits 0", async () => {
    const file = write("课 1.ipynb", stringifyNotebook(lesson()));
    const out = join(folder, "out");
    const { code, lines } = await run(file, "--out", out);
    expect(code).toBe(0);
    expect(lines).toContain(join(out, "课 1.html"));
    expect(readFileSync(join(out, "课 1.html"), "utf8")).not.toContain("SECRET");
    await run(file, "--out", out, "--for", "teacher");
    expect(readFileSync(join(out, "课 1.teacher.html"), "utf8")).toContain("SECRET_NOTE");
  });

  test("tells pages the language that they begin with, and makes them again in another", async () => {
    const file = write("x.ipynb", stringifyNotebook(lesson()));
    const out = join(folder, "out");
    const begins = async (...args: string[]): Promise<string | undefined> => {
      await run(file, "--out", out, ...args);
      return /<html [^>]*>/.exec(readFileSync(join(out, "x.html"), "utf8"))?.[0];
    };
    expect(await begins()).toBe('<html lang="zh-CN">');
    expect(await begins("--locale", "en")).toBe('<html lang="zh-CN" data-locale="en">');
    expect(await begins("--locale", "zh-CN")).toBe('<html lang="zh-CN">');
  });

  test.each([
    ["no file", []],
    ["an unknown reader", ["x.ipynb", "--for", "dean"]],
    ["an unknown option", ["x.ipynb", "--paper"]],
    ["an unknown language", ["x.ipynb", "--locale", "de"]],
    ["a language in other letters", ["x.ipynb", "--locale", "EN"]],
    ["a language that is nothing", ["x.ipynb", "--locale", ""]],
    ["a missing notebook", ["missing.ipynb"]],
  ])("refuses %s with one line and exit code 2", async (_, args) => {
    await expect(run(...args, "--out", join(folder, "out"))).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/^[^\n]+$/),
    });
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test.each([
    [
      "Python",
      '{"nbformat":4,"nbformat_minor":5,"metadata":{"kernelspec":{"name":"python3","language":"python"}},"cells":[]}',
    ],
    [
      "R",
      '{"nbformat":4,"nbformat_minor":2,"metadata":{"kernelspec":{"name":"ir","language":"R"}},"cells":[]}',
    ],
    ["nobody", '{"nbformat":4,"nbformat_minor":0,"metadata":{},"cells":[]}'],
    [
      "an old Python",
      '{"nbformat":3,"nbformat_minor":0,"metadata":{"name":""},"worksheets":[{"cells":[]}]}',
    ],
  ])("takes a notebook of %s, which it does not run", async (_, text) => {
    const out = join(folder, "out");
    expect(await run(write("x.ipynb", text), "--out", out)).toMatchObject({ code: 0 });
    expect(existsSync(join(out, "x.html"))).toBe(true);
  });

  test.each([
    ["malformed", "{"],
    ["no notebook", '{"a":1}'],
  ])("refuses a notebook that is %s", async (_, text) => {
    const file = write("bad.ipynb", text);
    await expect(run(file, "--out", join(folder, "out"))).rejects.toMatchObject({ exitCode: 2 });
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test("refuses two notebooks of one name from different folders, and takes one that is named twice", async () => {
    mkdirSync(join(folder, "b"));
    const [one, two] = ["x.ipynb", "b/x.ipynb"].map((name) =>
      write(name, stringifyNotebook(lesson())),
    );
    const out = join(folder, "out");
    await expect(run(one, two, "--out", out)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/^x\.ipynb[^\n]+$/),
    });
    expect(existsSync(out)).toBe(false);
    expect(await run(one, join(folder, "b/../x.ipynb"), "--out", out)).toMatchObject({ code: 0 });
  });

  test("says so when KLAB_BROWSER names no program", async () => {
    vi.stubEnv("KLAB_BROWSER", join(folder, "nothing"));
    const file = write("a.ipynb", stringifyNotebook(lesson()));
    await expect(run(file, "--out", join(folder, "out"))).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining("KLAB_BROWSER"),
    });
  });
});
