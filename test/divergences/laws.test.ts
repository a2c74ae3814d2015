import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chernoff,
  conditionalEntropy,
  entropy,
  fDivergence,
  generators,
  jensenShannon,
  jensenShannonDistance,
  jointEntropy,
  kl,
  measures,
  mutualInformation,
  renyi,
  totalVariation,
} from "../../src";
import { pmfs, settings } from "../support/arbitraries";

const merge = (v: number[]): number[] => v.slice(1).map((x, i) => (i === 0 ? x + v[0] : x));
const product = (a: number[], b: number[]): number[] => a.flatMap((x) => b.map((y) => x * y));
const atMost = (a: number, b: number): void =>
  expect(a).toBeLessThanOrEqual(b * (1 + 1e-12) + 1e-15);

/** A test only where the law is claimed. */
function when(holds: boolean, name: string, body: () => void): void {
  if (holds) it(name, body);
}

describe.each(measures)(
  "$name",
  ({ of, symmetric, metric, bound, dataProcessing, additive, hasUnit }) => {
    it("is a number ≥ 0 within its bound, and 0 for equal vectors", () => {
      fc.assert(
        fc.property(pmfs(2), ([p, q]) => {
          const value = of(p, q);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(bound);
          expect(of(p, p)).toBe(0);
        }),
        settings(200),
      );
    });

    it(symmetric ? "is symmetric" : "is not symmetric", () => {
      if (!symmetric) {
        const [p, q] = [
          [0.2, 0.3, 0.5],
          [0.6, 0.3, 0.1],
        ];
        expect(of(p, q)).not.toBeCloseTo(of(q, p), 3);
        return;
      }
      fc.assert(
        fc.property(pmfs(2), ([p, q]) => {
          const [there, back] = [of(p, q), of(q, p)];
          if (there !== back) expect(Math.abs(there - back)).toBeLessThan(1e-13 * there);
        }),
        settings(200),
      );
    });

    when(metric, "obeys the triangle inequality", () => {
      fc.assert(
        fc.property(pmfs(3), ([p, q, r]) => {
          atMost(of(p, r), of(p, q) + of(q, r));
        }),
        settings(200),
      );
    });

    when(dataProcessing, "never grows when outcomes are merged", () => {
      fc.assert(
        fc.property(pmfs(2), ([p, q]) => {
          if (p.length < 2) return;
          atMost(of(merge(p), merge(q), { normalize: true }), of(p, q));
        }),
        settings(200),
      );
    });

    when(additive, "adds over independent parts", () => {
      const whole = pmfs(2, 5).filter((v) => v.flat().every((x) => x > 1e-60));
      fc.assert(
        fc.property(whole, whole, ([p, q], [r, s]) => {
          const joint = of(product(p, r), product(q, s), { normalize: true });
          const sum = of(p, q) + of(r, s);
          expect(Math.abs(joint - sum)).toBeLessThan(1e-11 * sum + 1e-14);
        }),
        settings(200),
      );
    });

    when(hasUnit, "is measured in bits with base 2", () => {
      const [p, q] = [
        [0.2, 0.3, 0.5],
        [0.6, 0.3, 0.1],
      ];
      expect(of(p, q, { base: 2 }) * Math.LN2).toBeCloseTo(of(p, q), 14);
    });
  },
);

describe("inequalities between measures", () => {
  it("Pinsker: TV² ≤ D/2, and Bretagnolle–Huber: TV² ≤ 1 − e^(−D)", () => {
    fc.assert(
      fc.property(pmfs(2), ([p, q]) => {
        const [tv, d] = [totalVariation(p, q), kl(p, q)];
        atMost(tv * tv, d / 2);
        atMost(tv * tv, -Math.expm1(-d));
      }),
      settings(500),
    );
  });

  it("Rényi divergence grows with its order, through 1", () => {
    const orders = [0, 0.1, 0.5, 0.9, 1 - 1e-9, 1, 1 + 1e-9, 1.1, 2, 10, 1e3, 1e15, Infinity];
    fc.assert(
      fc.property(pmfs(2), ([p, q]) => {
        const values = orders.map((order) => renyi(p, q, { order }));
        for (let i = 1; i < values.length; i++) {
          expect(values[i - 1]).toBeLessThanOrEqual(values[i] * (1 + 1e-12) + 1e-14);
        }
      }),
      settings(300),
    );
  });

  it("Chernoff information is at least the Bhattacharyya distance, at most either D", () => {
    fc.assert(
      fc.property(pmfs(2), ([p, q]) => {
        const c = chernoff(p, q);
        atMost(renyi(p, q, { order: 0.5 }) / 2, c);
        atMost(c, Math.min(kl(p, q), kl(q, p)));
      }),
      settings(200),
    );
  });

  it("Jensen–Shannon of many lies in [0, H(weights)] and is the plain one for two", () => {
    fc.assert(
      fc.property(pmfs(4), ([p, q, r, s]) => {
        const all = jensenShannon(p, q, { others: [r, s] });
        expect(all).toBeGreaterThanOrEqual(0);
        atMost(all, Math.log(4));
        const two = jensenShannon(p, q, { weights: [0.5, 0.5] });
        expect(Math.abs(two - jensenShannon(p, q))).toBeLessThan(1e-13 * two + 1e-300);
        atMost(jensenShannonDistance(p, q, { weights: [1, 0] }), 0);
      }),
      settings(200),
    );
  });
});

