import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  alphaDivergence,
  entropy,
  jensenShannon,
  kl,
  measures,
  mutualInformation,
  renyi,
  squaredHellinger,
  totalVariation,
  tsallis,
  wasserstein,
} from "../../../src";
import { log1pmx } from "../../../src/math/log1pmx";
import { pmfs, settings } from "../../support/arbitraries";
import { relativeError } from "../../support/reference";

// Values by mpmath in 150 to 800 digits, of the doubles taken exactly.
const close = (got: number, want: string): void => {
  expect(relativeError(got, want), `${got}, not ${want}`).toBeLessThan(1e-14);
};
const normalize = true;

describe("sums that differ", () => {
  it("by about a third lose no digit (ln(1 + r) − r was a polynomial too far, off by 2e-13)", () => {
    close(kl([202, 107], [194, 1], { normalize }), "1.184174178208639008347");
    const [p, q] = [
      [2061950370, 1628433256, 1],
      [1167958864, 278274437, 807052502],
    ];
    close(kl(p, q, { normalize }), "0.6038517363311352230355");
    for (let x = -0.9; x < 0.9; x += 0.001) {
      // ln(1 + x) − x = −x²/2 + x³/3 − …, by plain summation where it converges fast
      if (Math.abs(x) > 0.45) continue;
      let sum = 0;
      for (let k = 60; k >= 2; k--) sum += ((k % 2 ? 1 : -1) * x ** k) / k;
      expect(relativeError(log1pmx(x), sum), String(x)).toBeLessThan(2e-15);
    }
  });

  it.each(measures)("by 1e360 give the same $name (their quotient is no double)", ({ of }) => {
    const want = of([0.25, 0.75], [0.5, 0.5]);
    for (const [a, b] of [
      [2 ** 600, 2 ** -600],
      [2 ** -600, 2 ** 600],
      [2 ** 1000, 2 ** -1000],
    ] as const) {
      const got = of([a, 3 * a], [2 * b, 2 * b], { normalize });
      expect(relativeError(got, want)).toBeLessThan(2e-15);
    }
  });

  it("also in long vectors", () => {
    for (const scale of [2 ** 300, 2 ** -300, 2 ** 1000]) {
      const p = Array.from({ length: 300 }, (_, i) => (1 + (i % 7)) * scale);
      const q = Array.from({ length: 300 }, (_, i) => 1 + (i % 5));
      const plain = p.map((x) => x / scale);
      for (const { of } of measures) {
        const want = of(plain, q, { normalize });
        expect(relativeError(of(p, q, { normalize }), want)).toBeLessThan(2e-15);
      }
    }
  });

  it.each(measures)("only by their scale give $name 0", ({ of }) => {
    for (const [a, b] of [
      [3, 7],
      [4.1e178, 1.5e-128],
      [1e-300, 5],
      [0.1, 1e5],
    ] as const) {
      expect(of([a], [b], { normalize })).toBe(0);
    }
    expect(of([3, 1, 4], [6, 2, 8], { normalize })).toBe(0);
    expect(of([1, 2, 5], [3, 6, 15], { normalize })).toBe(0);
  });

  it("keep what is positive when a huge vector is scaled", () => {
    expect(kl([1e300, 1e-300], [1, 0], { normalize })).toBe(Number.POSITIVE_INFINITY);
  });

  it("in a joint table as small as doubles are", () => {
    const table = [
      [1, 2, 3],
      [4, 5, 7],
    ];
    const want = mutualInformation(table, { normalize });
    for (const scale of [2 ** -1070, 2 ** -400, 2 ** 400, 2 ** 1021]) {
      const scaled = table.map((row) => row.map((x) => x * scale));
      expect(relativeError(mutualInformation(scaled, { normalize }), want)).toBeLessThan(1e-15);
    }
  });
});

describe("a mass of 1e-37 that only q has", () => {
  const [p, q] = [
    [0.1, 0.2, 0.7, 0],
    [0.1, 0.2, 0.7, 1e-37],
  ] as const;
  it("is seen in every outcome, though no sum of doubles shows it", () => {
    close(totalVariation(p, q), "1.00000000000000009408e-37");
    close(renyi(p, q, { order: Number.POSITIVE_INFINITY }), "1.00000000000000009408e-37");
    close(wasserstein(p, q), "1.400000000000000165018e-37");
    close(wasserstein(p, q, { order: 2 }), "3.741657386773941606099e-19");
  });
});

