import { CompensatedSum } from "../../math/compensated-sum";
import { productWithTransposed } from "../../math/product-with-transposed";
import { simdKernel } from "../../math/simd/simd-kernel";
import { klOfVectors } from "./kl-of-vectors";
import { checkEntries, checkSameLength, type Pmf } from "./pmf";
import { weights } from "./weights";

// Stands for ln 0: with it p ln q is far beyond any divergence unless p is tiny, which is looked at entry by entry.
const logOfZero = -1e200;
const tiny = 1e-100;
// Products are right to about 1e-15, so smaller values are computed anew.
const accurateAbove = 1e-3;

/** D(rows[i] ‖ others[j]) in nats for all i, j: Σ p ln p − Σ p ln q by a matrix product, where that is accurate. */
export function pairwiseKl(rows: ArrayLike<Pmf>, others: ArrayLike<Pmf>): number[][] {
  checkEntries("pairwise", "rows[0]", rows[0]); // before anything as long is made
  const depth = rows[0].length;
  const left = stack("rows", rows, rows[0], "rows[0]");
  const right = others === rows ? left : stack("others", others, rows[0], "rows[0]");
  const logs = logarithms(right.values);
  const ownLogs = right === left ? logs : logarithms(left.values);
  const [m, n] = [rows.length, others.length];
  const cross = productWithTransposed(
    left.values,
    logs,
    { rows: m, columns: n, depth },
    simdKernel(),
  );
  const matrix: number[][] = [];
  for (let i = 0; i < m; i++) {
    const { own, hasTiny } = negentropy(left.values, ownLogs, i * depth, depth);
    const zp = left.totals[i];
    const row = new Array<number>(n);
    for (let j = 0; j < n; j++) {
      const value = (own - cross[i * n + j]) / zp + (right.logTotals[j] - left.logTotals[i]);
      if (value > accurateAbove && value < 1e80 && !hasTiny) row[j] = value;
      else if (value >= 1e80) row[j] = Number.POSITIVE_INFINITY;
      else row[j] = klOfVectors("pairwise", rows[i], others[j]);
    }
    matrix.push(row);
  }
  return matrix;
}

function logarithms(values: Float64Array): Float64Array {
  const logs = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const x = values[i];
    logs[i] = x === 0 ? logOfZero : Math.log(x);
  }
  return logs;
}

/** Σ p ln p of one row, and whether it has entries that p·logOfZero would not show. */
function negentropy(
  values: Float64Array,
  logs: Float64Array,
  from: number,
  depth: number,
): { readonly own: number; readonly hasTiny: boolean } {
  const own = new CompensatedSum();
  let hasTiny = false;
  for (let k = from; k < from + depth; k++) {
    const p = values[k];
    if (p > 0) own.add(p * logs[k]);
    if (p > 0 && p < tiny) hasTiny = true;
  }
  return { own: own.total, hasTiny };
}

interface Stack {
  readonly values: Float64Array;
  readonly totals: readonly number[];
  readonly logTotals: readonly number[];
}

/** Checked rows one after the other. */
function stack(name: string, rows: ArrayLike<Pmf>, model: Pmf, modelName: string): Stack {
  const depth = model.length;
  const values = new Float64Array(rows.length * depth);
  const totals: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    checkSameLength("pairwise", model, row, [modelName, `${name}[${i}]`]);
    const checked = weights("pairwise", `${name}[${i}]`, row, false);
    values.set(checked.values, i * depth);
    totals.push(checked.total.high);
  }
  return { values, totals, logTotals: totals.map(Math.log) };
}
