import type { Distribution } from "../../distributions/distribution";
import { innerPoles, knowsBelow } from "../../distributions/log-prob-below";

/** A part of the line; a mirrored one is integrated over the distance from its upper end. */
export interface EndPiece {
  readonly low: number;
  readonly high: number;
  readonly mirrored: boolean;
}

/** Where either density has a pole, or its support an end, no piece has that inside. */
export function endPieces(p: Distribution, q: Distribution): readonly EndPiece[] {
  const low = Math.min(p.support[0], q.support[0]);
  const high = Math.max(p.support[1], q.support[1]);
  const poles = [p, q].flatMap(innerPoles);
  const ends = [...p.support, ...q.support, ...poles].filter((x) => x > low && x < high);
  const cuts = [low, ...[...new Set(ends)].sort((a, b) => a - b), high];
  return cuts.slice(1).flatMap((end, i) => {
    const start = cuts[i];
    if (!knowsBelow(p, end) && !knowsBelow(q, end))
      return [{ low: start, high: end, mirrored: false }];
    const middle = Number.isFinite(start) ? start + (end - start) / 2 : end - 1;
    return [
      { low: start, high: middle, mirrored: false },
      { low: middle, high: end, mirrored: true },
    ];
  });
}
