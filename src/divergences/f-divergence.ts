import type { AnyDistribution } from "../distributions/distribution";
import type { PairTerm } from "../math/relative-entropy-term";
import { checkOptions, measureOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import type { Generator } from "./generator";
import { separable } from "./separable";
import type { MeasureOptions, Pmf } from "./vectors/pmf";

/** What `fDivergence` needs of f; a row of `generators` has it all. */
export type GeneratorLike =
  | ((u: number) => number)
  | (Pick<Generator, "f"> & Partial<Omit<Generator, "f">>);

/**
 * D_f(p ‖ q) = Σ qᵢ f(pᵢ/qᵢ) for a convex f with f(1) = 0.
 *
 * Where q = 0 < p the term is p·lim f(u)/u, where p = 0 it is q·f(0): mass is never dropped. A row of `generators`
 * keeps all digits when p ≈ q; a function of your own is evaluated as it is written.
 *
 * @param p, q probabilities of the same outcomes, or two distributions
 * @param generator a row of `generators`, or f itself, or { f, atZero?, slopeAtInfinity? } (limits are looked for)
 * @param options `normalize`
 * @returns in [0, f(0) + lim f(u)/u]
 * @throws TypeError if the generator is no function and has none, RangeError if f gives NaN; else as `kl`
 *
 * @example
 * fDivergence([0.5, 0.5], [0.75, 0.25], (u) => (u - 1) ** 2); // 0.3333333333333333
 * fDivergence([0.5, 0.5], [1, 0], generators.kl); // Infinity
 *
 * Source: I. Csiszár and P. C. Shields, Information Theory and Statistics: A Tutorial (2004), section 4.
 */
export function fDivergence(
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  generator: GeneratorLike,
  options: MeasureOptions = {},
): number {
  checkOptions("fDivergence", options, measureOptions);
  const row = typeof generator === "function" ? { f: generator } : generator;
  if (typeof row?.f !== "function") {
    throw shapeError(
      "fDivergence",
      "generator 应为函数 f，或 generators 里的一行",
      "generator must be a function f, or a row of generators",
    );
  }
  const term = row.term ?? plainTerm(row);
  return separable("fDivergence", p, q, term, { normalize: options.normalize });
}

function plainTerm(row: Pick<Generator, "f"> & Partial<Generator>): PairTerm {
  const { f } = row;
  const atZero = row.atZero ?? limit([0, 1e-300, 1e-200, 1e-100], f);
  const slope = row.slopeAtInfinity ?? limit([1e300, 1e200, 1e100], (u) => f(u) / u);
  const times = (mass: number, factor: number): number => (mass === 0 ? 0 : mass * factor);
  return (p, q) => {
    if (q === 0) return times(p, slope);
    const value = p === 0 ? times(q, atZero) : q * f(p / q);
    if (!Number.isNaN(value)) return value;
    throw valueError(
      "fDivergence",
      `generator 在 u = ${p / q} 处给出 NaN`,
      `generator gives NaN at u = ${p / q}`,
    );
  };
}

/** The first value that is a number; one still growing there counts as infinite. */
function limit(places: readonly number[], f: (u: number) => number): number {
  for (const [i, u] of places.entries()) {
    const value = f(u);
    if (Number.isNaN(value)) continue;
    const nearer = f(places[i + 1] ?? u);
    const grows = Math.abs(value) > 1.2 * Math.abs(nearer) && Math.abs(value) > 1;
    return grows ? Math.sign(value) * Number.POSITIVE_INFINITY : value;
  }
  return Number.NaN;
}
