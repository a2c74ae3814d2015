import { shapeError, valueError } from "../../words/errors";

/** Rows of numbers as they come from a model: arrays, typed or not. */
export type NumberRows = ArrayLike<ArrayLike<number>>;

/**
 * Rows as arrays of finite numbers, each `width` long where a width is told, else all as long as the first.
 *
 * @throws TypeError for no rows or one of another length, RangeError for an entry that is not finite
 */
export function plainRows(
  caller: string,
  name: string,
  rows: NumberRows,
  width?: number,
): number[][] {
  const n = typeof rows === "object" && rows !== null ? rows.length : 0;
  const all = Array.from({ length: n || 0 }, (_, i) => Array.from(rows[i] ?? []));
  const long = width ?? all[0]?.length ?? 0;
  if (all.length === 0 || long === 0) {
    throw shapeError(
      caller,
      `${name} 应为数的行，且不空，例如 [[0, 1], [1, 0]]`,
      `${name} must be rows of numbers, not empty, for example [[0, 1], [1, 0]]`,
    );
  }
  for (const [i, row] of all.entries()) {
    if (row.length !== long) {
      throw shapeError(
        caller,
        `${name}[${i}] 有 ${row.length} 个数，应有 ${long} 个`,
        `${name}[${i}] has ${row.length} numbers; give ${long}`,
      );
    }
    const j = row.findIndex((value) => !Number.isFinite(value));
    if (j >= 0) {
      throw valueError(
        caller,
        `${name}[${i}][${j}] 是 ${row[j]}，应为有限数`,
        `${name}[${i}][${j}] is ${row[j]}; give a finite number`,
      );
    }
  }
  return all;
}

/** As a picture needs it: four digits are finer than its pixels. */
export const drawn = (value: number): number => Number(value.toPrecision(4));
