import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

type Graph = ReadonlyMap<string, readonly string[]>;

/** Which files import which, at run time or for types only: `import`, `import type`, `export … from`, `import(…)`. */
function importGraph(texts: ReadonlyMap<string, string>): Graph {
  const graph = new Map<string, readonly string[]>();
  for (const [file, text] of texts) {
    const targets = ts
      .preProcessFile(text, true, true)
      .importedFiles.map(({ fileName }) => fileName)
      .filter((name) => name.startsWith("."))
      .map((name) => normalize(join(dirname(file), name)).replace(/\\/g, "/"))
      .map((path) => {
        const written = path.replace(/\.([cm]?)js$/, ".$1ts"); // as a dynamic import names it
        const names = [path, written, `${path}.ts`, `${path}/index.ts`];
        return names.find((name) => texts.has(name));
      })
      .filter((name) => name !== undefined);
    graph.set(file, targets);
  }
  return graph;
}

/** The strongly connected components of more than one file, and files that import themselves (Tarjan, 1972). */
function circlesOf(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const low = (file: string): number => lowest.get(file) ?? Number.POSITIVE_INFINITY;
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.size - 1);
    stack.push(file);
    const targets = graph.get(file) ?? [];
    for (const target of targets) {
      const seen = order.get(target);
      if (seen === undefined) visit(target);
      const reach = seen === undefined ? low(target) : stack.includes(target) ? seen : low(file);
      lowest.set(file, Math.min(low(file), reach));
    }
    if (low(file) !== order.get(file)) return;
    const component = stack.splice(stack.indexOf(file)).sort();
    if (component.length > 1 || targets.includes(file)) circles.push(component);
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles.sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

const sources = new Map(
  readdirSync("src", { recursive: true, encoding: "utf8" })
    .map((file) => file.replace(/\\/g, "/"))
    .filter((file) => /\.[cm]?[jt]s$/.test(file))
    .map((file) => [file, readFileSync(join("src", file), "utf8")] as const),
);

test("no file of src imports itself by way of others, be it for types only", () => {
  expect(sources.size).toBeGreaterThan(100);
  expect(circlesOf(importGraph(sources))).toEqual([]);
});

describe("a circle is found", () => {
  const found = (files: Record<string, string>): string[][] =>
    circlesOf(importGraph(new Map(Object.entries(files))));

  test.each([
    ["of imports", 'import { b } from "./b";', 'import { a } from "./a";'],
    ["of types", 'import type { B } from "./b";', 'import type { A } from "./a";'],
    [
      "of one type among values",
      'import { type B, b } from "./b";',
      'import { type A } from "./a";',
    ],
    ["of doors", 'export * from "./b";', 'export { a } from "./a";'],
    ["of a bare import", 'import "./b";', 'import "./a";'],
    ["of what will be compiled", 'await import("./b.js");', 'import { a } from "./a";'],
    ["of calls", 'const b = await import("./b");', 'type A = import("./a").A;'],
  ])("%s", (_kind, a, b) => {
    expect(found({ "a.ts": a, "b.ts": b })).toEqual([["a.ts", "b.ts"]]);
  });

  test("through a folder's door, and of a file with itself", () => {
    expect(
      found({
        "parts/index.ts": 'export * from "./one";',
        "parts/one.ts": 'import { two } from "../two";',
        "two.ts": 'import { one } from "./parts";',
        "self.ts": 'import * as self from "./self";',
      }),
    ).toEqual([["parts/index.ts", "parts/one.ts", "two.ts"], ["self.ts"]]);
  });

  test("but not where two ways lead to one file", () => {
    expect(
      found({
        "a.ts": 'import "./b"; import "./c";',
        "b.ts": 'import "./d";',
        "c.ts": 'import "./d"; import "./b";',
        "d.ts": "",
      }),
    ).toEqual([]);
  });
});
