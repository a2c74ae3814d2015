// Gauss and Legendre's rule of 8 points on [0, 1].
const half = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
const halfWeights = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];
const nodes: readonly number[] = [...half, ...half.map((x) => -x)].map((x) => (1 + x) / 2);
const weights: readonly number[] = [...halfWeights, ...halfWeights].map((w) => w / 2);

/**
 * The mean of f between a and a + length, exact where f is a polynomial of degree 15: for a way so short that f is.
 *
 * @example
 * meanOnSegment((x) => x * x, 1, 0.5); // 1.5833333333333333
 */
export function meanOnSegment(f: (x: number) => number, a: number, length: number): number {
  let sum = 0;
  for (const [i, node] of nodes.entries()) sum += weights[i] * f(a + length * node);
  return sum;
}
