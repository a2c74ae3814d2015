import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { categorical, kl, klPmf, normal, type Pmf } from "../../src";

const half = [0.5, 0.5];
const entry = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(0, 1e-300, 5e-324),
);
const pairs = fc
  .integer({ min: 1, max: 40 })
  .chain((length) => {
    const vector = fc.array(entry, { minLength: length, maxLength: length });
    return fc.tuple(vector, vector);
  })
  .filter(([p, q]) => p.some((x) => x > 0) && q.some((x) => x > 0));

/** What a call gives, or what it says. */
function outcome(call: () => number): number | string {
  try {
    return call();
  } catch (error) {
    return String(error).replaceAll("klPmf", "kl");
  }
}

describe("klPmf", () => {
  test("gives the bits of kl, and its errors, of any two vectors", () => {
    fc.assert(
      fc.property(
        pairs,
        fc.constantFrom(undefined, 2, 10),
        fc.boolean(),
        ([p, q], base, normalize) => {
          for (const [a, b] of [
            [p, q],
            [Float64Array.from(p), q],
            [p, p],
          ] as [Pmf, Pmf][]) {
            const mine = outcome(() => klPmf(a, b, { base, normalize }));
            expect(mine).toBe(outcome(() => kl(a, b, { base, normalize })));
          }
        },
      ),
    );
  });

  test.each([
    ["a distribution", normal(0, 1), half],
    ["a categorical", half, categorical(half)],
    ["a text", "0.5", half],
    ["nothing", half, undefined],
    ["a map", new Map(), half],
  ])("refuses %s, and asks for an array alone", (_, p, q) => {
    const call = (): number => klPmf(p as unknown as Pmf, q as unknown as Pmf);
    expect(call).toThrow(TypeError);
    expect(call).toThrow(/klPmf: .*应为概率数组，.* must be an array of probabilities, got/);
  });

  test("refuses what the options do not know", () => {
    expect(() => klPmf(half, half, { unit: "bit" } as never)).toThrow(
      /no option unit; give one of base, normalize/,
    );
    expect(() => klPmf(half, half, { base: 1 })).toThrow(RangeError);
    expect(() => klPmf([1, 1], half)).toThrow(/klPmf: .*normalize: true/);
  });
});
