/** A distribution of three outcomes. */
export type Triple = readonly [number, number, number];

const between = (from: Triple, to: Triple, t: number): Triple =>
  [0, 1, 2].map((i) => from[i] + t * (to[i] - from[i])) as unknown as Triple;

/** `perEdge` points along each edge of the triangle of all triples, each corner once, in turn. */
export function edgePoints(perEdge: number): Triple[] {
  const corners: readonly Triple[] = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  return corners.flatMap((corner, k) =>
    Array.from({ length: perEdge - 1 }, (_, i) =>
      between(corner, corners[(k + 1) % 3], i / (perEdge - 1)),
    ),
  );
}

/**
 * Where f reaches `level` on the way from `center`, its minimum, to each of `targets`; the target where it does not.
 *
 * f is convex, so that it only rises on the way and what lies below the level is convex too.
 */
export const levelCurve = (
  f: (p: Triple) => number,
  level: number,
  center: Triple,
  targets: readonly Triple[],
): Triple[] =>
  targets.map((target) => {
    if (f(target) <= level) return target;
    let [low, high] = [0, 1];
    // 2^-20 of an edge is far below a pixel.
    for (let i = 0; i < 20; i++) {
      const middle = (low + high) / 2;
      if (f(between(center, target, middle)) <= level) low = middle;
      else high = middle;
    }
    return between(center, target, low);
  });
