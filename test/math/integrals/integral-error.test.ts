import { describe, expect, it } from "vitest";
import { seeded } from "../../../src";
import { integrate } from "../../../src/math/integrals/integrate";
import { integrateDensity } from "../../../src/math/integrals/integrate-density";

interface Case {
  readonly name: string;
  readonly f: (x: number) => number;
  readonly points: readonly number[];
  readonly truth: number;
}

/** Integrals that are known, smooth and not: kinks, jumps, poles, peaks and waves at places drawn at random. */
function battery(count: number, least = -0.5): Case[] {
  const prng = seeded(12);
  const between = (low: number, high: number): number => low + (high - low) * prng();
  return Array.from({ length: count }, (_, i): Case => {
    const [a, b] = [between(-3, 0), between(0.1, 4)];
    const c = between(a, b);
    const points = [a, b];
    const power = between(least, 2);
    const width = 10 ** between(-4, 0);
    const waves = 10 ** between(0, 3);
    const upTo = (x: number): number =>
      Math.sign(x - c) * (Math.abs(x - c) ** (power + 1) / (power + 1));
    switch (i % 7) {
      case 0:
        return {
          name: "|x − c|",
          f: (x) => Math.abs(x - c),
          points,
          truth: ((a - c) ** 2 + (b - c) ** 2) / 2,
        };
      case 1:
        return { name: "step", f: (x) => (x < c ? 1 : 3), points, truth: c - a + 3 * (b - c) };
      case 2:
        return {
          name: "|x − c|^k",
          f: (x) => Math.abs(x - c) ** power,
          points: power < 0 ? [a, c, b] : points,
          truth: upTo(b) - upTo(a),
        };
      case 3:
        return {
          name: "peak",
          f: (x) => 1 / (1 + ((x - c) / width) ** 2),
          points,
          truth: width * (Math.atan((b - c) / width) - Math.atan((a - c) / width)),
        };
      case 4:
        return {
          name: "waves",
          f: (x) => 1 + Math.sin(waves * x),
          points,
          truth: b - a - (Math.cos(waves * b) - Math.cos(waves * a)) / waves,
        };
      case 5:
        return {
          name: "exp",
          f: (x) => Math.exp(power * x),
          points,
          truth: (Math.exp(power * a) * Math.expm1(power * (b - a))) / power,
        };
      default:
        return {
          name: "corner of a product",
          f: (x) => Math.max(0, x - c) * Math.exp(x),
          points,
          truth: (b - c - 1) * Math.exp(b) + Math.exp(c),
        };
    }
  });
}

describe("the error that an integral states", () => {
  it.each([1e-6, 1e-10, 1e-13])("covers the true one in 99 of 100, asked for %d", (tolerance) => {
    const cases = battery(1400);
    const missed = cases.filter(({ f, points, truth }) => {
      const { value, error, magnitude } = integrate(f, points, { tolerance });
      return Math.abs(value - truth) > error + 1e-15 * magnitude;
    });
    expect(missed.length).toBeLessThanOrEqual(cases.length / 100);
  });

  it("is reached, and is what was asked for", () => {
    for (const { f, points, truth } of battery(140, 0.01)) {
      const { value, magnitude, converged } = integrate(f, points, { maxPanels: 20_000 });
      expect(converged).toBe(true);
      expect(Math.abs(value - truth)).toBeLessThan(1e-11 * magnitude);
    }
  });

  it("counts what rounding of the places does to a steep integrand far from 0", () => {
    const peak = (x: number): number => Math.exp(-(((x - 5.123) / 1e-6) ** 2) / 2) / 1e-6;
    const { value, error } = integrate(peak, [5.12299, 5.123, 5.12301]);
    expect(Math.abs(value - Math.sqrt(2 * Math.PI))).toBeLessThan(error);
    expect(error).toBeLessThan(1e-8);
  });
});

it("a narrow tail is seen from the outermost breakpoint on, however far the end is", () => {
  const g = (x: number, logJacobian: number): number => Math.exp(-x * 1e6 + logJacobian);
  expect(integrateDensity(g, 0, 10, [1e-7, 3e-6]).value).toBeCloseTo(1e-6, 16);
});
