import { gapsBeyond } from "./gaps-beyond";
import { insertLeast } from "./insert-least";
import { kthDistances } from "./kth-distances";
import { mostAlone } from "./most-alone";
import type { PointTree } from "./point-tree";
import { evenRows, type Points } from "./samples";

/** How many rows are looked at: shares of a hundredth are told apart. */
const looked = 4000;
/** Which neighbour of a y tells how far apart ys are. */
const k = 5;
/** The share of ys that may be outliers. */
const outliers = 0.01;

/** Multiples of the distance among ys, and the share of xs beyond it that is worth a word. */
const limits = [
  [1, 0.1],
  [4, 0.025],
  [10, 0.005],
] as const;

/**
 * The share of xs that lie where the ys tell nothing of q; 0 where too few do to matter.
 *
 * An x is out of reach where even its nearest y is farther than 99 % of the ys are from their fifth neighbour (1 % may be
 * outliers); where ys repeat, farther than 0. Reported from 10 % on, of points four times as far from 2.5 %, ten times as far from 0.5 %; at least three.
 * Normal samples with means one sd apart have 1.4 %, 0.3 % and 0 (n = 1000); two apart 10, 3 and 0; Student's t, df = 3,
 * against a normal 4, 3 and 0.6.
 *
 * @param tree of the ys
 */
export function shareOutOfReach(xs: Points, tree: PointTree): number {
  const among = evenRows(tree.points, looked);
  const rank = among.n - Math.ceil((1 - outliers) * among.n) + 1;
  // A part of the ys tells what is at most typical; mostly no x lies beyond even that, and nothing more need be known.
  const least = (1 - 1e-12) * typicalDistance(tree, mostAlone(tree, looked, 2 * rank), rank);
  const gaps = gapsBeyond(tree, evenRows(xs, looked), least);
  if (!areWorthAWord(gaps, least)) return 0;
  const typical = typicalDistance(tree, among, rank);
  return areWorthAWord(gaps, typical) ? countBeyond(gaps, typical) / gaps.length : 0;
}

/** The distance to the fifth neighbour that has the given rank, of the greatest, among some ys. */
function typicalDistance(tree: PointTree, among: Points, rank: number): number {
  const near = Math.min(k, tree.points.n - 1);
  const greatest = new Float64Array(rank).fill(Number.POSITIVE_INFINITY);
  let last = Number.POSITIVE_INFINITY;
  for (const distance of kthDistances(tree, among, near + 1)) {
    if (-distance < last) last = insertLeast(greatest, -distance);
  }
  return -last;
}

function areWorthAWord(gaps: Float64Array, typical: number): boolean {
  return limits.some(([factor, least]) => {
    const beyond = countBeyond(gaps, factor * typical);
    return beyond >= 3 && beyond >= least * gaps.length;
  });
}

function countBeyond(gaps: Float64Array, distance: number): number {
  let count = 0;
  for (let i = 0; i < gaps.length; i++) if (gaps[i] > distance) count++;
  return count;
}
