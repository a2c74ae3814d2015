import { insertLeast } from "./insert-least";
import type { PointTree } from "./point-tree";
import { evenPlaces, type Points, rowsOf } from "./samples";

/**
 * Of `most` points evenly spread over the tree about `count` from its widest leaves: there neighbours are far apart.
 *
 * All of them in one dimension, where the tree is one leaf.
 */
export function mostAlone(
  { points, leaves, start, boxes }: PointTree,
  most: number,
  count: number,
): Points {
  const { n, d } = points;
  const places = evenPlaces(n, most);
  if (leaves === 1 || places.length <= count) return rowsOf(points, places);
  const widths = new Float64Array(places.length);
  const widest = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  let last = Number.POSITIVE_INFINITY;
  let [leaf, width] = [-1, 0];
  for (let i = 0; i < places.length; i++) {
    if (leaf < 0 || start[leaf + 1] <= places[i]) {
      do leaf++;
      while (start[leaf + 1] <= places[i]);
      width = squaredWidth(boxes, 2 * (leaves + leaf) * d, d);
    }
    widths[i] = width;
    if (-width < last) last = insertLeast(widest, -width);
  }
  return rowsOf(
    points,
    places.filter((_, i) => -widths[i] <= last),
  );
}

function squaredWidth(boxes: Float64Array, from: number, d: number): number {
  let sum = 0;
  for (let at = from + 1; at < from + 2 * d; at += 2) sum += boxes[at] * boxes[at];
  return sum;
}
