import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Prng, seeded } from "../../../src";
import * as learn from "../../../src/learning";
import { settings } from "../../support/arbitraries";
import { difference } from "../finite-difference";

const { add, grad, matmul, multiply, sum, tensor } = learn;
type Tensor = learn.Tensor;
type Operation = (...xs: Tensor[]) => Tensor;

/** Numbers from low to high, none nearer to another than `apart`, so that what chooses among them does so steadily. */
const spread =
  (low: number, high: number, apart = 0) =>
  (n: number, next: Prng): number[] => {
    const step = (high - low) / n;
    const cells = Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [cells[i], cells[j]] = [cells[j], cells[i]];
    }
    return cells.map((cell) => low + step * (cell + (apart > 0 ? 0.25 + next() / 2 : next())));
  };
const real = spread(-2, 2);
const apart = spread(-2, 2, 1);
const positive = spread(0.2, 3);

/** The same, none near a place where the slope jumps. */
const off =
  (...kinks: number[]) =>
  (n: number, next: Prng): number[] =>
    real(n, next).map((x) => {
      const kink = kinks.find((at) => Math.abs(x - at) < 0.05);
      return kink === undefined ? x : kink + 0.05;
    });

/** Unary operations with numbers that they take. */
const ofEach: Readonly<Record<string, readonly [Operation, typeof real]>> = {
  negative: [learn.negative, real],
  square: [learn.square, real],
  sqrt: [learn.sqrt, positive],
  abs: [learn.abs, off(0)],
  exp: [learn.exp, real],
  expm1: [learn.expm1, real],
  log: [learn.log, positive],
  log1p: [learn.log1p, spread(-0.8, 2)],
  tanh: [learn.tanh, real],
  sin: [learn.sin, real],
  cos: [learn.cos, real],
  sigmoid: [learn.sigmoid, spread(-6, 6)],
  softplus: [learn.softplus, spread(-6, 6)],
  logSigmoid: [learn.logSigmoid, spread(-6, 6)],
  relu: [learn.relu, off(0)],
  lgamma: [learn.lgamma, positive],
  digamma: [learn.digamma, positive],
  clip: [(x) => learn.clip(x, -0.7, 1.1), off(-0.7, 1.1)],
  detached: [(x) => multiply(x, learn.detach(x)), real],
};

const ofPairs: Readonly<Record<string, readonly [Operation, typeof real]>> = {
  add: [learn.add, real],
  subtract: [learn.subtract, real],
  multiply: [learn.multiply, real],
  divide: [learn.divide, positive],
  power: [learn.power, positive],
  xlogy: [learn.xlogy, positive],
  maximum: [learn.maximum, apart],
  minimum: [learn.minimum, apart],
  where: [(a, b) => learn.where(learn.greater(a, b), a, b), apart],
};

/** Of a matrix of three rows of four. */
const ofMatrix: Readonly<Record<string, readonly [Operation, typeof real]>> = {
  "sum of all": [(x) => learn.sum(x), real],
  "sum of columns": [(x) => learn.sum(x, { axis: 0 }), real],
  "mean of rows": [(x) => learn.mean(x, { axis: -1, keepDims: true }), real],
  "max of all": [(x) => learn.max(x), apart],
  "max of rows": [(x) => learn.max(x, { axis: 1 }), apart],
  "logsumexp of all": [(x) => learn.logsumexp(x), real],
  "logsumexp of columns": [(x) => learn.logsumexp(x, { axis: 0, keepDims: true }), real],
  softmax: [(x) => learn.softmax(x), real],
  "softmax of columns": [(x) => learn.softmax(x, { axis: 0 }), real],
  logSoftmax: [(x) => learn.logSoftmax(x), real],
  "logSoftmax of columns": [(x) => learn.logSoftmax(x, { axis: 0 }), real],
  transpose: [(x) => learn.transpose(x), real],
  "transpose of three axes": [(x) => learn.transpose(learn.reshape(x, [2, 2, 3]), [1, 2, 0]), real],
  reshape: [(x) => learn.reshape(x, [2, -1]), real],
  broadcastTo: [(x) => learn.broadcastTo(learn.reshape(x, [3, 1, 4]), [2, 3, 2, 4]), real],
  concatenate: [(x) => learn.concatenate([x, multiply(x, x)], { axis: 1 }), real],
  stack: [(x) => learn.stack([x, multiply(x, x)], { axis: 2 }), real],
  slice: [(x) => learn.slice(x, 1, -1, { axis: 1 }), real],
  take: [(x) => learn.take(x, [2, 0, 2]), real],
  "take of columns": [(x) => learn.take(x, [3, 3, 1], { axis: 1 }), real],
  takeLabels: [(x) => learn.takeLabels(x, [3, 0, 3]), real],
  "klLogits in q": [(x) => learn.klLogits([0.3, -1, 2, 0], x), real],
  "klLogits in p": [(x) => learn.klLogits(x, [0.3, -1, 2, 0]), real],
  "klLogProbs of softmaxes": [
    (x) => learn.klLogProbs(learn.logSoftmax(x), learn.logSoftmax(learn.cos(x))),
    real,
  ],
  "klDivergence of softmaxes": [
    (x) => learn.klDivergence(learn.softmax(learn.cos(x)), learn.softmax(x)),
    real,
  ],
};

