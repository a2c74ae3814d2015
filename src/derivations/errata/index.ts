import { codingErrata } from "./coding-errata";
import type { Erratum } from "./erratum";
import { geometryErrata } from "./geometry-errata";
import { likelihoodErrata } from "./likelihood-errata";
import { modelErrata } from "./model-errata";

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
  ...codingErrata,
  ...likelihoodErrata,
  ...geometryErrata,
  ...modelErrata,
].sort((a, b) => number(a) - number(b));
