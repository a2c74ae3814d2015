import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/** What a file of each folder may import besides its own folder (design: imports point down). */
const below: Readonly<Record<string, readonly string[]>> = {
  words: [],
  math: ["words"],
  page: ["words"],
  display: ["words", "page"],
  notebook: ["words", "display"],
  distributions: ["words", "math", "display"],
  divergences: ["words", "math", "display", "distributions"],
  reports: ["words", "math", "display", "distributions", "divergences"],
  estimators: ["words", "math", "display", "distributions", "divergences"],
  coding: ["words", "math", "display", "distributions", "divergences"],
  figures: [
    "words",
    "math",
    "page",
    "display",
    "distributions",
    "divergences",
    "reports",
    "estimators",
    "coding",
  ],
  derivations: [
    "words",
    "math",
    "display",
    "distributions",
    "divergences",
    "reports",
    "estimators",
    "coding",
  ],
  learning: ["words", "math", "display", "distributions", "divergences", "estimators", "figures"],
  kernel: ["words", "display", "notebook"],
  pictures: ["words", "page", "display", "notebook"],
  handout: ["words", "page", "display", "notebook", "pictures"],
  project: ["display", "notebook", "kernel", "pictures", "handout", "command"],
  command: ["words", "display", "notebook", "kernel", "pictures", "handout"],
};
const nodeOnly = ["project", "notebook", "kernel", "pictures", "handout", "command"];

interface Import {
  readonly file: string;
  readonly target: string;
}

const slashes = (path: string): string => path.replace(/\\/g, "/");
const folderOf = (path: string): string => path.split("/")[0];

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map(slashes)
  .filter((file) => /\.[cm]?ts$/.test(file));

const imports: Import[] = sources.flatMap((file) =>
  [
    ...readFileSync(join("src", file), "utf8").matchAll(
      /(?:from\s+|import\(\s*|require\(\s*)"([^"]+)"/g,
    ),
  ].map(([, target]) => ({ file, target })),
);

test("there are sources to look at", () => {
  expect(sources.length).toBeGreaterThan(20);
  expect(imports.length).toBeGreaterThan(20);
});

test("imports point down the layout", () => {
  const upward = imports
    .filter(({ file, target }) => target.startsWith(".") && file.includes("/"))
    .map(({ file, target }) => ({ file, to: slashes(normalize(join(dirname(file), target))) }))
    .filter(({ file, to }) => {
      const [from, into] = [folderOf(file), folderOf(to)];
      return from !== into && !(below[from] ?? []).includes(into) && !to.startsWith("..");
    })
    .map(({ file, to }) => `${file} imports ${to}`);
  expect(upward).toEqual([]);
});

test("what a reader imports knows no Node module", () => {
  const impure = imports
    .filter(({ file, target }) => !nodeOnly.includes(folderOf(file)) && target.startsWith("node:"))
    .map(({ file, target }) => `${file} imports ${target}`);
  expect(impure).toEqual([]);
});

test("plotly is never imported: a kernel has no page to draw in", () => {
  const found = imports.filter(
    ({ file, target }) => !nodeOnly.includes(folderOf(file)) && /^plotly/.test(target),
  );
  expect(found).toEqual([]);
});

test("no folder is missing from the layout", () => {
  const folders = new Set(sources.filter((file) => file.includes("/")).map(folderOf));
  expect([...folders].filter((folder) => !(folder in below))).toEqual([]);
});
