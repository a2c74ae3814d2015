import fc from "fast-check";
import { expect, test } from "vitest";
import { firstAtLeast } from "../../src/distributions/first-at-least";

test("the first of ascending values that is at least x, as a search one by one finds it", () => {
  const values = fc.array(fc.double({ noNaN: true }), { maxLength: 20 });
  fc.assert(
    fc.property(values, fc.double({ noNaN: true }), fc.nat(25), (list, other, i) => {
      const sorted = Float64Array.from(list).sort();
      const x = i < sorted.length ? sorted[i] : other;
      const one = sorted.findIndex((value) => value >= x);
      expect(firstAtLeast(sorted, x)).toBe(one < 0 ? sorted.length : one);
    }),
  );
});

test("of equal values the first; of none, 0", () => {
  expect(firstAtLeast([1, 2, 2, 2, 3], 2)).toBe(1);
  expect(firstAtLeast([], 1)).toBe(0);
  expect(firstAtLeast([1, 2], 3)).toBe(2);
});
