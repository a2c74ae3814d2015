import { type AnyDistribution, isDistribution } from "../distributions/distribution";
import type { PairTerm } from "../math/relative-entropy-term";
import { checkOptions, measureOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import { nearSquaredHellinger } from "./forms/closed-affinity";
import type { Generator } from "./generator";
import { type GeneratorName, generators } from "./generators";
import type { LogTerm } from "./lines/log-term";
import { grown } from "./lines/log-terms";
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
  if (row.term) {
    const { term, logTerm } = row;
    const near = nearByName(row, p, q);
    if (near !== undefined) return near;
    const crossings = term === generators.totalVariation.term;
    const sum = separable("fDivergence", p, q, { term, logTerm, crossings }, options.normalize);
    return sum + row.f(1); // 0 for all rows but `gan`
  }
  const ends = limitsOf(row);
  const terms = { term: plainTerm(row.f, ends), logTerm: plainLogTerm(row.f, ends) };
  return separable("fDivergence", p, q, terms, options.normalize);
}

/** Of the divergences that are even in (p − q)/(p + q), how many squared Hellinger distances they are near equality. */
const even: Readonly<Record<string, number>> = {
  jeffreys: 8,
  jensenShannon: 1,
  squaredHellinger: 1,
};

/** Such a divergence of two members of a family that are nearly equal, by their closed relative entropies. */
function nearByName(
  row: Partial<Generator>,
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
): number | undefined {
  const { name = "" } = row;
  const times = Object.hasOwn(even, name) ? even[name] : undefined;
  const own = generators[name as GeneratorName];
  if (times === undefined || row.term !== own.term || !isDistribution(p)) return undefined;
  const near = nearSquaredHellinger(p, q);
  return near === undefined ? undefined : times * near;
}

/** lim f(u) as u → 0 and lim f(u)/u as u → ∞. */
interface Limits {
  readonly atZero: number;
  readonly slope: number;
}

function limitsOf(row: Pick<Generator, "f"> & Partial<Generator>): Limits {
  const { f } = row;
  return {
    atZero: row.atZero ?? limit([0, 1e-300, 1e-200, 1e-100], f),
    slope: row.slopeAtInfinity ?? limit([1e300, 1e200, 1e100], (u) => f(u) / u),
  };
}

const times = (mass: number, factor: number): number => (mass === 0 ? 0 : mass * factor);

function plainTerm(f: (u: number) => number, { atZero, slope }: Limits): PairTerm {
  return (p, q) => {
    if (q === 0) return times(p, slope);
    return checked(p === 0 ? times(q, atZero) : q * f(p / q), p / q);
  };
}

/** Where p/q is beyond the doubles, f is continued from where it is not: as a line or a power of ln u. */
function plainLogTerm(f: (u: number) => number, { atZero, slope }: Limits): LogTerm {
  const up = continued((t) => f(Math.exp(t)) / Math.exp(t), slope);
  const down = continued((t) => f(Math.exp(-t)), atZero);
  return (logP, logQ, u) => {
    if (logQ === Number.NEGATIVE_INFINITY) return times(Math.exp(logP), slope);
    if (logP === Number.NEGATIVE_INFINITY) return times(Math.exp(logQ), atZero);
    return checked(u > 0 ? up(u, logP) : down(-u, logQ), Math.exp(u));
  };
}

/** e^log·g(t) for t ≥ 0, where e^t and g(t) may overflow: the mass that g multiplies may be smaller still. */
function continued(g: (t: number) => number, end: number): (t: number, log: number) => number {
  let far = 150;
  while (far > 1 && !Number.isFinite(g(far))) far /= 2; // a high power of u
  const [a, b, c] = [g(far / 3), g((2 * far) / 3), g(far)];
  const [first, second] = [b - a, c - b];
  const isLine = Math.abs(second - first) <= 1e-6 * Math.abs(second);
  const growth = Math.log(c / b) / (far / 3);
  return (t, log) => {
    const value = t < 690 ? g(t) : Number.NaN;
    if (Number.isFinite(value)) return grown(log, value);
    if (Number.isFinite(end)) return grown(log, end);
    if (isLine) return grown(log, c + (second / (far / 3)) * (t - far));
    return Math.sign(c) * Math.exp(log + Math.log(Math.abs(c)) + growth * (t - far));
  };
}

function checked(value: number, u: number): number {
  if (!Number.isNaN(value)) return value;
  throw valueError(
    "fDivergence",
    `generator 在 u = ${u} 处给出 NaN`,
    `generator gives NaN at u = ${u}`,
  );
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
