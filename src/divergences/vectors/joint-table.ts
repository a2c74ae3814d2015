import { CompensatedSum } from "../../math/compensated-sum";
import type { DoubleDouble } from "../../math/double-double";
import { shapeError } from "../../words/errors";
import {
  checkEntries,
  checkTotal,
  checkVector,
  type Pmf,
  pmfOnly,
  rejectEntry,
  rejectZeroTotal,
} from "./pmf";
import { intoRange } from "./weights";

/** Probabilities of pairs (x, y): one row for each x, one entry for each y. */
export type JointTable = ArrayLike<Pmf>;

const table = { zh: "表，即概率数组的数组", en: "a table: an array of arrays of probabilities" };

/** A checked table with its sums. */
export interface Joint {
  readonly rows: JointTable;
  readonly rowSums: readonly DoubleDouble[];
  readonly columnSums: readonly DoubleDouble[];
  readonly total: number;
  /** What rounding left out of `total`. */
  readonly totalRest: number;
}

/**
 * Checks a table of joint probabilities and sums it in both directions.
 *
 * @throws TypeError or RangeError naming the row and the entry: `joint[1][2]`
 */
export function checkedJoint(
  caller: string,
  joint: unknown,
  normalize: boolean | undefined,
): Joint {
  checkVector(caller, "joint", joint, table);
  const rows = joint as unknown as JointTable;
  checkVector(caller, "joint[0]", rows[0], pmfOnly);
  checkEntries(caller, "joint[0]", rows[0]); // before anything as wide is made
  const width = rows[0].length;
  const columns = Array.from({ length: width }, () => new CompensatedSum());
  const rowSums: DoubleDouble[] = [];
  const all = new CompensatedSum();
  let greatest = 0;
  for (let x = 0; x < rows.length; x++) {
    const row = rows[x];
    checkVector(caller, `joint[${x}]`, row, pmfOnly);
    if (row.length !== width) {
      throw shapeError(
        caller,
        `joint[${x}] 有 ${row.length} 项而 joint[0] 有 ${width} 项；各行应一样长`,
        `joint[${x}] has ${row.length} entries but joint[0] has ${width}; rows must be equally long`,
      );
    }
    const sum = new CompensatedSum();
    for (let y = 0; y < width; y++) {
      const value = row[y];
      if (typeof value !== "number" || !(value >= 0 && value < Number.POSITIVE_INFINITY)) {
        rejectEntry(caller, `joint[${x}]`, y, value);
      }
      if (value > greatest) greatest = value;
      sum.add(value);
      columns[y].add(value);
      all.add(value);
    }
    rowSums.push({ high: sum.total, low: sum.high - sum.total + sum.low });
  }
  const { total } = all;
  if (!normalize) checkTotal(caller, "joint", rows[0], total);
  if (total === 0) rejectZeroTotal(caller, "joint");
  if (total < 1e-100 || total > 1e100) {
    // Products of sums would leave the range of doubles; a power of two changes no ratio.
    const flat = intoRange(
      Float64Array.from(Array.from(rows, (row) => Array.from(row)).flat()),
      greatest,
    );
    const scaled = rowSums.map((_, x) => flat.subarray(x * width, (x + 1) * width));
    return checkedJoint(caller, scaled, true);
  }
  const columnSums = columns.map((c) => ({ high: c.total, low: c.high - c.total + c.low }));
  const totalRest = all.high - total + all.low;
  return { rows, rowSums, columnSums, total, totalRest };
}
