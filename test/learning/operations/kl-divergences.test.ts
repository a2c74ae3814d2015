import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kl, seeded } from "../../../src";
import * as learn from "../../../src/learning";
import { nearPairs, pmfs, settings } from "../../support/arbitraries";

const { exp, grad, hessian, klDivergence, klLogits, klLogProbs, log, logSoftmax, softmax, sum } =
  learn;
const { subtract, tensor } = learn;
type Tensor = learn.Tensor;

const none = Number.NEGATIVE_INFINITY;
const close = (got: Tensor, want: readonly number[], tolerance = 1e-15): void => {
  got.data.forEach((x, i) => {
    if (Number.isFinite(want[i])) expect(Math.abs(x - want[i])).toBeLessThanOrEqual(tolerance);
    else expect(x).toBe(want[i]);
  });
};

describe("the value", () => {
  test("is D(p‖q), as kl says, never negative and never NaN", () => {
    fc.assert(
      fc.property(pmfs(2), ([p, q]) => {
        const want = kl(p, q, { normalize: true });
        const own = klDivergence(p, q).item();
        if (want === Infinity) expect(own).toBe(Infinity);
        else expect(Math.abs(own - want)).toBeLessThanOrEqual(1e-13 * Math.max(want, 1e-12));
        const logs = klLogProbs(log(p), log(q)).item();
        const logits = klLogits(log(p), log(q)).item();
        for (const value of [own, logs, logits]) expect(value).toBeGreaterThanOrEqual(0);
        if (want < Infinity) {
          expect(Math.abs(logs - want)).toBeLessThanOrEqual(1e-12 * Math.max(want, 1));
          expect(Math.abs(logits - want)).toBeLessThanOrEqual(1e-12 * Math.max(want, 1));
        } else expect([logs, logits]).toEqual([Infinity, Infinity]);
      }),
      settings(200),
    );
  });

  test("keeps its digits where p and q are near", () => {
    fc.assert(
      fc.property(nearPairs, ([p, q]) => {
        const divided = [p, q].map((v) => {
          const total = v.reduce((a, b) => a + b, 0);
          return v.map((x) => x / total);
        });
        const want = kl(divided[0], divided[1], { normalize: true });
        const own = klDivergence(divided[0], divided[1]).item();
        expect(own).toBeGreaterThanOrEqual(0);
        expect(Math.abs(own - want)).toBeLessThanOrEqual(1e-8 * want + 1e-31);
      }),
      settings(50),
    );
  });

  // Logits 0 ± d: D = ln cosh d = d²/2 − d⁴/12 + …
  test.each([1e-1, 3e-4, 2e-4, 1e-7, 1e-10])("is ln cosh d of logits 0 and ±d, d = %d", (d) => {
    const want = (d * d) / 2 - d ** 4 / 12 + d ** 6 / 45 - (17 * d ** 8) / 2520;
    const logits = [tensor([0, 0]), tensor([d, -d])] as const;
    expect(Math.abs(klLogits(...logits).item() / want - 1)).toBeLessThan(1e-10);
    const others = [
      klDivergence(softmax(logits[0]), softmax(logits[1])),
      klLogProbs(logSoftmax(logits[0]), logSoftmax(logits[1])),
    ];
    for (const value of others) expect(Math.abs(value.item() / want - 1)).toBeLessThan(1e-5);
  });

  test("is that of each row, and shapes broadcast", () => {
    const p = [
      [0.5, 0.5],
      [1, 0],
    ];
    const q = [0.25, 0.75];
    const want = p.map((row) => kl(row, q));
    for (const got of [klDivergence(p, q), klLogProbs(log(p), log(q)), klLogits(log(p), log(q))]) {
      expect(got.shape).toEqual([2]);
      close(got, want);
    }
    expect(klDivergence([[[1, 0]]], q).shape).toEqual([1, 1]);
  });

  test("is ∞ where q = 0 < p, and not where both are 0", () => {
    expect(klDivergence([0.7, 0.3, 0, 0], [0, 0.3, 0.7, 0]).item()).toBe(Infinity);
    expect(klLogProbs(log([0.5, 0.5]), log([1, 0])).item()).toBe(Infinity);
    expect(klLogits([0, 0], [0, none]).item()).toBe(Infinity);
    expect(klLogits([0, none, 1], [0, none, 1]).item()).toBe(0);
    expect(klDivergence([1, 0], [1, Math.exp(-700)]).item()).toBeCloseTo(
      9.85967654375977e-305,
      310,
    );
  });
});

