import { gammaQ } from "../math/incomplete-gamma";
import type { Prng } from "../math/random";
import { drawHypergeometric } from "./draw-hypergeometric";

/** Draws of all shuffles, about; then 199 of them have to do. */
const work = 3_000_000;
/** From so many cells on their sum is as good as known: a fitted gamma law instead of shuffles. */
const many = 2000;

/**
 * The probability that samples of one law differ as much as these, by the likelihood ratio of "p = q": small where they
 * are of two laws.
 *
 * The labels are shuffled between both samples, 199 to 999 times, which is exact whatever the cells. It looks at all
 * differences alike, whatever measure is asked for, and stays finite where that is ∞. Of more than 2000 cells Pearson's χ²
 * is compared with the gamma law of its moments under such shuffles.
 *
 * Source: E. L. Lehmann and J. P. Romano, Testing Statistical Hypotheses, 3rd ed. (2005), section 15.2.
 */
export function homogeneityPValue(p: Float64Array, q: Float64Array, prng: Prng): number {
  const pooled = p.map((a, i) => a + q[i]);
  const n = p.reduce((sum, a) => sum + a, 0);
  const total = pooled.reduce((sum, c) => sum + c, 0);
  if (p.length > many) return byMoments(p, pooled, n, total);
  const given = likelihood(p, pooled);
  const steps = pooled.reduce((sum, c) => sum + 1 + Math.min(c, 16), 0);
  const rounds = Math.max(199, Math.min(999, Math.floor(work / steps)));
  const drawn = new Float64Array(p.length);
  let atLeast = 1;
  for (let round = 0; round < rounds; round++) {
    let [left, wanted] = [total, n];
    for (let i = 0; i < drawn.length; i++) {
      drawn[i] = drawHypergeometric(pooled[i], left - pooled[i], wanted, prng);
      left -= pooled[i];
      wanted -= drawn[i];
    }
    if (likelihood(drawn, pooled) >= given - 1e-9 * Math.abs(given)) atLeast++;
  }
  return atLeast / (rounds + 1);
}

/** Σ a ln a + b ln b: the log-likelihood of two laws, up to what both samples together determine. */
function likelihood(p: Float64Array, pooled: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) {
    const [a, b] = [p[i], pooled[i] - p[i]];
    if (a > 0) sum += a * Math.log(a);
    if (b > 0) sum += b * Math.log(b);
  }
  return sum;
}

/**
 * Pearson's χ² of a table of two rows against its mean and variance over all tables with these margins.
 *
 * Source: J. B. S. Haldane, The mean and variance of χ², when used as a test of homogeneity, when expectations are small (1940).
 */
function byMoments(p: Float64Array, pooled: Float64Array, n: number, total: number): number {
  const m = total - n;
  const cells = pooled.length;
  let [square, inverse] = [0, 0];
  for (let i = 0; i < cells; i++) {
    square += (p[i] - (n * pooled[i]) / total) ** 2 / pooled[i];
    inverse += 1 / pooled[i];
  }
  const chiSquared = (square * total * total) / (n * m);
  const mean = ((cells - 1) * total) / (total - 1);
  const [rows, columns] = [
    [2, 1 / n + 1 / m],
    [cells, inverse],
  ].map(([count, sum]) => ({
    free: ((count - 1) * (total - count)) / (total - 1),
    uneven: (total * sum - count * count) / (total - 2),
  }));
  const variance =
    ((2 * total) / (total - 3)) * (rows.free - rows.uneven) * (columns.free - columns.uneven) +
    ((total * total) / (total - 1)) * rows.uneven * columns.uneven;
  const scale = variance / mean;
  return gammaQ(mean / scale, chiSquared / scale);
}
