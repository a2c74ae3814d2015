/** The squared distance from a query to the point at `from`; a part of the sum once that is `enough`. */
export function squaredDistance(
  values: Float64Array,
  from: number,
  query: Float64Array,
  enough: number,
): number {
  const d = query.length;
  let sum = 0;
  let [j, at] = [0, from];
  for (; j + 3 < d; j += 4, at += 4) {
    const a = values[at] - query[j];
    const b = values[at + 1] - query[j + 1];
    const c = values[at + 2] - query[j + 2];
    const e = values[at + 3] - query[j + 3];
    sum += a * a + b * b + (c * c + e * e);
    if (sum >= enough) return sum;
  }
  for (; j < d; j++, at++) {
    const a = values[at] - query[j];
    sum += a * a;
  }
  return sum;
}
