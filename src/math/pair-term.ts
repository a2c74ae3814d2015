/**
 * What a measure adds up: f(p, q, p − q), homogeneous of degree 1, for p and q on a common scale.
 *
 * @param rest what rounding left out of q, for high powers of p/q
 */
export type PairTerm = (p: number, q: number, difference: number, rest?: number) => number;
