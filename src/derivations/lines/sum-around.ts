import type { Distribution } from "../../distributions/distribution";
import type { Measured } from "./quality";

const mostTerms = 2_000_000;

/**
 * Σ over the integers of [low, high], from where the guides have their mass outwards until nothing more comes.
 *
 * Not sumIntegers, which looks far out to learn how far to go, and skips over what is smooth: an author's term may have
 * gaps (0 at every odd k) and no value beyond some place (x[k]), and is asked only where it is added.
 */
export function sumAround(
  f: (x: number) => number,
  low: number,
  high: number,
  guides: readonly Distribution[],
): Measured {
  const lowest = Math.ceil(low);
  const highest = Math.floor(high);
  if (lowest > highest) return { value: 0 };
  const marks = guides.flatMap((d) => [d.quantile(1e-15), d.quantile(1 - 1e-15)]);
  const clamp = (x: number): number => Math.min(Math.max(x, lowest), highest);
  const bulk =
    highest - lowest < 10_000
      ? [lowest, highest]
      : [clamp(Math.min(...marks, 0)), clamp(Math.max(...marks, 0))];
  let sum = 0;
  let magnitude = 0;
  const add = (x: number): number => {
    const y = f(x);
    sum += y;
    magnitude += Math.abs(y);
    return Math.abs(y);
  };
  for (let x = bulk[0]; x <= bulk[1]; x++) add(x);
  for (const [start, step, end] of [
    [bulk[1] + 1, 1, highest],
    [bulk[0] - 1, -1, lowest],
  ] as const) {
    let quiet = 0;
    for (let x = start, count = 0; step * x <= step * end && quiet < 4; x += step) {
      quiet = add(x) <= 1e-18 * magnitude ? quiet + 1 : 0;
      if (++count > mostTerms)
        return { value: sum === 0 ? Number.NaN : sum * Number.POSITIVE_INFINITY };
    }
  }
  return { value: sum };
}
