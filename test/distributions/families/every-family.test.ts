import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { seeded } from "../../../src";
import { isDistribution } from "../../../src/distributions/distribution";
import { members } from "../../support/families";

const levels = [1e-6, 0.001, 0.2, 0.5, 0.77, 0.999, 1 - 1e-6];

/** From 1e-6 to 1 − 1e-6, three a decade in either tail. */
const steps = Array.from({ length: 37 }, (_, i) => 1 / (1 + 10 ** ((18 - i) / 3)));

describe.each(members.map((d) => [String(d), d] as const))("%s", (_, d) => {
  it("is recognised by its brand and prints itself in one line", () => {
    expect(isDistribution(d)).toBe(true);
    expect(inspect(d)).toBe(String(d));
    expect(String(d)).toMatch(/^\w+\(.*\)$/);
  });

  it("has a cdf that its quantile inverts, and tails that sum to 1", () => {
    for (const u of levels) {
      const x = d.quantile(u);
      expect(d.cdf(x)).toBeGreaterThan(u - 1e-12);
      if (d.kind === "continuous") expect(Math.abs(d.cdf(x) - u)).toBeLessThan(1e-11);
      else if (x > d.support[0]) expect(d.cdf(x - 1)).toBeLessThan(u);
      expect(Math.abs(d.cdf(x) + d.survival!(x) - 1)).toBeLessThan(1e-14);
    }
    expect(d.quantile(0)).toBe(d.support[0]);
    expect(d.quantile(1)).toBe(d.support[1]);
    expect(() => d.quantile(1.5)).toThrow(RangeError);
  });

  it("has a logProb whose exponential sums or integrates to the cdf", () => {
    if (d.kind === "discrete") {
      let sum = 0;
      for (let k = d.support[0]; k <= d.quantile(1 - 1e-9); k++) {
        sum += Math.exp(d.logProb(k));
        expect(Math.abs(sum - d.cdf(k))).toBeLessThan(1e-12);
      }
      expect(d.logProb(d.support[0] - 1)).toBe(Number.NEGATIVE_INFINITY);
      expect(d.logProb(d.quantile(0.5) + 0.5)).toBe(Number.NEGATIVE_INFINITY);
      return;
    }
    const inside = [...steps.map((u) => d.quantile(u)), ...d.kinks].sort((a, b) => a - b);
    for (let i = 1; i < inside.length; i++) {
      const [low, high] = [inside[i - 1], inside[i]];
      const mass = simpson((x) => Math.exp(d.logProb(x)), low, high);
      expect(Math.abs(mass - (d.cdf(high) - d.cdf(low)))).toBeLessThan(1e-9);
    }
    const [low, high] = d.support;
    expect(d.cdf(low)).toBe(0);
    expect(d.cdf(high)).toBe(1);
    expect(d.cdf(high + 1)).toBe(1);
    if (Number.isFinite(low)) expect(d.logProb(low - 1)).toBe(Number.NEGATIVE_INFINITY);
    if (Number.isFinite(high)) expect(d.logProb(high + 1)).toBe(Number.NEGATIVE_INFINITY);
  });

  it("has samples that follow its cdf (Kolmogorov–Smirnov) and its moments", () => {
    const n = 4000;
    const xs = d.sample(n, seeded(5)).sort((a, b) => a - b);
    expect(kolmogorovSmirnov(xs, (x) => d.cdf(x), d.kind === "discrete")).toBeLessThan(1.95);
    if (!Number.isFinite(d.variance) || d.family === "pareto") return; // its fourth moment is too wild
    const mean = xs.reduce((s, x) => s + x, 0) / n;
    expect(Math.abs(mean - d.mean)).toBeLessThan(5 * Math.sqrt(d.variance / n));
    const squares = xs.map((x) => (x - mean) ** 2);
    const variance = squares.reduce((s, x) => s + x, 0) / n;
    const fourth = squares.reduce((s, x) => s + (x - variance) ** 2, 0) / n;
    expect(Math.abs(variance - d.variance)).toBeLessThan(6 * Math.sqrt(fourth / n) + 1e-12);
  });

  it("says what is wrong with n and prng", () => {
    expect(() => d.sample(-1, seeded(0))).toThrow(/n is -1/);
    expect(() => d.sample(1, undefined as never)).toThrow(TypeError);
  });
});

/** ∫ f by Simpson's rule after x = low + w·(3t² − 2t³), which flattens poles at the ends. */
function simpson(f: (x: number) => number, low: number, high: number): number {
  const n = 400;
  const width = high - low;
  let sum = 0;
  for (let i = 1; i < n; i++) {
    const t = i / n;
    const x = low + width * t * t * (3 - 2 * t);
    sum += (i % 2 === 1 ? 4 : 2) * f(x) * 6 * t * (1 - t) * width;
  }
  return sum / (3 * n);
}

/** √n · sup |empirical − cdf|; conservative for integers. */
function kolmogorovSmirnov(
  sorted: readonly number[],
  cdf: (x: number) => number,
  discrete: boolean,
): number {
  const n = sorted.length;
  let most = 0;
  for (const [i, x] of sorted.entries()) {
    const above = Math.abs((i + 1) / n - cdf(x));
    if (discrete) {
      if (sorted[i + 1] !== x) most = Math.max(most, above);
    } else most = Math.max(most, above, Math.abs(cdf(x) - i / n));
  }
  return most * Math.sqrt(n);
}
