import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as learn from "../../../src/learning";

const { add, grad, multiply, reshape, sum, tensor } = learn;
type Tensor = learn.Tensor;

interface Row {
  readonly name: string;
  readonly inputs: readonly learn.NestedNumbers[];
  readonly value: readonly number[];
  readonly gradients: readonly (readonly number[])[];
  readonly second: readonly (readonly number[])[];
}

const { rows } = JSON.parse(readFileSync("test/reference/tensors.json", "utf8")) as {
  readonly rows: readonly Row[];
};

/** The operations of test/reference/tensors.py. */
const operations: Readonly<Record<string, (...xs: Tensor[]) => Tensor>> = {
  ...(learn as unknown as Record<string, (...xs: Tensor[]) => Tensor>),
  "maximum of ties": learn.maximum,
  clip: (x) => learn.clip(x, -0.5, 0.9),
  "sum of columns": (x) => sum(x, { axis: 0 }),
  "mean of rows": (x) => learn.mean(x, { axis: -1 }),
  "max of rows": (x) => learn.max(x, { axis: -1 }),
  "max of ties": (x) => learn.max(x),
  "logsumexp of rows": (x) => learn.logsumexp(x, { axis: -1 }),
  "logsumexp of columns": (x) => learn.logsumexp(x, { axis: 0 }),
  "logSoftmax of columns": (x) => learn.logSoftmax(x, { axis: 0 }),
  take: (x) => learn.take(x, [1, 0, 1]),
  takeLabels: (x) => learn.takeLabels(x, [2, 0]),
  slice: (x) => learn.slice(x, 1, 3, { axis: 1 }),
  klLogProbs: (x, y) => learn.klLogProbs(learn.logSoftmax(x), learn.logSoftmax(y)),
  klDivergence: (x, y) => learn.klDivergence(learn.softmax(x), learn.softmax(y)),
};

const weighed = (y: Tensor): Tensor =>
  sum(
    multiply(
      reshape(y, [-1]),
      Array.from(y.data, (_, k) => (-1) ** k / (k + 1)),
    ),
  );

/** PyTorch's ψ′ is good to 1e-9 (ours is held to mpmath's in test/math); all else to rounding. */
const tolerances: Readonly<Record<string, number>> = { lgamma: 1e-9, digamma: 1e-9 };

const agree = (got: Tensor, want: readonly number[], tolerance: number): void => {
  expect(got.data.length).toBe(want.length);
  const worst = got.data.map((x, i) => Math.abs(x - want[i]) / Math.max(1, Math.abs(want[i])));
  expect(Math.max(...worst)).toBeLessThan(tolerance);
};

describe("values, gradients and their gradients are PyTorch's", () => {
  test.each(rows)("$name", ({ name, inputs, value, gradients, second }) => {
    const xs = inputs.map((input) => tensor(input));
    const f = (ys: readonly Tensor[]): Tensor => operations[name](...ys);
    const tolerance = tolerances[name] ?? 1e-13;
    agree(f(xs), value, tolerance);
    const slopes = grad((ys: readonly Tensor[]) => weighed(f(ys)));
    slopes(xs).forEach((g, i) => {
      agree(g, gradients[i], tolerance);
    });
    const total = (ys: readonly Tensor[]): Tensor =>
      slopes(ys)
        .map(weighed)
        .reduce((a, b) => add(a, b));
    grad(total)(xs).forEach((g, i) => {
      agree(g, second[i], tolerance);
    });
  });
});
