import { nearLogRatio, type PairTerm, relativeEntropyTerm } from "../../math/relative-entropy-term";

// Each is what one outcome adds to a measure: ≥ 0, homogeneous of degree 1, computed from d = p − q without cancellation.

/** (p − q) ln(p/q). */
export const jeffreysTerm: PairTerm = (p, q, d) => {
  if (p === 0 || q === 0) return p === q ? 0 : Number.POSITIVE_INFINITY;
  return d * nearLogRatio(p, q, d);
};

/** ½ (p ln(p/m) + q ln(q/m)), m the mean of p and q. */
export const jensenShannonTerm: PairTerm = (p, q, d) => {
  const sum = p + q; // twice the mean, which might underflow
  return (relativeEntropyTerm(2 * p, sum, d) + relativeEntropyTerm(2 * q, sum, -d)) / 4;
};

/** ½ |p − q|. */
export const totalVariationTerm: PairTerm = (_p, _q, d) => Math.abs(d) / 2;

/** ½ (√p − √q)², with √p − √q = (p − q)/(√p + √q). */
export const squaredHellingerTerm: PairTerm = (p, q, d) => {
  if (d === 0) return 0;
  const root = d / (Math.sqrt(p) + Math.sqrt(q));
  return (root * root) / 2;
};

/** (p − q)²/q. */
export const chiSquaredTerm: PairTerm = (_p, q, d) => (d === 0 ? 0 : (d / q) * d);

/** (p − q)²/p. */
export const neymanTerm: PairTerm = (p, _q, d) => (d === 0 ? 0 : (d / p) * d);
