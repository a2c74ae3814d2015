import type { Distribution } from "../distributions/distribution";
import { checkNoMore } from "../words/check-no-more";
import { shapeError } from "../words/errors";
import { distributionPair } from "./distribution-pair";
import { klByQuadrature } from "./lines/kl-by-quadrature";

/**
 * D(p ‖ q) = ∫ p ln(p/q) dx by adaptive quadrature, or a sum over integers, with no use of closed forms.
 *
 * The check of every closed form, and what `kl` falls back on.
 *
 * @param p, q distributions on the line
 * @returns nats in [0, Infinity]
 * @throws RangeError if the integral does not converge, TypeError unless p and q are one-dimensional distributions
 *
 * @example
 * Math.abs(quadratureKl(normal(0, 1), normal(1, 1)) - 0.5) < 1e-12; // true
 *
 * Source: S. Kullback and R. A. Leibler, On information and sufficiency (1951); R. Piessens et al., QUADPACK (1983).
 */
export function quadratureKl(p: Distribution, q: Distribution, ...more: readonly never[]): number {
  checkNoMore("quadratureKl", more, "p, q");
  if (!distributionPair("quadratureKl", p, q)) {
    throw shapeError(
      "quadratureKl",
      "p 与 q 应为分布，例如 normal(0, 1)；数组请用 kl",
      "p and q must be distributions, for example normal(0, 1); use kl for arrays",
    );
  }
  return klByQuadrature("quadratureKl", p, q).value;
}
