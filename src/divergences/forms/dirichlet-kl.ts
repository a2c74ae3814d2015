import type { Beta } from "../../distributions/families/beta";
import { crossDifference } from "../../math/cross-difference";
import { binetBregman, logGammaBregman, quotientBregman } from "../../math/log-gamma-bregman";
import { logGammaBregmanDrop, stepsToStirling } from "../../math/log-gamma-bregman-drop";
import { logRatio, relativeEntropyTerm } from "../../math/relative-entropy-term";

/**
 * D(dirichlet(a) ‖ dirichlet(b)) with a = p, b = q; of Beta distributions for two entries.
 *
 * D = Σ B(bᵢ, aᵢ) − B(Σb, Σa), B being how far ln Γ lies above its tangent. Stirling's x ln x − x gathers to terms ≥ 0,
 * Σ [bᵢ ln(bᵢ/mᵢ) − bᵢ + mᵢ] with mᵢ = aᵢ Σb/Σa. What is left of B at the sums is nearly that of the greatest entry
 * where one dominates: their difference is taken as a whole, the entry raised to where Stirling's series holds,
 * which adds the same number to both sums.
 */
export function dirichletKl(a: readonly number[], b: readonly number[]): number {
  const gathered = gatheredKl(a, b);
  if (!Number.isNaN(gathered)) return gathered;
  // Shapes next to the end of the doubles, whose products are lost: as it is defined.
  let value = -logGammaBregman(sumBesides(b), sumBesides(a));
  for (const [i, x] of b.entries()) value += logGammaBregman(x, a[i]);
  return Math.max(0, value);
}

function gatheredKl(a: readonly number[], b: readonly number[]): number {
  const greatest = a.indexOf(Math.max(...a));
  const [x, y] = [b[greatest], a[greatest]];
  const steps = stepsToStirling(x, y);
  const change = b.map((value, i) => value - a[i]);
  const addedDifference = sumBesides(change, greatest);
  const all = sumBesides(a) + steps;
  const ratio = (sumBesides(b) + steps) / all;
  let total = 0;
  for (let i = 0; i < a.length; i++) {
    // p − q·ratio, by what each other entry leaves of it.
    const gap = crossDifferences(b[i], a[i], a, b, all);
    if (i === greatest) {
      total += scaledTerm(x + steps, y + steps, ratio, gap - addedDifference * (steps / all));
    } else {
      const delta = change[i];
      total += scaledTerm(b[i], a[i], ratio, gap + delta * (steps / all));
      total += quotientBregman(b[i], a[i], delta) / 2 + binetBregman(b[i], a[i], delta);
    }
  }
  if (total === Number.POSITIVE_INFINITY) return total;
  const growth = {
    x,
    y,
    difference: x - y,
    toX: sumBesides(b, greatest),
    toY: sumBesides(a, greatest),
    addedDifference,
    cross: crossDifferences(x, y, a, b, y),
  };
  return Math.max(0, total + logGammaBregmanDrop(growth, steps));
}

/** Σⱼ (x aⱼ − y bⱼ)/s */
function crossDifferences(
  x: number,
  y: number,
  a: readonly number[],
  b: readonly number[],
  s: number,
): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += crossDifference(x, y, b[j], a[j], s);
  return sum;
}

/** p ln(p/(q r)) − p + q r, also where q r is too small for a double. */
function scaledTerm(p: number, q: number, ratio: number, gap: number): number {
  const scaled = q * ratio;
  if (scaled > 1e-290) return relativeEntropyTerm(p, scaled, gap);
  return p * (logRatio(p, q) - Math.log(ratio)) - gap;
}

/** The sum of all entries, or of all but one. */
function sumBesides(values: readonly number[], index = -1): number {
  let sum = 0;
  for (let j = 0; j < values.length; j++) if (j !== index) sum += values[j];
  return sum;
}

/** D(beta ‖ uniform(0, 1)). */
export const betaToUnit = (d: Beta): number => dirichletKl([d.alpha, d.beta], [1, 1]);
