import type { Points } from "./samples";

/** How often rows of two samples occur again. */
export interface Repetition {
  /** Share of the rows that occur more than once in their own sample, the greater of both. */
  readonly tied: number;
  /** Rows of xs that are also rows of ys. */
  readonly shared: number;
  /** The row that occurs most often in xs. */
  readonly mostOfX: Seen;
  /** The row that occurs most often in ys, of those that xs has too. */
  readonly mostOfY: Seen;
}

/** Counts equal rows: in one sample they tell of rounding, in both of common draws. */
export function repetition(xs: Points, ys: Points): Repetition {
  if (firstColumnsDiffer(xs, ys)) {
    return { tied: 0, shared: 0, mostOfX: { row: 0, times: 1 }, mostOfY: none };
  }
  const [x, y] = [countsOf(xs), countsOf(ys)];
  let shared = 0;
  let mostOfY = none;
  for (const [key, { times }] of x) {
    const other = y.get(key);
    if (!other) continue;
    shared += times;
    if (other.times > mostOfY.times) mostOfY = other;
  }
  let mostOfX = none;
  for (const seen of x.values()) if (seen.times > mostOfX.times) mostOfX = seen;
  return { tied: Math.max(tied(x) / xs.n, tied(y) / ys.n), shared, mostOfX, mostOfY };
}

/** No number twice in the first columns: no row twice either. Far cheaper than counting rows, and the usual case. */
function firstColumnsDiffer(xs: Points, ys: Points): boolean {
  const first = new Float64Array(xs.n + ys.n);
  for (let i = 0; i < xs.n; i++) first[i] = xs.values[i * xs.d];
  for (let i = 0; i < ys.n; i++) first[xs.n + i] = ys.values[i * ys.d];
  first.sort();
  for (let i = 1; i < first.length; i++) if (first[i] === first[i - 1]) return false;
  return true;
}

/** A row, by the place where it first stands. */
interface Seen {
  readonly row: number;
  times: number;
}

type Counts = ReadonlyMap<number | string, Seen>;

const none: Seen = { row: 0, times: 0 };

function countsOf({ values, n, d }: Points): Counts {
  const seen = new Map<number | string, Seen>();
  for (let i = 0; i < n; i++) {
    const key = d === 1 ? values[i] : values.subarray(i * d, (i + 1) * d).join(" ");
    const found = seen.get(key);
    if (found) found.times++;
    else seen.set(key, { row: i, times: 1 });
  }
  return seen;
}

/** Rows that are not alone. */
function tied(counts: Counts): number {
  let sum = 0;
  for (const { times } of counts.values()) if (times > 1) sum += times;
  return sum;
}
