import type { Distribution } from "../../distributions/distribution";

const { EPSILON } = Number;

/** A part of the line; a mirrored one is integrated over the distance from its upper end. */
export interface EndPiece {
  readonly low: number;
  readonly high: number;
  readonly mirrored: boolean;
}

/** Where either density may have a pole or a jump at an end of its support, no piece has such an end inside. */
export function endPieces(p: Distribution, q: Distribution): readonly EndPiece[] {
  const low = Math.min(p.support[0], q.support[0]);
  const high = Math.max(p.support[1], q.support[1]);
  const ends = [...p.support, ...q.support].filter((x) => x > low && x < high);
  const cuts = [low, ...[...new Set(ends)].sort((a, b) => a - b), high];
  return cuts.slice(1).flatMap((end, i) => {
    const start = cuts[i];
    if (!hasPole(p, end) && !hasPole(q, end)) return [{ low: start, high: end, mirrored: false }];
    const middle = Number.isFinite(start) ? start + (end - start) / 2 : end - 1;
    return [
      { low: start, high: middle, mirrored: false },
      { low: middle, high: end, mirrored: true },
    ];
  });
}

function hasPole(d: Distribution, end: number): boolean {
  return d.logProbBelowEnd !== undefined && d.support[1] === end;
}

/** ln of the density at a distance below `end`; nearer than doubles tell, at the last double before it. */
export function logProbBelow(d: Distribution, end: number): (y: number) => number {
  const below = hasPole(d, end) ? d.logProbBelowEnd?.bind(d) : undefined;
  if (below) return below;
  const last = end === 0 ? -Number.MIN_VALUE : end - Math.abs(end) * EPSILON;
  return (y) => d.logProb(Math.min(end - y, last));
}
