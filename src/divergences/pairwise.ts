import { checkNoMore } from "../words/check-no-more";
import { shapeError } from "../words/errors";
import { kl } from "./kl";
import { pairwiseKl } from "./vectors/pairwise-kl";
import { checkVector, type Pmf, pmfOnly } from "./vectors/pmf";

/** A measure as `pairwise` and `rowwise` call it. */
export type PairMeasure = (p: Pmf, q: Pmf) => number;

/**
 * The matrix M[i][j] = measure(rows[i], others[j]); of each row with each where `others` is left out.
 *
 * With `kl` it is computed by matrix products, and entry by entry where those would lose digits.
 *
 * @param measure a function of two vectors: `kl`, or (p, q) => renyi(p, q, { order: 2 })
 * @param rows probability vectors of one length
 * @param others as rows; default: rows
 * @returns one array for each of rows, as long as others
 * @throws TypeError if measure is no function or an argument no array of arrays; else as the measure, which names
 *   p or q, or rows[i] where the row itself is bad
 *
 * @example
 * pairwise(totalVariation, [[1, 0], [0.5, 0.5]]); // [[0, 0.5], [0.5, 0]]
 */
export function pairwise(
  measure: PairMeasure,
  rows: ArrayLike<Pmf>,
  others: ArrayLike<Pmf> = rows,
  ...more: readonly never[]
): number[][] {
  checkNoMore("pairwise", more, "measure, rows, others");
  checkMeasure("pairwise", measure);
  checkRows("pairwise", "rows", rows);
  checkRows("pairwise", "others", others);
  if (measure === kl) return pairwiseKl(rows, others);
  return Array.from(rows, (p) => Array.from(others, (q) => measure(p, q)));
}

/**
 * The measure of each row of P with the same row of Q, mᵢ = measure(P[i], Q[i]).
 *
 * @param measure a function of two vectors
 * @param P, Q equally many probability vectors
 * @returns measure(P[i], Q[i]) for each i
 * @throws TypeError if measure is no function, or P and Q have not as many rows; else as the measure
 *
 * @example
 * rowwise(kl, [[0.5, 0.5], [1, 0]], [[0.5, 0.5], [0.5, 0.5]]); // [0, 0.6931471805599453]
 */
export function rowwise(
  measure: PairMeasure,
  P: ArrayLike<Pmf>,
  Q: ArrayLike<Pmf>,
  ...more: readonly never[]
): number[] {
  checkNoMore("rowwise", more, "measure, P, Q");
  checkMeasure("rowwise", measure);
  checkRows("rowwise", "P", P);
  checkRows("rowwise", "Q", Q);
  if (P.length !== Q.length) {
    throw shapeError(
      "rowwise",
      `P 有 ${P.length} 行而 Q 有 ${Q.length} 行`,
      `P has ${P.length} rows but Q has ${Q.length}`,
    );
  }
  return Array.from(P, (p, i) => measure(p, Q[i]));
}

function checkMeasure(caller: string, measure: unknown): void {
  if (typeof measure === "function") return;
  throw shapeError(
    caller,
    `measure 应为函数，例如 kl，给的是 ${typeof measure}`,
    `measure must be a function, for example kl, got ${typeof measure}`,
  );
}

const table = { zh: "概率数组的数组", en: "an array of arrays of probabilities" };

function checkRows(caller: string, name: string, rows: unknown): void {
  checkVector(caller, name, rows, table);
  for (let i = 0; i < rows.length; i++) {
    const row: unknown = rows[i];
    checkVector(caller, `${name}[${i}]`, row, pmfOnly);
  }
}
