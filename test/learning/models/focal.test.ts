import { describe, expect, test } from "vitest";
import { focalKl, jensenShannon, kl, seeded } from "../../../src";
import * as learn from "../../../src/learning";
import { refuses } from "../refuses";

const { distillationLoss, focalLoss, grad, smoothedLabels, softmax, sum, tensor, trainFocal } =
  learn;

describe("focalLoss", () => {
  const targets = [
    [0.2, 0.5, 0.3],
    [1, 0, 0],
    [0, 0.5, 0.5],
  ];
  const logits = [
    [0.1, 1.5, -0.4],
    [3, -1, 0.5],
    [0, 0, 0],
  ];

  test.each([0, 0.5, 1, 2, 5])(
    "is klab's focalKl of each row, with its gradient: γ = %d",
    (gamma) => {
      const q = softmax(logits);
      const values = focalLoss(targets, logits, { gamma }).data;
      for (const [row, p] of targets.entries()) {
        const want = focalKl(p, q.data.slice(3 * row, 3 * row + 3), { gamma });
        expect(Math.abs(values[row] - want)).toBeLessThan(1e-14);
      }
      const loss = (z: learn.Tensor): learn.Tensor => sum(focalLoss(targets, z, { gamma }));
      const got = grad(loss)(tensor(logits)).data;
      const flat = logits.flat();
      for (const k of flat.keys()) {
        const slope = (h: number): number =>
          loss(
            tensor(
              flat.map((z, i) => (i === k ? z + h : z)),
              [3, 3],
            ),
          ).item();
        expect(Math.abs(got[k] - (slope(1e-6) - slope(-1e-6)) / 2e-6)).toBeLessThan(1e-8);
      }
    },
  );

  test.each([0, 0.3, 1, 2])("stands still where the prediction is the target: γ = %d", (gamma) => {
    const got = grad((z: learn.Tensor) => sum(focalLoss([0.5, 0.5], z, { gamma })))(
      tensor([0.7, 0.7]),
    );
    expect([...got.data]).toEqual([0, 0]);
  });

  test("is ∞, and has no NaN in its gradient, where the model forbids the target", () => {
    const loss = (z: learn.Tensor): learn.Tensor => sum(focalLoss([0.5, 0.5], z));
    expect(loss(tensor([0, Number.NEGATIVE_INFINITY])).item()).toBe(Number.POSITIVE_INFINITY);
    for (const slope of grad(loss)(tensor([0, Number.NEGATIVE_INFINITY])).data)
      expect(slope).not.toBeNaN();
  });
});

