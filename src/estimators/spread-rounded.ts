import type { Prng } from "../math/random";
import { sortNumbers } from "../math/sort-numbers";
import type { Points } from "./samples";

/** How far a multiple of the step may be from a whole number: decimal fractions are rounded in doubles. */
const slack = 1e-4;

/**
 * The samples with each rounded coordinate spread evenly over its step, or undefined where none is on a grid.
 *
 * Neighbours of rounded samples lie at distance 0 or one step, which tells nothing of densities. Spread evenly, samples
 * have a density that is constant on each cell, and the divergence of those densities is that of the rounded values.
 */
export function spreadRounded(
  xs: Points,
  ys: Points,
  prng: Prng,
): { readonly xs: Points; readonly ys: Points; readonly steps: readonly number[] } | undefined {
  const steps = Array.from({ length: xs.d }, (_, j) => stepOf(xs, ys, j));
  if (steps.every((step) => step === 0)) return undefined;
  const spread = ({ values, n, d }: Points): Points => ({
    values: values.map((x, i) => (steps[i % d] > 0 ? x + steps[i % d] * (prng() - 0.5) : x)),
    n,
    d,
  });
  return { xs: spread(xs), ys: spread(ys), steps };
}

/** The step of the grid on which a coordinate of all samples lies; 0 where most values are different, or on no grid. */
function stepOf(xs: Points, ys: Points, j: number): number {
  const distinct = new Set<number>();
  for (const { values, n, d } of [xs, ys]) {
    for (let i = 0; i < n; i++) distinct.add(values[i * d + j]);
  }
  if (distinct.size < 2 || distinct.size > 0.95 * (xs.n + ys.n)) return 0;
  const sorted = sortNumbers(Float64Array.from(distinct));
  let step = Number.POSITIVE_INFINITY;
  for (let i = 1; i < sorted.length; i++) step = Math.min(step, sorted[i] - sorted[i - 1]);
  const onGrid = sorted.every((x) => {
    const steps = (x - sorted[0]) / step;
    return Math.abs(steps - Math.round(steps)) < slack * Math.max(1, steps / 1000);
  });
  return onGrid ? step : 0;
}
