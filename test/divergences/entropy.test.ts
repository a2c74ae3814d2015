import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bernoulli, crossEntropy, density, entropy, kl, normal } from "../../src";
import { pmfs, settings } from "../support/arbitraries";
import { reference, relativeError } from "../support/reference";

describe("entropy and crossEntropy", () => {
  it.each(reference.discrete)("meet the reference: $kind ($p.length)", ({ p, q, want }) => {
    expect(relativeError(entropy(p), want.entropy)).toBeLessThan(1e-15);
    if (want.crossEntropy) {
      expect(relativeError(crossEntropy(p, q), want.crossEntropy)).toBeLessThan(1e-15);
    }
  });

  it("lie between 0 and ln n, the most for the uniform", () => {
    fc.assert(
      fc.property(pmfs(1), ([p]) => {
        const h = entropy(p);
        expect(h).toBeGreaterThanOrEqual(0);
        expect(h).toBeLessThanOrEqual(Math.log(p.length) * (1 + 1e-15));
      }),
      settings(),
    );
    expect(entropy(new Array(8).fill(1 / 8), { base: 2 })).toBe(3);
    expect(Object.is(entropy([1, 0]), 0)).toBe(true);
  });

  it("split: H(p, q) = H(p) + D(p ‖ q)", () => {
    fc.assert(
      fc.property(pmfs(2), ([p, q]) => {
        const [whole, parts] = [crossEntropy(p, q), entropy(p) + kl(p, q)];
        if (whole === Number.POSITIVE_INFINITY) expect(parts).toBe(whole);
        else expect(Math.abs(whole - parts)).toBeLessThan(1e-14 * whole + 1e-15);
      }),
      settings(),
    );
  });

  it("of distributions are the differential ones, which may be negative", () => {
    expect(entropy(normal(0, 1))).toBeCloseTo(1.4189385332046727, 15);
    expect(entropy(normal(0, 0.01))).toBeLessThan(0);
    expect(entropy(bernoulli(0.5), { base: 2 })).toBe(1);
    expect(crossEntropy(normal(0, 1), normal(1, 2))).toBeCloseTo(1.8620857137646, 12);
    const triangle = density((x) => 2 * x, { support: [0, 1] });
    expect(entropy(triangle)).toBeCloseTo(0.5 - Math.LN2, 13);
  });
});
