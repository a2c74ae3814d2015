import { describe, expect, it } from "vitest";
import { seeded } from "../../src/math/random";

describe("seeded", () => {
  it("repeats itself for a seed and differs between seeds", () => {
    const [a, b, c] = [seeded(7), seeded(7), seeded(8)];
    const first = Array.from({ length: 5 }, a);
    expect(Array.from({ length: 5 }, b)).toEqual(first);
    expect(Array.from({ length: 5 }, c)).not.toEqual(first);
    expect(seeded(2 ** 40)()).not.toBe(seeded(0)());
    expect(seeded(-3)()).not.toBe(seeded(3)());
  });

  it("refuses what is no integer within ±2^53", () => {
    for (const seed of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 54])
      expect(() => seeded(seed)).toThrow(RangeError);
  });

  it("is uniform: mean 1/2, variance 1/12, lag-1 correlation 0, within 5 standard errors", () => {
    const n = 200_000;
    const next = seeded(1);
    const xs = Array.from({ length: n }, next);
    expect(xs.every((x) => x >= 0 && x < 1)).toBe(true);
    const mean = xs.reduce((s, x) => s + x, 0) / n;
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 / Math.sqrt(12 * n));
    const variance = xs.reduce((s, x) => s + (x - 0.5) ** 2, 0) / n;
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / n));
    const lag = xs.slice(1).reduce((s, x, i) => s + (x - 0.5) * (xs[i] - 0.5), 0) / n;
    expect(Math.abs(lag * 12)).toBeLessThan(5 / Math.sqrt(n));
  });
});
