import { createRequire } from "node:module";
import { expect, test } from "vitest";

interface Executor {
  createExecutor?: (root: string, convs: object, console: object) => unknown;
}
const { allowForAwait, loopsAwait } = createRequire(__filename)(
  "../../src/kernel/kernel-for-await.cjs",
) as { allowForAwait(executor: Executor): void; loopsAwait(code: string): boolean };

test.each([
  ["for await (const x of xs) x;", true],
  ["if (1) { for await (const x of xs) { x; } }", true],
  ["for  await (let x of xs);", true],
  ["async function f() { for await (const x of xs) x; }", false],
  ["const text = 'for await (x of xs)';", false],
  ["for (const x of xs) x;", false],
  ["for await (const x of xs", false],
  ["function f() { for await (const x of xs) x; }", false],
])("%s runs as an async cell alone: %s", (code, want) => {
  expect(loopsAwait(code)).toBe(want);
});

test("tslab's executor is told so, and of nothing else", () => {
  const seen: unknown[] = [];
  const executor: Executor = {
    createExecutor: (_, convs) => {
      const { node } = convs as { node: { convert(...given: string[]): unknown } };
      seen.push(node.convert("", "for await (const x of xs) x;"), node.convert("", "1;"));
      return "made";
    },
  };
  allowForAwait(executor);
  const convert = (_: string, output: string) => ({ output, hasToplevelAwait: false, more: 1 });
  expect(executor.createExecutor?.(".", { node: { convert } }, console)).toBe("made");
  expect(seen).toEqual([
    { output: "for await (const x of xs) x;", hasToplevelAwait: true, more: 1 },
    { output: "1;", hasToplevelAwait: false, more: 1 },
  ]);
  expect(() => allowForAwait({})).toThrow("createExecutor");
});
