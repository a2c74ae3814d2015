import { erf } from "../math/erf";
import { digamma, logGamma } from "../math/log-gamma";

/** The divergences that `estimateFromCounts` knows. */
export type CountMeasure =
  | "kl"
  | "jeffreys"
  | "jensenShannon"
  | "totalVariation"
  | "hellinger"
  | "chiSquared";

/** A cell's counts, and the sizes of both samples. */
export interface Cell {
  readonly a: number;
  readonly b: number;
  readonly n: number;
  readonly m: number;
}

/** A divergence as a sum over cells, and what a sample does to it. */
export interface CountRule {
  /** The term of one cell: of probabilities. */
  readonly term: (p: number, q: number) => number;
  /** The same from counts, without the greater part of its bias. */
  readonly corrected: (cell: Cell) => number;
  /** How far off the corrected term may be by a bias that no correction takes out; added to both ends of an interval. */
  readonly leeway?: (cell: Cell) => number;
  /** Added to counts of q before the posterior is drawn: 1/q has no mean under a law that one count makes, no variance under that of two. */
  readonly prior?: number;
  /** What the sum of corrected terms lacks. */
  readonly constant: number;
  /** Mean of the plain value where p = q, times 1/(1/n + 1/m), of `cells` cells; totalVariation needs the shares. */
  readonly withoutDrift: (shares: Float64Array, scale: number) => number;
  /** True for a measure in nats. */
  readonly hasUnit: boolean;
  /** From the sum to the measure. */
  readonly finish: (sum: number) => number;
}

const same = (sum: number): number => sum;
const logRatio = (p: number, q: number): number => (p === 0 ? 0 : p * Math.log(p / q));

/** (a/n)[ψ(a) − ψ(n) − ψ(b + 1) + ψ(m + 1)]: the logarithms of counts without their bias of ∓1/(2a). */
const klCorrected = (a: number, b: number, n: number, m: number): number =>
  a === 0 ? 0 : (a / n) * (digamma(a) - digamma(n) - digamma(b + 1) + digamma(m + 1));

/** Half the variance of p̂ times the second derivative; 0 where a cell is empty. */
const curved = (p: number, n: number, second: number): number =>
  p === 0 ? 0 : (second * p * (1 - p)) / (2 * n);

/** E|X| of a normal X. */
const meanDistance = (mean: number, sd: number): number =>
  sd === 0
    ? Math.abs(mean)
    : sd * Math.sqrt(2 / Math.PI) * Math.exp(-((mean / sd) ** 2) / 2) +
      mean * erf(mean / (sd * Math.SQRT2));

/**
 * |p − q| without what sampling made of it: as much as it would make of |p̂ − q̂|, which is too little near 0, and as much
 * as it would make of √((p̂ − q̂)² − variance), which is too much away from it.
 */
function distances({ a, b, n, m }: Cell): readonly [number, number] {
  const [p, q] = [a / n, b / m];
  const distance = Math.abs(p - q);
  const variance = (p * (1 - p)) / n + (q * (1 - q)) / m;
  const sd = Math.sqrt(variance);
  const less = Math.sqrt(Math.max(0, distance * distance - variance));
  return [2 * distance - meanDistance(distance, sd), distance + less - meanDistance(less, sd)];
}

const jensenShannonTerm = (p: number, q: number): number =>
  (logRatio(p, (p + q) / 2) + logRatio(q, (p + q) / 2)) / 2;

const hellingerTerm = (p: number, q: number): number => (Math.sqrt(p) - Math.sqrt(q)) ** 2 / 2;

const chiLike =
  (factor: number) =>
  (shares: Float64Array, scale: number): number =>
    factor * (shares.length - 1) * scale;

/**
 * The measures that counts can tell.
 *
 * Sources: G. A. Miller (1955) and P. Grassberger (2003) for logarithms of counts; for the others the delta method's
 * second term, (f_pp p(1 − p)/n + f_qq q(1 − q)/m)/2; the mean without drift of f-divergences is f''(1)(B − 1)(1/n +
 * 1/m)/2: B. Yurdakul and J. Naranjo, Statistical properties of the population stability index (2020).
 */
export const countMeasures: Readonly<Record<CountMeasure, CountRule>> = {
  kl: {
    term: logRatio,
    corrected: ({ a, b, n, m }) => klCorrected(a, b, n, m),
    constant: 0,
    withoutDrift: chiLike(1 / 2),
    hasUnit: true,
    finish: same,
  },
  jeffreys: {
    term: (p, q) => (p === q ? 0 : (p - q) * Math.log(p / q)),
    corrected: ({ a, b, n, m }) => klCorrected(a, b, n, m) + klCorrected(b, a, m, n),
    constant: 0,
    withoutDrift: chiLike(1),
    hasUnit: true,
    finish: same,
  },
  jensenShannon: {
    term: jensenShannonTerm,
    corrected({ a, b, n, m }) {
      const [p, q] = [a / n, b / m];
      const bias = curved(p, n, q / (2 * p * (p + q))) + curved(q, m, p / (2 * q * (p + q)));
      return jensenShannonTerm(p, q) - bias;
    },
    constant: 0,
    withoutDrift: chiLike(1 / 8),
    hasUnit: true,
    finish: same,
  },
  totalVariation: {
    term: (p, q) => Math.abs(p - q) / 2,
    corrected(cell) {
      const [little, much] = distances(cell);
      return (little + much) / 4;
    },
    leeway(cell) {
      const [little, much] = distances(cell);
      return Math.abs(little - much) / 4;
    },
    constant: 0,
    withoutDrift: (shares, scale) =>
      shares.reduce((sum, x) => sum + Math.sqrt((x * (1 - x) * scale * 2) / Math.PI), 0) / 2,
    hasUnit: false,
    finish: same,
  },
  hellinger: {
    term: hellingerTerm,
    corrected({ a, b, n, m }) {
      const [p, q] = [a / n, b / m];
      const bias =
        curved(p, n, Math.sqrt(q) / (4 * p * Math.sqrt(p))) +
        curved(q, m, Math.sqrt(p) / (4 * q * Math.sqrt(q)));
      return hellingerTerm(p, q) - bias;
    },
    // √(x + ¼) of a few counts has nearly the root's mean, where the second term above does not do.
    leeway(cell) {
      const { a, b, n, m } = cell;
      const root = Math.sqrt(((a + 0.25) * (b + 0.25)) / (n * m));
      return Math.abs(countMeasures.hellinger.corrected(cell) - ((a / n + b / m) / 2 - root));
    },
    constant: 0,
    // E of the root of a χ² variable with B − 1 degrees of freedom.
    withoutDrift({ length }, scale) {
      if (length === 1) return 0;
      return Math.sqrt(scale / 4) * Math.exp(logGamma(length / 2) - logGamma((length - 1) / 2));
    },
    hasUnit: false,
    finish: (sum) => Math.sqrt(Math.max(0, sum)),
  },
  chiSquared: {
    term: (p, q) => (p === q ? 0 : (p - q) ** 2 / q),
    // Σ p²/q − 1 from unbiased p² and (m + 1)/(b + 1), whose mean is (1 − (1 − q)^(m+1))/q.
    corrected: ({ a, b, n, m }) =>
      a === 0 ? 0 : ((a * (a - 1)) / (n * Math.max(1, n - 1))) * ((m + 1) / (b + 1)),
    constant: -1,
    prior: 2,
    withoutDrift: chiLike(1),
    hasUnit: false,
    finish: same,
  },
};
