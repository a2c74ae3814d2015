import type { Distribution } from "../../distributions/distribution";
import type { Prng } from "../../math/random";

// In the outer parts the density changes within a part; further in it is as good as constant there.
const outerParts = 16;

const tables = new WeakMap<Distribution, Map<number, Float64Array>>();

/** The ends of `size` equal parts of the probability. */
function partsOf(d: Distribution, size: number): Float64Array {
  let bySize = tables.get(d);
  if (!bySize) tables.set(d, (bySize = new Map()));
  let found = bySize.get(size);
  if (!found) {
    bySize.set(
      size,
      (found = Float64Array.from({ length: size + 1 }, (_, i) => d.quantile(i / size))),
    );
  }
  return found;
}

/** One value in each of `size` equal parts of the probability, in random order. */
export function drawEvenly(from: Distribution, size: number, prng: Prng): ArrayLike<number> {
  const parts = from.kind === "continuous" ? partsOf(from, size) : undefined;
  const values = Float64Array.from({ length: size }, (_, i) => {
    const u = prng();
    const isOuter = i < outerParts || i >= size - outerParts;
    if (!parts || isOuter) return from.quantile((i + u) / size);
    return parts[i] + u * (parts[i + 1] - parts[i]);
  });
  for (let i = size - 1; i > 0; i--) {
    const j = Math.floor(prng() * (i + 1));
    [values[i], values[j]] = [values[j], values[i]];
  }
  return values;
}
