import { sortNumbers } from "../math/sort-numbers";
import type { Points } from "./samples";
import { selectRow } from "./select-row";

/**
 * A k-d tree of points without pointers: node i has the children 2i and 2i + 1, and all leaves are on one level.
 *
 * The points lie in the order of the leaves, so that a leaf is one stretch of memory and queries in this order find it
 * warm. In one dimension they are simply sorted.
 *
 * Source: J. L. Bentley, Multidimensional binary search trees used for associative searching (1975).
 */
export interface PointTree {
  /** As they were given. */
  readonly given: Points;
  /** In the order of the leaves. */
  readonly points: Points;
  /** A power of two; the leaves are the nodes leaves … 2·leaves − 1. */
  readonly leaves: number;
  /** The first row of each leaf, and n. */
  readonly start: Int32Array;
  /** The splitting coordinate of each inner node. */
  readonly axis: Int32Array;
  /** What the points of the right child reach at least in that coordinate. */
  readonly cut: Float64Array;
  /** The bounding box of each node: middle and half width of each coordinate, the width a little too large. */
  readonly boxes: Float64Array;
}

/** 12 to 24 points a leaf were equally fast from 2 to 10 dimensions. */
const leafSize = 16;

/** More than the levels of any tree: the stack holds at most one node of each. */
export const maxDepth = 64;

/**
 * Turns the sum of (2·gap)² that a search computes into what no computed squared distance is below.
 *
 * Less the rounding of both sums, so that a box is never left out for a rounding error.
 */
export function boxSlack(d: number): number {
  return 0.25 * (1 - 4 * (d + 8) * Number.EPSILON);
}

/** A tree over a copy of the points. */
export function treeOf(given: Points): PointTree {
  const { n, d } = given;
  const values = given.values.slice();
  let leaves = 1;
  if (d === 1) sortNumbers(values);
  else while (n / leaves > leafSize) leaves *= 2;
  const tree: PointTree = {
    given,
    points: { values, n, d },
    leaves,
    start: new Int32Array(leaves + 1).fill(n),
    axis: new Int32Array(leaves),
    cut: new Float64Array(leaves),
    boxes: new Float64Array(4 * leaves * d),
  };
  if (d > 1) build(tree, 1, 0, n);
  return tree;
}

function build(tree: PointTree, node: number, from: number, to: number): void {
  const { points, leaves, start, axis, cut } = tree;
  const widest = measure(tree, node, from, to);
  if (node >= leaves) {
    start[node - leaves] = from;
    return;
  }
  const middle = (from + to) >> 1;
  selectRow(points.values, points.d, widest, from, to - 1, middle);
  axis[node] = widest;
  cut[node] = points.values[middle * points.d + widest];
  build(tree, 2 * node, from, middle);
  build(tree, 2 * node + 1, middle, to);
}

/** Sets the box of a node, and tells in which coordinate it is widest. */
function measure(tree: PointTree, node: number, from: number, to: number): number {
  const { values, d } = tree.points;
  let [widest, most] = [0, -1];
  for (let j = 0; j < d; j++) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let at = from * d + j; at < to * d; at += d) {
      const x = values[at];
      if (x < low) low = x;
      if (x > high) high = x;
    }
    if (high - low > most) [widest, most] = [j, high - low];
    const middle = low + (high - low) / 2;
    const at = 2 * (node * d + j);
    tree.boxes[at] = middle;
    // Beyond the rounding of |x − middle|: a point inside never counts as outside.
    tree.boxes[at + 1] = Math.max(high - middle, middle - low) * (1 + 4 * Number.EPSILON);
  }
  return widest;
}
