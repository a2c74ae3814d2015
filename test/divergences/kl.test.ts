import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bernoulli, density, kl, normal, quadratureKl } from "../../src";
import { klOfVectors } from "../../src/divergences/vectors/kl-of-vectors";
import { nearPairs, pmfs, settings } from "../support/arbitraries";
import { reference, relativeError } from "../support/reference";

describe("kl of probability vectors", () => {
  it.each(reference.discrete)(
    "meets the reference to 1e-14: $kind ($p.length)",
    ({ p, q, want }) => {
      expect(relativeError(kl(p, q), want.kl)).toBeLessThan(1e-14);
      expect(relativeError(kl(q, p), want.reverse)).toBeLessThan(1e-14);
      expect(relativeError(kl(Float64Array.from(p), q), want.kl)).toBeLessThan(1e-14);
    },
  );

  it("does not care about the scale of normalised vectors", () => {
    for (const { p, q, want } of reference.discrete) {
      for (const [a, b] of [
        [2, 1],
        [3e-300, 1e200],
        [1e250, 1e-250],
      ] as const) {
        const scaled = [p.map((x) => x * a), q.map((x) => x * b)] as const;
        if (scaled.flat().some((x) => x !== 0 && x < 1e-290)) continue; // scaling itself would round
        if (Math.max(...q) / Math.min(...q.filter((x) => x > 0)) > 1e14) continue;
        const near = Number(want.kl) < 1e-6; // rounding of x·a moves p by 1e-16 of itself
        if (!near) {
          expect(relativeError(kl(...scaled, { normalize: true }), want.kl)).toBeLessThan(1e-12);
        }
        const powers = [p.map((x) => x * 2 ** 40), q.map((x) => x * 2 ** -9)] as const;
        expect(relativeError(kl(...powers, { normalize: true }), want.kl)).toBeLessThan(1e-14);
      }
    }
  });

  it("is never negative and never NaN, and 0 for equal vectors", () => {
    fc.assert(
      fc.property(pmfs(2), ([p, q]) => {
        expect(kl(p, q)).toBeGreaterThanOrEqual(0);
        expect(kl(p, p)).toBe(0);
      }),
      settings(1000),
    );
  });

  it("takes the same value on its short way as on the long one", () => {
    const both = (p: number[], q: number[]): void => {
      expect(relativeError(kl(p, q), klOfVectors("kl", p, q))).toBeLessThan(4e-15);
    };
    fc.assert(
      fc.property(pmfs(2, 20), nearPairs, ([p, q], [r, s]) => {
        both(p, q);
        both(r, s);
        both(
          r,
          s.map((x) => x * (1 + 9e-10)), // a sum at the edge of what is allowed
        );
      }),
      settings(),
    );
  });

  it("is positive for vectors that are nearly equal", () => {
    fc.assert(
      fc.property(nearPairs, ([p, q]) => {
        const moved = p.some((x, i) => x !== q[i]);
        if (moved) expect(kl(p, q)).toBeGreaterThan(0);
        expect(relativeError(kl(p, q), kl(q, p))).toBeLessThan(0.01);
      }),
      settings(),
    );
  });

  it("obeys the data-processing inequality when outcomes are merged", () => {
    const merge = (v: number[]): number[] => v.slice(1).map((x, i) => (i === 0 ? x + v[0] : x));
    fc.assert(
      fc.property(pmfs(2), ([p, q]) => {
        if (p.length < 2) return;
        const merged = kl(merge(p), merge(q), { normalize: true });
        expect(merged).toBeLessThanOrEqual(kl(p, q) * (1 + 1e-12) + 1e-15);
      }),
      settings(),
    );
  });

  it("adds over independent parts (chain rule)", () => {
    const product = (a: number[], b: number[]): number[] => a.flatMap((x) => b.map((y) => x * y));
    fc.assert(
      fc.property(pmfs(2, 6), pmfs(2, 6), ([p, q], [r, s]) => {
        const joint = kl(product(p, r), product(q, s), { normalize: true });
        const sum = kl(p, q) + kl(r, s);
        const least = (v: number[]): number => Math.min(...v.filter((x) => x > 0));
        const exact = least(p) * least(r) > 1e-290 && least(q) * least(s) > 1e-290; // no digits lost below
        if (exact && Number.isFinite(sum)) {
          expect(Math.abs(joint - sum)).toBeLessThan(1e-12 * sum + 1e-14);
        }
      }),
      settings(),
    );
  });

  it("converts to the unit of base", () => {
    const [p, q] = [
      [0.5, 0.5],
      [0.9, 0.1],
    ];
    expect(kl(p, q, { base: 2 })).toBeCloseTo(0.7369655941662062, 15);
    expect(kl(p, q, { base: 10 })).toBeCloseTo(kl(p, q) / Math.LN10, 15);
  });
});

