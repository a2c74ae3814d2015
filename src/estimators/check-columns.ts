import { valueError } from "../words/errors";
import { evenRows, type Points } from "./samples";

/** Share of a column's variance that is rounding. */
const negligible = 1e-12;

/**
 * Throws where a column says nothing of its own, so that rows have fewer dimensions than numbers: each distance would
 * count for d dimensions, and a copied column double the estimate.
 *
 * @throws RangeError for a column that is constant, or a linear function of those before it, in xs or ys
 */
export function checkColumns(caller: string, xs: Points, ys: Points): void {
  if (xs.d === 1) return;
  const [x, y] = [dependentColumn(xs), dependentColumn(ys)];
  const found = x ?? y;
  if (!found) return;
  const { column, of } = found;
  const zh = of.length > 0 ? `是第 ${of.join("、")} 列的线性函数` : "没有变化";
  const columns = of.length > 1 ? `columns ${of.join(", ")}` : `column ${of[0]}`;
  const en = of.length > 0 ? `is a linear function of ${columns}` : "does not vary";
  if (x && y && x.column === y.column && String(x.of) === String(y.of)) {
    throw valueError(
      caller,
      `xs 与 ys 的第 ${column} 列${zh}，每行的维数少于数的个数；请去掉这一列`,
      `column ${column} of xs and ys ${en}, so that rows have fewer dimensions than numbers; leave it out`,
    );
  }
  const name = x ? "xs" : "ys";
  throw valueError(
    caller,
    `${name} 的第 ${column} 列${zh}，另一组却不是：一方在低维平面上，D 是 ∞；若数据本意不是这样，请去掉这一列`,
    `column ${column} of ${name} ${en}, but not so in the other sample: one side lies in a plane and D is ∞; if the data do not mean that, leave the column out`,
  );
}

interface Dependent {
  readonly column: number;
  /** The columns that determine it; none for a constant. */
  readonly of: readonly number[];
}

/** The first column that those before it determine, by Gram and Schmidt's way on standardised columns. */
function dependentColumn(points: Points): Dependent | undefined {
  const some = evenRows(points, Math.max(500, 4 * points.d));
  const basis: Float64Array[] = [];
  const columns: Float64Array[] = [];
  for (let j = 0; j < some.d && j < some.n - 1; j++) {
    const column = standardised(some, j);
    if (!column) return { column: j, of: [] };
    columns.push(column);
    const rest = column.slice();
    // The second round takes out what rounding left of the first.
    for (let round = 0; round < 2; round++) {
      for (const unit of basis) {
        const share = inner(unit, rest);
        for (let i = 0; i < rest.length; i++) rest[i] -= share * unit[i];
      }
    }
    const left = inner(rest, rest);
    if (left < negligible) return { column: j, of: determining(columns) };
    const scale = 1 / Math.sqrt(left);
    basis.push(rest.map((x) => x * scale));
  }
  return undefined;
}

/** The one column that the last one copies, if one does; else all before it. */
function determining(columns: readonly Float64Array[]): number[] {
  const last = columns[columns.length - 1];
  const before = columns.slice(0, -1);
  const twin = before.findIndex((other) => 1 - inner(other, last) ** 2 < negligible);
  return twin >= 0 ? [twin] : before.map((_, i) => i);
}

/** With mean 0 and length 1; undefined for a constant. */
function standardised({ values, n, d }: Points, j: number): Float64Array | undefined {
  const column = new Float64Array(n);
  for (let i = 0; i < n; i++) column[i] = values[i * d + j];
  if (column.every((x) => x === column[0])) return undefined;
  const most = column.reduce((a, x) => Math.max(a, Math.abs(x)), 0);
  let mean = 0;
  for (let i = 0; i < n; i++) mean += (column[i] /= most) / n;
  for (let i = 0; i < n; i++) column[i] -= mean;
  const length = Math.sqrt(inner(column, column));
  return column.map((x) => x / length);
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
