import { expect, test } from "vitest";
import { nonZero } from "../../src/math/non-zero";

test("only 0 is moved, to what a quotient survives", () => {
  expect(nonZero(0)).toBe(1e-300);
  expect(nonZero(-0)).toBe(1e-300);
  expect(1 / nonZero(0)).toBeLessThan(Number.POSITIVE_INFINITY);
  for (const x of [1, -1, 5e-324, -1e-310, 1e308]) expect(nonZero(x)).toBe(x);
});
