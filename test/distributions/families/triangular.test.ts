import { describe, expect, it } from "vitest";
import { kl, quadratureKl, triangular, uniform } from "../../../src";

describe("triangular", () => {
  it("has its mode at either end or between", () => {
    expect(triangular(0, 0, 2).prob(0)).toBe(1);
    expect(triangular(0, 2, 2).prob(2)).toBe(1);
    expect(triangular(0, 2, 2).prob(0)).toBe(0);
    expect(triangular(0, 1, 2).prob(0.5)).toBe(0.5);
    expect(triangular(0, 0, 2).kinks).toEqual([]);
    expect(triangular(0, 1, 2).kinks).toEqual([1]);
  });

  it("keeps the digits of both tails", () => {
    const d = triangular(0, 0.25, 1);
    expect(d.cdf(1e-200)).toBe(0); // 4e-400
    expect(d.logCdf(1e-200)).toBeCloseTo(-400 * Math.LN10 + Math.log(4), 10);
    expect(d.cdf(1e-20) / 4e-40).toBeCloseTo(1, 14);
    const e = triangular(-1, -0.75, 0);
    expect(e.survival(-1e-20) / (1e-40 / 0.75)).toBeCloseTo(1, 14);
    expect(e.logSurvival(-1e-200)).toBeCloseTo(-400 * Math.LN10 - Math.log(0.75), 10);
    expect(e.survivalQuantile(1e-40 / 0.75) / -1e-20).toBeCloseTo(1, 14);
    expect(d.survivalQuantile(0)).toBe(1);
    expect(d.survivalQuantile(1)).toBe(0);
  });

  it("does not overflow where high − low is beyond the doubles", () => {
    const d = triangular(-1.5e308, 0, 1.5e308);
    expect(d.mean).toBe(0);
    expect(d.cdf(0)).toBe(0.5);
    expect(d.quantile(0.5)).toBe(0);
    expect(d.quantile(0.125)).toBeCloseTo(-0.75e308, -296);
    expect(d.entropy).toBeCloseTo(0.5 + Math.log(1.5e308), 12);
    expect(d.logProb(0)).toBeCloseTo(-Math.log(1.5e308), 12);
  });

  it("refuses a mode that is not between the ends", () => {
    expect(() => triangular(0, 3, 2)).toThrow(/mode is 3; give a number from low = 0 to high = 2/);
    expect(() => triangular(0, Number.NaN, 2)).toThrow(/mode is NaN/);
    expect(() => triangular(2, 2, 2)).toThrow(RangeError);
    expect(() => triangular(0, "1" as never, 2)).toThrow(TypeError);
  });

  it("is 1 − ln 2 from uniform, and ln 2 − ½ the other way, wherever the mode", () => {
    for (const mode of [-2, -1.25, 0, 5, 7]) {
      const [d, u] = [triangular(-2, mode, 7), uniform(-2, 7)];
      expect(kl(u, d)).toBeCloseTo(1 - Math.LN2, 14);
      expect(kl(d, u)).toBeCloseTo(Math.LN2 - 0.5, 14);
    }
  });

  it("is compared with a part of itself by quadrature", () => {
    const [p, q] = [triangular(0, 1, 2), triangular(-1, 1, 4)];
    expect(kl(p, q)).toBe(quadratureKl(p, q));
    expect(kl(q, p)).toBe(Number.POSITIVE_INFINITY);
  });
});
