import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Cell, joinText } from "../../src/notebook/nbformat";
import { readNotebookFiles } from "../../src/notebook/notebook-file";

const folder = "notebooks";
const lessons = new Map(
  readNotebookFiles(
    readdirSync(folder)
      .filter((name) => name.endsWith(".ipynb"))
      .map((name) => join(folder, name)),
  ).map(({ name, notebook }) => [name.replace(/^.*[\\/]/, ""), notebook.cells]),
);
const guide = lessons.get("00-guide.ipynb")!;

/** Formulas of the source article, by item. */
const formulas = {
  "S2.1a": "H(p,q)-H(p)",
  "S2.5c": "L=\\prod",
  "S2.5e": "\\arg\\max_\\theta\\log\\prod",
  "S2.5f": "\\arg\\max_\\theta\\sum",
  "S2.5g": "\\mathbb{E}_{x\\sim P_{\\text{data}}}[\\log P_G",
  "S2.5h": "-\\int P_{\\text{data}}\\log P_{\\text{data}}",
  "S2.5i": "\\arg\\min_\\theta\\mathrm{KL}(P_{\\text{data}}(x)\\,\\Vert\\,P_G",
  "S2.6a": "\\int P_{\\text{data}}\\log(P_G/P_{\\text{data}})",
  "S2.6b": "\\log\\frac{P(x)}{Q(x)}",
  "S2.6c": "\\log P(x)-\\log Q(x)",
};
const letters = (section: string, last: string): string[] =>
  Array.from({ length: last.charCodeAt(0) - 96 }, (_, i) => section + String.fromCharCode(97 + i));
const required = [
  ...letters("S1", "d"),
  ...letters("S2.0", "b"),
  ...letters("S2.1", "c"),
  ...letters("S2.2", "b"),
  ...letters("S2.3", "c"),
  ...letters("S2.4", "e"),
  ...letters("S2.5", "l"),
  ...letters("S2.6", "c"),
  ...letters("S2.7", "a"),
  ...letters("S3", "g"),
  ...letters("S4", "b"),
  ...Array.from({ length: 22 }, (_, i) => `E${i + 1}`),
];

interface Link {
  readonly text: string;
  readonly file: string;
  readonly cell: string | undefined;
  /** What stands right behind it. */
  readonly note: string;
}

