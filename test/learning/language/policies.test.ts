import { describe, expect, test } from "vitest";
import { kl, seeded } from "../../../src";
import * as learn from "../../../src/learning";

const { optimalPolicy, trainPolicy } = learn;

const rewards = [
  [1, 0, -1, 0.5],
  [0, 2, 0.3, -0.4],
];
const reference = [0.1, 0.2, 0.3, 0.4];

async function last(
  given: learn.TensorLike,
  options: learn.PolicyOptions,
): Promise<learn.PolicyState> {
  let state: learn.PolicyState | undefined;
  for await (state of trainPolicy(given, options));
  return state as learn.PolicyState;
}

const objective = (policy: readonly number[], row: number, beta: number): number =>
  policy.reduce((sum, p, k) => sum + p * rewards[row][k], 0) - beta * kl(policy, reference);

describe("optimalPolicy", () => {
  test("is better than any other by β·D(other‖it)", () => {
    const next = seeded(1);
    for (const beta of [0.2, 1, 5]) {
      const { data } = optimalPolicy(rewards, { reference, beta });
      for (const row of [0, 1]) {
        const best = Array.from(data.subarray(4 * row, 4 * row + 4));
        for (let i = 0; i < 5; i++) {
          const raw = Array.from({ length: 4 }, next);
          const other = raw.map((x) => x / raw.reduce((a, b) => a + b, 0));
          const loss = objective(best, row, beta) - objective(other, row, beta);
          expect(Math.abs(loss - beta * kl(other, best))).toBeLessThan(1e-12);
        }
      }
    }
  });

  test("goes from the reference to the best action, and leaves alone what is barred", () => {
    const far = optimalPolicy([0, 1, 0], { reference: [0.5, 0.25, 0.25], beta: 1e9 }).data;
    [0.5, 0.25, 0.25].forEach((p, k) => {
      expect(Math.abs(far[k] - p)).toBeLessThan(1e-9);
    });
    expect(optimalPolicy([0, 1, 9], { reference: [0.5, 0.5, 0], beta: 1e-3 }).data).toEqual(
      Float64Array.of(0, 1, 0),
    );
    expect(optimalPolicy([3, 3]).data).toEqual(Float64Array.of(0.5, 0.5));
  });
});

describe("trainPolicy", () => {
  test("comes to the closed solution within 1e-3 nats, exactly and by its metrics", async () => {
    const { policy, metrics } = await last(rewards, { reference, beta: 0.5 });
    expect(metrics.gap).toBeLessThan(1e-6);
    expect(policy.shape).toEqual([2, 4]);
    const best = optimalPolicy(rewards, { reference, beta: 0.5 });
    for (const row of [0, 1]) {
      const [p, q] = [policy, best].map(({ data }) => data.subarray(4 * row, 4 * row + 4));
      expect(kl(p, q)).toBeLessThan(1e-3);
      const want = kl(p, reference);
      if (row === 1) expect(metrics.kl).toBeGreaterThan(want / 2);
    }
    expect(Math.abs(metrics.objective - (metrics.reward - 0.5 * metrics.kl))).toBeLessThan(1e-15);
  });

  // What each estimator in the loss comes to: by the gradients that it has in the mean.
  test.each(["k2", "k1 in reward"] as const)(
    "by draws of %s too, but for noise",
    async (estimator) => {
      const options = { reference, beta: 0.5, estimator, draws: 128, rate: 0.05 };
      const { metrics } = await last(rewards, { ...options, steps: 150 });
      expect(metrics.gap).toBeLessThan(5e-3);
    },
  );

  test("k1 in the loss holds nothing, and k3 holds by the other D", async () => {
    const one = await last([0, 1], { beta: 10, estimator: "k1", draws: 32, steps: 150 });
    expect(one.policy.data[1]).toBeGreaterThan(0.95); // the closed solution has 0.525
    // −E r + β·D(ref‖π) is least where β (p − ½) = p (1 − p)(1 − 0): of β = 1, p² = ½.
    const three = await last([0, 1], {
      beta: 1,
      estimator: "k3",
      draws: 512,
      steps: 120,
      rate: 0.05,
    });
    expect(Math.abs(three.policy.data[1] - Math.SQRT1_2)).toBeLessThan(0.02);
    expect(Math.abs(optimalPolicy([0, 1]).data[1] - 0.7310585786300049)).toBeLessThan(1e-15);
  });

  test("begins as the reference, keeps to what it allows, and is the same for one seed", async () => {
    const [first, again] = await Promise.all([
      last([0, 1, 9], { reference: [0.5, 0.5, 0], estimator: "k3", steps: 2 }),
      last([0, 1, 9], { reference: [0.5, 0.5, 0], estimator: "k3", steps: 2 }),
    ]);
    expect(first.policy.data[2]).toBe(0);
    expect(first.metrics).toEqual(again.metrics);
    expect(first.metrics.kl).toBeLessThan(0.05);
    expect(first.metrics.gap).toBeGreaterThan(0);
  });
});

test.each([
  ["no reward", () => last([], {}), RangeError, /空/],
  ["−∞ as a reward", () => last([0, -Infinity], {}), RangeError, /rewards\[1\].*reference/],
  ["a cube", () => last([[[1]]], {}), TypeError, /\[1, 1, 1\]/],
  [
    "a reference of other actions",
    () => last([0, 1], { reference: [1, 0, 0] }),
    TypeError,
    /\[3\]/,
  ],
  [
    "a reference that is none",
    () => last([0, 1], { reference: [0.5, 0.4] }),
    RangeError,
    /第 0 行/,
  ],
  ["negative probabilities", () => last([0, 1], { reference: [1.5, -0.5] }), RangeError, /第 0 行/],
  ["β = 0", () => last([0, 1], { beta: 0 }), RangeError, /beta/],
  ["another estimator", () => last([0, 1], { estimator: "k4" as never }), RangeError, /k4/],
  ["one draw", () => last([0, 1], { draws: 1, estimator: "k1" }), RangeError, /draws/],
  ["a rate that diverges", () => last([0, 1], { rate: 1.7e308 }), RangeError, /第 \d+ 步发散/],
  ["a slip of the pen", () => last([0, 1], { betas: 1 } as never), TypeError, /beta/],
])("%s is refused, in both languages", async (_, call, kind, message) => {
  await expect(call()).rejects.toThrow(kind);
  await expect(call()).rejects.toThrow(message);
  await expect(call()).rejects.toThrow(/[一-鿿].* \/ .*[a-z]/);
});
