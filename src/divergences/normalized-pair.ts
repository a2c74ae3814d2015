import { CompensatedSum } from "../math/compensated-sum";
import { divide, productError } from "../math/double-double";
import { checkSameLength } from "./pmf";
import { type Weights, weights } from "./totals";

/** What a measure adds up: f(p, q, p − q), homogeneous of degree 1, for p and q on a common scale. */
export type PairTerm = (p: number, q: number, difference: number) => number;

/** Two checked vectors brought to a common sum. */
export interface NormalizedPair {
  readonly p: Weights;
  readonly q: Weights;
  /** Σ term(pᵢ, qᵢ) of the vectors divided by their sums. */
  sum(term: PairTerm): number;
  /** Calls back with each normalised outcome. */
  forEach(visit: (p: number, q: number, difference: number, index: number) => void): void;
}

/** Checks p and q and pairs them. */
export function normalizedPair(
  caller: string,
  p: unknown,
  q: unknown,
  normalize?: boolean,
  names: readonly string[] = ["p", "q"],
): NormalizedPair {
  const first = weights(caller, names[0]!, p, normalize);
  const second = weights(caller, names[1]!, q, normalize);
  checkSameLength(caller, first.values, second.values, names);
  return pairOf(first, second);
}

/**
 * Brings q to the sum of p with the factor c = Σp/Σq held in two doubles, so that p − c·q is right to 2^-100 of p:
 * no digit is lost however near the normalised vectors are.
 */
function pairOf(first: Weights, second: Weights): NormalizedPair {
  const p = first.values;
  const q = second.values;
  const c = divide(first.total, second.total);
  const scale = 1 / first.total.high;
  const forEach = (
    visit: (p: number, q: number, difference: number, index: number) => void,
  ): void => {
    if (c.high === 1 && c.low === 0) {
      for (let i = 0; i < p.length; i++) visit(p[i]!, q[i]!, p[i]! - q[i]!, i);
      return;
    }
    for (let i = 0; i < p.length; i++) {
      const scaled = c.high * q[i]!;
      const d = p[i]! - scaled - productError(c.high, q[i]!, scaled) - c.low * q[i]!;
      visit(p[i]!, scaled, d, i);
    }
  };
  return {
    p: first,
    q: second,
    forEach: (visit) => forEach((a, b, d, i) => visit(a * scale, b * scale, d * scale, i)),
    sum(term) {
      const total = new CompensatedSum();
      forEach((a, b, d) => total.add(term(a, b, d)));
      return total.total * scale;
    },
  };
}
