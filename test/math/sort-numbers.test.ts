import fc from "fast-check";
import { expect, it } from "vitest";
import { seeded } from "../../src";
import { sortNumbers } from "../../src/math/sort-numbers";

const next = seeded(3);
const n = 5000; // beyond where the engine's own sort is as fast
const kinds: readonly [string, () => number][] = [
  ["uniform", next],
  ["of both signs and any size", () => (next() - 0.5) * 10 ** (600 * next() - 300)],
  ["few values", () => Math.floor(5 * next()) - 2],
  ["0 and −0", () => (next() < 0.5 ? 0 : -0)],
  ["equal in their upper halves", () => 1 + next() * 2 ** -22],
  ["equal in their upper halves, negative", () => -1 - next() * 2 ** -22],
  ["equal in their lower halves", () => Math.fround(next())],
  [
    "subnormal and infinite",
    () => [5e-324, -5e-324, Infinity, -Infinity, 1e-310][(5 * next()) | 0],
  ],
];

it.each(kinds)("numbers %s come in the engine's order", (_, draw) => {
  for (const length of [0, 1, 2, 100, n]) {
    const values = Float64Array.from({ length }, draw);
    const want = values.slice().sort();
    expect(Object.is(sortNumbers(values), values)).toBe(true);
    expect(values.every((x, i) => Object.is(x, want[i]))).toBe(true);
  }
});

it("sorted and reversed numbers, and a view into a longer array, are sorted in place", () => {
  const all = Float64Array.from({ length: n + 2 }, (_, i) => n - i);
  sortNumbers(all.subarray(1, n + 1));
  expect([all[0], all[1], all[n], all[n + 1]]).toEqual([n, 0, n - 1, -1]);
  expect(sortNumbers(all.slice(1, n + 1))).toEqual(all.slice(1, n + 1));
});

it("any numbers are sorted", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 40 }), (few) => {
      const values = Float64Array.from({ length: n }, (_, i) => few[i % few.length] * (i % 7));
      for (let i = 0; i < n; i++) if (Number.isNaN(values[i])) values[i] = 0; // ∞ · 0
      expect(sortNumbers(values.slice())).toEqual(values.slice().sort());
    }),
    { numRuns: 30 },
  );
});
