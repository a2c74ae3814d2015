/// <reference types="vite/client" />
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { describe, expect, test } from "vitest";
import * as derivations from "../src/derivations/index";
import * as klab from "../src/index";
import * as learning from "../src/learning/index";
import * as tables from "../src/tables/index";

interface Example {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

/** Every `@example` of a doc comment in the folders a reader can import. */
function examplesOf(file: string): Example[] {
  const text = readFileSync(join("src", file), "utf8");
  return [...text.matchAll(/\/\*\*(?:[^*]|\*(?!\/))*\*\//g)].flatMap((comment) => {
    const lines = comment[0]
      .replace(/\s*\*\/$/, "")
      .split("\n")
      .map((l) => l.replace(/^\s*\/?\*+ ?/, ""));
    return lines.flatMap((line, at) => {
      if (!/^\s*@example/.test(line)) return [];
      const rest = lines.slice(at + 1);
      const end = rest.findIndex((l) => l.trim() === "" || l.startsWith("@"));
      const code = rest.slice(0, end < 0 ? undefined : end).filter((l) => !l.startsWith("```"));
      const before = text.slice(0, comment.index).split("\n").length;
      return [{ file, line: before + at + 1, code: code.join("\n") }];
    });
  });
}

const nodeOnly = /^(kernel|handout|command)[\\/]/;
const examples = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !nodeOnly.test(file))
  .flatMap(examplesOf);

/** `expression; // expected` becomes a comparison; other lines run as they are. */
const checked = (code: string): string =>
  code.replace(/^(.*?);\s*\/\/ (.+)$/gm, (whole, expression: string, expected: string) =>
    /^\s*(const|let|import|throw|for)\b/.test(expression)
      ? whole
      : `givesWhat(() => (${expression}), ${JSON.stringify(expected)});`,
  );

const modules = import.meta.glob<Record<string, unknown>>("../src/**/*.ts");

/** The houses that have a door of their own. */
const doors = [
  ["derivations", derivations],
  ["learning", learning],
  ["tables", tables],
] as const;

/** What an example may name: the library, and what its own file exports. */
async function scopeOf(file: string): Promise<Record<string, unknown>> {
  const load = modules[`../src/${file.replace(/\\/g, "/")}`];
  const [, door] = doors.find(([folder]) => file.startsWith(folder)) ?? ["", {}];
  return { ...klab, ...door, ...(await load()) };
}

/** As a cell, an example may await: an async generator is started by its loop, not by its call. */
const run = (code: string, scope: Record<string, unknown>): Promise<unknown> =>
  new Function(...Object.keys(scope), `return (async () => {${code}\n})();`)(
    ...Object.values(scope),
  );

function givesWhat(scope: Record<string, unknown>, actual: () => unknown, expected: string): void {
  const thrown = /^(?:throws )?(RangeError|TypeError)/.exec(expected);
  if (thrown) {
    expect(actual).toThrow(expect.objectContaining({ name: thrown[1] }));
    return;
  }
  const names = Object.keys(scope);
  const value = new Function(...names, `return (${expected});`)(
    ...names.map((name) => scope[name]),
  );
  const got = actual();
  if (typeof value === "number" && Number.isFinite(value)) {
    // Math.exp and Math.log may differ in the last bits between engines.
    expect(Math.abs((got as number) - value)).toBeLessThanOrEqual(1e-14 * Math.abs(value));
  } else expect(got).toEqual(value);
}

describe("every @example runs and gives what it says", () => {
  test("there are examples", () => expect(examples.length).toBeGreaterThan(5));

  test.each(examples)("$file:$line", async ({ file, code }) => {
    const { code: script } = transformSync(checked(code), { loader: "ts", format: "esm" });
    expect(script).toContain("givesWhat(");
    const scope = await scopeOf(file);
    await run(script, { ...scope, givesWhat: givesWhat.bind(undefined, scope) });
  });
});
