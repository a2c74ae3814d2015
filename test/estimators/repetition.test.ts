import fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "../../src";
import { repetition } from "../../src/estimators/repetition";
import type { Points } from "../../src/estimators/samples";

const points = (rows: readonly (readonly number[])[]): Points =>
  ({ values: Float64Array.from(rows.flat()), n: rows.length, d: rows[0].length }) as Points;

test("rows that share a first number only are not the same row", () => {
  const found = repetition(
    points([
      [1, 2],
      [1, 3],
    ]),
    points([
      [1, 4],
      [5, 6],
    ]),
  );
  expect(found).toMatchObject({ tied: 0, shared: 0, mostOfX: { row: 0, times: 1 } });
});

test("no number twice says the same as counting rows does", () => {
  const prng = seeded(2);
  const rows = (n: number): number[][] => Array.from({ length: n }, () => [prng(), prng()]);
  const [xs, ys] = [rows(50), rows(70)];
  const quick = repetition(points(xs), points(ys));
  // One row whose first number stands elsewhere too makes it count.
  const counted = repetition(points([...xs, [ys[0][0], 9]]), points(ys));
  expect(counted).toEqual(quick);
});

test("equal rows, in one sample and across both, are counted; −0 is 0", () => {
  expect(
    repetition(
      points([
        [0, 1],
        [-0, 1],
        [2, 2],
      ]),
      points([
        [2, 2],
        [2, 2],
      ]),
    ),
  ).toEqual({
    tied: 1,
    shared: 1,
    mostOfX: { row: 0, times: 2 },
    mostOfY: { row: 0, times: 2 },
  });
});

test("counts are those of a Map of the rows' texts, whatever the rows", () => {
  const byText = (
    rows: readonly (readonly number[])[],
  ): Map<string, { row: number; times: number }> => {
    const seen = new Map<string, { row: number; times: number }>();
    for (const [row, values] of rows.entries()) {
      const text = values.map(String).join();
      const found = seen.get(text);
      if (found) found.times++;
      else seen.set(text, { row, times: 1 });
    }
    return seen;
  };
  const value = fc.oneof(
    fc.constantFrom(0, -0, 1, -1, 0.5, 5e-324, -5e-324, 1e300, 2 ** -1042),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const pair = fc.integer({ min: 1, max: 4 }).chain((d) => {
    const rows = fc.array(fc.array(value, { minLength: d, maxLength: d }), {
      minLength: 1,
      maxLength: 30,
    });
    return fc.tuple(rows, rows);
  });
  fc.assert(
    fc.property(pair, ([xs, ys]) => {
      const [x, y] = [byText(xs), byText(ys)];
      const tied = [x, y].map((seen) =>
        [...seen.values()].reduce((sum, { times }) => sum + (times > 1 ? times : 0), 0),
      );
      let shared = 0;
      let mostOfX = { row: 0, times: 0 };
      let mostOfY = { row: 0, times: 0 };
      for (const [text, seen] of x) {
        if (seen.times > mostOfX.times) mostOfX = seen;
        const other = y.get(text);
        if (!other) continue;
        shared += seen.times;
        if (other.times > mostOfY.times) mostOfY = other;
      }
      expect(repetition(points(xs), points(ys))).toEqual({
        tied: Math.max(tied[0] / xs.length, tied[1] / ys.length),
        shared,
        mostOfX,
        mostOfY,
      });
    }),
  );
});

test("rows of signs only, which a weak hash would put into one place, are counted in proportion", () => {
  const n = 2 ** 15;
  const signs = Array.from({ length: n }, (_, i) =>
    Array.from({ length: 15 }, (_, j) => ((i >> j) & 1 ? 1 : -1)),
  );
  const start = performance.now();
  expect(repetition(points(signs), points(signs.slice(0, 5)))).toMatchObject({
    tied: 0,
    shared: 5,
  });
  expect(performance.now() - start).toBeLessThan(2000); // a hundred times what it takes
});
