import { describe, expect, it } from "vitest";
import { inspect } from "node:util";
import { bernoulli, density, normal, seeded } from "../../src";
import { isDistribution } from "../../src/distributions/distribution";

const families = [normal(3, 2), bernoulli(0.3), density((x) => 2 * x, { support: [0, 1] })];

describe.each(families)("%s", (d) => {
  it("is recognised by its brand and prints itself in one line", () => {
    expect(isDistribution(d)).toBe(true);
    expect(inspect(d)).toBe(String(d));
    expect(String(d)).toMatch(/^\w+\(.*\)$/);
  });

  it("has samples whose mean and variance are its own, within 5 standard errors", () => {
    const n = 20_000;
    const xs = d.sample(n, seeded(5));
    const mean = xs.reduce((s, x) => s + x, 0) / n;
    expect(Math.abs(mean - d.mean)).toBeLessThan(5 * Math.sqrt(d.variance / n));
    const variance = xs.reduce((s, x) => s + (x - mean) ** 2, 0) / n;
    expect(Math.abs(variance / d.variance - 1)).toBeLessThan(0.1);
  });

  it("has a cdf and a quantile that agree", () => {
    for (const u of [0.001, 0.2, 0.5, 0.77, 0.999]) {
      const x = d.quantile(u);
      expect(d.cdf(x)).toBeGreaterThan(u - 1e-12);
      if (d.kind === "continuous") expect(d.cdf(x)).toBeCloseTo(u, 11);
    }
    expect(d.quantile(0)).toBe(d.support[0]);
    expect(d.quantile(1)).toBe(d.support[1]);
    expect(() => d.quantile(1.5)).toThrow(RangeError);
  });

  it("says what is wrong with n and prng", () => {
    expect(() => d.sample(-1, seeded(0))).toThrow(/n is -1/);
    expect(() => d.sample(1, undefined as never)).toThrow(TypeError);
  });
});

describe("parameters", () => {
  it("are checked with name and value", () => {
    expect(() => normal(0, -1)).toThrow(/normal: .*sd is -1/);
    expect(() => normal(Number.NaN, 1)).toThrow(/mean is NaN/);
    expect(() => normal("0" as never, 1)).toThrow(TypeError);
    expect(() => bernoulli(1.2)).toThrow(/p is 1.2/);
    expect(() => density(() => -1, { support: [0, 1] })).toThrow(/is -1/);
    expect(() => density(() => 3, { support: [0, 1] })).toThrow(/integrates to 3/);
    expect(() => density(() => 1, { support: [1, 0] })).toThrow(TypeError);
    expect(() => density(undefined as never, { support: [0, 1] })).toThrow(TypeError);
  });
});
