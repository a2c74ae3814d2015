import { numberText } from "../../words/number-text";
import type { Triple } from "./level-curve";
import { onTriangle } from "./on-triangle";
import { colors, translucent } from "./style";

/** Where a divergence has one value, ray by ray from its zero. */
export interface LevelCurve {
  readonly level: number;
  readonly curve: readonly Triple[];
  /** Of each point, whether the level is reached there, and not the edge before. */
  readonly isReached: readonly boolean[];
}

/**
 * The values of level lines along one ray from q: the one that meets most of them, and of these the one on which they
 * are farthest apart. None where two would meet, and none where the edge comes before the level.
 */
export function levelNotes(curves: readonly LevelCurve[], center: Triple, refs: object): object[] {
  const middle = onTriangle(center);
  const away = (p: Triple): number => {
    const { x, y } = onTriangle(p);
    return Math.hypot(x - middle.x, y - middle.y);
  };
  const ordered = [...curves].sort((a, b) => a.level - b.level);
  const along = (ordered[0]?.curve ?? []).map((_, ray) => {
    let last = 0;
    return ordered.flatMap(({ level, curve, isReached }) => {
      const far = away(curve[ray]);
      if (!isReached[ray] || far - last < 0.09) return [];
      const gap = far - last;
      last = far;
      return [{ level, gap, at: curve[ray] }];
    });
  });
  const worth = (notes: (typeof along)[number]): number =>
    notes.length + Math.min(...notes.map(({ gap }) => gap), 0.9);
  const best = along.reduce((a, b) => (worth(b) > worth(a) ? b : a), along[0] ?? []);
  return best.map(({ level, at }) => ({
    ...refs,
    text: numberText(level),
    ...onTriangle(at),
    font: { size: 11, color: colors.text },
    bgcolor: translucent(colors.paper, 0.8),
  }));
}
