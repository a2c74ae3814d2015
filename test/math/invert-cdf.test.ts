import { describe, expect, test } from "vitest";
import { type InvertibleCdf, invertCdf } from "../../src/math/invert-cdf";

const inf = Number.POSITIVE_INFINITY;
const exponential: InvertibleCdf = {
  support: [0, inf],
  cdf: (x) => -Math.expm1(-x),
  survival: (x) => Math.exp(-x),
  prob: (x) => Math.exp(-x),
};
const cauchy: InvertibleCdf = {
  support: [-inf, inf],
  cdf: (x) => 0.5 + Math.atan(x) / Math.PI,
  survival: (x) => 0.5 - Math.atan(x) / Math.PI,
  prob: (x) => 1 / (Math.PI * (1 + x * x)),
};

describe("invertCdf", () => {
  test("gives the ends of the support for 0 and 1", () => {
    expect(invertCdf(exponential, 0, 1, 1)).toBe(0);
    expect(invertCdf(exponential, 1, 1, 1)).toBe(inf);
    expect(invertCdf(cauchy, 0, 0, 1)).toBe(-inf);
  });

  test.each([1e-300, 1e-12, 0.2, 0.5, 0.9, 1 - 1e-12])("inverts both tails: u = %d", (u) => {
    const x = invertCdf(exponential, u, 1, 1);
    const want = u > 0.5 ? -Math.log(1 - u) : -Math.log1p(-u);
    expect(Math.abs(x / want - 1)).toBeLessThan(1e-12);
  });

  test("finds what is far from the start, and of another scale", () => {
    const shifted: InvertibleCdf = {
      support: [-inf, inf],
      cdf: (x) => cauchy.cdf((x - 1e6) / 1e-3),
      survival: (x) => cauchy.survival((x - 1e6) / 1e-3),
      prob: (x) => cauchy.prob((x - 1e6) / 1e-3) / 1e-3,
    };
    expect(invertCdf(shifted, 0.75, 0, 1)).toBeCloseTo(1e6 + 1e-3, 8);
    expect(invertCdf(cauchy, 1e-6, 3, 0.01) / (-1e6 / Math.PI)).toBeCloseTo(1, 9);
  });
});
