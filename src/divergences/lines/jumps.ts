import type { Distribution } from "../../distributions/distribution";

const most = 20_000;

/** The integers where the distribution function of counts jumps, as far as they matter; none for a density. */
export function jumpsOf(d: Distribution): number[] {
  if (d.kind !== "discrete") return [];
  const low = d.quantile(1e-17);
  const count = Math.min(most, d.quantile(1 - 1e-15) + 20 - low, d.support[1] - low + 1);
  return Array.from({ length: count }, (_, i) => low + i);
}