describe("distillationLoss", () => {
  const [teacher, student] = [
    [2, -1, 0.5],
    [0.3, 0.4, -2],
  ];
  const at = (t: number): number[][] =>
    [teacher, student].map((z) => [...softmax(z.map((x) => x / t)).data]);

  test.each([1, 0.5, 4])(
    "is T²·D of the softened ones, by its direction: T = %d",
    (temperature) => {
      const [p, q] = at(temperature);
      const want = { forward: kl(p, q), reverse: kl(q, p), jensenShannon: jensenShannon(p, q) };
      for (const [direction, value] of Object.entries(want)) {
        const options = { direction: direction as "forward", temperature };
        const got = distillationLoss(teacher, student, options).item();
        expect(Math.abs(got - temperature ** 2 * value)).toBeLessThan(1e-13);
        const loss = (s: learn.Tensor): learn.Tensor => sum(distillationLoss(teacher, s, options));
        const slopes = grad(loss)(tensor(student)).data;
        for (const k of student.keys()) {
          const near = finiteDifferenceAt(loss, student, k);
          expect(Math.abs(slopes[k] - near)).toBeLessThan(1e-7);
        }
      }
    },
  );

  test("has the gradients it is known by: T(q − p), and T q (ln(q/p) − D)", () => {
    const [p, q] = at(2);
    const forward = grad((s: learn.Tensor) =>
      sum(distillationLoss(teacher, s, { temperature: 2 })),
    );
    const reverse = grad((s: learn.Tensor) =>
      sum(distillationLoss(teacher, s, { direction: "reverse", temperature: 2 })),
    );
    const d = kl(q, p);
    for (const k of [0, 1, 2]) {
      expect(Math.abs(forward(tensor(student)).data[k] - 2 * (q[k] - p[k]))).toBeLessThan(1e-14);
      const want = 2 * q[k] * (Math.log(q[k] / p[k]) - d);
      expect(Math.abs(reverse(tensor(student)).data[k] - want)).toBeLessThan(1e-14);
    }
  });

  test.each([
    [
      [-Infinity, 0],
      [0, 0],
    ],
    [
      [0, 0],
      [-Infinity, 0],
    ],
    [
      [-Infinity, 0, 1],
      [-Infinity, 2, 0],
    ],
    [
      [-Infinity, 0],
      [0, -Infinity],
    ],
  ])("is a number for classes of probability 0, with its slopes: %j, %j", (t, s) => {
    const options = { direction: "jensenShannon" } as const;
    const want = jensenShannon([...softmax(t).data], [...softmax(s).data]);
    expect(Math.abs(distillationLoss(t, s, options).item() - want)).toBeLessThan(1e-15);
    const slopes = [
      grad((x: learn.Tensor) => sum(distillationLoss(x, s, options)))(tensor(t)),
      grad((x: learn.Tensor) => sum(distillationLoss(t, x, options)))(tensor(s)),
    ];
    for (const { data } of slopes) expect([...data].some(Number.isNaN)).toBe(false);
  });

  // By mpmath at 60 digits; it tends to Var(t − s)/8.
  test.each([
    [1, 0.2076169066049046],
    [100, 0.3950627966068119],
    [1e4, 0.3958258656460637],
    [1e6, 0.3958332586803146],
    [1e8, 0.3958333325868055],
    [1e12, 0.3958333333332587],
  ])("Jensen–Shannon keeps its digits at temperature %d", (temperature, want) => {
    const options = { direction: "jensenShannon", temperature } as const;
    const loss = distillationLoss([1, -2, 0.5], [0, 1, 3], options).item();
    expect(Math.abs(loss / want - 1)).toBeLessThan(1e-14);
    for (const by of [0, 4]) {
      const same = distillationLoss([1, -2, 0.5], [1 + by, -2 + by, 0.5 + by], options);
      expect(same.item()).toBeLessThan(by * 1e-30 || Number.MIN_VALUE); // 4 + t rounds
    }
    const far = distillationLoss([-Infinity, 0, 0], [0, 0, 0], options).item();
    expect(far).toBeGreaterThan(0.05);
  });

  test("at temperatures whose square leaves the doubles is what it tends to", () => {
    for (const direction of ["forward", "reverse"] as const) {
      const at = (temperature: number): number =>
        distillationLoss(teacher, student, { direction, temperature }).item();
      expect(at(1e150) / at(1e6)).toBeCloseTo(1, 5);
      expect(at(1e155)).not.toBeNaN();
      expect(at(1e200)).toBeLessThan(1);
    }
    const far = { direction: "jensenShannon", temperature: 1e200 } as const;
    expect(distillationLoss(teacher, student, far).item()).not.toBeNaN();
  });

  test("gives one value a row, and shapes broadcast", () => {
    for (const direction of ["forward", "reverse", "jensenShannon"] as const) {
      expect(distillationLoss(teacher, [student, teacher], { direction }).data[1]).toBeLessThan(
        1e-15,
      );
      expect(distillationLoss(teacher, [student, teacher], { direction }).shape).toEqual([2]);
    }
  });
});

function finiteDifferenceAt(
  f: (x: learn.Tensor) => learn.Tensor,
  x: readonly number[],
  k: number,
): number {
  const moved = (h: number): number => f(tensor(x.map((xi, i) => (i === k ? xi + h : xi)))).item();
  return (moved(1e-6) - moved(-1e-6)) / 2e-6;
}

test("smoothed labels have the gradient of the cross-entropy", () => {
  const targets = smoothedLabels([2, 0], 3, 0.3);
  expect(targets.toArray()).toEqual([
    [0.09999999999999999, 0.09999999999999999, 0.7999999999999999],
    [0.7999999999999999, 0.09999999999999999, 0.09999999999999999],
  ]);
  const z = tensor([
    [0.2, -1, 0.4],
    [1, 2, 3],
  ]);
  const byKl = grad((x: learn.Tensor) => sum(learn.klLogits(learn.log(targets), x)))(z);
  const byCross = grad((x: learn.Tensor) =>
    learn.negative(sum(learn.multiply(targets, learn.logSoftmax(x)))),
  )(z);
  byKl.data.forEach((slope, k) => {
    expect(Math.abs(slope - byCross.data[k])).toBeLessThan(1e-14);
  });
});

/** Two of four kinds mixed by a share, with noise: the target is the shares. */
function mixtures(n: number, seed: number): { rows: number[][]; targets: number[][] } {
  const next = seeded(seed);
  const rows: number[][] = [];
  const targets: number[][] = [];
  for (let i = 0; i < n; i++) {
    const a = Math.floor(4 * next());
    const b = (a + 1 + Math.floor(3 * next())) % 4;
    const share = 0.5 + 0.5 * next();
    const target = [0, 0, 0, 0];
    target[a] = share;
    target[b] = 1 - share;
    targets.push(target.map((t) => t / (target[a] + target[b])));
    rows.push(target.map((t) => t + 0.3 * (next() - 0.5)));
  }
  return { rows, targets };
}
const train = mixtures(400, 1);
const fresh = mixtures(300, 2);

