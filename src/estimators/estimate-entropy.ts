import { digamma, logGamma } from "../math/log-gamma";
import { checkOptions } from "../words/check-options";
import { valueError } from "../words/errors";
import { checkedLater, count, text } from "../words/option-kinds";
import { natsPerUnit } from "../words/units";
import { type CountMethod, countEntropies } from "./count-entropies";
import { type Estimate, normalEstimate } from "./estimate";
import { maxNeighbours, neighbourDistances } from "./neighbour-distances";
import { treeOf } from "./point-tree";
import { checkedPoints, type Points, type Samples } from "./samples";

/** Options of `estimateEntropy`. */
export interface EstimateEntropyOptions {
  /** Default "nearestNeighbours", for continuous samples; the others count equal samples. */
  readonly method?: CountMethod | "nearestNeighbours";
  /** Which nearest neighbour; default 5, at most 32. */
  readonly k?: number;
  /** Base of the logarithm; default e: nats. */
  readonly base?: number;
}

/**
 * H(p) estimated from samples of p, with a 95 % interval (normal, from the spread of the surprises).
 *
 * Discrete: "plugIn" (biased by about −(K − 1)/(2n)), "millerMadow" (adds that), "grassberger", "chaoShen" (for many
 * unseen outcomes). Continuous: "nearestNeighbours" (Kozachenko and Leonenko). Intervals know spread, not bias.
 *
 * @param xs numbers, or rows of equal length
 * @returns in nats, or the unit of `base`; differential for nearestNeighbours
 * @throws RangeError for entries that are not finite, too many ties or a bad option; TypeError for shapes
 *
 * @example
 * estimateEntropy([1, 2, 1, 2], { method: "plugIn", base: 2 }).value; // 1
 * estimateEntropy([1, 2, 1, 2], { method: "millerMadow" }).value; // 0.8181471805599453
 *
 * Source: P. Grassberger, Entropy estimates from insufficient samplings (2003); A. Chao and T.-J. Shen (2003); L. F. Kozachenko and N. N. Leonenko (1987).
 */
export function estimateEntropy(xs: Samples, options: EstimateEntropyOptions = {}): Estimate {
  checkOptions("estimateEntropy", options, {
    method: text,
    k: count(1, maxNeighbours / 2),
    base: checkedLater,
  });
  const { method = "nearestNeighbours", k = 5 } = options;
  const unit = natsPerUnit("estimateEntropy", options.base);
  const points = checkedPoints("estimateEntropy", "xs", xs);
  if (method !== "nearestNeighbours") {
    if (!Object.hasOwn(countEntropies, method)) {
      throw valueError(
        "estimateEntropy",
        `没有 method ${method}；有 plugIn、millerMadow、grassberger、chaoShen、nearestNeighbours`,
        `there is no method ${method}; give plugIn, millerMadow, grassberger, chaoShen or nearestNeighbours`,
      );
    }
    const estimator = countEntropies[method];
    const counts = countRows(points);
    return normalEstimate(
      estimator(counts, points.n) / unit,
      spread(counts, points.n) / unit,
      method,
    );
  }
  const [value, error] = kozachenkoLeonenko(points, k);
  return normalEstimate(value / unit, error / unit, method);
}

/** ψ(n) − ψ(k) + ln(volume of the unit ball) + (d/n) Σ ln ρᵢ, and its standard error. */
function kozachenkoLeonenko(points: Points, k: number): readonly [number, number] {
  const { n, d } = points;
  const near = Math.min(k, n - 1);
  const tree = treeOf(points);
  const { logDistance, rank } = neighbourDistances("estimateEntropy", "xs", tree, tree.points, {
    k: near,
    own: true,
  });
  const terms = Array.from(logDistance, (log, i) => d * log - digamma(rank[i]));
  const mean = terms.reduce((sum, term) => sum + term, 0) / n;
  const square = terms.reduce((sum, term) => sum + (term - mean) ** 2, 0) / (n - 1);
  const logBall = (d / 2) * Math.log(Math.PI) - logGamma(d / 2 + 1);
  return [digamma(n) + logBall + mean, Math.sqrt(square / n)];
}

function countRows({ values, n, d }: Points): number[] {
  const counts = new Map<string | number, number>();
  for (let i = 0; i < n; i++) {
    const key = d === 1 ? values[i] : values.subarray(i * d, (i + 1) * d).join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()];
}

/** The standard deviation of −ln p̂ under p̂, over √n. */
function spread(counts: readonly number[], n: number): number {
  let [first, second] = [0, 0];
  for (const count of counts) {
    const surprise = Math.log(n / count);
    first += (count / n) * surprise;
    second += (count / n) * surprise * surprise;
  }
  return Math.sqrt(Math.max(0, second - first * first) / n);
}
