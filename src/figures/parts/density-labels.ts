import type { Distribution } from "../../distributions/distribution";
import { distributionText } from "./distribution-text";
import { farthest } from "./integrand";
import { curveLabel } from "./labels";
import { colors } from "./style";

/** "P = N(0, 1)", or the letter alone where the words are long. */
const named = (letter: string, distribution: Distribution): string => {
  const text = distributionText(distribution);
  return text.length <= 16 ? `${letter} = ${text}` : letter;
};

/**
 * The names of two densities beside their peaks, each on the side away from the other, in the curves' colours.
 *
 * Where the peaks are the same, one name stands left of them and one right, half-way down the flank.
 */
export function densityLabels(
  [P, Q]: readonly [Distribution, Distribution],
  x: readonly number[],
  [p, q]: readonly [readonly number[], readonly number[]],
  more: Readonly<Record<string, unknown>> = {},
): object[] {
  const [atP, atQ] = [farthest(p), farthest(q)];
  const isPLeft = atP <= atQ;
  return [
    flankLabel(named("P", P), [x, p], isPLeft, colors.p, more),
    flankLabel(named("Q", Q), [x, q], !isPLeft, colors.q, more),
  ];
}

/**
 * Above the flank, where the curve has fallen to four fifths of its peak, which leaves room for a grip at one standard
 * deviation; inwards where the frame is near.
 */
function flankLabel(
  text: string,
  [x, y]: readonly [readonly number[], readonly number[]],
  isLeft: boolean,
  color: string,
  more: Readonly<Record<string, unknown>>,
): object {
  const top = farthest(y);
  const share = top / (x.length - 1);
  const side = isLeft ? (share < 0.25 ? 1 : -1) : share > 0.75 ? -1 : 1;
  let at = top;
  while (y[at + side] !== undefined && y[at] > 0.8 * y[top]) at += side;
  return curveLabel(text, x[at], y[at], color, {
    xanchor: side < 0 ? "right" : "left",
    xshift: 10 * side,
    yshift: 9,
    ...more,
  });
}
