import { CompensatedSum } from "../../math/compensated-sum";
import { differenceError, divide, productError } from "../../math/double-double";
import type { PairTerm } from "../../math/relative-entropy-term";
import { checkSameLength, checkVector } from "./pmf";
import { type Weights, weights } from "./weights";

/** Two checked vectors brought to a common sum. */
export interface NormalizedPair {
  readonly p: Weights;
  readonly q: Weights;
  /** Σ term(pᵢ, qᵢ) of the vectors divided by their sums. */
  sum(term: PairTerm): number;
  /** Calls back with each normalised outcome. */
  forEach(visit: (p: number, q: number, difference: number, index: number) => void): void;
  /** Calls back with each outcome times `mass`, and what rounding left out of q and of the difference. */
  readonly forEachExactly: ForEach;
  readonly mass: number;
}

type ForEach = (
  visit: (
    p: number,
    q: number,
    difference: number,
    index: number,
    rest: number,
    lost: number,
  ) => void,
) => void;

/** How a pair of vectors is taken. */
export interface PairOptions {
  /** Divide each vector by its sum; otherwise a sum that is not 1 is an error. */
  readonly normalize?: boolean;
  /** What errors call the two; default p and q. */
  readonly names?: readonly [string, string];
  /** Take the two in an order of their own, so that exchanging p and q gives the same bits. */
  readonly symmetric?: boolean;
}

/**
 * Checks p and q and pairs them.
 *
 * @throws TypeError or RangeError naming `caller`, the vector, the index and the value
 */
export function normalizedPair(
  caller: string,
  p: unknown,
  q: unknown,
  { normalize, names = ["p", "q"], symmetric }: PairOptions,
): NormalizedPair {
  checkVector(caller, names[0], p);
  checkVector(caller, names[1], q);
  checkSameLength(caller, p, q, names);
  const first = weights(caller, names[0], p, normalize);
  const second = weights(caller, names[1], q, normalize);
  return symmetric && comesAfter(first, second) ? pairOf(second, first) : pairOf(first, second);
}

/** An order of vectors: by the sum, then by the first entry that differs. */
function comesAfter(a: Weights, b: Weights): boolean {
  if (a.total.high !== b.total.high) return a.total.high > b.total.high;
  if (a.total.low !== b.total.low) return a.total.low > b.total.low;
  let i = 0;
  while (i < a.values.length && a.values[i] === b.values[i]) i++;
  return i < a.values.length && a.values[i] > b.values[i];
}

/** Brings q to the sum of p, with the differences p − c·q, c = Σp/Σq, known better than by a subtraction. */
export function pairOf(first: Weights, second: Weights): NormalizedPair {
  const mass = first.total.high;
  const quotient = mass / second.total.high;
  const forEach = quotient > 0.5 && quotient < 2 ? nearSums(first, second) : farSums(first, second);
  const scale = 1 / mass;
  return {
    p: first,
    q: second,
    mass,
    forEachExactly: forEach,
    forEach: (visit) => forEach((a, b, d, i) => visit(a * scale, b * scale, d * scale, i)),
    sum(term) {
      const total = new CompensatedSum();
      forEach((a, b, d, _i, rest) => total.add(term(a, b, d, rest)));
      return total.total * scale;
    },
  };
}

// Differences below this share of what they are made of are rounding: the outcomes are equal.
const noise = 2 ** -98;

/**
 * With c = 1 + e and e = Σ(p − q)/Σq summed from exact differences and held in two doubles, p − c·q = (p − q) − e·q is
 * right to 2^-100 of p − q and of e·q: also a mass of 1e-40 that only one of them has is seen in all the others.
 */
function nearSums({ values: p }: Weights, { values: q, total }: Weights): ForEach {
  const gap = new CompensatedSum();
  for (let i = 0; i < p.length; i++) {
    const d = p[i] - q[i];
    gap.add(d);
    gap.add(differenceError(p[i], q[i], d));
  }
  // Where the sums are equal, e = 0 and nothing below rounds but p − q itself.
  const e = divide({ high: gap.total, low: gap.high - gap.total + gap.low }, total);
  return (visit) => {
    for (let i = 0; i < p.length; i++) {
      const a = p[i];
      const b = q[i];
      const plain = a - b;
      const move = e.high * b;
      const scaled = b + move;
      const first = plain - move;
      const left = productError(e.high, b, move) + e.low * b;
      const rest = differenceError(b, -move, scaled) + left;
      const second = differenceError(plain, move, first) + differenceError(a, b, plain) - left;
      const d = first + second;
      if (Math.abs(d) <= noise * Math.abs(plain)) visit(a, a, 0, i, 0, 0);
      else visit(a, scaled, d, i, rest, first - d + second);
    }
  };
}

/** With c held in two doubles, p − c·q is right to 2^-100 of p. */
function farSums({ values: p, total }: Weights, { values: q, total: other }: Weights): ForEach {
  const c = divide(total, other);
  return (visit) => {
    for (let i = 0; i < p.length; i++) {
      const a = p[i];
      const b = q[i];
      const scaled = c.high * b;
      const rest = productError(c.high, b, scaled) + c.low * b;
      const first = a - scaled;
      const second = differenceError(a, scaled, first) - rest;
      const d = first + second;
      if (Math.abs(d) <= noise * a) visit(a, a, 0, i, 0, 0);
      else visit(a, scaled, d, i, rest, first - d + second);
    }
  };
}
