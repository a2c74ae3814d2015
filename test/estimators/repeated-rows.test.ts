import { expect, test } from "vitest";
import { seeded } from "../../src";
import { repetition } from "../../src/estimators/repeated-rows";
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
