import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../../src";
import { CompensatedSum } from "../../src/math/compensated-sum";
import { erf, erfc } from "../../src/math/erf";
import { integrate } from "../../src/math/integrate";
import { integrateDensity } from "../../src/math/integrate-density";
import { log1pmx } from "../../src/math/log1pmx";
import { normalCdf, normalQuantile } from "../../src/math/normal-quantile";
import { relativeEntropyTerm } from "../../src/math/relative-entropy-term";
import { settings } from "../support/arbitraries";
import { relativeError } from "../support/reference";

describe("special functions, against mpmath", () => {
  it.each([
    [1e-9, "-4.999999996666667291982581e-19"],
    [-1e-5, "-5.00003333358333615138872e-11"],
    [0.2, "-0.01767844320604537563865368"],
    [-0.3, "-0.05667494393873237415454003"],
    [0.49, "-0.09122388004263222412269943"],
  ])("log1pmx(%d)", (x, want) => {
    expect(relativeError(log1pmx(x), want)).toBeLessThan(1e-15);
  });

  it.each([
    [0.5, "0.4795001221869534623172533"],
    [1, "0.1572992070502851306587794"],
    [1.5, "0.03389485352468927293302374"],
    [2, "0.004677734981047265837930744"],
    [5, "1.537459794428034850188343e-12"],
    [20, "5.395865611607900928934999e-176"],
    [-1, "1.842700792949714869341221"],
  ])("erfc(%d)", (x, want) => {
    expect(relativeError(erfc(x), want)).toBeLessThan(3e-15);
    expect(relativeError(erf(x), 1 - Number(want))).toBeLessThan(1e-15);
  });

  it("normalQuantile inverts normalCdf to 1e-13", () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 5, noNaN: true }), (z) => {
        const back = normalQuantile(normalCdf(z));
        expect(Math.abs(back - z)).toBeLessThan(1e-13 * Math.exp(z > 0 ? (z * z) / 2 : 0) + 1e-13);
      }),
      settings(),
    );
  });

  it("relativeEntropyTerm is right where the ratio leaves the range of doubles", () => {
    expect(relativeEntropyTerm(0, 0.25, -0.25)).toBe(0.25);
    expect(relativeEntropyTerm(0.5, 0, 0.5)).toBe(Number.POSITIVE_INFINITY);
    // scipy's kl_div gives inf for these two.
    const [tiny, least] = [relativeEntropyTerm(1, 1e-320, 1), relativeEntropyTerm(4, 2.22e-308, 4)];
    expect(relativeError(tiny, "735.8272408909739061509869")).toBeLessThan(1e-15);
    expect(relativeError(least, "2835.139983229607092634277")).toBeLessThan(1e-15);
  });

  it("compensated sums keep what plain sums drop", () => {
    const sum = new CompensatedSum();
    for (const x of [1, 1e100, 1, -1e100]) sum.add(x);
    expect(sum.total).toBe(2);
  });
});

describe("quadrature", () => {
  it("integrates smooth, singular and infinite ranges", () => {
    expect(integrate(Math.exp, [0, 1]).value).toBeCloseTo(Math.E - 1, 14);
    expect(integrate(Math.abs, [-1, 2]).value).toBeCloseTo(2.5, 12);
    // All of it stands at the left end: the first halvings seem to gain nothing.
    const decades = integrate((x) => x ** -2, [1, 1e9]);
    expect(decades.converged).toBe(true);
    expect(decades.value).toBeCloseTo(1 - 1e-9, 11);
    const root = integrateDensity((x, j) => Math.exp(j - Math.log(x) / 2), 0, 1, []);
    expect(root.value).toBeCloseTo(2, 12);
    const tail = integrateDensity((x, j) => Math.exp(j - 2.5 * Math.log(x)), 1, Infinity, []);
    expect(tail.value).toBeCloseTo(2 / 3, 12);
  });

  it("recognises divergence at both kinds of end", () => {
    const harmonic = (x: number, j: number): number => Math.exp(j - Math.log(x));
    expect(integrateDensity(harmonic, 1, Infinity, []).diverges).toBe(true);
    expect(integrateDensity(harmonic, 0, 1, []).diverges).toBe(true);
  });
});

describe("seeded", () => {
  it("repeats itself for a seed and differs between seeds", () => {
    const [a, b, c] = [seeded(7), seeded(7), seeded(8)];
    const first = Array.from({ length: 5 }, a);
    expect(Array.from({ length: 5 }, b)).toEqual(first);
    expect(Array.from({ length: 5 }, c)).not.toEqual(first);
    expect(seeded(2 ** 40)()).not.toBe(seeded(0)());
    expect(() => seeded(0.5)).toThrow(RangeError);
  });

  it("is uniform: mean 1/2, variance 1/12, lag-1 correlation 0, within 5 standard errors", () => {
    const n = 200_000;
    const next = seeded(1);
    const xs = Array.from({ length: n }, next);
    expect(xs.every((x) => x >= 0 && x < 1)).toBe(true);
    const mean = xs.reduce((s, x) => s + x, 0) / n;
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 / Math.sqrt(12 * n));
    const lag = xs.slice(1).reduce((s, x, i) => s + (x - 0.5) * (xs[i] - 0.5), 0) / n;
    expect(Math.abs(lag * 12)).toBeLessThan(5 / Math.sqrt(n));
  });
});
