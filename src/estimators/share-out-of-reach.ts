import { kthDistances } from "./kth-distances";
import { treeOf } from "./point-tree";
import { evenRows, type Points } from "./samples";

/** How many rows are looked at: shares of a hundredth are told apart. */
const looked = 4000;
/** Which neighbour of a y tells how far apart ys are. */
const k = 5;

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
 */
export function shareOutOfReach(xs: Points, ys: Points): number {
  const tree = treeOf(ys);
  const near = Math.min(k, ys.n - 1);
  const among = kthDistances(tree, evenRows(tree.points, looked), near + 1).sort();
  const typical = among[Math.ceil(0.99 * among.length) - 1];
  const gaps = kthDistances(tree, evenRows(xs, looked), 1);
  for (const [factor, least] of limits) {
    const beyond = gaps.reduce((sum, gap) => sum + Number(gap > factor * typical), 0);
    if (beyond >= 3 && beyond >= least * gaps.length) {
      return gaps.reduce((sum, gap) => sum + Number(gap > typical), 0) / gaps.length;
    }
  }
  return 0;
}
