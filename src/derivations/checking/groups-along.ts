import type { Context } from "../evaluate/context";
import { gridPoints } from "./evaluate-side";
import type { Trial } from "./verdict";

const most = 6;

/** Points of the grid in groups: in each one variable takes all its values while the others keep theirs. */
export function groupsAlong(
  variable: string,
  context: Context,
  names: ReadonlySet<string>,
): readonly (readonly Trial["at"][])[] {
  const values = names.has(variable) ? context.grid.get(variable) : undefined;
  const others = gridPoints(context, new Set([...names].filter((name) => name !== variable)));
  const few =
    others.length <= most
      ? others
      : Array.from(
          { length: most },
          (_, i) => others[Math.round((i * (others.length - 1)) / (most - 1))],
        );
  // Without values to take, each group is one point: nothing is said, and the verdict says so.
  if (!values) return few.map((point) => [point]);
  return few.map((point) => values.map((value) => [...point, [variable, value] as const]));
}
