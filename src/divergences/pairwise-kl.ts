import { CompensatedSum } from "../math/compensated-sum";
import { productWithTransposed } from "../math/matrix-product";
import { simdKernel } from "../math/simd/kernel";
import { klPmf } from "./kl-pmf";
import { type Pmf, checkSameLength } from "./pmf";
import { weights } from "./totals";

// Stands for ln 0: with it p ln q is far beyond any divergence unless p is tiny, which is looked at entry by entry.
const logOfZero = -1e200;
const tiny = 1e-100;
// Products are right to about 1e-15, so smaller values are computed anew.
const accurateAbove = 1e-3;

/** D(rows[i] ‖ others[j]) in nats for all i, j: Σ p ln p − Σ p ln q by a matrix product, where that is accurate. */
export function pairwiseKl(rows: ArrayLike<Pmf>, others: ArrayLike<Pmf>): number[][] {
  const depth = rows[0]!.length;
  const left = stack("rows", rows, rows[0]!, "rows[0]");
  const right = others === rows ? left : stack("others", others, rows[0]!, "rows[0]");
  const logs = right.values.map((q) => (q === 0 ? logOfZero : Math.log(q)));
  const leftLogs = right === left ? logs : left.values.map((p) => (p === 0 ? 0 : Math.log(p)));
  const kernel = simdKernel();
  const m = rows.length;
  const n = others.length;
  const cross = productWithTransposed(left.values, logs, m, n, depth, kernel);
  return Array.from({ length: m }, (_, i) => {
    const own = new CompensatedSum();
    let hasTiny = false;
    for (let k = i * depth; k < (i + 1) * depth; k++) {
      const p = left.values[k]!;
      if (p > 0) own.add(p * leftLogs[k]!);
      if (p > 0 && p < tiny) hasTiny = true;
    }
    return Array.from({ length: n }, (_, j) => {
      const [zp, zq] = [left.totals[i]!, right.totals[j]!];
      const value = (own.total - cross[i * n + j]!) / zp + Math.log(zq / zp);
      if (value > 1e80) return Number.POSITIVE_INFINITY;
      if (value > accurateAbove && !hasTiny) return value;
      return klPmf("pairwise", rows[i]!, others[j]!, false);
    });
  });
}

interface Stack {
  readonly values: Float64Array;
  readonly totals: readonly number[];
}

/** Checked rows one after the other. */
function stack(name: string, rows: ArrayLike<Pmf>, model: Pmf, modelName: string): Stack {
  const depth = model.length;
  const values = new Float64Array(rows.length * depth);
  const totals: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    checkSameLength("pairwise", model, row, [modelName, `${name}[${i}]`]);
    const checked = weights("pairwise", `${name}[${i}]`, row, false);
    values.set(checked.values, i * depth);
    totals.push(checked.total.high);
  }
  return { values, totals };
}
