import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { runFiles } from "../../src/kernel/run-files";
import { joinText, type StreamOutput } from "../../src/notebook/nbformat";
import { readNotebookFiles } from "../../src/notebook/notebook-file";

const folder = join(".klab", `explorer-${process.pid}`);
beforeAll(() => mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cell = (source: string, tags: string[] = []): object => ({
  cell_type: "code",
  id: `c${Math.abs(source.length)}`,
  metadata: { tags },
  source,
  outputs: [],
  execution_count: null,
});

/** What cells say of functions, each compiled by tslab: "accepted", or the names refused. */
async function verdicts(name: string, functions: readonly string[]): Promise<string[]> {
  const preamble = `import * as fs from "fs";
import { explore, kl, slider } from "klab";
import { normal as gauss } from "klab";
const sigma = 2; let count = 0; function helper() { return 1; } class Box { static size = 1; }
const { a: unpacked, b: [first] } = { a: 1, b: [2] };
enum Color { Red }
const controls = { m: slider(0.1, 0.9, 0.5) };
function verdict(make: () => unknown): string {
  try { make(); return "accepted"; } catch (error) {
    return /from outside/.test(String(error)) ? /uses (.*) from outside/.exec(String(error))![1] : "no function";
  }
}`;
  const calls = functions.map(
    (source, i) =>
      `const f${i} = ${source}; console.log(verdict(() => explore(f${i} as any, controls)));`,
  );
  const file = join(folder, `${name}.ipynb`);
  const kernelspec = { name: "tslab", display_name: "TypeScript", language: "typescript" };
  const cells = [preamble, calls.join("\n")].map((source, i) => ({
    ...cell(source),
    id: `v${i}`,
  }));
  const notebook = { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
  writeFileSync(file, JSON.stringify(notebook));
  const [{ result }] = await runFiles(readNotebookFiles([file]));
  expect(result.failure).toBeUndefined();
  const [output] = result.notebook.cells[1].outputs ?? [];
  return joinText((output as StreamOutput).text)
    .trim()
    .split("\n");
}

const drawing = "return klab.figures.pmfPair([0.5, 0.5], [v.m, 1 - v.m]);";

test("what tslab makes of cells is refused with the names that were written", async () => {
  const refused: [names: string, body: string][] = [
    ["count", "count++;"],
    ["count", "[count] = [1]; ({ x: count } = { x: 1 });"],
    ["helper, Box, Color", "helper(); new Box(); Color.Red;"],
    ["unpacked, first", "unpacked + first;"],
    ["sigma, kl", "({ sigma, kl });"],
    ["gauss", "gauss(0, 1);"],
    ["sigma", "const f = ({ x = sigma } = {} as any, ...rest: number[]) => x;"],
    ["sigma", "String(`$\u007bsigma}`);"],
    ["sigma, count", "(v as any)?.[sigma]?.[count];"],
    ["sigma", "const f = async () => { await sigma; };"],
    ["sigma", "function* g() { yield* [sigma]; }"],
    ["sigma", "try { throw 1; } catch (sigma) { sigma; } sigma;"],
    ["sigma", "outer: for (const sigma of [1]) { sigma; break outer; } sigma;"],
    ["Box", "class Own extends Box { }"],
    ["fs, process, require, Buffer", "fs.statSync; process.cwd; require; Buffer;"],
    ["fetch, setTimeout, globalThis", "fetch; setTimeout; globalThis;"],
    ["import", 'import("fs");'],
    ["Function, eval", 'Function("1"); eval("1");'],
  ];
  const found = await verdicts(
    "refused",
    refused.map(([, body]) => `(klab: any, v: any) => { ${body} ${drawing} }`),
  );
  expect(found).toEqual(refused.map(([names]) => names));
}, 120_000);

test("what takes nothing from outside is accepted as tslab compiles it", async () => {
  const accepted = [
    `(klab: any, v: any) => { ${drawing} }`,
    `function (klab: any, v: any) { ${drawing} }`,
    `function named(klab: any, v: any): any { return v.m > 1 ? named(klab, v) : klab.figures.pmfPair([1, 0], [0.5, 0.5]); }`,
    "({ figures: { pmfPair } }: any, { m = 0.5 }: any) => pmfPair([0.5, 0.5], [m, 1 - m])",
    `(klab: any, v: any) => { const sigma = 1; let count = sigma; count += 1; ({ sigma, count }); ${drawing} }`,
    `(klab: any, v: any) => { class Own { #x = 1; y = this.#x; static z = 2; static { Own.z += 1; } get x() { return this.#x; } } new Own().x; ${drawing} }`,
    `(klab: any, v: any) => { enum Own { A = 1 } interface T { a: number } const t = { a: Own.A } satisfies T as T; t.a!; ${drawing} }`,
    `(klab: any, v: any) => { const f = async (x: number) => { await x; }; function* g() { yield 1; } const [a = 1, ...rest] = [...g()]; f(a + rest.length); ${drawing} }`,
    `(klab: any, v: any) => { try { throw new Error("x"); } catch (error) { String(error); } again: for (let i = 0, n = 2; i < n; i++) continue again; ${drawing} }`,
    `(klab: any, v: any) => { const said = 'import("x") ' + /import(1)/.source; said; ${drawing} }`,
    `(klab: any, v: any) => { const { x, ...others } = { x: 1, y: 2 }; let late; late ??= x ** others.y; late ||= 2; 1n; ${drawing} }`,
    `(klab: any, v: any) => { const own = { a: 1, twice() { return this.a * 2; }, get b() { return 1; }, ["c"]: 3 }; own.twice(); ${drawing} }`,
  ];
  const found = await verdicts("accepted", accepted);
  expect(found).toEqual(accepted.map(() => "accepted"));
}, 120_000);

test("in tslab an explorer type-checks and shows itself; one that closes over cell names is refused with them", async () => {
  const cells = [
    cell('import { explore, normal, slider } from "klab";\nconst sigma = 2;'),
    cell(
      "explore((klab, v) => klab.figures.densityPair(klab.normal(0, 1), klab.normal(v.mu, 1), { points: 21 }), { mu: slider(-3, 3, 1) })",
    ),
    cell(
      "explore((klab, v) => klab.figures.densityPair(normal(0, 1), klab.normal(v.mu, sigma)), { mu: slider(-3, 3, 1) })",
      ["raises-exception"],
    ),
    cell(
      `explore((klab, v) => {
        const { distribution } = klab.learn.fitForwardKl(klab.normal(v.mu, 2), "normal");
        return klab.figures.densityPair(distribution, klab.normal(0, 2), { points: 21 });
      }, { mu: slider(-3, 3, 1) }, { use: ["learn"] })`,
    ),
    cell("explore((klab, v) => klab.learn.tensor([1]), { mu: slider(-3, 3, 1) })", [
      "raises-exception",
    ]),
  ];
  const kernelspec = { name: "tslab", display_name: "TypeScript", language: "typescript" };
  const file = join(folder, "explorer.ipynb");
  const notebook = { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
  writeFileSync(file, JSON.stringify(notebook));
  // As if a cell of a notebook in Lab had started the run: what is stored has Plotly's JSON all the same.
  vi.stubEnv("JPY_SESSION_NAME", "/home/a/课.ipynb");
  const [{ result }] = await runFiles(readNotebookFiles([file]));
  vi.unstubAllEnvs();
  expect(result.failure).toBeUndefined();
  const outputs = result.notebook.cells.map((c) => JSON.stringify(c.outputs));
  expect(outputs[1]).toContain("0.5 nat");
  expect(outputs[1]).toContain("sliders");
  expect(outputs[2]).toMatch(/normal、sigma/);
  expect(outputs[2]).toContain("klab.normal");
  expect(outputs[3]).toContain("0.125 nat");
  expect(outputs[4]).toContain("Property 'learn' does not exist");
}, 120_000);
