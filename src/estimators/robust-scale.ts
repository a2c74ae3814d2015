import { sortNumbers } from "../math/sort-numbers";
import type { Points } from "./samples";

/** How many times the quartiles' scale says that the standard deviation is ruled by few; 1.37 for Laplace's law. */
const outlying = 1.5;

/** The standard normal's 75 % less 25 % quantile. */
const normalQuartiles = 1.3489795003921634;

/**
 * The scale of one coordinate: the standard deviation, or the distance of its quartiles over 1.349 if that is far less.
 *
 * The two are equal for normal samples; of the standard deviation outliers can make anything. Quartiles that coincide, as where half of the samples are 0, tell nothing.
 *
 * Source: B. W. Silverman, Density Estimation for Statistics and Data Analysis (1986), (3.30).
 */
export function robustScale(points: Points, coordinate: number): number {
  const column = columnOf(points, coordinate);
  const sd = standardDeviation(column);
  sortNumbers(column);
  // A constant column's mean is rounded, so that its standard deviation is not 0.
  if (column[0] === column[column.length - 1]) return 0;
  const middle = (quantile(column, 0.75) - quantile(column, 0.25)) / normalQuartiles;
  return middle > 0 && sd > outlying * middle ? middle : sd;
}

/** The middle of one coordinate. */
export function median(points: Points, coordinate: number): number {
  return quantile(sortNumbers(columnOf(points, coordinate)), 0.5);
}

/** How far the 85 % and the 15 % quantile lie from the median, the greater distance over the less. */
export function lopsidedness(points: Points, coordinate: number): number {
  const column = sortNumbers(columnOf(points, coordinate));
  const [low, middle, high] = [0.15, 0.5, 0.85].map((u) => quantile(column, u));
  const [below, above] = [middle - low, high - middle];
  return Math.max(below, above) / Math.min(below, above);
}

function columnOf({ values, n, d }: Points, coordinate: number): Float64Array {
  const column = new Float64Array(n);
  for (let i = 0; i < n; i++) column[i] = values[i * d + coordinate];
  return column;
}

function standardDeviation(column: Float64Array): number {
  let mean = 0;
  for (const x of column) mean += x / column.length;
  let square = 0;
  for (const x of column) square += (x - mean) ** 2;
  return Math.sqrt(square / (column.length - 1));
}

function quantile(sorted: Float64Array, u: number): number {
  const at = u * (sorted.length - 1);
  const [low, part] = [Math.floor(at), at - Math.floor(at)];
  const next = sorted[Math.min(low + 1, sorted.length - 1)];
  return sorted[low] * (1 - part) + next * part;
}
