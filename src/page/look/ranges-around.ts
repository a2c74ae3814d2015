/** What Plotly keeps of an axis as it is drawn. */
export interface DrawnAxisScale {
  readonly _offset: number;
  readonly _length: number;
  readonly range?: readonly unknown[];
  /** The axis across. */
  readonly anchor?: string;
  p2l(pixel: number): number;
}

type Ranges = Readonly<Record<string, readonly [number, number]>>;

const isAxis = (value: unknown): value is DrawnAxisScale =>
  typeof (value as Partial<DrawnAxisScale> | undefined)?.p2l === "function";

/**
 * Ranges half as long around a point of a plot, for the axes of the panel that lies there; none outside of panels.
 *
 * @param full the layout as Plotly completed it
 * @param point pixels from the plot's upper left corner
 */
export function rangesAround(
  full: object,
  point: { readonly x: number; readonly y: number },
): Ranges {
  const axes = Object.entries(full).flatMap(([key, axis]) => {
    const letter = /^([xy])axis\d*$/.exec(key)?.[1] as "x" | "y" | undefined;
    if (!letter || !isAxis(axis)) return [];
    const along = point[letter] - axis._offset;
    return along >= 0 && along <= axis._length ? [{ key, letter, axis, along }] : [];
  });
  const isAcross = (one: (typeof axes)[number], other: (typeof axes)[number]): boolean =>
    one.letter !== other.letter &&
    (one.axis.anchor === other.key.replace("axis", "") ||
      other.axis.anchor === one.key.replace("axis", ""));
  return Object.fromEntries(
    axes
      .filter((one) => axes.some((other) => isAcross(one, other)))
      .flatMap(({ key, axis, along }) => {
        const [from, to] = axis.range ?? [];
        if (typeof from !== "number" || typeof to !== "number") return [];
        const middle = axis.p2l(along);
        return [[key, [middle + (from - middle) / 2, middle + (to - middle) / 2] as const]];
      }),
  );
}
