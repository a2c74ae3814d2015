import type { Beta } from "../../distributions/families/beta";
import { binetBregman, quotientBregman } from "../../math/log-gamma-bregman";
import { relativeEntropyTerm } from "../../math/relative-entropy-term";

/**
 * D(dirichlet(a) ‖ dirichlet(b)) with a = p, b = q; of Beta distributions for two entries.
 *
 * Stirling's parts of ln Γ gather to terms ≥ 0: with s = Σa, t = Σb, Σ [bᵢ ln(bᵢ/mᵢ) − bᵢ + mᵢ] for mᵢ = aᵢt/s,
 * then halves of x − 1 − ln x of the quotients, then the rest by Binet's function; nothing large cancels.
 */
export function dirichletKl(a: readonly number[], b: readonly number[]): number {
  const s = sum(a);
  const t = sum(b);
  const change = sum(b.map((value, i) => value - a[i]));
  let main = 0;
  let halves = -quotientBregman(s + change, s, change);
  let rest = -binetBregman(s + change, s, change);
  for (const [i, x] of a.entries()) {
    const y = b[i];
    const delta = y - x;
    // y − x t/s, where the other entries say how s and t differ.
    const others = sum(a.filter((_, j) => j !== i));
    const otherChange = sum(b.map((value, j) => (j === i ? 0 : value - a[j])));
    main += relativeEntropyTerm(y, x * (t / s), (delta * others - x * otherChange) / s);
    halves += quotientBregman(y, x, delta);
    rest += binetBregman(y, x, delta);
  }
  return main + halves / 2 + rest;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** D(beta ‖ uniform(0, 1)). */
export const betaToUnit = (d: Beta): number => dirichletKl([d.alpha, d.beta], [1, 1]);
