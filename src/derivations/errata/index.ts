import { codingErrata } from "./coding-errata";
import type { Erratum } from "./erratum";
import { geometryErrata } from "./geometry-errata";
import { likelihoodErrata } from "./likelihood-errata";
import { modelErrata } from "./model-errata";
import { readPrinted } from "./read-printed";

const number = ({ id }: Erratum): number => Number(id.slice(1));

/**
 * The errata E1 … E22 of the article: what it says, what is right, and a function that shows it in numbers.
 *
 * `article` is the formula that the article itself prints, and `printed` that formula as the machine reads it. Where only
 * its words are at fault, `wrong` is what they come to in a formula of ours that `check` rejects, and `right` one that it
 * accepts.
 *
 * @example
 * errata.map(({ id }) => id).slice(0, 3).join(); // "E1,E2,E3"
 */
export const errata: readonly Erratum[] = [
  ...codingErrata,
  ...likelihoodErrata,
  ...geometryErrata,
  ...modelErrata,
]
  .map((erratum): Erratum => {
    const { id, article } = erratum;
    return article === undefined
      ? erratum
      : { ...erratum, printed: () => readPrinted(id, article) };
  })
  .sort((a, b) => number(a) - number(b));
