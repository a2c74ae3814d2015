import { describe, expect, test } from "vitest";
import { maximize } from "../../src/math/maximize";

describe("maximize", () => {
  test("the value at the top of a concave function, to rounding", () => {
    expect(maximize((x) => -x * Math.log(x), 0, 1)).toBeCloseTo(1 / Math.E, 15);
    expect(maximize((x) => Math.sqrt(x * (1 - x)), 0, 1)).toBeCloseTo(0.5, 15);
    expect(maximize((x) => 3 - (x - 0.9) ** 2, 0, 1)).toBeCloseTo(3, 15);
  });

  test("of a function that rises to an end: its limit there", () => {
    expect(maximize((x) => x, 0, 1)).toBeCloseTo(1, 7);
    expect(maximize((x) => -x, 0, 1)).toBeCloseTo(0, 7);
  });
});
