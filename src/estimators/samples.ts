import { shapeError, valueError } from "../words/errors";

/** Samples: numbers, or rows of equal length. */
export type Samples = ArrayLike<number> | ArrayLike<ArrayLike<number>>;

/** Checked samples in one array, by rows. */
export interface Points {
  readonly values: Float64Array;
  readonly n: number;
  readonly d: number;
}

/** Throws a TypeError or RangeError naming caller, argument, index and value unless `xs` are at least two samples. */
export function checkedPoints(caller: string, name: string, xs: Samples): Points {
  if (!(Array.isArray(xs) || ArrayBuffer.isView(xs))) {
    throw shapeError(
      caller,
      `${name} 应为样本数组，给的是 ${typeof xs}`,
      `${name} must be an array of samples, got ${typeof xs}`,
    );
  }
  const n = xs.length;
  if (n < 2) {
    throw valueError(
      caller,
      `${name} 只有 ${n} 个样本，至少要 2 个`,
      `${name} has ${n} samples; give at least 2`,
    );
  }
  const d = typeof xs[0] === "number" ? 1 : widthOf(xs[0]);
  const values = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    const row: unknown = xs[i];
    const given = typeof row === "number" ? 1 : widthOf(row);
    if (given === 0) throw noNumber(caller, `${name}[${i}]`, row);
    if (given !== d || (typeof row === "number") !== (typeof xs[0] === "number")) {
      throw shapeError(
        caller,
        `${name}[${i}] 有 ${given} 个坐标，应为 ${d}`,
        `${name}[${i}] has ${given} coordinates; give ${d}`,
      );
    }
    for (let j = 0; j < d; j++) {
      const x: unknown = typeof row === "number" ? row : (row as ArrayLike<unknown>)[j];
      if (typeof x !== "number" || !Number.isFinite(x)) {
        throw unusable(
          caller,
          typeof row === "number" ? `${name}[${i}]` : `${name}[${i}][${j}]`,
          x,
        );
      }
      values[i * d + j] = x;
    }
  }
  return { values, n, d };
}

function unusable(caller: string, place: string, x: unknown): Error {
  if (typeof x !== "number") return noNumber(caller, place, x);
  return valueError(
    caller,
    `${place} 是 ${x}，应为有限的数`,
    `${place} is ${x}; give finite numbers`,
  );
}

/** How many coordinates a row has; 0 for what is none. */
function widthOf(row: unknown): number {
  return Array.isArray(row) || ArrayBuffer.isView(row)
    ? ((row as ArrayLike<unknown>).length ?? 0)
    : 0;
}

function noNumber(caller: string, place: string, given: unknown): TypeError {
  const kind = given === null ? "null" : Array.isArray(given) ? "array" : typeof given;
  const what = kind === "string" ? `${JSON.stringify(given)} (string)` : kind;
  const zh = caller === "estimateKl" ? "标签请用 estimateFromCounts" : "标签请先编号";
  const en = caller === "estimateKl" ? "labels are for estimateFromCounts" : "number labels first";
  return shapeError(
    caller,
    `${place} 是 ${what}，应为数，或各行同长的数组；${zh}`,
    `${place} is ${what}; give numbers, or rows of equal length; ${en}`,
  );
}

/** Some rows of the points. */
export function rowsOf({ values, d }: Points, rows: ArrayLike<number>): Points {
  const chosen = new Float64Array(rows.length * d);
  for (let i = 0; i < rows.length; i++) {
    for (let j = 0; j < d; j++) chosen[i * d + j] = values[rows[i] * d + j];
  }
  return { values: chosen, n: rows.length, d };
}

/** All rows, or `most` of them, evenly spread. */
export function evenRows(points: Points, most: number): Points {
  return points.n <= most ? points : rowsOf(points, evenPlaces(points.n, most));
}

/** All of n places, or `most` of them, evenly spread. */
export function evenPlaces(n: number, most: number): Int32Array {
  const count = Math.min(n, most);
  const places = new Int32Array(count);
  for (let i = 0; i < count; i++) places[i] = Math.floor((i * n) / count);
  return places;
}
