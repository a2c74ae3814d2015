import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberText, readable, shortNumber } from "../../src/words/number-text";

describe("a number as text", () => {
  test.each([
    [1 / 3, "0.333333", "0.333333", "0.3333"],
    [-2 / 3, "-0.666667", "−0.666667", "−0.6667"],
    [1.5e-7, "1.5e-7", "1.5e−7", "1.500e−7"],
    [-1.5e-7, "-1.5e-7", "−1.5e−7", "−1.500e−7"],
    [-2.5e9, "-2500000000", "−2500000000", "−2.500e+9"],
    [0, "0", "0", "0"],
    [1200, "1200", "1200", "1200"],
    [Number.POSITIVE_INFINITY, "Infinity", "∞", "∞"],
    [Number.NEGATIVE_INFINITY, "-Infinity", "−∞", "−∞"],
    [Number.NaN, "NaN", "—", "—"],
  ])("%d is %s for a program, %s for reading, %s in a title", (value, short, read, title) => {
    expect(shortNumber(value)).toBe(short);
    expect(readable(value)).toBe(read);
    expect(numberText(value)).toBe(title);
  });

  test("read back is the number to its digits, whatever its size", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const back = (text: string): number => Number(text.replaceAll("−", "-"));
        // Below the normal range there are fewer digits to keep; the largest numbers round up to ∞.
        fc.pre(Math.abs(value) > 1e-300 && Math.abs(value) < 1e308);
        expect(Math.abs(back(readable(value)) - value)).toBeLessThanOrEqual(
          5.01e-6 * Math.abs(value),
        );
        expect(Math.abs(back(numberText(value)) - value)).toBeLessThanOrEqual(
          5.01e-4 * Math.abs(value),
        );
      }),
    );
  });

  test("has one kind of minus for readers", () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        expect(readable(value)).not.toContain("-");
        expect(numberText(value)).not.toContain("-");
      }),
    );
  });
});
