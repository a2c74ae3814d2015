import type { Distribution } from "../../distributions/distribution";
import { distributionText } from "./distribution-text";

/**
 * Two distributions in the notation of the prose; where that is the same for both, as of two densities given as
 * functions on one support, each with its letter: "P = density(…)", "Q = density(…)".
 */
export function pairText(
  named: Readonly<Record<string, Distribution>>,
): readonly [first: string, second: string] {
  const [first, second] = Object.entries(named).map(([letter, distribution]) => ({
    letter,
    text: distributionText(distribution),
  }));
  return first.text === second.text
    ? [`${first.letter} = ${first.text}`, `${second.letter} = ${second.text}`]
    : [first.text, second.text];
}
