import type { Pareto } from "../../../distributions/families/pareto";
import { nearLogRatio } from "../../../math/relative-entropy-term";

/** Both the same, or no finite moment in either. */
const limit = (p: Pareto, q: Pareto, order: number): number | undefined => {
  if (p.scale === q.scale && p.shape === q.shape) return 0;
  return p.shape > order && q.shape > order ? undefined : Number.POSITIVE_INFINITY;
};

/** 1/αp − 1/αq. */
const slopeDifference = (p: Pareto, q: Pareto): number => (q.shape - p.shape) / p.shape / q.shape;

/** ∫ |mp e^(x/αp) − mq e^(x/αq)| e^(−x) dx: the two curves cross once at most. */
export function paretoFirst(p: Pareto, q: Pareto): number {
  const known = limit(p, q, 1);
  if (known !== undefined) return known;
  const slope = slopeDifference(p, q);
  // 1/(1 − a) − 1/(1 − b), a = 1/αp, b = 1/αq.
  const gain = (slope / (1 - 1 / p.shape)) * (q.shape / (q.shape - 1));
  const whole = (p.scale - q.scale) / (1 - 1 / p.shape) + q.scale * gain;
  const crossing = -nearLogRatio(p.scale, q.scale, p.scale - q.scale) / slope;
  if (!(crossing > 0 && crossing < Number.POSITIVE_INFINITY)) return Math.abs(whole);
  const beyond = q.scale * Math.exp((1 / q.shape - 1) * crossing) * gain;
  return Math.abs(beyond) + Math.abs(whole - beyond);
}

/**
 * With A = 1 − 2/αp, B = 1 − 2/αq, x = mp/√A and y = mq/√B it is (x − y)² + 2xy (√A − √B)²/(A + B): no cancellation.
 */
export function paretoSecond(p: Pareto, q: Pareto): number {
  const known = limit(p, q, 2);
  if (known !== undefined) return known;
  const [a, b] = [(p.shape - 2) / p.shape, (q.shape - 2) / q.shape];
  const [rootA, rootB] = [Math.sqrt(a), Math.sqrt(b)];
  const roots = (-2 * slopeDifference(p, q)) / (rootA + rootB); // √A − √B
  const between = (p.scale - q.scale) / rootA - (q.scale / rootA) * (roots / rootB);
  const product = Math.sqrt(((2 * p.scale) / rootA) * (q.scale / rootB));
  return Math.hypot(between, (product * roots) / Math.sqrt(a + b));
}
