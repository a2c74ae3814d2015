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
  const d = typeof xs[0] === "number" ? 1 : ((xs[0] as ArrayLike<number>)?.length ?? 0);
  const values = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    const row = xs[i] as number | ArrayLike<number>;
    const given = typeof row === "number" ? 1 : (row?.length ?? 0);
    if (given !== d || d === 0 || (typeof row === "number") !== (typeof xs[0] === "number")) {
      throw shapeError(
        caller,
        `${name}[${i}] 有 ${given} 个坐标，应为 ${d}`,
        `${name}[${i}] has ${given} coordinates; give ${d}`,
      );
    }
    for (let j = 0; j < d; j++) {
      const x = typeof row === "number" ? row : row[j];
      if (!Number.isFinite(x)) {
        throw valueError(
          caller,
          `${name}[${i}] 是 ${x}，应为有限的数`,
          `${name}[${i}] is ${x}; give finite numbers`,
        );
      }
      values[i * d + j] = x;
    }
  }
  return { values, n, d };
}

/** Some rows of the points. */
export function rowsOf({ values, d }: Points, rows: ArrayLike<number>): Points {
  const chosen = new Float64Array(rows.length * d);
  for (let i = 0; i < rows.length; i++) {
    for (let j = 0; j < d; j++) chosen[i * d + j] = values[rows[i] * d + j];
  }
  return { values: chosen, n: rows.length, d };
}
