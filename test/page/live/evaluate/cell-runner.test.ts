import { runInThisContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { CellRunner } from "../../../../src/page/live/evaluate/cell-runner";
import { mostDisplays, mostOutput } from "../../../../src/page/live/evaluate/output-sink";
import type { FromLive, LiveFailure } from "../../../../src/page/live/live-messages";

interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly displays: readonly Readonly<Record<string, unknown>>[];
  readonly failure: LiveFailure | undefined;
}

/** A runner whose cells find `globals`; the scripts of modules that the page has by name. */
function runnerWith(globals: object, scripts: Readonly<Record<string, string>> = {}) {
  const heard: FromLive[] = [];
  const scope = Object.assign(globalThis, globals);
  const { console: real } = globalThis;
  const runner: CellRunner = new CellRunner({
    scope,
    now: () => performance.now(),
    post(message) {
      heard.push(message);
      if (message.kind === "need") runner.receive(message.script, scripts[message.script]);
    },
    evaluate: (text, file) => void runInThisContext(text, { filename: file }),
  });
  globalThis.console = real;
  return async (source: string, cell = "5"): Promise<Ran> => {
    heard.length = 0;
    globalThis.console = runner.console as unknown as Console;
    try {
      await runner.run(1, cell, source);
    } finally {
      globalThis.console = real;
    }
    const outputs = heard.flatMap((m) => (m.kind === "output" ? [m.output] : []));
    const textOf = (name: string): string =>
      outputs.map((o) => (o.kind === "stream" && o.name === name ? o.text : "")).join("");
    const done = heard.find((m) => m.kind === "done");
    return {
      stdout: textOf("stdout"),
      stderr: textOf("stderr"),
      displays: outputs.flatMap((o) => (o.kind === "display" ? [o.data] : [])),
      failure: done?.kind === "done" ? done.failure : undefined,
    };
  };
}

describe("what a cell prints", () => {
  test.each([
    ["[1, { a: { b: { c: 1 } } }]", "[ 1, { a: { b: [Object] } } ]\n"],
    ["'文'", "文\n"],
    ["console.log('%s是%d', 'D', 0.5, [1])", "D是0.5 [ 1 ]\n"],
    ["new Map([[1, new Float64Array(2)]])", "Map(1) { 1 => Float64Array(2) [ 0, 0 ] }\n"],
    ["let k = 2;\nconst f = (x: number) => Math.max(k, x);\nString(f)", "(x) => Math.max(k, x)\n"],
    ["null", ""],
    ["undefined", ""],
    ["const f = () => 1\nf", "[Function: f]\n"],
    [
      "console.group('甲'); console.log('一\\n二'); console.groupEnd(); console.log('三')",
      "甲\n  一\n  二\n三\n",
    ],
    ["Promise.resolve(1)", "Promise { <pending> }\n"],
  ])("%s", async (source, expected) => {
    expect(await runnerWith({})(source)).toMatchObject({ stdout: expected, failure: undefined });
  });

  test("errors and warnings go to the other stream", async () => {
    const { stdout, stderr } = await runnerWith({})("console.error('a'); console.warn('b')");
    expect([stdout, stderr]).toEqual(["", "a\nb\n"]);
  });

  test("too much of it stops the cell, in two languages", async () => {
    const run = runnerWith({});
    const { stdout, failure } = await run("for (;;) console.log('x'.repeat(1000))");
    expect(failure?.message).toMatch(/已停止 \/ stopped/);
    expect(stdout.length).toBeLessThanOrEqual(mostOutput);
    expect(await run("1")).toMatchObject({ stdout: "1\n", failure: undefined });
  });

  test.each([
    ["many", "Array.from({ length: 5 }, (_, i) => i).join()"],
    ["large", '"x".repeat(300_000)'],
  ])("stops a cell that displays without end: %s", async (_, text) => {
    const run = runnerWith({});
    const write = '__tslab__.require.cache["/tslab/dist/jupyter.js"].exports.lastWriteDisplayData';
    const { displays, failure } = await run(
      `for (;;) ${write}({ data: { "text/plain": ${text} } }, false);`,
    );
    expect(failure?.message).toMatch(/已停止 \/ stopped/);
    expect(displays.length).toBeGreaterThan(10);
    expect(displays.length).toBeLessThanOrEqual(mostDisplays);
    expect(JSON.stringify(displays).length).toBeLessThan(22_000_000);
    // What takes the place of another does not add up.
    const again = await run(
      `for (let i = 0; i < 900; i++) ${write}({ data: { "text/plain": ${text} }, transient: { display_id: "a" } }, i > 0);`,
    );
    expect(again.failure).toBeUndefined();
  });
});

