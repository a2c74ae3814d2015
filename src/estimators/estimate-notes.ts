import { kl } from "../divergences/kl";
import { Estimate, type EstimateNote } from "./estimate";
import type { PointTree } from "./point-tree";
import type { Repetition } from "./repetition";
import type { Points } from "./samples";
import { shareOutOfReach } from "./share-out-of-reach";

/** The share of repeated values from which a sample counts as rounded. */
export const rounded = 0.05;

const percent = (share: number): string => `${Number((100 * share).toPrecision(2))}%`;

const words = {
  "zh-CN": {
    lowerBound: (share: string) =>
      `这只是下界：${share}的xs离最近的ys比ys彼此之间还远，那里的q从样本里无从得知，D可以大得多，直至∞`,
    leftOut: (shared: number, n: number) =>
      `${n}个xs中有${shared}个点也在ys里：两组样本不独立；估计时没有拿一个点与它自己相比`,
    shared: (shared: number, n: number) =>
      `${n}个xs中有${shared}个点也在ys里：两组样本不独立，估计偏小；请从其中一组去掉它们`,
    spread: (share: string, steps: string) =>
      `${share}的样本取值重复，舍入到${steps}：先把它们均匀散开到这一宽度，再找近邻`,
    ties: (share: string) =>
      `${share}的样本取值重复，又不在等距的格点上；近邻法以密度为前提，估计会偏小：请先加与舍入同宽的均匀噪声，或用method: "histogram"`,
    repeated: (share: string) => `${share}的样本取值重复（舍入过？）`,
  },
  en: {
    lowerBound: (share: string) =>
      `a lower bound: ${share} of the xs lie farther from every y than ys lie from one another; what q is there the samples cannot tell, and D may be much larger, up to ∞`,
    leftOut: (shared: number, n: number) =>
      `${shared} of ${n} xs are also among the ys: the samples are not independent; no point was compared with itself`,
    shared: (shared: number, n: number) =>
      `${shared} of ${n} xs are also among the ys: the samples are not independent, and the estimate is too small; leave them out of one sample`,
    spread: (share: string, steps: string) =>
      `${share} of the values repeat, rounded to ${steps}: spread evenly over that width before neighbours are looked for`,
    ties: (share: string) =>
      `${share} of the values repeat, on no even grid; neighbours presume a density, and the estimate is too small: add uniform noise as wide as the rounding first, or take method: "histogram"`,
    repeated: (share: string) => `${share} of the values repeat (rounded?)`,
  },
} as const;

interface Noticed {
  readonly xs: Points;
  readonly treeOfYs: PointTree;
  readonly found: Repetition;
  readonly method: string;
  /** By coordinate, 0 for one that is not rounded; undefined where nothing was spread. */
  readonly steps: readonly number[] | undefined;
}

/** What was noticed, and the share of the xs out of reach of m ys. */
interface Notes {
  readonly notes: readonly EstimateNote[];
  readonly beyond: number;
  readonly m: number;
}

/** What two samples have that makes an estimate of their divergence worth less than it looks. */
export function notesOn(
  { xs, treeOfYs, found, method, steps }: Noticed,
  locale: "zh-CN" | "en" = "zh-CN",
): Notes {
  const word = words[locale];
  const notes: EstimateNote[] = [];
  const { tied, shared } = found;
  const beyond = shareOutOfReach(xs, treeOfYs);
  if (beyond > 0) notes.push({ kind: "lowerBound", text: word.lowerBound(percent(beyond)) });
  const share = percent(tied);
  if (tied < rounded) {
    const said = method === "nearestNeighbours" || method === "kde" ? word.leftOut : word.shared;
    if (shared > 0) notes.push({ kind: "sharedPoints", text: said(shared, xs.n) });
  } else if (steps) {
    const widths = [...new Set(steps.filter((step) => step > 0))];
    const shown = widths.map((width) => Number(width.toPrecision(6))).join(", ");
    notes.push({ kind: "ties", text: word.spread(share, shown) });
  } else if (method === "nearestNeighbours") {
    notes.push({ kind: "ties", text: word.ties(share) });
  } else if (method === "kde") {
    notes.push({ kind: "ties", text: word.repeated(share) });
  }
  return { notes, beyond, m: treeOfYs.points.n };
}

/**
 * The estimate with its notes. Where a share of the xs is out of reach, the interval has no upper end, and begins at most
 * where data processing does: at the divergence of "out of reach or not", of which q has at most 1 % or 3 of m.
 *
 * @param unit nats in the unit of the estimate
 */
export function noted(estimate: Estimate, { notes, beyond, m }: Notes, unit: number): Estimate {
  if (notes.length === 0) return estimate;
  const [low, high] = estimate.interval;
  const isOpen = beyond > 0 && !Number.isNaN(low);
  const unseen = Math.min(beyond, Math.max(0.01, 3 / m));
  const certain = kl([beyond, 1 - beyond], [unseen, 1 - unseen]) / unit;
  const interval = isOpen ? ([Math.min(low, certain), Infinity] as const) : ([low, high] as const);
  return new Estimate({ ...estimate, interval, notes });
}
