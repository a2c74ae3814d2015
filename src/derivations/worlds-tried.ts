import { type OpenStep, relationOf, type Step } from "./step";
import { isBound, ordinaryWorlds, type World } from "./world";

/** The worlds in which a chain is tried: the extreme ones only where it says `≥` or `≤` somewhere. */
export function worldsTried(
  steps: readonly (Step | OpenStep)[],
  worlds: readonly World[],
): readonly World[] {
  if (steps.some((step, i) => i > 0 && isBound(relationOf(step, i, true)))) return worlds;
  return ordinaryWorlds(worlds);
}