describe("gradients are never NaN where the value is finite", () => {
  const p = tensor([0, 0.4, 0.6, 0]);
  const theta = tensor([0.5, 1, 2, -1]);
  const want = Array.from(subtract(softmax(theta), p).data);

  test("of p = (0, .4, .6, 0) against logits: q − p", () => {
    close(grad((t: Tensor) => klDivergence(p, softmax(t)))(theta), want);
    close(grad((t: Tensor) => klLogProbs(log(p), logSoftmax(t)))(theta), want);
    close(grad((t: Tensor) => klLogits(log(p), t))(theta), want);
  });

  test("in p itself: ln(p/q) + 1, and 0 where p = 0", () => {
    const q = softmax(theta);
    const slopes = Array.from(p.data, (x, i) => (x === 0 ? 0 : Math.log(x / q.data[i]) + 1));
    close(grad((x: Tensor) => klDivergence(x, q))(p), slopes);
    // By way of the logarithm, whose slope at 0 is ∞.
    close(grad((x: Tensor) => klLogProbs(log(x), logSoftmax(theta)))(p), slopes);
  });

  test("where q has log-probability −∞ and p = 0", () => {
    const logQ = log([0, 0.5, 0.5, 0]);
    close(grad((l: Tensor) => klLogProbs(log(p), l))(logQ), [0, -0.4, -0.6, 0]);
    close(grad((q: Tensor) => klDivergence(p, q))(exp(logQ)), [0, -0.8, -1.2, 0]);
    const parts = grad((l: Tensor) => klLogProbs(l, logQ))(log(p));
    close(parts, [0, 0.4 * (Math.log(0.8) + 1), 0.6 * (Math.log(1.2) + 1), 0]);
    const logits = grad((z: Tensor) => klLogits(z, logQ))(log(p));
    expect(logits.data.every(Number.isFinite)).toBe(true);
  });

  test("of tiny q and of masked logits", () => {
    close(grad((q: Tensor) => klDivergence([1, 0], q))(tensor([1, Math.exp(-700)])), [-1, 0]);
    for (const z of [
      [0, -700],
      [0, none],
      [1e6, -1e6],
      [800, 0],
    ]) {
      const slopes = grad((x: Tensor) => klLogits([0, none], x))(tensor(z));
      expect(slopes.data.some(Number.isNaN)).toBe(false);
      const own = grad((x: Tensor) => klLogits(x, [0, 0]))(tensor(z));
      expect(own.data.some(Number.isNaN)).toBe(false);
    }
  });

  test("nor are second derivatives", () => {
    const h = hessian((t: Tensor) => klLogits(log(p), t))(theta);
    const inP = hessian((x: Tensor) => klDivergence(x, softmax(theta)))(p);
    const inLogs = hessian((l: Tensor) => klLogProbs(l, logSoftmax(theta)))(log(p));
    for (const { data } of [h, inP, inLogs]) expect(data.some(Number.isNaN)).toBe(false);
  });

  test("of rows among which `where` leaves out those that are ∞", () => {
    const [half, one] = [Math.log(0.5), [1, 0]];
    const forms = [
      [klDivergence, [0.5, 0.5], one],
      [klLogProbs, [half, half], log(one)],
      [klLogits, [0, 0], log(one)],
    ] as const;
    for (const [form, even, far] of forms) {
      const kept = ([p, q]: readonly Tensor[]): Tensor =>
        sum(learn.where([true, false], form(p, q), 0));
      const slopes = grad(kept)([tensor([even, even]), learn.stack([even, far])]);
      for (const { data } of slopes) {
        expect(data.every(Number.isFinite)).toBe(true);
        for (const left of data.subarray(2)) expect(Math.abs(left)).toBe(0);
      }
    }
  });

  test("of any pair of probability vectors, zeros among them", () => {
    fc.assert(
      fc.property(pmfs(2), ([p1, q1]) => {
        if (klDivergence(p1, q1).item() === Infinity) return;
        const both = grad(([x, y]: readonly Tensor[]) => klDivergence(x, y))([
          tensor(p1),
          tensor(q1),
        ]);
        for (const { data } of both) expect(data.some(Number.isNaN)).toBe(false);
        close(
          both[1],
          p1.map((x, i) => (x === 0 ? 0 : -x / q1[i])),
          1e-12 * Math.max(...p1.map((x, i) => (x === 0 ? 1 : x / q1[i]))),
        );
      }),
      settings(100),
    );
  });
});

test("gradients are no NaN where the value is ∞ either", () => {
  const far = tensor([0, none, 1]);
  const inP = grad((z: Tensor) => klLogits(z, far));
  expect([...inP(tensor([0, 0, 0])).data]).toEqual([-Infinity, 0, -Infinity]);
  expect([...inP(tensor([none, 0, none])).data]).toEqual([0, 0, 0]);
  expect(grad((z: Tensor) => klLogits([0, 0, 0], z))(far).data.some(Number.isNaN)).toBe(false);
  const logs = [logSoftmax([0, 0, 0]), logSoftmax(far)];
  for (const [form, pair] of [
    [klLogProbs, logs],
    [klDivergence, logs.map((each) => exp(each))],
  ] as const) {
    const both = grad(([p, q]: readonly Tensor[]) => form(p, q))(pair);
    expect(both[0].data[1]).toBe(Infinity);
    for (const { data } of both) expect(data.some(Number.isNaN)).toBe(false);
  }
});

