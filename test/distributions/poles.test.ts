import { describe, expect, it } from "vitest";
import * as klab from "../../src";

const { beta, entropy, exponential, gamma, kl, mixture, normal, truncated, uniform } = klab;
const relativeError = (value: number, want: number): number => Math.abs(value / want - 1);
const half = (a: klab.Distribution, b: klab.Distribution): klab.Distribution =>
  mixture([0.5, 0.5], [a, b]);

// Values by mpmath at 30 digits, over ln of the distance from each pole.
describe("a density with poles", () => {
  it.each([
    ["two poles inside", half(uniform(-1, 2), beta(0.01, 0.5)), -45.3665912181031],
    ["two weak poles inside", half(uniform(-1, 2), beta(0.5, 0.5)), 0.765911246201201],
    ["a pole at 1", half(normal(1, 1), beta(0.5, 0.1)), -1.738076346267845],
    ["two strong poles", half(normal(0, 1), beta(0.01, 0.01)), -45.53312227889594],
    ["cut next to its pole", truncated(beta(2, 1e-3), 1 - 2 ** -53, 1), -1028.829045290695],
    ["cut less near", truncated(beta(2, 1e-3), 1 - 2 ** -50, 1), -1026.749603749015],
    ["cut in the middle", truncated(beta(2, 1e-3), 0.5, 1), -993.2842145874189],
    ["cut at its pole at 0", truncated(beta(1e-3, 2), 0, 2 ** -53), -1028.829045290695],
  ])("has its entropy: %s", (_, p, want) => {
    expect(relativeError(entropy(p), want)).toBeLessThan(1e-11);
  });

  it("has its divergences where poles stand inside of the support", () => {
    const p = half(exponential(1), gamma(0.01, 1));
    expect(relativeError(kl(p, exponential(1)), 46.86188183737621)).toBeLessThan(1e-10);
    // Half of this one lies beyond the doubles: what is not known is not told.
    const stronger = half(exponential(1), gamma(0.001, 1));
    expect(() => kl(stronger, exponential(1))).toThrow(/monteCarloKl/);
    for (const pole of [beta(0.3, 0.5), beta(0.5, 0.1), gamma(0.1, 1), gamma(0.02, 1)]) {
      const [m, wide] = [half(normal(1, 1), pole), normal(0, 1)];
      const [js, tv] = [klab.jensenShannon(m, wide), klab.totalVariation(m, wide)];
      const d = kl(m, wide);
      expect(Number.isFinite(d)).toBe(true);
      expect(tv).toBeLessThan(Math.sqrt(d / 2));
      expect(js).toBeLessThan(tv * Math.LN2);
      expect(Math.abs(d - (klab.crossEntropy(m, wide) - entropy(m)))).toBeLessThan(1e-8 * d);
    }
  });

  it("has its Rényi divergences, of which an integral in x sees only a part", () => {
    const { renyi } = klab;
    expect(
      relativeError(renyi(beta(0.02, 1.5), uniform(0, 1), { order: 1.01 }), 64.02093293152019),
    ).toBeLessThan(1e-10);
    expect(
      relativeError(renyi(beta(0.02, 1.5), uniform(0, 1), { order: 1.015 }), 85.2254413216157),
    ).toBeLessThan(1e-10);
    expect(
      relativeError(renyi(gamma(0.01, 1), exponential(1), { order: 1.009 }), 242.2304663749674),
    ).toBeLessThan(1e-10);
    const p = half(exponential(1), gamma(0.01, 1));
    expect(
      relativeError(renyi(p, exponential(1), { order: 1.005 }), 76.45221661148152),
    ).toBeLessThan(1e-10);
    const parabola = klab.density((x) => 6 * x * (1 - x), { support: [0, 1] });
    expect(renyi(beta(0.0994, 4.119), parabola, { order: 2 })).toBe(Number.POSITIVE_INFINITY);
    expect(renyi(beta(0.2, 4.119), parabola, { order: 1.9 })).toBe(Number.POSITIVE_INFINITY);
  });

  it("is told from one whose power cannot be integrated", () => {
    const { chiSquared } = klab.generators;
    for (const [shape, want] of [
      [0.501, 124.5005],
      [0.5005, 249.50025],
      [0.6, 0.8],
    ] as const) {
      const value = klab.fDivergence(beta(shape, 1), uniform(0, 1), chiSquared);
      expect(relativeError(value, want)).toBeLessThan(1e-9);
    }
    for (const shape of [0.5, 0.4995, 0.1]) {
      const value = klab.fDivergence(beta(shape, 1), uniform(0, 1), chiSquared);
      expect(value).toBe(Number.POSITIVE_INFINITY);
    }
  });
});
