import type { NameNode, TexNode } from "../tex-node";
import type { Writing } from "../writing/writing";
import { type FreeLetter, freeLetters } from "./free-letters";

/** What an expectation is taken at, and what else it could have been. */
export interface Drawn {
  readonly variables: readonly string[];
  /** Free letters of the body that stay as they are. */
  readonly others: readonly string[];
  /** Nothing in the body shows a variable, or only a letter that is usually a parameter. */
  readonly isGuess: boolean;
}

/**
 * The variables of E_p[…], where p is written without any: the first of these that the body has.
 *
 * 1. what p itself is applied to in the formula; 2. z under a q; 3. the arguments of a function of several;
 * 4. what a density is taken at; 5. x, y, z; 6. the argument of a function; 7. the one letter that is left.
 */
export function drawnVariables(law: NameNode | undefined, body: TexNode, writing: Writing): Drawn {
  const { roles, scope } = writing;
  const free = freeLetters(body).filter(
    ({ letter, of }) =>
      !scope.has(letter) && !(of ? counting : constant).test(letter) && !isLaw(letter, writing),
  );
  const letters = distinct(free.map(({ letter }) => letter));
  const shown = distinct(
    free
      .filter(({ letter, of }) => /^[xyz]$/.test(letter) || (of && !parameter.test(letter)))
      .map(({ letter }) => letter),
  );
  const take = (variables: readonly string[], isGuess = false): Drawn => ({
    variables,
    others: shown.filter((letter) => !variables.includes(letter)),
    isGuess,
  });
  const own = (law ? roles.argumentsOf(law) : []).filter((letter) => letters.includes(letter));
  if (own.length > 0) return take(own);
  if (law && /^[qQ]$/.test(law.base) && shown.includes("z")) return take(["z"]);
  const several = jointArguments(free, writing);
  if (several) return take(several);
  const dense = free.find(
    ({ letter, of, isGiven }) =>
      of && !isGiven && roles.isDistribution(of) && !parameter.test(letter),
  );
  if (dense) return take([dense.letter]);
  const usual = letters.filter((letter) => /^[xyz]$/.test(letter));
  if (usual.length > 0) return take(usual);
  if (shown.length > 0) return take(shown);
  const [last, ...more] = letters;
  if (last !== undefined && more.length === 0) return take([last], true);
  return { variables: ["x"], others: letters, isGuess: letters.length > 0 };
}

/** u of E[f(u)], where nothing says over what the expectation is. */
export function shownVariable(body: TexNode, writing: Writing): string {
  const { variables, isGuess } = drawnVariables(undefined, body, writing);
  return isGuess ? "x" : variables[0];
}

/** Never what an expectation runs over. */
const counting = /^[A-Zijkndeπ∞]$/u;
/** Alone, and no argument: a coefficient, or a function whose argument is left out. */
const constant = /^[A-Zabcdefghijklmnrβαγλπσηδκ∞]$/u;
const parameter = /^[θφψωμΘΣ]$/u;

const distinct = (letters: readonly string[]): readonly string[] => [...new Set(letters)];

/** p without an argument is a density and no variable. */
const isLaw = (letter: string, { roles }: Writing): boolean =>
  /^[pqPQ]$/.test(letter) || roles.applied.has(letter);

/** x and y of f(x, y), s and a of r(s, a): the arguments of the first function of several free letters. */
function jointArguments(
  free: readonly FreeLetter[],
  { roles }: Writing,
): readonly string[] | undefined {
  for (const { of } of free) {
    if (!of || roles.isDistribution(of)) continue;
    const its = free.filter((other) => other.of === of && !other.isGiven);
    const letters = distinct(its.map(({ letter }) => letter)).filter((l) => !parameter.test(l));
    if (letters.length > 1) return letters;
  }
  return undefined;
}
