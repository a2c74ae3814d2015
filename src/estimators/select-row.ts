/**
 * Reorders rows left … right so that row `rank` is the one of that rank by one coordinate, with none larger before it.
 *
 * The pivot of a long stretch is first looked for in a sample around the rank: about 1.5 comparisons a row in all.
 *
 * Source: R. W. Floyd and R. L. Rivest, Algorithm 489: the algorithm SELECT (1975).
 */
export function selectRow(
  rows: Float64Array,
  d: number,
  axis: number,
  from: number,
  to: number,
  rank: number,
): void {
  let [left, right] = [from, to];
  while (left < right) {
    if (right - left > 600) {
      const n = right - left + 1;
      const before = rank - left + 1;
      const log = Math.log(n);
      const size = 0.5 * Math.exp((2 * log) / 3);
      const sd = 0.5 * Math.sqrt((log * size * (n - size)) / n);
      const shift = before < n / 2 ? -sd : sd;
      const low = Math.max(left, Math.floor(rank - (before * size) / n + shift));
      const high = Math.min(right, Math.floor(rank + ((n - before) * size) / n + shift));
      selectRow(rows, d, axis, low, high, rank);
    }
    const pivot = rows[rank * d + axis];
    let [i, j] = [left, right];
    while (i <= j) {
      while (rows[i * d + axis] < pivot) i++;
      while (rows[j * d + axis] > pivot) j--;
      if (i > j) break;
      swapRows(rows, d, i++, j--);
    }
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else return;
  }
}

function swapRows(rows: Float64Array, d: number, i: number, j: number): void {
  for (let a = i * d, b = j * d, end = a + d; a < end; a++, b++) {
    const x = rows[a];
    rows[a] = rows[b];
    rows[b] = x;
  }
}