test("the Hessian of D at q = p is Fisher's information, diag(p) − ppᵀ, within 1e-12", () => {
  const next = seeded(3);
  for (const n of [2, 3, 7]) {
    const z = tensor(Array.from({ length: n }, () => 4 * next() - 2));
    const p = softmax(z).data;
    const fisher = Array.from({ length: n * n }, (_, k) => {
      const [i, j] = [Math.floor(k / n), k % n];
      return (i === j ? p[i] : 0) - p[i] * p[j];
    });
    const hessians = [
      hessian((t: Tensor) => klLogits(z, t))(z),
      hessian((t: Tensor) => klLogits(t, z))(z),
      hessian((t: Tensor) => klDivergence(softmax(z), softmax(t)))(z),
      hessian((t: Tensor) => klLogProbs(logSoftmax(t), logSoftmax(z)))(z),
    ];
    for (const h of hessians) close(h, fisher, 1e-12);
  }
});

/** Cases of language models: softmax logits θ, reference, and E∇k of the estimators. */
test("k1, k2 and k3 of a softmax against a reference have the gradients they are known for", () => {
  const theta = tensor([0.3, -0.2, 0.5]);
  const reference = logSoftmax([0, 0.4, -0.1]);
  const d = klLogits(theta, reference).item();
  expect(Math.abs(d - 0.11978838986)).toBeLessThan(1e-11);
  expect(Math.abs(klLogits(reference, theta).item() - 0.132118766599)).toBeLessThan(1e-11);
  const p = learn.detach(softmax(theta));
  const ratio = (t: Tensor): Tensor => subtract(reference, logSoftmax(t));
  const mean = (k: (r: Tensor) => Tensor) => (t: Tensor) => sum(learn.multiply(p, k(ratio(t))));
  close(grad(mean(learn.negative))(theta), [0, 0, 0], 1e-15);
  close(
    grad(mean((r) => learn.divide(learn.square(r), 2)))(theta),
    [0.022439929, -0.179420063, 0.1569801341],
    1e-9,
  );
  close(
    grad(mean((r) => subtract(learn.expm1(r), r)))(theta),
    [0.0592084396, -0.2247247403, 0.1655163007],
    1e-9,
  );
});

describe("where D is infinite, logits have a gradient that is none of NaN", () => {
  // As klLogits: the entry that makes D infinite stands still, those that could take its place lead to it with −∞.
  const forms: readonly [string, (z: Tensor, q: readonly number[]) => Tensor][] = [
    ["klLogits", (z, q) => klLogits(z, q.map(Math.log))],
    ["klDivergence of softmax", (z, q) => klDivergence(softmax(z), q)],
    ["klLogProbs of logSoftmax", (z, q) => klLogProbs(logSoftmax(z), q.map(Math.log))],
  ];
  test.each(forms)("%s", (_, form) => {
    for (const q of [
      [1, 0],
      [0.5, 0.5, 0],
      [0, 0, 1],
      [0.25, 0, 0.75],
    ]) {
      for (const z of [
        [0, 0, 0],
        [1, -2, 0.5],
        [-30, 5, 0],
      ]) {
        const at = tensor(z.slice(0, q.length));
        expect(form(at, q).item()).toBe(Number.POSITIVE_INFINITY);
        const slopes = grad((x: Tensor) => form(x, q))(at).data;
        for (const [k, mass] of q.entries())
          expect(slopes[k]).toBe(mass === 0 ? 0 : Number.NEGATIVE_INFINITY);
      }
    }
  });

  test("and one finite row beside it keeps its own", () => {
    const q = [
      [1, 0],
      [0.5, 0.5],
    ];
    const slopes = grad((x: Tensor) => sum(klDivergence(softmax(x), q)))(
      tensor([
        [0, 0],
        [1, 0],
      ]),
    ).data;
    const alone = grad((x: Tensor) => klDivergence(softmax(x), [0.5, 0.5]))(tensor([1, 0])).data;
    expect([...slopes.slice(2)]).toEqual([...alone]);
  });
});

test("one number is no distribution", () => {
  expect(() => klDivergence(1, 1)).toThrow(TypeError);
  expect(() => klLogProbs(0, 0)).toThrow(/logP|exp/);
  expect(() => klLogits(0, 0)).toThrow(RangeError);
});

describe("what is no probability", () => {
  test.each([
    ["negative", () => klDivergence([-0.1, 1.1], [0.5, 0.5]), /p\[0\] 是 -0.1/],
    ["a sum other than 1", () => klDivergence([0.5, 0.5], [[0.4, 0.4]]), /q\[0\].* 0\.8/],
    ["logits", () => klLogProbs([1, 2], [0, none]), /klLogits/],
    [
      "a row of −∞",
      () =>
        klLogits(
          [
            [0, 0],
            [none, none],
          ],
          [0, 0],
        ),
      /pLogits\[1\]/,
    ],
  ])("is refused: %s", (_, call, message) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});
