import { describe, expect, test } from "vitest";
import { seeded } from "../../../src";
import * as learn from "../../../src/learning";

const { adam, grad, multiply, randomNormal, sgd, square, subtract, sum, tensor, valueAndGrad } =
  learn;
type Tensor = learn.Tensor;

const loss = (x: Tensor): Tensor => sum(multiply([1, 10], square(subtract(x, [3, -2]))));

describe.each([
  ["adam", adam({ rate: 0.1 }), 600],
  ["sgd", sgd({ rate: 0.02 }), 600],
  ["sgd with momentum", sgd({ rate: 0.005, momentum: 0.9 }), 600],
] as const)("%s", (_, { start, step }, steps) => {
  test("finds the least", () => {
    let state = start(tensor([0, 0]));
    for (let i = 0; i < steps; i++) state = step(state, grad(loss)(state.parameters));
    expect(state.steps).toBe(steps);
    expect(Math.abs(state.parameters.data[0] - 3)).toBeLessThan(1e-3);
    expect(Math.abs(state.parameters.data[1] + 2)).toBeLessThan(1e-3);
  });

  test("is pure: a state may be gone on from twice", () => {
    const first = step(start({ a: tensor([1, 1]) }), { a: tensor([1, -1]) });
    const before = [...first.parameters.a.data];
    const [one, other] = [1, 2].map(() => step(first, { a: tensor([2, 3]) }));
    expect(one).toEqual(other);
    expect([...first.parameters.a.data]).toEqual(before);
  });

  test("names the step at which a value or a parameter is no number", () => {
    const state = step(start(tensor(1)), tensor(0.1), 2);
    expect(() => step(state, tensor(1), Number.NaN)).toThrow(/第 2 步发散.*NaN.*学习率/);
    expect(() => step(state, learn.exp(1e4))).toThrow(/step 2/);
  });

  test("refuses the gradient of other parameters", () => {
    const state = start([tensor(1), tensor([1, 2])]);
    expect(() => step(state, [tensor(1)] as never)).toThrow(TypeError);
    expect(() => step(state, [tensor(1), tensor(1)])).toThrow(TypeError);
    const turned = start({ w: learn.ones([2, 3]) });
    expect(() => step(turned, { w: learn.ones([3, 2]) })).toThrow(
      /gradient\.w .*\[3, 2\] 与 \[2, 3\]/,
    );
    expect(() => step(turned, { v: learn.ones([2, 3]) } as never)).toThrow(/\{ v \} 与 \{ w \}/);
    expect(() => step(turned, undefined as never)).toThrow(TypeError);
  });

  test("finds the parts of a gradient by name, in whatever order", () => {
    const state = start({ a: tensor(0), b: [tensor(0), tensor(0)] });
    const { a, b } = step(state, { b: [tensor(-1), tensor(0)], a: tensor(1) }).parameters;
    expect([a, ...b].map((each) => Math.sign(each.item()))).toEqual([-1, 1, 0]);
  });
});

// torch.optim.Adam and SGD on x = 1 with gradients 5, −1, 2 (2.13.0, float64)
test.each([
  [
    "adam",
    adam({ rate: 0.1, beta1: 0.8, beta2: 0.9, epsilon: 1e-3 }),
    [0.9000199960007998, 0.8526429315397092, 0.7934682453442351],
  ],
  ["sgd", sgd({ rate: 0.1, momentum: 0.5 }), [0.5, 0.35, 0.07499999999999996]],
] as const)("%s steps as PyTorch's", (_, { start, step }, want) => {
  let state = start(tensor(1));
  [5, -1, 2].forEach((g, i) => {
    state = step(state, tensor(g));
    expect(Math.abs(state.parameters.item() - want[i])).toBeLessThan(1e-14);
  });
});

// Kingma and Ba: of a steady gradient each step is the rate, however great it is, up to ε.
test.each([1e-3, 1, 1e100, 1e154, 1.4e154, 1e200, 1e307])(
  "adam steps by its rate along gradients of %d",
  (g) => {
    const { start, step } = adam({ rate: 0.1 });
    let state = start(tensor([1, -1]));
    for (let i = 1; i <= 3; i++) {
      state = step(state, tensor([g, -g]));
      expect(Math.abs(state.parameters.data[0] - (1 - 0.1 * i))).toBeLessThan(1e-5);
      expect(state.parameters.data[1]).toBe(-state.parameters.data[0]);
    }
    // And what comes after is not held fast by it: torch on g, then 1e-3·g.
    const before = state.parameters.data[0];
    const after = step(state, tensor([1e-3 * g, 0])).parameters.data[0];
    expect(before - after).toBeGreaterThan(0.03);
    expect(before - after).toBeLessThan(0.1);
  },
);

test("a rate that is too large is named, with the step", () => {
  const { start, step } = sgd({ rate: 50 });
  const train = (): void => {
    let state = start(tensor([0, 0]));
    for (let i = 0; i < 2000; i++) {
      const { value, gradient } = valueAndGrad(loss)(state.parameters);
      state = step(state, gradient, value);
    }
  };
  expect(train).toThrow(/sgd: 第 \d+ 步发散.*学习率 50 .* \/ diverged at step \d+: .*rate 50/);
});

test.each([
  ["no rate", () => adam({} as never), /rate/],
  ["no options", () => sgd(undefined as never), /rate/],
  ["a rate of 0", () => sgd({ rate: 0 }), /rate/],
  ["β₁ = 1", () => adam({ rate: 1, beta1: 1 }), /beta1/],
  ["a slip of the pen", () => adam({ rate: 1, beta: 1 } as never), /beta1, beta2/],
])("%s is refused", (_, call, message) => expect(call).toThrow(message));

describe("tensors to begin with", () => {
  test("are the same for one seed, and as they say", () => {
    const draw = (): Tensor => randomNormal([4000], { prng: seeded(5), mean: 2, sd: 3 });
    expect(draw()).toEqual(draw());
    const { data } = draw();
    const mean = data.reduce((a, b) => a + b, 0) / data.length;
    const variance = data.reduce((a, b) => a + (b - mean) ** 2, 0) / data.length;
    expect(Math.abs(mean - 2)).toBeLessThan(0.2);
    expect(Math.abs(Math.sqrt(variance) - 3)).toBeLessThan(0.2);
    expect(randomNormal([3], { prng: () => 0 }).data.every(Number.isFinite)).toBe(true);
    const weights = learn.glorot([300, 2], { prng: seeded(1) }).data;
    expect(Math.max(...weights.map(Math.abs))).toBeLessThanOrEqual(Math.sqrt(6 / 302));
  });
});