/** Weighs all entries of an output, so that each counts. */
const weighed =
  (operation: Operation, weights: (n: number) => number[]) =>
  (xs: readonly Tensor[]): Tensor => {
    const y = operation(...xs);
    return sum(multiply(y, tensor(weights(y.data.length), y.shape)));
  };

/** Both derivatives of an operation at random inputs, along random directions, against differences. */
function agrees(
  operation: Operation,
  shapes: readonly (readonly number[])[],
  draw: typeof real,
  next: Prng,
): void {
  const size = (shape: readonly number[]): number => shape.reduce((n, m) => n * m, 1);
  const all = draw(
    shapes.reduce((n, shape) => n + size(shape), 0),
    next,
  );
  const xs = shapes.map((shape) => tensor(all.splice(0, size(shape)), shape));
  const direction = (): Tensor[] =>
    shapes.map((shape) => tensor(spread(-1, 1)(size(shape), next), shape));
  const [u, v] = [direction(), direction()];
  const fixed = Array.from({ length: 400 }, () => 2 * next() - 1);
  const f = weighed(operation, (n) => fixed.slice(0, n));
  const along = (gs: readonly Tensor[], ds: readonly Tensor[]): Tensor =>
    gs.map((g, i) => sum(multiply(g, ds[i]))).reduce((a, b) => add(a, b));
  const moved = (h: number): Tensor[] => xs.map((x, i) => add(x, multiply(v[i], h)));
  const slope = along(grad(f)(xs), v).item();
  const close = (got: number, want: number): void => {
    expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-7 * Math.max(1, Math.abs(want)));
  };
  close(
    slope,
    difference((h) => f(moved(h)).item()),
  );
  const alongU = (ys: readonly Tensor[]): Tensor => along(grad(f)(ys), u);
  const curvature = along(grad(alongU)(xs), v).item();
  close(
    curvature,
    difference((h) => alongU(moved(h)).item()),
  );
}

/** Shapes of up to three axes, some of whose lengths are 1. */
const shapeOf = (next: Prng): number[] =>
  Array.from({ length: Math.floor(next() * 4) }, () => 1 + Math.floor(next() * 3));

/** Another shape that broadcasts with it. */
const partnerOf = (shape: readonly number[], next: Prng): number[] => {
  const partner = shape.map((n) => (n === 1 ? 1 + Math.floor(next() * 3) : next() < 0.4 ? 1 : n));
  return next() < 0.3 ? partner.slice(1) : partner;
};

const forSeeds = (check: (next: Prng) => void): void =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => check(seeded(seed))),
    settings(12),
  );

describe("first and second derivatives are those of differences", () => {
  // What is made constant has no derivative that a difference could see.
  const smooth = Object.entries(ofEach).filter(([name]) => name !== "detached");
  test.each(smooth)("%s", (_, [operation, draw]) => {
    forSeeds((next) => agrees(operation, [shapeOf(next)], draw, next));
  });

  test.each(Object.entries(ofPairs))("%s, shapes broadcasting", (_, [operation, draw]) => {
    forSeeds((next) => {
      const shape = shapeOf(next);
      const shapes = [shape, partnerOf(shape, next)];
      agrees(operation, next() < 0.5 ? shapes : shapes.reverse(), draw, next);
    });
  });

  test.each(Object.entries(ofMatrix))("%s", (_, [operation, draw]) => {
    forSeeds((next) => agrees(operation, [[3, 4]], draw, next));
  });

  test.each([
    [
      [3, 4],
      [4, 2],
    ],
    [[4], [4, 2]],
    [[3, 4], [4]],
    [[4], [4]],
    [
      [2, 3, 4],
      [4, 5],
    ],
    [
      [1, 1],
      [1, 1],
    ],
  ])("matmul of %j and %j", (a, b) => {
    forSeeds((next) => agrees(matmul, [a, b], real, next));
  });
});

test("a constant takes no part", () => {
  const [operation] = ofEach.detached;
  expect(grad((x: Tensor) => sum(operation(x)))(tensor([3, 4])).data).toEqual(
    Float64Array.of(3, 4),
  );
});
