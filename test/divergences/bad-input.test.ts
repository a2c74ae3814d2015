import { describe, expect, it } from "vitest";
import { crossEntropy, entropy, explain, kl, normal } from "../../src";

type Call = (p: unknown, q: unknown, options?: object) => unknown;
const functions: Record<string, Call> = { kl, crossEntropy, explain } as Record<string, Call>;
const good = [0.5, 0.5];

const bad: [name: string, v: unknown, error: typeof Error, says: string][] = [
  ["a negative entry", [1.5, -0.5], RangeError, "[1] is -0.5"],
  ["a NaN", [Number.NaN, 1], RangeError, "[0] is NaN"],
  ["an infinite entry", [0.5, Number.POSITIVE_INFINITY], RangeError, "[1] is Infinity"],
  ["a text for a number", [0.5, "0.5"], TypeError, '[1] is "0.5" (string)'],
  ["a missing entry", [0.5, undefined], TypeError, "[1] is undefined"],
  ["a wrong sum", [0.5, 0.6], RangeError, "sums to 1.1, not 1"],
  ["an empty array", [], RangeError, "is empty"],
  ["another length", [0.2, 0.3, 0.5], TypeError, "entries"],
  ["a distribution beside an array", normal(0, 1), TypeError, "is a distribution but"],
  ["a number", 0.5, TypeError, "must be an array"],
  ["null", null, TypeError, "got null"],
  ["a string", "ab", TypeError, "got string"],
  ["undefined", undefined, TypeError, "got undefined"],
];

describe.each(Object.keys(functions))("%s refuses", (name) => {
  const call = functions[name]!;
  it.each(bad)("%s", (_kind, v, error, says) => {
    for (const [p, q, argument] of [
      [v, good, "p"],
      [good, v, "q"],
    ] as const) {
      let thrown: unknown;
      try {
        call(p, q);
      } catch (caught) {
        thrown = caught;
      }
      const empty = Array.isArray(v) && v.length === 0;
      expect(thrown).toBeInstanceOf(error);
      const { message } = thrown as Error;
      expect(message.startsWith(`${name}: `)).toBe(true);
      expect(message).toContain(empty ? "is empty" : says);
      expect(message).toContain(argument);
      expect(message).toContain(" / "); // Chinese / English
    }
  });

  it("a base that makes no unit, and sums of 0", () => {
    for (const base of [1, 0, -2, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => call(good, good, { base })).toThrow(RangeError);
    }
    expect(() => call(good, good, { base: "2" })).toThrow(TypeError);
    expect(() => call([0, 0], good, { normalize: true })).toThrow(/p sums to 0/);
    expect(() => call(good, [0, 0], { normalize: true })).toThrow(/q sums to 0/);
  });
});

describe("tolerances of sums", () => {
  it("are 1e-9, or 1e-6 in single precision", () => {
    expect(() => kl([0.5, 0.5 + 2e-9], good)).toThrow(/p sums/);
    expect(kl([0.5, 0.5 + 5e-10], good)).toBeGreaterThan(0);
    expect(kl(new Float32Array([0.1, 0.2, 0.7]), [0.1, 0.2, 0.7])).toBeLessThan(1e-14);
    expect(() => entropy([0.5, 0.4])).toThrow(/entropy: p/);
    expect(entropy([2, 2], { normalize: true })).toBe(Math.LN2);
  });
});