describe("what went wrong", () => {
  test.each<[string, number, string]>([
    ["const a = 1;\nthrow new RangeError('坏 / bad')", 2, "坏 / bad"],
    ["const f = () => {\n  throw new TypeError('t')\n}\n\nf()", 2, "t"],
    ["const xs = [1]\nxs.map((x) =>\n  x.nothing.more)", 3, "more"],
    ["await Promise.resolve()\nthrow new Error('e')", 2, "e"],
    ["let a\na.b", 2, "b"],
    ["missing + 1", 1, "missing is not defined"],
    ["let g = 1\ng()", 2, "g is not a function"],
  ])("%j is told with its line", async (source, line, message) => {
    const { failure } = await runnerWith({})(source);
    expect(failure).toMatchObject({ line });
    expect(failure?.message).toContain(message);
    expect(failure?.message).not.toContain("klab$");
  });

  test("the line is the running cell's, though an earlier cell's function threw", async () => {
    const run = runnerWith({});
    await run("const f = () => {\n\n\n  throw new Error('e')\n}", "1");
    expect((await run("1\nf()", "2")).failure).toMatchObject({ line: 2 });
  });

  test.each<[string, number, RegExp]>([
    ["const a = 1;\nconsole.log(import.meta.url)", 2, /代码格不是文件.* \/ .*no file/],
    ["1\n\nconst f = () => [import.meta]", 3, /代码格不是文件.* \/ .*no file/],
    ["#!/usr/bin/env node\n1", 1, /不能以#!开头 \/ .*cannot begin with #!/],
    ["1\nexport * from 'klab'", 2, /用import \/ .*use import/],
    ["1\nexport { kl } from 'klab'", 2, /用import \/ .*use import/],
    ["1;\nnamespace N { export const x = 5 }\nN.x", 2, /namespace N：.* \/ .*no namespaces/],
    ["\nexport namespace A.B {\n  export function f() {}\n}", 2, /namespace A\.B/],
    ["module M { class K {} }", 1, /module M：/],
    ["namespace N { interface I { x: number }\nexport const y = 1 }\n1", 1, /namespace N：/],
    ["1\nnamespace N { type T = {}; interface I {}; export class K {} }", 2, /namespace N：/],
    ["namespace N { namespace O { export const y = 1 } }", 1, /namespace N：/],
  ])("what only files have is told with its line: %j", async (source, line, message) => {
    const { failure, stdout } = await runnerWith({ klab: {} })(source);
    expect(failure).toMatchObject({ name: "SyntaxError", line });
    expect(failure?.message).toMatch(message);
    expect(stdout).toBe("");
  });

  test.each([
    ["export default 5\n", ""],
    ["export default function f() { return 7 }\nf()", "7\n"],
    ["export default class { }\n1", "1\n"],
    ["export default function () {}\n1", "1\n"],
    ["export function g() { return 8 }\ng()", "8\n"],
    ["export async function h() { return 8 }\nawait h()", "8\n"],
    ["export class K { static s = 9 }\nK.s", "9\n"],
    ["export const c = 3, d = 4;\nc + d", "7\n"],
    ["const e = 6;\nexport {\n  e,\n  e as f2 };\ne", "6\n"],
    ["declare namespace D { const x: number }\n1", "1\n"],
    ["namespace T { export interface I { x: number } }\n1", "1\n"],
    ["namespace T { interface I { x: { y: 1 } } export type U = { v: I } }\n1", "1\n"],
    [
      "namespace T { interface I { f(x: number): void } }\nconst y = { z: { w: 1 } };\ny.z.w",
      "1\n",
    ],
    [
      "// namespace N { const x = 1 }\n'namespace N { const x = 1 }'",
      "namespace N { const x = 1 }\n",
    ],
    ["for await (const x of [1, Promise.resolve(2)]) console.log(x)", "1\n2\n"],
  ])("what is exported is declared all the same: %j", async (source, expected) => {
    expect(await runnerWith({})(source)).toMatchObject({ stdout: expected, failure: undefined });
  });

  test("lines stay where exports were", async () => {
    const run = runnerWith({});
    const source = "export default {\n  a: 1,\n};\nexport {\n};\nthrow new Error('e')";
    expect((await run(source)).failure).toMatchObject({ line: 6 });
    for (const value of ["1", "a => a", "class {}"]) {
      const inBrackets = `export default (\n  ${value}\n\n);\nthrow new Error('e')`;
      expect((await run(inBrackets)).failure).toMatchObject({ line: 5 });
    }
  });

  test("what a module does not export is told, and a type's name is not asked for", async () => {
    const run = runnerWith({ klab: { kl: () => 7 } });
    const { failure } = await run('import { kl, klx as other } from "klab";\nother(kl())');
    expect(failure?.message).toMatch(/没有导出klx \/ .*not export klx/);
    const typed =
      'import { kl, Distribution } from "klab";\nlet d: Distribution | undefined;\nkl()';
    expect(await run(typed)).toMatchObject({ stdout: "7\n", failure: undefined });
  });

  test.each(["module.x", "exports.x = 1", "document.title", "process.exit()", "require('fs')"])(
    "%s, which cells of a page do not have, is told to be a kernel's",
    async (source) => {
      const [name] = source.split(/\W/);
      const kept = Object.getOwnPropertyDescriptor(globalThis, name);
      Reflect.deleteProperty(globalThis, name);
      const { failure } = await runnerWith({})(source);
      if (kept) Object.defineProperty(globalThis, name, kept);
      expect(failure?.message).toMatch(/代码格没有它.* \/ .*run this in a kernel/);
    },
  );

  test("a printed error names cells and lines, and nothing of what runs them", async () => {
    const run = runnerWith({});
    await run("const make = () =>\n  new RangeError('r')", "3");
    const { stdout } = await run("\nconsole.log(make())", "4");
    expect(stdout).toBe(
      "RangeError: r\n    第3格第2行 / cell 3, line 2\n    第4格第2行 / cell 4, line 2\n",
    );
    expect((await run("console.assert(false, '%d项', 3)")).stderr).toBe("Assertion failed: 3项\n");
  });

  test("what is no error is told as text", async () => {
    expect((await runnerWith({})("throw '字'")).failure).toEqual({ name: "", message: "字" });
  });
});

describe("modules", () => {
  test("a module is there, or loaded when a cell wants it", async () => {
    const script = "globalThis.klabLearn = { tensor: (x) => x * 2 }";
    const run = runnerWith({ klab: { kl: () => 7 } }, { "klab-learn-packed": script });
    const source =
      'import { kl } from "klab"; import { tensor } from "klab/learn"; [kl(), tensor(4)]';
    expect(await run(source)).toMatchObject({ stdout: "[ 7, 8 ]\n", failure: undefined });
    Reflect.deleteProperty(globalThis, "klabLearn");
  });

  test("what learns is loaded for an explorer that uses it, though the cell imports it not", async () => {
    const script = "globalThis.klabLearn = { tensor: () => 8 }";
    const run = runnerWith({ klab: {} }, { "klab-learn-packed": script });
    expect(await run("typeof klabLearn")).toMatchObject({ stdout: "undefined\n" });
    const source = "const options = { use: ['learn'] };\nklabLearn.tensor()";
    expect(await run(source)).toMatchObject({ stdout: "8\n", failure: undefined });
    Reflect.deleteProperty(globalThis, "klabLearn");
    // In a page without it the cell runs, and `explore` says what lacks.
    expect(await runnerWith({ klab: {} })(source)).toMatchObject({
      failure: { message: expect.stringContaining("klabLearn") },
    });
  });

  test.each(["klab/learn", "mathjs", "fs", "constructor"])(
    "%s, which the page does not have, is an error that says what it has",
    async (name) => {
      const run = runnerWith({ klab: {} });
      const { failure } = await run(`\nimport { x } from "${name}"`);
      expect(failure?.message).toMatch(/没有这个模块，只有klab.* \/ .*only klab/);
    },
  );

  test("one that another notebook's page has is told how to come by, and the library stays what it is", async () => {
    const klab = { kl: () => 7 };
    const run = runnerWith({ klab }, { "klab-packed": "globalThis.klab = { kl: () => 8 }" });
    for (const name of ["klab/derivation", "klab/learn"]) {
      const { failure } = await run(`import { x } from "${name}"`);
      expect(failure?.message).toMatch(/在笔记本里导入它.* \/ .*run this in a kernel/);
    }
    expect((await run('import { kl } from "klab"; kl()')).stdout).toBe("7\n");
  });
});
