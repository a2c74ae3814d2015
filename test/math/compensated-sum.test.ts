import fc from "fast-check";
import { expect, test } from "vitest";
import { CompensatedSum } from "../../src/math/compensated-sum";
import { settings } from "../support/arbitraries";

function totalOf(xs: Iterable<number>): number {
  const sum = new CompensatedSum();
  for (const x of xs) sum.add(x);
  return sum.total;
}

test("compensated sums keep what plain sums drop", () => {
  expect(totalOf([1, 1e100, 1, -1e100])).toBe(2);
  expect(totalOf([])).toBe(0);
  const tenths = Array.from({ length: 1_000_000 }, () => 0.1);
  expect(totalOf(tenths)).toBe(100_000);
  expect(tenths.reduce((a, b) => a + b, 0)).not.toBe(100_000);
});

test("an infinite term makes the total infinite, not NaN", () => {
  expect(totalOf([1, Number.POSITIVE_INFINITY, 2])).toBe(Number.POSITIVE_INFINITY);
});

test("the order of terms ≥ 0 does not matter beyond a rounding", () => {
  const terms = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 50 });
  fc.assert(
    fc.property(terms, (xs) => {
      const forwards = totalOf(xs);
      const backwards = totalOf([...xs].reverse());
      expect(Math.abs(forwards - backwards)).toBeLessThanOrEqual(Number.EPSILON * forwards);
    }),
    settings(),
  );
});
