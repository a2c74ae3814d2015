import { natsPerUnit } from "../divergences/units";
import { shapeError, valueError } from "../math/errors";
import { type Prng, seeded } from "../math/random";
import { type Estimate, normalEstimate } from "./estimate";
import { klClassifier, klDonskerVaradhan } from "./kl-critics";
import { klHistogram } from "./kl-histogram";
import { klKde } from "./kl-kde";
import { klNearestNeighbours } from "./kl-nearest-neighbours";
import { maxNeighbours } from "./neighbour-distances";
import { type Points, type Samples, checkedPoints } from "./samples";
import { subsampledError } from "./subsample";

export type KlMethod = "nearestNeighbours" | "histogram" | "kde" | "classifier" | "donskerVaradhan";

export interface EstimateKlOptions {
  /** Default "nearestNeighbours". */
  readonly method?: KlMethod;
  /** Which nearest neighbour; default 5, at most 32. */
  readonly k?: number;
  /** About how many cells the histogram has; default 2·n^(1/3). */
  readonly bins?: number;
  /** Factor on Scott's bandwidth of the kernels; default 1. */
  readonly bandwidth?: number;
  /** How many subsamples tell the standard error (not for classifier and donskerVaradhan); default 100, 0 for none. */
  readonly resamples?: number;
  /** Draws the subsamples; default seeded(0). */
  readonly prng?: Prng;
  /** Base of the logarithm; default e: nats. */
  readonly base?: number;
}

/**
 * D(p ‖ q) estimated from samples xs of p and ys of q, with a 95 % interval; may be negative, and is not clipped.
 *
 * "nearestNeighbours" suits continuous samples of few dimensions; "histogram" one or two; "kde" small smooth ones;
 * "classifier" and "donskerVaradhan" fit ln(p/q) by a quadratic, exact for normal distributions of any dimension and a
 * bound or bias elsewhere. Intervals know spread, not bias. Measured by `estimatorArena` with n = 1000 they cover the
 * truth in 90 – 99 % of cases: nearestNeighbours in one dimension, and in two where p and q overlap well; classifier on
 * normal distributions up to two dimensions; donskerVaradhan on those in one; histogram in one. They cover less where
 * neighbours or cells reach into regions that q hardly visits (72 % for normals in the plane one sd apart), and are
 * not to be trusted in 10 dimensions.
 *
 * @param xs, ys numbers, or rows of equal length; at least 2k + 2 of each
 * @throws RangeError for entries that are not finite, too many ties or a bad option; TypeError for shapes
 *
 * @example
 * estimateKl([1, 2, 3, 4.5, 6, 7, 8.2, 9], [1.1, 2.2, 3.1, 4, 6.3, 7.4, 8, 9.9], { k: 2, resamples: 0 }).method; // "nearestNeighbours"
 *
 * Source: Q. Wang, S. R. Kulkarni and S. Verdú (2009); D. N. Politis and J. P. Romano, Large sample confidence regions based on subsamples under minimal assumptions (1994).
 */
export function estimateKl(xs: Samples, ys: Samples, options: EstimateKlOptions = {}): Estimate {
  const { method = "nearestNeighbours", resamples = 100, prng = seeded(0) } = options;
  const unit = natsPerUnit("estimateKl", options.base);
  const [x, y] = [checkedPoints("estimateKl", "xs", xs), checkedPoints("estimateKl", "ys", ys)];
  if (x.d !== y.d) {
    throw shapeError(
      "estimateKl",
      `xs 有 ${x.d} 个坐标而 ys 有 ${y.d} 个`,
      `xs has ${x.d} coordinates but ys has ${y.d}`,
    );
  }
  if (method === "classifier" || method === "donskerVaradhan") {
    const { value, standardError } = (method === "classifier" ? klClassifier : klDonskerVaradhan)(
      x,
      y,
    );
    return normalEstimate(value / unit, standardError / unit, method);
  }
  const point = pointEstimator(method, options);
  const value = point(x, y);
  const error = resamples > 0 ? subsampledError(point, x, y, resamples, prng) : Number.NaN;
  return normalEstimate(value / unit, error / unit, method);
}

function pointEstimator(
  method: string,
  options: EstimateKlOptions,
): (xs: Points, ys: Points) => number {
  const { k = 5, bins, bandwidth = 1 } = options;
  if (method === "nearestNeighbours") {
    if (!(Number.isSafeInteger(k) && k >= 1 && k <= maxNeighbours / 2)) {
      throw valueError(
        "estimateKl",
        `k 是 ${k}，应为 1 到 ${maxNeighbours / 2} 的整数`,
        `k is ${k}; give an integer from 1 to ${maxNeighbours / 2}`,
      );
    }
    return (xs, ys) => klNearestNeighbours(xs, ys, k);
  }
  if (method === "histogram") return (xs, ys) => klHistogram(xs, ys, bins);
  if (method === "kde") return (xs, ys) => klKde(xs, ys, bandwidth);
  throw valueError(
    "estimateKl",
    `没有 method ${method}；有 nearestNeighbours、histogram、kde、classifier、donskerVaradhan`,
    `there is no method ${method}; give nearestNeighbours, histogram, kde, classifier or donskerVaradhan`,
  );
}
