import { categorical } from "../../distributions/families/categorical";
import type { Term } from "../language/term";
import { children, freeNames } from "../language/walk";
import type { World } from "../world";

/** Two distributions of which the formula says only that θ shifts the one against the other. */
export interface Shift {
  readonly names: readonly [string, string];
  readonly parameter: string;
}

/**
 * D(P_1 ‖ P_2) beside cases on θ, which P_1 and P_2 do not show: the example of two distributions θ apart, the same where
 * θ = 0 and without a common value elsewhere.
 */
export function shiftOf(terms: readonly Term[]): Shift | undefined {
  const cases = terms.filter((term) => term.kind === "cases");
  const others = terms.filter((term) => term.kind !== "cases");
  const conditions = new Set(
    cases.flatMap((term) =>
      term.rows.flatMap(({ left, right }) => [...freeNames(left), ...freeNames(right)]),
    ),
  );
  const [parameter] = conditions;
  if (conditions.size !== 1 || others.length === 0) return undefined;
  const names = new Set<string>();
  let isPlain = true;
  const visit = (t: Term): void => {
    if (t.kind === "divergence" || t.kind === "measure") {
      for (const side of [t.p, t.q])
        if (side.kind === "name") names.add(side.name);
        else isPlain = false;
    } else for (const child of children(t)) visit(child);
  };
  others.forEach(visit);
  const [first, second] = names;
  const isShown = others.some((term) => freeNames(term).has(parameter));
  return isPlain && names.size === 2 && !isShown
    ? { names: [first, second], parameter }
    : undefined;
}

/** Point masses at 0 and at θ. */
export function shiftedWorlds({ names, parameter }: Shift): readonly World[] {
  const at = (place: number): number[] => [0, 1, 2].map((value) => (value === place ? 1 : 0));
  const places = [
    [1, "相距一格的两点"],
    [2, "相距两格的两点"],
    [0, "重合的两点"],
  ] as const;
  return places.map(([θ, name]) => ({
    name,
    scope: {
      [names[0]]: categorical(at(0)),
      [names[1]]: categorical(at(θ)),
      [parameter]: θ,
    },
  }));
}
