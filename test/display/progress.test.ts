import { describe, expect, test } from "vitest";
import type { DisplayOutput } from "../../src/display/adapters";
import { progress } from "../../src/index";

/** A clock that goes on by `step` milliseconds a look, and the lines that were shown. */
function watch(step = 60) {
  const outputs: DisplayOutput[] = [];
  let time = 0;
  return {
    outputs,
    texts: () => outputs.map(({ data }) => data["text/plain"]),
    options: {
      adapters: [(output: DisplayOutput) => outputs.push(output) > 0],
      now: () => (time += step),
    },
  };
}

describe("progress", () => {
  test("gives the items of an iterable, or 0 … n − 1", () => {
    expect([...progress(new Set(["甲", "乙"]))]).toEqual(["甲", "乙"]);
    expect([...progress(4)]).toEqual([0, 1, 2, 3]);
    expect([...progress(0)]).toEqual([]);
  });

  test("is one place on the page, updated", () => {
    const { outputs, options } = watch();
    for (const _ of progress(10, "训练", options));
    const ids = new Set(outputs.map(({ displayId }) => displayId));
    expect(ids.size).toBe(1);
    expect(outputs.map(({ update }) => update)).toEqual([
      false,
      ...outputs.slice(1).map(() => true),
    ]);
  });

  test("says how much is done and how long it will still take", () => {
    const { texts, options } = watch();
    for (const _ of progress(8, "训练", options));
    expect(texts()[1]).toMatch(/^训练 █+░+ 2\/8，还需 \d+\.\d s$/);
  });

  test("ends in a line without times, so that a notebook run again is the same", () => {
    const { texts, options } = watch();
    for (const _ of progress(8, "训练", options));
    expect(texts().at(-1)).toBe(`训练 ${"█".repeat(24)} 8/8 完成`);
  });

  test("a loop left early says where", () => {
    const { texts, options } = watch();
    for (const i of progress(8, "训练", options)) if (i === 4) break;
    expect(texts().at(-1)).toMatch(/4\/8 中止$/);
  });

  test("an error in the loop passes through", () => {
    const { texts, options } = watch();
    expect(() => {
      for (const _ of progress(8, "训练", options)) throw new Error("no");
    }).toThrow("no");
    expect(texts().at(-1)).toMatch(/0\/8 中止$/);
  });

  test("a source of unknown length is counted", () => {
    const { texts, options } = watch();
    const some = function* (): Generator<number> {
      yield* [1, 2, 3];
    };
    expect([...progress(some(), "", { ...options, locale: "en" })]).toEqual([1, 2, 3]);
    expect(texts().at(-1)).toBe("3 done");
  });

  test("an async source is awaited", async () => {
    const { texts, options } = watch();
    const later = async function* (): AsyncGenerator<string> {
      yield* ["a", "b"];
    };
    const seen: string[] = [];
    for await (const item of progress(later(), "轮", options)) seen.push(item);
    expect(seen).toEqual(["a", "b"]);
    expect(texts().at(-1)).toBe("轮 2 完成");
  });

  test("a quick loop is not slowed by messages", () => {
    const { outputs, options } = watch(0);
    for (const _ of progress(100_000, "", options));
    expect(outputs).toHaveLength(2);
  });

  test.each([[-1], [1.5], [Number.NaN]])("a total of %d is a RangeError", (total) => {
    expect(() => progress(total)).toThrow(RangeError);
  });

  test("what cannot be iterated is a TypeError", () => {
    expect(() => progress({} as never)).toThrow(TypeError);
  });
});
