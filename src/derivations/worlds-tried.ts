import { relationOf, type Step } from "./step";
import { isBound, type World } from "./world";

/** The worlds in which a chain is tried: the extreme ones only where it says `≥` or `≤` somewhere. */
export function worldsTried(steps: readonly Step[], worlds: readonly World[]): readonly World[] {
  if (steps.some((step, i) => i > 0 && isBound(relationOf(step, i, true)))) return worlds;
  const ordinary = worlds.filter(({ isExtreme }) => isExtreme !== true);
  return ordinary.length > 0 ? ordinary : worlds;
}
