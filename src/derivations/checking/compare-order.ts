import type { Context } from "../evaluate/context";
import { compare } from "./compare";
import { gridPoints, moveTo, type SideValue } from "./evaluate-side";
import { type Trial, worse } from "./verdict";

export interface OrderedSides {
  /** Names that the two sides use. */
  readonly names: ReadonlySet<string>;
  readonly order: { readonly variable: string; readonly power: number };
  /** Both sides where the free variables are now. */
  readonly sides: () => readonly [SideValue, SideValue];
}

const halvings = 14;
const most = 3;
// Of an order seen from two halvings: the next term of the expansion still shows.
const slack = 0.15;
// As many times what rounding may make of a difference, and it can be trusted to a per cent.
const clear = 100;

/** Tries `≈ O(ε^p)`: where ε is halved again and again, the difference has to fall by 2^p each time at last. */
export function compareOrder(context: Context, { names, order, sides }: OrderedSides): Trial {
  const world = context.world.name;
  const { variable, power } = order;
  const start = Math.max(...(context.grid.get(variable) ?? []).map(Math.abs));
  const others = gridPoints(context, new Set([...names].filter((name) => name !== variable)));
  const few = [0, 0.5, 1].map((u) => others[Math.round(u * (others.length - 1))]).slice(0, most);
  if (!names.has(variable) || !(start > 0)) {
    const [left, right] = sides();
    const trial = compare("=", left, right, { world, at: [] });
    return { ...trial, problem: trial.problem ?? { kind: "fixed" } };
  }
  return [...new Set(few)].map((point) => along(point)).reduce(worse);

  function along(point: Trial["at"]): Trial {
    let before: Trial | undefined;
    let shown: Trial | undefined;
    for (let k = 0; k <= halvings; k++) {
      const at = [...point, [variable, start / 2 ** k] as const];
      moveTo(context, at);
      const [left, right] = sides();
      const trial = compare("=", left, right, { world, at });
      if (trial.problem) return trial;
      // The allowance is for claims of equality; a difference shows much earlier.
      const noise =
        left.noise + right.noise + 1e-15 * (Math.abs(left.value) + Math.abs(right.value));
      if (!(trial.gap > clear * noise)) break;
      if (before) {
        const seen = Math.log2(before.gap / trial.gap);
        shown = { ...trial, gap: Math.max(0, power - seen), allowed: slack };
      }
      before = trial;
    }
    const [left, right] = sides();
    return shown ?? { ...compare("=", left, right, { world, at: point }), gap: 0 };
  }
}
