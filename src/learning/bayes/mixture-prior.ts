import { wishart } from "../../distributions/families/wishart";
import { cholesky, inverseOfRoot } from "../../math/linear-algebra";
import { valueError } from "../../words/errors";
import type { Prior } from "./mixture-posterior";

/** A broad prior about the rows: their mean, and precisions of so much less spread, worth as many rows as there are columns. */
export function mixturePrior(
  caller: string,
  data: readonly (readonly number[])[],
  {
    concentration,
    meanPrecision,
    spread,
  }: { readonly concentration: number; readonly meanPrecision: number; readonly spread: number },
): Prior {
  const d = data[0].length;
  const mean = data[0].map((_, i) => data.reduce((sum, x) => sum + x[i], 0) / data.length);
  const covariance = mean.map((mi, i) =>
    mean.map((mj, j) => data.reduce((sum, x) => sum + (x[i] - mi) * (x[j] - mj), 0) / data.length),
  );
  const inverseScale = covariance.map((row) => row.map((x) => x * d * spread * spread));
  const beyond = inverseScale.findIndex(
    (row, i) => data.some((x) => x[i] !== data[0][i]) && !(row[i] > 1e-290 && row[i] < 1e290),
  );
  if (beyond >= 0) throw beyondDoubles(caller, beyond);
  const root = cholesky(inverseScale);
  const flat = covariance.findIndex(
    (row, i) => !(row[i] > 0) || (root && root[i][i] ** 2 < 1e-14 * inverseScale[i][i]),
  );
  if (!root || flat >= 0) throw withoutSpread(caller, Math.max(flat, 0));
  const precision = wishart(d, inverseOfRoot(root));
  return { concentration, inverseScale, part: { mean, meanPrecision, precision, rows: 0 } };
}

const withoutSpread = (caller: string, column: number): RangeError =>
  valueError(
    caller,
    `rows 的第 ${column} 列没有自己的散布（各行相同，或由其他列决定）；请去掉它，或给更多的行`,
    `column ${column} of rows has no spread of its own (all rows are equal, or other columns determine it); leave it out, or give more rows`,
  );

const beyondDoubles = (caller: string, column: number): RangeError =>
  valueError(
    caller,
    `rows 的第 ${column} 列（或其 spread）的平方超出双精度；请换一个单位`,
    `squares of column ${column} of rows, or of its spread, leave the doubles; use another unit`,
  );
