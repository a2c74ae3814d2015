/** An end of a cell, and whether the cell below has it. */
export interface Edge {
  readonly at: number;
  readonly isBelow: boolean;
}

/**
 * Quantiles as ends of cells (a, b], repeated ones as a cell of their own: a value that fills more than one quantile's
 * share stands between (a, b) and {b}.
 */
export function edgesOfQuantiles(quantiles: readonly number[]): Edge[] {
  const sorted = [...quantiles].map((x) => x + 0).sort((a, b) => a - b); // −0 is 0
  return sorted.flatMap((at, i) => {
    if (at === sorted[i - 1]) return [];
    const isSpike = at === sorted[i + 1];
    return isSpike
      ? [
          { at, isBelow: false },
          { at, isBelow: true },
        ]
      : [{ at, isBelow: true }];
  });
}

/** The ranks, from 1, of the k − 1 quantiles of n values: the least value that i/k of all do not exceed. */
export const quantileRanks = (n: number, k: number): number[] =>
  Array.from({ length: k - 1 }, (_, i) => Math.max(1, Math.ceil((n * (i + 1)) / k)));

const shown = (x: number): string => String(x).replaceAll("-", "−");

/** What the cells between the edges are called: (−∞, 1], (1, 2), {2}, (2, ∞). */
export function edgeLabels(edges: readonly Edge[]): string[] {
  return Array.from({ length: edges.length + 1 }, (_, i) => {
    const [low, high] = [edges[i - 1], edges[i]];
    if (low && high && low.at === high.at) return `{${shown(low.at)}}`;
    const begin = low ? `${low.isBelow ? "(" : "["}${shown(low.at)}` : "(−∞";
    const end = high ? `${shown(high.at)}${high.isBelow ? "]" : ")"}` : "∞)";
    return `${begin}, ${end}`;
  });
}