describe("long vectors", () => {
  it("keep their digits: the sum of 1e6 entries has a low part (entropy was off by 3e-14)", () => {
    const n = 1_000_000;
    // Weights 3 and 1 by halves, divided by a number that rounds: H and TV have closed forms.
    const p = Float64Array.from({ length: n }, (_, i) => (i % 2 ? 0.1 : 0.3));
    const q = Float64Array.from({ length: n }, () => 0.1);
    const [a, b] = [0.3 / (0.2 * n), 0.1 / (0.2 * n)];
    const h = -(n / 2) * (a * Math.log(a) + b * Math.log(b));
    expect(relativeError(entropy(p, { normalize }), h)).toBeLessThan(1e-15);
    expect(relativeError(totalVariation(p, q, { normalize }), 0.25)).toBeLessThan(1e-15);
    const half = 1 - (Math.sqrt(1.5) + Math.sqrt(0.5)) / 2;
    expect(relativeError(squaredHellinger(p, q, { normalize }), half)).toBeLessThan(4e-15);
  });
});

describe("high orders", () => {
  it("do not lose the digits that a quotient of doubles loses, times the order", () => {
    const [p, q] = [
      [0.4455963829265292, 0.5544036170734707],
      [0.43762597757633337, 0.5623740224236666],
    ] as const;
    close(renyi(p, q, { order: 100 }), "0.01038360734770343345144");
    close(renyi(p, q, { order: 1e9 }), "0.01804895736719407295649");
    close(tsallis(p, q, { order: 100 }), "0.01813540770274579665462");
    close(alphaDivergence(p, q, { alpha: -199 }), "0.0001813540770274579663889");
    close(alphaDivergence(p, q, { alpha: 199 }), "0.0001397987955724063765415");
    const [a, b] = [
      [0.2, 0.3, 0.5],
      [0.6, 0.3, 0.1],
    ] as const;
    close(renyi(a, b, { order: 100 }), "1.602436425761777611441");
    close(tsallis(a, b, { order: 100 }), "7.968291971929346490011e+66");
    close(alphaDivergence(a, b, { alpha: 199 }), "1.041166708549511154462e+43");
  });

  it("are a number for equal entries, however high (0 · ∞ was NaN)", () => {
    for (const order of [1e9, 1e15, 1e17, 1e300]) {
      expect(tsallis([0.5, 0.5], [0.5, 0.5], { order })).toBe(0);
      expect(renyi([0.5, 0.5], [0.5, 0.5], { order })).toBe(0);
      expect(tsallis([1, 5e-324], [1, 1e-300], { order })).toBeGreaterThanOrEqual(0);
      expect(renyi([1, 1e-310], [1, 0], { order })).toBe(Number.POSITIVE_INFINITY);
    }
  });

  it("keep subnormal entries, and quotients that are no double", () => {
    close(tsallis([1, 1e-310], [1, 5e-324], { order: 10 }), "6.334255520574868957224e-192");
    close(tsallis([2 / 3, 1 / 3], [1, 1e-310], { order: 1.5 }), "3.849001794597510976207e+154");
  });
});

describe("exchanging p and q", () => {
  it.each(measures.filter((m) => m.symmetric))("gives the same bits of $name", ({ of }) => {
    fc.assert(
      fc.property(pmfs(2), ([p, q]) => {
        expect(of(q, p)).toBe(of(p, q));
        const tripled = p.map((x) => 3 * x);
        expect(of(q, tripled, { normalize })).toBe(of(tripled, q, { normalize }));
      }),
      settings(200),
    );
  });
  it("also where weights are equal", () => {
    const [p, q] = [
      [0.1, 0.2, 0.7],
      [0.3, 0.3, 0.4],
    ] as const;
    expect(jensenShannon(p, q)).toBe(jensenShannon(q, p));
  });
});
