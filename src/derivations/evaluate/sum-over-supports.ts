import type { Distribution } from "../../distributions/distribution";
import { sumAround } from "../lines/sum-around";

/** Σ over the integers of [low, high] that one of the tables gives a probability to. */
export function sumOverSupports(
  f: (x: number) => number,
  low: number,
  high: number,
  tables: readonly Distribution[],
): number {
  const lowest = Math.min(...tables.map((d) => d.support[0]));
  const highest = Math.max(...tables.map((d) => d.support[1]));
  const [from, to] = low <= high ? [low, high] : [high, low];
  const isInside = (x: number): boolean => tables.some((d) => d.prob(x) > 0);
  const { value } = sumAround(
    (x) => (isInside(x) ? f(x) : 0),
    Math.max(from, lowest),
    Math.min(to, highest),
    tables,
  );
  return low <= high ? value : -value;
}
