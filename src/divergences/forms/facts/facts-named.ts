import { allFacts } from "./all-facts";
import type { Facts } from "./facts";

const byFamily = new Map(allFacts.map((known) => [known.family, known]));

/**
 * What is known of a family by its name.
 *
 * In the modules of bundlers, src/project/known-families.mjs puts another file in the place of this one, which knows
 * the families that are used.
 */
export function factsNamed(family: string): Facts | undefined {
  return byFamily.get(family);
}
