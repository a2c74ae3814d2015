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
  const isShown = (term: Term): boolean => term.kind === "cases" || isSizeOfShift(term);
  const shown = terms.filter(isShown);
  const others = terms.filter((term) => !isShown(term));
  const conditions = new Set(
    shown.flatMap((term) => [...freeNames(term)].filter((name) => name !== "∞")),
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
  const isOtherwise = others.some((term) => freeNames(term).has(parameter));
  return isPlain && names.size === 2 && !isOtherwise
    ? { names: [first, second], parameter }
    : undefined;
}

/** |θ| beside W(P_0, P_θ). */
const isSizeOfShift = (term: Term): boolean =>
  term.kind === "elementary" &&
  term.name === "abs" &&
  term.body.kind === "name" &&
  /^[θϑφ]$/u.test(term.body.name);

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