const linksOf = (markdown: string): Link[] =>
  [...markdown.matchAll(/\[([^\]]+)\]\(([^)#\s]*\.ipynb)(?:#([^)\s]*))?\)(（文字）)?/g)].map(
    ([, text, file, fragment, note]) => ({
      text,
      file,
      cell: fragment?.replace(/^cell-id=/, ""),
      note: note ?? "",
    }),
  );

interface Row {
  readonly item: string;
  readonly says: string;
  readonly sections: readonly Link[];
  readonly cells: readonly Link[];
}

function rowsOf(cells: readonly Cell[]): Row[] {
  const lines = cells
    .filter((cell) => cell.cell_type === "markdown")
    .flatMap((cell) => joinText(cell.source).split("\n"));
  return lines.flatMap((line) => {
    const [, item, says, sections, own] =
      /^\| ([SE][\d.]+[a-z]?) \| (.+) \| ([^|]+) \| ([^|]+) \|$/.exec(line) ?? [];
    return item ? [{ item, says, sections: linksOf(sections), cells: linksOf(own) }] : [];
  });
}

const rows = rowsOf(guide);

const cellOf = ({ file, cell }: Link): Cell | undefined =>
  lessons.get(file)?.find(({ id }) => id === cell);

/** The heading `## N …` under which a cell stands, or undefined before the first. */
function sectionOf({ file, cell }: Link): string | undefined {
  let section: string | undefined;
  for (const own of lessons.get(file) ?? []) {
    if (own.cell_type === "markdown") {
      section = /^## (\d+) /m.exec(joinText(own.source))?.[1] ?? section;
    }
    if (own.id === cell) return section;
  }
  return undefined;
}

describe("the table of the guide", () => {
  test("has one row for each formula, property, claim and event of S1 to S4, and each erratum", () => {
    const items = rows.map(({ item }) => item);
    expect(new Set(items).size).toBe(items.length);
    expect(required.filter((item) => !items.includes(item))).toEqual([]);
  });

  test("quotes each formula in its row", () => {
    for (const [item, formula] of Object.entries(formulas)) {
      expect(rows.find((row) => row.item === item)?.says, item).toContain(formula);
    }
  });

  describe.each(rows)("$item", ({ item, sections, cells }) => {
    test("names cells that have run without error, or that are declared to be text", () => {
      expect(cells.length).toBeGreaterThan(0);
      for (const link of cells) {
        const name = `${item}: ${link.file} ${link.cell}`;
        const cell = cellOf(link);
        expect(cell, name).toBeDefined();
        expect(link.text, name).toBe(`\`${link.cell}\``);
        expect(cell!.cell_type, name).toBe(link.note ? "markdown" : "code");
        if (link.note) continue;
        expect(cell!.execution_count, name).toBeGreaterThan(0);
        const failed = (cell!.outputs ?? []).filter(
          (output) =>
            output.output_type === "error" || ("name" in output && output.name === "stderr"),
        );
        expect(failed, name).toEqual([]);
        expect(cell!.outputs!.length, `${name} shows something`).toBeGreaterThan(0);
      }
    });

    test("has a code cell among them", () => {
      expect(cells.some(({ note }) => note === "")).toBe(true);
    });

    test("says in which section each stands", () => {
      const named = sections.map(({ text, file, cell }) => {
        const [, lesson, number] = /^(\d\d)(?:§(\d+))?$/.exec(text) ?? [];
        expect(file.slice(0, 2), text).toBe(lesson);
        if (number) expect(sectionOf({ text, file, cell, note: "" }), text).toBe(number);
        return `${file} ${number ?? "-"}`;
      });
      const wanted = cells.map((link) => `${link.file} ${sectionOf(link) ?? "-"}`);
      expect([...new Set(named)].sort()).toEqual([...new Set(wanted)].sort());
    });
  });
});

describe("links between lessons", () => {
  test.each([...lessons])("%s leads to lessons and cells that exist", (_, cells) => {
    const links = cells
      .filter((cell) => cell.cell_type === "markdown")
      .flatMap((cell) => linksOf(joinText(cell.source)));
    const dead = links.filter(
      (link) => !existsSync(join(folder, link.file)) || (link.cell !== undefined && !cellOf(link)),
    );
    expect(dead).toEqual([]);
  });

  test("a link that names a section leads to it", () => {
    for (const [name, cells] of lessons) {
      const text = cells
        .filter((cell) => cell.cell_type === "markdown")
        .map((cell) => joinText(cell.source));
      for (const link of text.flatMap(linksOf)) {
        const named = /^(?:第\d\d课第(?<at>\d+)节|\d\d§(?<of>\d+))$/.exec(link.text)?.groups;
        if (named) expect(sectionOf(link), `${name}: ${link.text}`).toBe(named.at ?? named.of);
      }
    }
  });
});

test("the rules find what they are for", () => {
  const cells: Cell[] = [
    {
      cell_type: "markdown",
      metadata: {},
      source:
        "| E1 | $a\\,\\Vert\\,b$ | [02§3](02-x.ipynb#cell-id=ab) | [`cd`](02-x.ipynb#cell-id=cd)（文字） |",
    },
  ];
  const [row] = rowsOf(cells);
  expect(row.item).toBe("E1");
  expect(row.cells).toEqual([{ text: "`cd`", file: "02-x.ipynb", cell: "cd", note: "（文字）" }]);
  expect(cellOf(row.cells[0])).toBeUndefined();
});
