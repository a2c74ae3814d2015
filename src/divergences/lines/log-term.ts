/**
 * A term of two logarithms, homogeneous: term(a + c, b + c, u) = eᶜ term(a, b, u).
 *
 * @param u logP − logQ, where it is known better than by the difference
 */
export type LogTerm = (logP: number, logQ: number, u: number) => number;
