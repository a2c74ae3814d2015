// Nodes and weights of the 21-point Kronrod rule on [-1, 1].
// Source: R. Piessens et al., QUADPACK (1983), qk21.
const positiveNodes = [
  0.9956571630258081, 0.9739065285171717, 0.9301574913557082, 0.8650633666889845,
  0.7808177265864169, 0.6794095682990244, 0.5627571346686047, 0.4333953941292472,
  0.2943928627014602, 0.1488743389816312,
];
const positiveWeights = [
  0.011694638867371874, 0.032558162307964725, 0.054755896574351995, 0.07503967481091996,
  0.0931254545836976, 0.10938715880229764, 0.12349197626206584, 0.13470921731147334,
  0.14277593857706009, 0.1477391049013385,
];
/** −0.9957 … 0.9957, and the weights that go with them. */
const nodes: readonly number[] = [
  ...positiveNodes.map((x) => -x),
  0,
  ...[...positiveNodes].reverse(),
];
const weights: readonly number[] = [
  ...positiveWeights,
  0.14944555400291692,
  ...[...positiveWeights].reverse(),
];

/** Pₖ(x), Legendre's polynomial. */
function legendre(k: number, x: number): number {
  let [before, value] = [1, x];
  for (let n = 1; n < k; n++) {
    [before, value] = [value, ((2 * n + 1) * x * value - n * before) / (n + 1)];
  }
  return k === 0 ? 1 : value;
}

/** Σ rowᵢ f(xᵢ) is the coefficient of the normalised Pₖ in f: the rule is exact up to degree 31. */
const coefficientRow = (k: number): number[] =>
  nodes.map((x, i) => weights[i] * legendre(k, x) * Math.sqrt(k + 0.5));
const [lowerRows, upperRows] = [
  [8, 9, 10, 11],
  [12, 13, 14, 15],
].map((degrees) => degrees.map(coefficientRow));

/** A place between the last node and the end, and what the polynomial through the nodes has there. */
const edge = 1 - 2 ** -12;
const edgeRow: readonly number[] = nodes.map((x, i) =>
  nodes.reduce((product, y, j) => (i === j ? product : (product * (edge - y)) / (x - y)), 1),
);

/** One application of the rule to [low, high]. */
export interface Panel {
  readonly low: number;
  readonly high: number;
  readonly value: number;
  /** Estimated absolute error of `value`. */
  readonly error: number;
  /** What rounding alone may do to `value`: no bisection helps against it. */
  readonly rounding: number;
  /** ∫|f|, the scale against which rounding is judged. */
  readonly magnitude: number;
}

/**
 * ∫ f over [low, high] by the 21-point rule.
 *
 * The error is judged by Legendre's coefficients of degree 8 to 15: where f is smooth they fall like a geometric series,
 * and are continued to degree 32, from which on the rule errs; where they do not fall there is a kink, a jump or a wave
 * too short, and they are the error. Between the last node and the end, where all that is blind, f is looked at once.
 */
export function gaussKronrod(f: (x: number) => number, low: number, high: number): Panel {
  const centre = low + (high - low) / 2;
  const half = (high - low) / 2;
  const values = nodes.map((node) => f(centre + half * node));
  let value = 0;
  let magnitude = 0;
  for (let i = 0; i < 21; i++) {
    value += weights[i] * values[i];
    magnitude += weights[i] * Math.abs(values[i]);
  }
  let spread = 0;
  for (let i = 0; i < 21; i++) spread += weights[i] * Math.abs(values[i] - value / 2);
  const [lower, upper] = [normOf(lowerRows, values), normOf(upperRows, values)];
  const fall = lower > 0 ? Math.min(1, (3 * upper) / lower) : 1;
  const blind = Math.max(
    unseen(f(centre - half * edge), values[0], reversedDot(edgeRow, values)),
    unseen(f(centre + half * edge), values[20], dot(edgeRow, values)),
  );
  // Of the sum, and of the places x, which matters where they are far from 0 and f is steep.
  const rounding = Number.EPSILON * (2 * magnitude + spread * Math.abs(centre / half));
  const error = Math.max(upper * fall * fall, blind, rounding);
  return {
    low,
    high,
    value: value * half,
    error: error * half,
    rounding: rounding * half,
    magnitude: magnitude * half,
  };
}

/** How far from the ends the last nodes are, and the places where f is looked at besides. */
const [beyondNodes, beyondEdge] = [1 - positiveNodes[0], 1 - edge];

/** What may hide between a node and the end: more where f grows towards it like a pole. */
function unseen(atEdge: number, atNode: number, foretold: number): number {
  const growth = Math.abs(atEdge / atNode);
  const pole = growth > 1 ? Math.log(growth) / Math.log(beyondNodes / beyondEdge) : 0;
  return (beyondNodes * Math.abs(atEdge - foretold)) / (1 - Math.min(pole, 0.97));
}

function normOf(rows: readonly (readonly number[])[], values: readonly number[]): number {
  let sum = 0; // of squares it might overflow
  for (const row of rows) sum += Math.abs(dot(row, values));
  return sum;
}

function dot(row: readonly number[], values: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < 21; i++) sum += row[i] * values[i];
  return sum;
}

function reversedDot(row: readonly number[], values: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < 21; i++) sum += row[20 - i] * values[i];
  return sum;
}
