import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plotlyMime } from "../../../src/display/mime";
import { formulaCharacters } from "../../../src/handout/katex-fonts";
import { writeHandouts } from "../../../src/handout/write-handouts";
import type { Notebook, Output } from "../../../src/notebook/nbformat";
import { openFigureRenderer } from "../../../src/pictures/figure-renderer";
import { codeCell, lesson, markdownCell, notebookOf, stdout } from "../fixture";

const folder = mkdtempSync(join(tmpdir(), "klab print "));
const renderer = await openFigureRenderer({ log: console.log });
if (!renderer) console.log("skipped: no browser found, nothing was printed");

const lessons = readdirSync("notebooks")
  .filter((name) => name.endsWith(".ipynb"))
  .map((name) => ({
    name: name.replace(/\.ipynb$/, ""),
    notebook: JSON.parse(readFileSync(join("notebooks", name), "utf8")) as Notebook,
  }));
/** Every figure of cells of colour that a lesson shows: Plotly draws those as bitmaps. */
const heatmaps = lessons
  .flatMap(({ notebook }) => notebook.cells.flatMap(({ outputs = [] }) => outputs))
  .filter((output: Output) => {
    const figure = "data" in output && JSON.stringify(output.data[plotlyMime]);
    return figure && /"type":"heatmap"/.test(figure);
  });
const isFull = process.env.KLAB_FULL === "1";

/** Pictures made of pixels in a PDF: as pdfimages finds them, else as the file names them. */
function bitmapsIn(file: string): string[] {
  const tool = spawnSync("pdfimages", ["-list", file], { encoding: "utf8" });
  if (tool.status === 0) return tool.stdout.trim().split("\n").slice(2);
  console.log("pdfimages (poppler-utils) is not installed: the objects of the PDF were counted");
  return readFileSync(file, "latin1").match(/\/Subtype \/Image/g) ?? [];
}

/** Long code, which a sheet cannot hold, every line of it told apart. */
const long = Array.from({ length: 150 }, (_, i) => `const line${i} = ${i};`).join("\n");

beforeAll(async () => {
  if (!renderer) return;
  const more = [markdownCell("## 长 ‖ ∥ 页 共 ★ ✓ ε θ"), codeCell(long, [stdout("完\n")])];
  const notebook = notebookOf([...lesson().cells, ...more]);
  await writeHandouts([{ name: "格", notebook: notebookOf([codeCell("show();", heatmaps)]) }], {
    out: join(folder, "a"),
    audiences: ["student"],
    renderer,
    log: () => {},
    pdf: true,
  });
  for (const out of ["a", "b"]) {
    await writeHandouts([{ name: "课 1", notebook }], {
      out: join(folder, out),
      audiences: ["student", "teacher"],
      renderer,
      log: () => {},
      pdf: true,
    });
  }
}, 240_000);

afterAll(async () => {
  await renderer?.close();
  rmSync(folder, { recursive: true, force: true });
});

const printed = (name = "课 1.pdf"): string => readFileSync(join(folder, "a", name), "latin1");

describe.skipIf(!renderer)("klab handout --pdf", () => {
  test("prints A4 with an outline, tags and the language of the text", () => {
    const pdf = printed();
    expect(pdf.slice(0, 5)).toBe("%PDF-");
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/);
    expect(pdf).toMatch(/\/StructTreeRoot /);
    expect(pdf).toMatch(/\/Marked true/);
    expect(pdf).toMatch(/\/Lang \(zh-CN\)/);
    expect(pdf).toMatch(/\/Outlines /);
  });

  test("embeds its fonts as outlines, Chinese among them, and draws plots as vectors", () => {
    const pdf = printed();
    const fonts = pdf.match(/\/BaseFont \/\w+\+[\w-]+/g) ?? [];
    expect(fonts.some((font) => font.includes("NotoSansSC"))).toBe(true);
    expect(fonts.some((font) => font.includes("NotoSansMono"))).toBe(true);
    expect(pdf.match(/\/FontFile[23]? /g)?.length).toBeGreaterThan(3);
    expect(pdf).not.toMatch(/\/Subtype \/Type3/);
    expect(pdf).not.toMatch(/\/Subtype \/Image/);
  });

  test("draws cells of colour as paths, in a few kB each", () => {
    expect(heatmaps.length).toBeGreaterThanOrEqual(9);
    const file = join(folder, "a", "格.pdf");
    const page = readFileSync(join(folder, "a", "格.html"), "utf8");
    expect(page.match(/<image /g)?.length).toBeGreaterThanOrEqual(heatmaps.length);
    expect(page).toMatch(/\.still \.\w+\{image-rendering:pixelated/);
    expect(bitmapsIn(file)).toEqual([]);
    expect(readFileSync(file).length).toBeLessThan(300_000 + 30_000 * heatmaps.length);
  });

  test.skipIf(!isFull)(
    "has no picture of pixels in any lesson (ten seconds a lesson: npm run test:full)",
    { timeout: 900_000 },
    async () => {
      const out = join(folder, "lessons");
      await writeHandouts(lessons, {
        out,
        audiences: ["teacher"],
        renderer,
        log: () => {},
        pdf: true,
      });
      for (const { name } of lessons)
        expect([name, bitmapsIn(join(out, `${name}.teacher.pdf`))]).toEqual([name, []]);
    },
  );

  test("is the same bytes each time", () => {
    for (const name of ["课 1.pdf", "课 1.teacher.pdf"])
      expect(
        readFileSync(join(folder, "b", name)).equals(readFileSync(join(folder, "a", name))),
      ).toBe(true);
  });

  test("lets code go on overleaf: the sheets hold all of it", () => {
    const pages = Number(/\/Type \/Pages[\s\S]*?\/Count (\d+)/.exec(printed())?.[1]);
    expect(pages).toBeGreaterThanOrEqual(5);
    expect(pages).toBeLessThanOrEqual(9);
  });
});

test("without a browser it says so, and writes nothing", async () => {
  const out = join(folder, "none");
  await expect(
    writeHandouts([{ name: "x", notebook: lesson() }], {
      out,
      audiences: ["student"],
      renderer: undefined,
      log: () => {},
      pdf: true,
    }),
  ).rejects.toThrow(/--pdf.*no browser/);
  expect(existsSync(out)).toBe(false);
});

test("a page's formulas are told by the characters they are set in, MathML and text left out", () => {
  const html =
    '<body>汉z<span class="katex"><span class="katex-mathml"><math>y</math></span><span class="katex-html" aria-hidden="true"><span class="base"><span class="mord">x</span>&#x2265;&lt;</span></span></span>w';
  expect([...formulaCharacters(html)].sort().join("")).toBe("<x≥");
});
