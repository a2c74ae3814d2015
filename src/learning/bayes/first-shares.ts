import type { Prng } from "../../math/random";

/**
 * Rows shared out by the nearest of centres that are rows themselves, each drawn by how far it is from those before it, in units
 * of the columns' spread.
 *
 * Source: D. Arthur and S. Vassilvitskii, k-means++: the advantages of careful seeding (2007).
 */
export function firstShares(
  data: readonly (readonly number[])[],
  components: number,
  prng: Prng,
): number[][] {
  const scales = data[0].map((_, i) => {
    const mean = data.reduce((sum, x) => sum + x[i], 0) / data.length;
    return Math.sqrt(data.reduce((sum, x) => sum + (x[i] - mean) ** 2, 0) / data.length);
  });
  const square = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, x, i) => sum + ((x - b[i]) / scales[i]) ** 2, 0);
  const nearest = data.map(() => ({ distance: Number.POSITIVE_INFINITY, k: 0 }));
  let centre = data[Math.floor(prng() * data.length)];
  for (let k = 0; k < components; k++) {
    data.forEach((x, n) => {
      const distance = square(x, centre);
      if (distance < nearest[n].distance) nearest[n] = { distance, k };
    });
    const total = nearest.reduce((sum, { distance }) => sum + distance, 0);
    let left = prng() * total;
    centre =
      data[
        Math.max(
          0,
          nearest.findIndex(({ distance }) => (left -= distance) < 0),
        )
      ];
  }
  return nearest.map(({ k }) => Array.from({ length: components }, (_, i) => (i === k ? 1 : 0)));
}
