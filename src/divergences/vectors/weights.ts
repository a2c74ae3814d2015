import { CompensatedSum } from "../../math/compensated-sum";
import type { DoubleDouble } from "../../math/double-double";
import {
  checkTotal,
  checkVector,
  type Kind,
  type Pmf,
  pmfOrDistribution,
  rejectEntry,
  rejectZeroTotal,
} from "./pmf";

/** A checked vector and its sum, as exactly as two doubles can hold it. */
export interface Weights {
  readonly values: Pmf;
  readonly total: DoubleDouble;
}

/**
 * Checks one vector of probabilities and sums it.
 *
 * With `normalize`, vectors whose sum leaves the range where products and quotients are exact come back scaled by a
 * power of two, which changes no ratio.
 *
 * @throws TypeError or RangeError naming `caller`, `name`, the index and the value
 */
export function weights(
  caller: string,
  name: string,
  v: unknown,
  normalize: boolean | undefined,
  kind: Kind = pmfOrDistribution,
): Weights {
  checkVector(caller, name, v, kind);
  const sum = new CompensatedSum();
  let greatest = 0;
  for (let i = 0; i < v.length; i++) {
    const x = v[i];
    if (typeof x !== "number" || !(x >= 0 && x < Number.POSITIVE_INFINITY)) {
      rejectEntry(caller, name, i, x);
    }
    if (x > greatest) greatest = x;
    sum.add(x);
  }
  if (!normalize) {
    checkTotal(caller, name, v, sum.total);
    return { values: v, total: normalized(sum) };
  }
  if (greatest === 0) rejectZeroTotal(caller, name);
  if (sum.high > 1e-20 && sum.high < 1e20) return { values: v, total: normalized(sum) };
  const values = intoRange(v, greatest);
  const total = new CompensatedSum();
  for (const x of values) total.add(x);
  return { values, total: normalized(total) };
}

/** The sum with |low| ≤ ulp(high)/2: of long vectors a compensated sum leaves more in `low`, and `high` alone is used. */
function normalized(sum: CompensatedSum): DoubleDouble {
  const high = sum.total;
  return { high, low: sum.high - high + sum.low };
}

/**
 * v times a power of two that brings its greatest entry to 1, or only to 2^60 from above, so that small entries keep
 * their digits. In two steps, so that the factor cannot overflow; what is positive stays so.
 */
export function intoRange(v: Pmf, greatest: number): Float64Array {
  const exponent = Math.floor(Math.log2(greatest));
  const move = exponent > 0 ? 60 - exponent : -exponent;
  const half = Math.trunc(move / 2);
  const [first, second] = [2 ** half, 2 ** (move - half)];
  return Float64Array.from(v, (x) => (x === 0 ? 0 : Math.max(5e-324, x * first * second)));
}
