import { bayesAndCoding } from "./bayes-and-coding";
import type { Erratum } from "./erratum";
import { geometry } from "./geometry";
import { likelihood } from "./likelihood";
import { models } from "./models";

const number = ({ id }: Erratum): number => Number(id.slice(1));

/**
 * The errata E1 … E22 of the article: what it says, what is right, and a function that shows it in numbers.
 *
 * Where a chain can tell, `wrong` is one that `check` rejects and `right` one that it accepts.
 *
 * @example
 * errata.map(({ id }) => id).slice(0, 3).join(); // "E1,E2,E3"
 */
export const errata: readonly Erratum[] = [
  ...bayesAndCoding,
  ...likelihood,
  ...geometry,
  ...models,
].sort((a, b) => number(a) - number(b));
