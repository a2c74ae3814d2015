import { constantNamed } from "../language/lexicon";
import { freeNames } from "../language/walk";
import type { Step } from "../step";
import type { World } from "../world";
import { readSide } from "../worlds/read-side";

/** The plain numbers that the names of a formula have in a world, so that a counter-example can be computed again. */
export function numbersUsed(steps: readonly Step[], world: World | undefined): string {
  const names = new Set(
    steps.flatMap(({ expression }) => {
      const term = readSide(expression);
      return term ? [...freeNames(term)] : [];
    }),
  );
  return [...names]
    .flatMap((name) => {
      const value = constantNamed(name) === undefined ? world?.scope[name] : undefined;
      return typeof value === "number" ? [`${name} = ${Number(value.toPrecision(6))}`] : [];
    })
    .join(", ");
}
