import { CompensatedSum } from "../math/compensated-sum";
import type { DoubleDouble } from "../math/double-double";
import { type Pmf, checkTotal, checkVector, rejectEntry, rejectZeroTotal } from "./pmf";

/** A checked vector and its sum, as exactly as two doubles can hold it. */
export interface Weights {
  readonly values: Pmf;
  readonly total: DoubleDouble;
}

/**
 * Checks one vector of probabilities and sums it.
 *
 * With `normalize`, vectors whose sum would overflow or leave the range where products are exact come back scaled by
 * a power of two, which changes no ratio.
 *
 * @throws TypeError or RangeError naming `caller`, `name`, the index and the value
 */
export function weights(
  caller: string,
  name: string,
  v: unknown,
  normalize: boolean | undefined,
): Weights {
  checkVector(caller, name, v);
  const sum = new CompensatedSum();
  let greatest = 0;
  for (let i = 0; i < v.length; i++) {
    const x = v[i]!;
    if (typeof x !== "number" || !(x >= 0 && x < Number.POSITIVE_INFINITY)) {
      rejectEntry(caller, name, i, x);
    }
    if (x > greatest) greatest = x;
    sum.add(x);
  }
  const { high, low } = sum;
  if (!normalize) {
    checkTotal(caller, name, v, high + low);
    return { values: v, total: { high, low } };
  }
  if (greatest === 0) rejectZeroTotal(caller, name);
  if (high > 1e-200 && high < 1e200) return { values: v, total: { high, low } };
  const scaled = scaleTowardsOne(v, greatest);
  return weights(caller, name, scaled, true);
}

/** v times a power of two that brings its greatest entry near 1, in two steps so that the factor cannot overflow. */
function scaleTowardsOne(v: Pmf, greatest: number): Pmf {
  const exponent = -Math.floor(Math.log2(greatest));
  const half = Math.trunc(exponent / 2);
  const [first, second] = [2 ** half, 2 ** (exponent - half)];
  return Float64Array.from(v, (x) => x * first * second);
}
