import type { Beta } from "../../distributions/families/beta";
import { crossDifference } from "../../math/cross-difference";
import { binetBregman, quotientBregman } from "../../math/log-gamma-bregman";
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
  const greatest = a.indexOf(Math.max(...a));
  const [x, y] = [b[greatest], a[greatest]];
  const steps = stepsToStirling(x, y);
  const change = b.map((value, i) => value - a[i]);
  const all = sum(a) + steps;
  const ratio = (sum(b) + steps) / all;
  let total = 0;
  for (const [i, delta] of change.entries()) {
    // p − q·ratio, by what each other entry leaves of it.
    let gap = sum(a.map((value, j) => crossDifference(b[i], a[i], b[j], value, all)));
    if (i === greatest) {
      gap -= sumBesides(change, i) * (steps / all);
      total += scaledTerm(x + steps, y + steps, ratio, gap);
    } else {
      gap += delta * (steps / all);
      total += scaledTerm(b[i], a[i], ratio, gap);
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
    addedDifference: sumBesides(change, greatest),
    cross: sum(a.map((value, j) => crossDifference(x, y, b[j], value, y))),
  };
  return Math.max(0, total + logGammaBregmanDrop(growth, steps));
}

/** p ln(p/(q r)) − p + q r, also where q r is too small for a double. */
function scaledTerm(p: number, q: number, ratio: number, gap: number): number {
  const scaled = q * ratio;
  if (scaled > 1e-290) return relativeEntropyTerm(p, scaled, gap);
  return p * (logRatio(p, q) - Math.log(ratio)) - gap;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function sumBesides(values: readonly number[], index: number): number {
  return sum(values.filter((_, j) => j !== index));
}

/** D(beta ‖ uniform(0, 1)). */
export const betaToUnit = (d: Beta): number => dirichletKl([d.alpha, d.beta], [1, 1]);