describe("kl of distributions", () => {
  it("has closed forms that quadrature confirms, on the reference pairs", () => {
    const families = { normal, bernoulli } as Record<
      string,
      (...parameters: number[]) => ReturnType<typeof normal> | ReturnType<typeof bernoulli>
    >;
    const pairs = reference.pairs.filter(({ p, q }) => families[p[0]] && families[q[0]]);
    expect(pairs.length).toBeGreaterThan(3);
    for (const { p, q, kl: want } of pairs) {
      const [first, second] = [p, q].map(([name, ...rest]) => families[name](...rest)) as [
        ReturnType<typeof normal>,
        ReturnType<typeof normal>,
      ];
      expect(relativeError(kl(first, second), want)).toBeLessThan(1e-12);
      expect(relativeError(quadratureKl(first, second), want)).toBeLessThan(1e-10);
    }
  });

  it("keeps its digits for normals and coins that are nearly equal", () => {
    // Exact leading terms: shift²/2 = 5e-23; spread: e² − (2/3)e³… of e = 1e-9.
    expect(relativeError(kl(normal(1e-11, 1), normal(0, 1)), 5e-23)).toBeLessThan(1e-14);
    const e = 2 ** -30;
    const spread = e * e - (e * e * e) / 3 + e ** 4 / 4;
    expect(relativeError(kl(normal(0, 1 + e), normal(0, 1)), spread)).toBeLessThan(1e-12);
    const [a, b] = [0.25 + 2 ** -40, 0.25];
    const fisher = 2 ** -80 / (2 * b * (1 - b));
    expect(relativeError(kl(bernoulli(a), bernoulli(b)), fisher)).toBeLessThan(1e-11);
  });

  it("knows what is infinite by support", () => {
    const unit = density(() => 1, { support: [0, 1] });
    const half = density(() => 2, { support: [0, 0.5] });
    expect(kl(unit, half)).toBe(Number.POSITIVE_INFINITY);
    expect(kl(half, unit)).toBeCloseTo(Math.LN2, 14);
    expect(kl(normal(0, 1), unit)).toBe(Number.POSITIVE_INFINITY);
    expect(kl(bernoulli(0.5), bernoulli(0))).toBe(Number.POSITIVE_INFINITY);
    expect(kl(bernoulli(0), bernoulli(0.5))).toBeCloseTo(Math.LN2, 15);
    expect(kl(bernoulli(0.5), normal(0, 1))).toBe(Number.POSITIVE_INFINITY);
    expect(kl(normal(0, 1), bernoulli(0.5))).toBe(Number.POSITIVE_INFINITY);
  });

  it("knows what is infinite because the integral diverges", () => {
    const student = (n: number) =>
      density((x) => (1 + (x * x) / n) ** (-(n + 1) / 2), {
        support: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
        normalize: true,
      });
    expect(kl(student(1), normal(0, 1))).toBe(Number.POSITIVE_INFINITY);
    expect(kl(student(2), normal(0, 1))).toBe(Number.POSITIVE_INFINITY);
    expect(kl(student(3), normal(0, 1))).toBeCloseTo(0.645460961341, 11);
    expect(kl(student(5), normal(0, 1))).toBeCloseTo(0.124769194124, 11);
  });

  it("integrates endpoint singularities", () => {
    const unit = density(() => 1, { support: [0, 1] });
    const arcsine = density((x) => 1 / (Math.PI * Math.sqrt(x * (1 - x))), { support: [0, 1] });
    // ∫ ln(π √(x(1 − x))) dx = ln π − 1, and the arcsine law's mean of −ln(π √(x(1 − x))) is ln(4/π).
    expect(relativeError(kl(unit, arcsine), Math.log(Math.PI) - 1)).toBeLessThan(1e-9);
    expect(relativeError(kl(arcsine, unit), Math.log(4 / Math.PI))).toBeLessThan(1e-6);
  });
});
