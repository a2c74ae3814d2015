import { sigmoid, softplus } from "../math/sigmoid";
import { dot, type Features, quadraticFeatures } from "./features";
import { addOuter, type Concave, newtonAscent, zeroMatrix } from "./newton-ascent";
import type { Points } from "./samples";

/** A point estimate with its standard error. */
export interface Scored {
  readonly value: number;
  readonly standardError: number;
}

type Rows = readonly Float64Array[];
type Learn = (x: Rows, y: Rows, width: number) => Float64Array;

/**
 * The mean over held-out xs of the log-odds that logistic regression on quadratic features gives, less ln(n/m).
 *
 * Exact in the limit where ln(p/q) is quadratic, as for normal distributions; elsewhere biased.
 *
 * Source: M. Sugiyama, T. Suzuki and T. Kanamori, Density Ratio Estimation in Machine Learning (2012), chapter 4.
 */
export function klClassifier(xs: Points, ys: Points): Scored {
  return crossFitted(xs, ys, fitLogistic, (t, x, y) => {
    const value = mean(x.map((row) => dot(t, row)));
    return {
      value,
      terms: x.map((row) => dot(t, row) - value),
      weights: y.map((row) => 1 - Math.exp(dot(t, row))),
    };
  });
}

/**
 * E_p[T] − ln E_q[e^T] on held-out samples, T quadratic and fitted on the others: a lower bound in expectation, nearly.
 *
 * No log-ratio counts for more than ln m, m the held-out ys: D. McAllester and K. Stratos, Formal limitations on the
 * measurement of mutual information (2020), show that samples cannot vouch for more.
 *
 * Source: M. D. Donsker and S. R. S. Varadhan (1983); M. I. Belghazi et al., Mutual information neural estimation (2018), section 2.
 */
export function klDonskerVaradhan(xs: Points, ys: Points): Scored {
  return crossFitted(xs, ys, fitDonskerVaradhan, (t, x, y) => {
    const scores = y.map((row) => dot(t, row));
    const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const powers = scores.map((value) => Math.exp(value - most));
    const partition = mean(powers);
    const logMean = most + Math.log(partition);
    // Of log-ratios beyond ln m the samples know nothing: no y has been seen there.
    const cap = Math.log(y.length);
    const ratios = x.map((row) => Math.min(cap, dot(t, row) - logMean));
    const value = mean(ratios);
    return {
      value,
      terms: ratios.map((ratio) => ratio - value),
      weights: powers.map((power) => 1 - power / partition),
    };
  });
}

interface Score {
  readonly value: number;
  /** Influence of each x, and of each y, on the value. */
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

/** Two folds: each half is scored with what the other half taught. */
function crossFitted(
  xs: Points,
  ys: Points,
  learn: Learn,
  score: (t: Float64Array, x: Rows, y: Rows) => Score,
): Scored {
  const [x, y] = quadraticFeatures(xs, ys);
  const half = (features: Features, fold: number): Rows =>
    features.rows.filter((_, i) => i % 2 === fold);
  const scores = [0, 1].map((fold) => {
    const t = learn(half(x, 1 - fold), half(y, 1 - fold), x.width);
    return score(t, half(x, fold), half(y, fold));
  });
  const variance = (parts: readonly number[]): number =>
    mean(parts.map((p) => p * p)) / parts.length;
  return {
    value: mean(scores.map((s) => s.value)),
    standardError: Math.sqrt(
      variance(scores.flatMap((s) => s.terms)) + variance(scores.flatMap((s) => s.weights)),
    ),
  };
}

/** Weights whose score is ln(p/q): the intercept takes ln(n/m) out. */
function fitLogistic(x: Rows, y: Rows, width: number): Float64Array {
  const t = newtonAscent((weights) => {
    const gradient = new Float64Array(width);
    const curvature = zeroMatrix(width);
    let value = 0;
    for (const [rows, label] of [
      [x, 1],
      [y, 0],
    ] as const) {
      for (const row of rows) {
        const score = dot(weights, row);
        const chance = sigmoid(score);
        value += label * score - softplus(score);
        for (let j = 0; j < width; j++) gradient[j] += (label - chance) * row[j];
        addOuter(curvature, row, chance * (1 - chance));
      }
    }
    return shrunk({ value, gradient, curvature }, weights, 1);
  }, width);
  t[0] -= Math.log(x.length / y.length);
  return t;
}

function fitDonskerVaradhan(x: Rows, y: Rows, width: number): Float64Array {
  const target = new Float64Array(width);
  for (const row of x) for (let j = 0; j < width; j++) target[j] += row[j] / x.length;
  return newtonAscent((weights) => {
    const scores = y.map((row) => dot(weights, row));
    const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const powers = scores.map((score) => Math.exp(score - most));
    const total = powers.reduce((a, b) => a + b, 0);
    const expected = new Float64Array(width);
    const curvature = zeroMatrix(width);
    for (const [i, row] of y.entries()) {
      const share = powers[i] / total;
      for (let j = 0; j < width; j++) expected[j] += share * row[j];
      addOuter(curvature, row, share);
    }
    addOuter(curvature, expected, -1);
    const value = dot(weights, target) - most - Math.log(total / y.length);
    const gradient = target.map((a, j) => a - expected[j]);
    return shrunk({ value, gradient, curvature }, weights, width / y.length);
  }, width);
}

/** Less strength·|weights|²/2, so that separable samples do not send the weights to infinity. */
function shrunk(at: Concave, weights: Float64Array, strength: number): Concave {
  const { value, gradient, curvature } = at;
  for (const [i, row] of curvature.entries()) row[i] += strength;
  return {
    value: value - (strength / 2) * dot(weights, weights),
    gradient: gradient.map((slope, i) => slope - strength * weights[i]),
    curvature,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