async function last(states: AsyncGenerator<learn.FocalState>): Promise<learn.FocalState> {
  let state: learn.FocalState | undefined;
  for await (state of states);
  return state as learn.FocalState;
}

describe("trainFocal", () => {
  test.each([0, 1, 3])("learns shares of mixtures that it has not seen: γ = %d", async (gamma) => {
    const state = await last(
      trainFocal(train.rows, train.targets, { gamma, steps: 200, hidden: 24, rate: 0.01 }),
    );
    const { divergence, accuracy, weights, divergences } = state.report(fresh.rows, fresh.targets);
    expect(divergence).toBeLessThan(0.15);
    expect(accuracy).toBeGreaterThan(0.85);
    const q = state.predict(fresh.rows);
    expect(q.shape).toEqual([300, 4]);
    expect(Math.abs(divergences.data[7] - kl(fresh.targets[7], q.data.slice(28, 32)))).toBeLessThan(
      1e-9,
    );
    weights.data.forEach((w, i) => {
      expect(Math.abs(w - (1 - Math.exp(-divergences.data[i])) ** gamma)).toBeLessThan(1e-12);
    });
  });

  test("takes labels, is the same for one seed, and may be left", async () => {
    const labels = train.targets.map((t) => t.indexOf(Math.max(...t)));
    const run = () => last(trainFocal(train.rows, labels, { steps: 3, hidden: 8, seed: 2 }));
    expect((await run()).metrics).toEqual((await run()).metrics);
    for await (const { step, predict } of trainFocal([-1, 1], [0, 1], { hidden: 4 })) {
      if (step < 2) continue;
      expect(predict([0]).shape).toEqual([1, 2]);
      break;
    }
  });
});

test.each([
  ["an empty batch", () => trainFocal([[1]], [0], { batch: 0 }), RangeError, /batch/],
  ["no rows", () => trainFocal([], []), RangeError, /空/],
  ["half a label", () => trainFocal([[1], [2]], [0, 0.5]), RangeError, /0\.5/],
  ["a negative label", () => trainFocal([[1], [2]], [0, -1]), RangeError, /-1/],
  ["more labels than rows", () => trainFocal([[1]], [0, 1]), TypeError, /\[2\]/],
  ["no probabilities", () => trainFocal([[1]], [[0.5, 0.4]]), RangeError, /第 0 行.*0\.9/],
  ["γ < 0", () => trainFocal([[1]], [0], { gamma: -1 }), RangeError, /gamma/],
  [
    "a rate that diverges",
    () => trainFocal([[1], [2]], [0, 1], { rate: 1e300 }),
    RangeError,
    /第 \d+ 步发散/,
  ],
  ["NaN", () => trainFocal([[Number.NaN]], [0]), RangeError, /rows\[0\]\[0\]/],
])("%s is refused, in both languages", (_, call, kind, message) => refuses(call, kind, message));

test.each([
  ["a label out of range", () => smoothedLabels([3], 3, 0.1), RangeError, /labels\[0\] 是 3/],
  ["ε > 1", () => smoothedLabels([0], 3, 1.1), RangeError, /amount/],
  [
    "temperature 0",
    () => distillationLoss([0, 1], [0, 1], { temperature: 0 }),
    RangeError,
    /temperature/,
  ],
  [
    "another direction",
    () => distillationLoss([0], [0], { direction: "both" as never }),
    RangeError,
    /both/,
  ],
  [
    "shapes that do not broadcast",
    () => distillationLoss([0, 1], [0, 1, 2]),
    TypeError,
    /\[2\].*\[3\]/,
  ],
  ["no logits", () => focalLoss([0, 1], undefined as never), TypeError, /^focalLoss: logits/],
  [
    "logits of another length",
    () => focalLoss([0, 1], [1]),
    TypeError,
    /^focalLoss: targets.*\[2\].*\[1\]/,
  ],
  [
    "a teacher that is a word",
    () => distillationLoss("a" as never, [0]),
    TypeError,
    /^distillationLoss: teacherLogits/,
  ],
  [
    "a student that is a number",
    () => distillationLoss([0, 1], 3),
    TypeError,
    /^distillationLoss: /,
  ],
  ["negative targets", () => focalLoss([1.5, -0.5], [0, 0]), RangeError, /第 0 行/],
  ["targets of another sum", () => focalLoss([0.5, 0.2], [0, 0]), RangeError, /0\.7/],
])("%s is refused, in both languages", (_, call, kind, message) => {
  expect(call).toThrow(kind);
  expect(call).toThrow(message);
  expect(call).toThrow(/[一-鿿].* \/ .*[a-z]/);
});
