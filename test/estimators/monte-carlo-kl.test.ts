import { describe, expect, it } from "vitest";
import { beta, categorical, kl, monteCarloKl, normal, poisson, seeded, uniform } from "../../src";

const [p, q] = [normal(0, 1), normal(0.2, 1.1)];
const uniformCounts = categorical([0.5, 0.5]);

describe("monteCarloKl", () => {
  it.each(["k1", "k3"] as const)("%s is unbiased within 4 standard errors", (estimator) => {
    for (const controlVariate of [false, true]) {
      const e = monteCarloKl(p, q, { samples: 20_000, estimator, controlVariate, prng: seeded(5) });
      expect(Math.abs(e.value - kl(p, q))).toBeLessThan(4 * e.standardError);
    }
  });

  it("k3 and the control variate spread less than k1 where q is near p", () => {
    const plain = monteCarloKl(p, q, { estimator: "k1" }).standardError;
    expect(monteCarloKl(p, q, { estimator: "k3" }).standardError).toBeLessThan(plain / 2);
    expect(monteCarloKl(p, q, { controlVariate: true }).standardError).toBeLessThan(plain / 2);
    expect(monteCarloKl(p, q, { estimator: "k2" }).standardError).toBeLessThan(plain / 2);
  });

  it("k3 knows the mass of q outside p's support", () => {
    const [a, b] = [uniform(0, 0.5), beta(2, 2)];
    const e = monteCarloKl(a, b, { estimator: "k3", samples: 40_000 });
    expect(Math.abs(e.value - kl(a, b))).toBeLessThan(4 * e.standardError);
  });

  it("is seeded, is Infinity where a draw of p is impossible under q, and checks its options", () => {
    expect(monteCarloKl(p, q).value).toBe(monteCarloKl(p, q).value);
    expect(monteCarloKl(p, uniform(0, 1)).value).toBe(Number.POSITIVE_INFINITY);
    expect(() => monteCarloKl(p, q, { samples: 1 })).toThrow(/samples is 1/);
    expect(() => monteCarloKl(p, q, { estimator: "k4" as never })).toThrow(/k4/);
    expect(() => monteCarloKl(p, poisson(2))).toThrow(TypeError);
    expect(() => monteCarloKl([1] as never, q)).toThrow(TypeError);
  });

  it("of an infinite D is infinite, with an interval that says so", () => {
    for (const [a, b] of [
      [uniform(0, 1), uniform(0.5, 2)],
      [normal(0, 1), uniform(0, 1)],
      [poisson(3), uniformCounts],
    ] as const) {
      const e = monteCarloKl(a, b, { samples: 2000, prng: seeded(3) });
      expect(e.value).toBe(Number.POSITIVE_INFINITY);
      expect(e.interval).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
      expect(JSON.stringify(e)).toContain('"interval":["∞","∞"]');
    }
  });
});
