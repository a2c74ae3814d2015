import { expect, test } from "vitest";
import { seeded } from "../../../src";
import * as learn from "../../../src/learning";
import { bernoulliLoss } from "../../../src/learning/models/bernoulli-loss";

const { grad, hessian, multiply, softplus, subtract, sum, tensor, uniform } = {
  ...learn,
  uniform: (shape: readonly number[], seed: number) => {
    const next = seeded(seed);
    return tensor(Float64Array.from({ length: shape[0] * shape[1] }, next), shape);
  },
};
const written = (x: learn.Tensor, l: learn.Tensor): learn.Tensor =>
  sum(subtract(softplus(l), multiply(x, l)));
const x = uniform([3, 4], 1);
const logits = multiply(4, subtract(uniform([3, 4], 2), 0.5));

const gap = (a: learn.Tensor, b: learn.Tensor): number =>
  Math.max(...Array.from(a.data, (each, i) => Math.abs(each - b.data[i])));

test("is the formula as it stands, with its first and second derivatives in both", () => {
  expect(gap(bernoulliLoss(x, logits), written(x, logits))).toBeLessThan(1e-14);
  for (const f of [bernoulliLoss, written].map((loss) => (l: learn.Tensor) => loss(x, l))) {
    expect(gap(grad(f)(logits), grad((l: learn.Tensor) => written(x, l))(logits))).toBeLessThan(
      1e-15,
    );
    expect(
      gap(hessian(f)(logits), hessian((l: learn.Tensor) => written(x, l))(logits)),
    ).toBeLessThan(1e-15);
  }
  const inRows = (a: learn.Tensor) => bernoulliLoss(a, logits);
  expect(gap(grad(inRows)(x), learn.negative(logits))).toBe(0);
  const both = (loss: typeof written) => (l: learn.Tensor) =>
    sum(grad((a: learn.Tensor) => multiply(loss(a, multiply(l, l)), 0.5))(x));
  expect(gap(grad(both(bernoulliLoss))(logits), grad(both(written))(logits))).toBeLessThan(1e-14);
});

test("stays finite where probabilities are 0 and 1 to all digits", () => {
  const [ends, far] = [tensor([[1, 0]]), tensor([[800, -800]])];
  expect(bernoulliLoss(ends, far).item()).toBe(0);
  expect(bernoulliLoss(ends, learn.negative(far)).item()).toBe(1600);
  expect(grad((l: learn.Tensor) => bernoulliLoss(ends, l))(learn.negative(far)).toArray()).toEqual([
    [-1, 1],
  ]);
});
