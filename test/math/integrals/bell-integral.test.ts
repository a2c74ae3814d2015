import { describe, expect, it } from "vitest";
import { bellIntegral } from "../../../src/math/integrals/bell-integral";

const line = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

describe("the integral of a bell", () => {
  it.each([
    [0, 1],
    [1e9, 3e4],
    [-5, 1e-3],
    [1e300, 1e290],
  ])("of a normal density at %s, of width %s, is 1, its second moment its square", (mean, sd) => {
    const log = (x: number): number => -0.5 * ((x - mean) / sd) ** 2;
    const density = (x: number): number => Math.exp(log(x)) / sd / Math.sqrt(2 * Math.PI);
    const bell = { log, peak: mean, width: sd, ends: line };
    expect(bellIntegral(bell, density)).toBeCloseTo(1, 14);
    const moment = bellIntegral(bell, (x) => ((x - mean) / sd) ** 2 * density(x));
    expect(moment).toBeCloseTo(1, 13);
  });

  it("of a skew bell, x⁴⁰e⁻ˣ/40!", () => {
    const log = (x: number): number => 40 * Math.log(x) - x;
    const scale = log(40);
    const term = (x: number): number => Math.exp(log(x) - scale);
    const got = bellIntegral({ log, peak: 40, width: Math.sqrt(41), ends: [0, 1e300] }, term)!;
    // ln 40! − 40 ln 40 + 40
    expect(Math.abs(Math.log(got) - 2.7654615501999302) < 1e-13).toBe(true);
  });

  it("is undefined where an end cuts it, or it falls too slowly", () => {
    const log = (x: number): number => -x * x;
    const cut = { log, peak: 0, width: 1, ends: [-1, Number.POSITIVE_INFINITY] } as const;
    expect(bellIntegral(cut, Math.exp)).toBeUndefined();
    const slow = { log: (x: number) => -Math.log1p(x * x), peak: 0, width: 1, ends: line };
    expect(bellIntegral(slow, (x) => 1 / (1 + x * x))).toBeUndefined();
  });
});
