import { insertLeast } from "./insert-least";
import { boxSlack, maxDepth, type PointTree } from "./point-tree";
import type { Points } from "./samples";

/** `kthDistances` in two dimensions, with the coordinates in registers: a quarter faster than the general search. */
export function kthDistancesInPlane(tree: PointTree, queries: Points, k: number): Float64Array {
  const { points, leaves, start, axis, cut, boxes } = tree;
  const values = points.values;
  const slack = boxSlack(2);
  const best = new Float64Array(k);
  const stack = new Int32Array(maxDepth);
  const distances = new Float64Array(queries.n);
  for (let i = 0; i < queries.n; i++) {
    const x = queries.values[2 * i];
    const y = queries.values[2 * i + 1];
    best.fill(Number.POSITIVE_INFINITY);
    let worst = Number.POSITIVE_INFINITY;
    let top = 1;
    stack[0] = 1;
    while (top > 0) {
      let node = stack[--top];
      const box = 4 * node;
      let a = Math.abs(x - boxes[box]) - boxes[box + 1];
      let b = Math.abs(y - boxes[box + 2]) - boxes[box + 3];
      a += Math.abs(a);
      b += Math.abs(b);
      if ((a * a + b * b) * slack >= worst) continue;
      while (node < leaves) {
        node = 2 * node + ((axis[node] === 0 ? x : y) < cut[node] ? 0 : 1);
        stack[top++] = node ^ 1;
      }
      const end = 2 * start[node - leaves + 1];
      for (let at = 2 * start[node - leaves]; at < end; at += 2) {
        const u = values[at] - x;
        const v = values[at + 1] - y;
        const square = u * u + v * v;
        if (square < worst) worst = insertLeast(best, square);
      }
    }
    distances[i] = Math.sqrt(worst);
  }
  return distances;
}