/** A table of p(x, y) as rows, from a vector of rows·columns entries. */
const asTable = (v: number[], columns: number): number[][] =>
  Array.from({ length: v.length / columns }, (_, x) => v.slice(x * columns, (x + 1) * columns));
const sumOf = (v: number[]): number => v.reduce((a, b) => a + b, 0);
const tables = (count: number): fc.Arbitrary<number[][][]> =>
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) =>
      fc
        .array(
          fc.array(fc.double({ min: 1e-3, max: 1, noNaN: true }), {
            minLength: rows * columns,
            maxLength: rows * columns,
          }),
          { minLength: count, maxLength: count },
        )
        .map((vectors) =>
          vectors.map((v) =>
            asTable(
              v.map((x) => x / sumOf(v)),
              columns,
            ),
          ),
        ),
    );

describe("pairs of variables", () => {
  const normalize = true;
  it("chain rule: D of p(x, y) is D of p(x) and the mean D of p(y | x)", () => {
    fc.assert(
      fc.property(tables(2), ([p, q]) => {
        const whole = kl(p.flat(), q.flat());
        const first = kl(p.map(sumOf), q.map(sumOf), { normalize });
        const rest = p.map((row, x) => sumOf(row) * kl(row, q[x], { normalize }));
        expect(Math.abs(whole - first - sumOf(rest))).toBeLessThan(1e-13 * (1 + whole));
      }),
      settings(300),
    );
  });

  it("no channel brings p and q further apart, in any measure that obeys data processing", () => {
    fc.assert(
      fc.property(tables(1), pmfs(2, 4), ([channel], [p, q]) => {
        const n = channel.length;
        if (p.length !== n) return;
        // Row x is the law of what comes out when x goes in.
        const through = (v: number[]): number[] =>
          channel[0].map((_, y) =>
            v.reduce((sum, x, i) => sum + (x * channel[i][y]) / sumOf(channel[i]), 0),
          );
        for (const { name, of, dataProcessing } of measures) {
          if (!dataProcessing) continue;
          const [out, into] = [of(through(p), through(q), { normalize }), of(p, q)];
          expect(out, name).toBeLessThanOrEqual(into * (1 + 1e-10) + 1e-13);
        }
      }),
      settings(600),
    );
  });

  it("I(X; Y) = H(X) + H(Y) − H(X, Y) = H(Y) − H(Y | X), between 0 and either entropy", () => {
    fc.assert(
      fc.property(tables(1), ([p]) => {
        const x = entropy(p.map(sumOf), { normalize });
        const columns = p[0].map((_, k) => sumOf(p.map((row) => row[k])));
        const y = entropy(columns, { normalize });
        const information = mutualInformation(p);
        expect(information).toBeGreaterThanOrEqual(0);
        atMost(information, Math.min(x, y) + 1e-14);
        expect(Math.abs(information - (x + y - jointEntropy(p)))).toBeLessThan(1e-13);
        expect(Math.abs(information - (y - conditionalEntropy(p)))).toBeLessThan(1e-13);
        const swapped = conditionalEntropy(p, { given: "columns" });
        expect(Math.abs(information - (x - swapped))).toBeLessThan(1e-13);
      }),
      settings(300),
    );
  });
});

describe.each(Object.values(generators))("generator $name", (g) => {
  const us = [1e-6, 0.01, 0.3, 0.9, 1, 1.2, 3, 50];
  it("is convex with the derivative it names", () => {
    for (const u of us) {
      const h = 1e-5 * u;
      const slope = (g.f(u + h) - g.f(u - h)) / (2 * h);
      if (g.name !== "totalVariation" || u !== 1) {
        expect(Math.abs(slope - g.derivative(u))).toBeLessThan(1e-4 * (1 + Math.abs(slope)));
      }
      expect(g.f(u + h) + g.f(u - h)).toBeGreaterThanOrEqual(2 * g.f(u) * (1 - 1e-12) - 1e-12);
    }
    if (g.name !== "gan") expect(Math.abs(g.f(1))).toBe(0);
  });

  it("has the conjugate it names: Fenchel–Young, with equality at t = f′(u)", () => {
    for (const u of us) {
      const t = g.derivative(u);
      const tight = t * u - g.f(u);
      expect(Math.abs(g.conjugate(t) - tight)).toBeLessThan(1e-9 * (1 + Math.abs(tight)));
      for (const v of [-3, -1, 0, 0.5, 2]) {
        const other = g.activation(v);
        expect(g.conjugate(other)).toBeGreaterThanOrEqual(other * u - g.f(u) - 1e-12);
      }
    }
  });

  it("has an increasing activation into the domain of the conjugate", () => {
    let before = -Infinity;
    for (const v of [-4, -2, -1, 0, 1, 2, 4]) {
      const t = g.activation(v);
      expect(t).toBeGreaterThan(before);
      expect(g.conjugate(t)).toBeLessThan(Infinity);
      before = t;
    }
  });

  it("gives the same by its term as by f itself", () => {
    fc.assert(
      fc.property(pmfs(2), ([p, q]) => {
        if (![p, q].flat().every((x) => x === 0 || x > 1e-60)) return; // f(u) itself overflows
        const { f, atZero, slopeAtInfinity } = g;
        const plain = fDivergence(p, q, { f, atZero, slopeAtInfinity });
        const careful = fDivergence(p, q, g);
        if (plain === Infinity) expect(careful).toBe(Infinity);
        else if (plain < 1e100)
          expect(Math.abs(plain - careful)).toBeLessThan(1e-9 * (1 + Math.abs(plain)));
      }),
      settings(200),
    );
  });
});
