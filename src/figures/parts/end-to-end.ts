import { numberText } from "../../words/number-text";
import { colors } from "./style";

/** A bar of a running sum. */
export interface Step {
  readonly share: number;
  /** Where the bar begins, and where it ends; a bar of ∞ ends nowhere, and the total with it. */
  readonly from: number;
  readonly to: number | null;
}

/** Each contribution from where the one before ended; what is infinite leaves the others where they were. */
export function endToEnd(shares: readonly number[]): Step[] {
  let sum = 0;
  return shares.map((share) => {
    const from = sum;
    if (!Number.isFinite(share)) return { share, from, to: null };
    sum += share;
    return { share, from, to: sum };
  });
}

/** p log(p/q) of one outcome, with 0 log 0 = 0 and +∞ where q = 0 < p. */
export function contributionOf(pi: number, qi: number, base: number | undefined): number {
  if (pi === 0) return 0;
  if (qi === 0) return Number.POSITIVE_INFINITY;
  const nats = pi * (Math.log(pi) - Math.log(qi));
  return base === undefined ? nats : nats / Math.log(base);
}

/** Room above and below the bars for their labels. */
export function roomAround(
  ends: readonly (number | null)[],
  isInfinite: boolean,
): [number, number] {
  const values = ends.filter((end) => end !== null);
  const low = Math.min(0, ...values);
  const high = Math.max(isInfinite ? -low : 0, ...values);
  const room = (high - low || 1) * 0.22;
  return [low < 0 ? low - room : -room / 3, high + room];
}

/** What a bar adds, outside its end. */
export function shareNote({ share, to }: Step, x: number): object[] {
  if (to === null) return [];
  const isFall = share < 0;
  const text = (share > 0 ? "+" : "") + numberText(share, 3);
  return [{ text, x, y: to, yref: "y2", yanchor: isFall ? "top" : "bottom", showarrow: false }];
}

/** The sign of a bar that the frame cuts off. */
export const infinityAtFrame = (x: number, yref = "y2 domain"): object => ({
  text: "<b>↑∞</b>",
  x,
  y: 1,
  yref,
  yanchor: "top",
  showarrow: false,
  font: { color: colors.paper, size: 14 },
});
