import type { Distribution } from "../../distributions/distribution";
import { described } from "../described-function";
import type { NameUse } from "./name-use";

// Where e^T must have a mean the first distribution is the narrower one in these worlds.
const constants: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [1, 0.5],
  [4, 1],
]);
const furthest = 30;

/**
 * A function near the one at which a variational bound is tight, for the worlds that have it: log(P/Q) and a constant for
 * T, P/(P + Q) for D. Any tamer function leaves so much room that false bounds hold too.
 */
export function bestCritic(
  use: NameUse,
  which: number,
  [p, q]: readonly Distribution[],
  [nameP, nameQ]: readonly string[] = ["P", "Q"],
): ((x: number) => number) | undefined {
  const constant = constants.get(which);
  if (constant === undefined || use.arity !== 1 || use.isGenerator || !p || !q) return undefined;
  const logRatio = (x: number): number => {
    const difference = p.logProb(x) - q.logProb(x);
    return Number.isNaN(difference) ? 0 : Math.max(-furthest, Math.min(furthest, difference));
  };
  // A little off the optimum, and kept from 0 and 1.
  if (use.isProbability || /^D(_|$)/.test(use.name))
    return described(
      (x: number) => 0.01 + 0.98 / (1 + Math.exp(-logRatio(x))),
      (own) => `${own}(x) = 0.01 + 0.98*${nameP}(x)/(${nameP}(x) + ${nameQ}(x))`,
    );
  if (use.isExponent || /^T(_|$)/.test(use.name)) {
    return described(
      (x: number) => logRatio(x) + constant,
      (own) => `${own}(x) = log(${nameP}(x)/${nameQ}(x)) + ${constant}`,
    );
  }
  return undefined;
}
