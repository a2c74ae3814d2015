import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import * as klab from "../../src";
import { make, members } from "../support/families";
import { relativeError } from "../support/reference";

/** Values that tails.py made. */
const reference: readonly {
  readonly family: string;
  readonly parameters: readonly number[];
  readonly x: number;
  readonly logCdf: string;
  readonly logSurvival: string;
}[] = JSON.parse(readFileSync(join(import.meta.dirname, "../reference/tails.json"), "utf8"));

test.each(reference.map((row) => [make(row.family, row.parameters), row.x, row] as const))(
  "both tails of %s at %s",
  (d, x, row) => {
    const logs = [Number(row.logCdf), Number(row.logSurvival)];
    // A probability is known to the rounding of its exponent.
    const slack = 1e-14 * Math.max(10, ...logs.map((log) => (log > -690 ? Math.abs(log) : 10)));
    expect(relativeError(d.logCdf!(x), row.logCdf)).toBeLessThan(slack);
    expect(relativeError(d.logSurvival!(x), row.logSurvival)).toBeLessThan(slack);
    const plain = [d.cdf(x), d.survival!(x)];
    for (const [i, log] of logs.entries()) {
      if (log > -690) expect(Math.abs(plain[i] / Math.exp(log) - 1)).toBeLessThan(slack);
    }
  },
);

const small = [1e-250, 1e-100, 1e-30, 1e-16, 2 ** -53, 1e-12, 1e-6, 0.01, 0.3, 0.5];
const levels = [...small, 0.7, 0.99, 1 - 1e-9];
const near = (got: number, want: number, slack: number): void =>
  expect(Math.abs(got - want)).toBeLessThanOrEqual(slack * Math.max(Math.abs(want), 1e-290));

describe.each(members.map((d) => [String(d), d] as const))("the tails of %s", (_, d) => {
  const points = [
    ...levels.map((u) => d.quantile(u)),
    ...levels.map((v) => d.survivalQuantile!(v)),
  ].filter((x) => Number.isFinite(x));

  it("have logarithms that are those of cdf and survival, where these are numbers", () => {
    for (const x of points) {
      const [lower, upper] = [d.cdf(x), d.survival!(x)];
      if (lower > 1e-290 && lower < 1) near(Math.exp(d.logCdf!(x)), lower, 1e-12);
      if (upper > 1e-290 && upper < 1) near(Math.exp(d.logSurvival!(x)), upper, 1e-12);
      // Where one tail is small, the logarithm of the other is minus that.
      if (upper > 1e-290 && upper < 1e-17) near(-d.logCdf!(x), upper, 1e-12);
      if (lower > 1e-290 && lower < 1e-17) near(-d.logSurvival!(x), lower, 1e-12);
    }
    expect(Math.abs(d.logCdf!(d.support[1] + 1))).toBe(0);
    expect(d.logSurvival!(d.support[1] + 1)).toBe(Number.NEGATIVE_INFINITY);
    expect(Math.abs(d.logSurvival!(d.support[0] - 1))).toBe(0);
    expect(d.logCdf!(d.support[0] - 1)).toBe(Number.NEGATIVE_INFINITY);
    expect(d.logCdf!(Number.NaN)).toBeNaN();
    expect(d.logSurvival!(Number.NaN)).toBeNaN();
  });

  it("rise and fall with x, and are never above 0", () => {
    const sorted = [...new Set(points)].sort((a, b) => a - b);
    const slack = (y: number): number => 1e-13 * Math.abs(y);
    for (const [i, x] of sorted.entries()) {
      const [lower, upper] = [d.logCdf!(x), d.logSurvival!(x)];
      expect(lower).toBeLessThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(0);
      if (i === 0) continue;
      const before = sorted[i - 1];
      expect(lower).toBeGreaterThanOrEqual(d.logCdf!(before) - slack(lower));
      expect(upper).toBeLessThanOrEqual(d.logSurvival!(before) + slack(upper));
    }
  });

  it("are found again by quantile and survivalQuantile", () => {
    // Of a density that is given as a function, the far tail is not asked for by level.
    for (const v of levels.filter((v) => v > 1e-3 || d.family !== "density")) {
      const [x, y] = [d.quantile(v), d.survivalQuantile!(v)];
      if (d.kind === "discrete") {
        expect(d.survival!(y)).toBeLessThanOrEqual(v * (1 + 1e-15));
        if (y > d.support[0]) expect(d.survival!(y - 1)).toBeGreaterThan(v);
        expect(d.survivalQuantile!(d.survival!(y))).toBe(y);
        continue;
      }
      // As well as the doubles near x tell the probabilities apart.
      const known = (at: number): number => 8 * 2 ** -52 * Math.abs(at) * d.prob(at) + 1e-10 * v;
      const inReach = (at: number): boolean => Math.abs(at) > 1e-305 && Math.abs(at) < 1e305;
      if (x > d.support[0] && inReach(x)) {
        expect(Math.abs(d.cdf(x) - v)).toBeLessThanOrEqual(known(x));
      }
      if (y < d.support[1] && inReach(y)) {
        expect(Math.abs(d.survival!(y) - v)).toBeLessThanOrEqual(known(y));
      }
    }
    expect(d.survivalQuantile!(0)).toBe(d.support[1]);
    expect(d.survivalQuantile!(1)).toBe(d.support[0]);
    expect(() => d.survivalQuantile!(1.5)).toThrow(/survivalQuantile: .*v is 1\.5/);
    expect(() => d.survivalQuantile!(Number.NaN)).toThrow(RangeError);
  });
});

describe("levels near 1", () => {
  // The least x with P(X > x) ≤ 2⁻⁵³, by mpmath; of integers where cdf rounds to 1 already.
  const u = 1 - 2 ** -53;

  test.each([
    [klab.geometric(0.3), 102],
    [klab.poisson(3), 26],
    [klab.negativeBinomial(2.5, 0.4), 81],
    [klab.binomial(1000, 0.01), 45],
    [klab.truncated(klab.poisson(3), 6, Number.POSITIVE_INFINITY), 27],
  ])("quantile of %s", (d, want) => {
    expect(d.quantile(u)).toBe(want);
    expect(d.survivalQuantile(2 ** -53)).toBe(want);
    expect(d.survival(want)).toBeLessThanOrEqual(2 ** -53);
    expect(d.survival(want - 1)).toBeGreaterThan(2 ** -53);
  });

  test("a quantile beyond the doubles is ∞, and one before it is not", () => {
    expect(klab.inverseGamma(0.0489, 0.5).quantile(u)).toBe(Number.POSITIVE_INFINITY);
    expect(klab.inverseGamma(0.0489, 0.5).survivalQuantile(1e-14)).toBeGreaterThan(1e285);
    const d = klab.inverseGamma(0.06, 0.5);
    expect(Math.abs(d.logSurvival(d.quantile(u)) + 53 * Math.LN2)).toBeLessThan(1e-13);
    const e = klab.inverseGamma(3e-3, 2);
    expect(Math.abs(e.survival(e.survivalQuantile(0.2)) - 0.2)).toBeLessThan(1e-13);
    expect(klab.gamma(1e-3, 1).quantile(0.25)).toBe(0); // 1e-602
  });
});

describe("a difference beyond the doubles", () => {
  const far = 1.5e308;

  test.each([
    [klab.normal(-far, far), 0.9772498680518208],
    [klab.laplace(-far, far), 1 - Math.exp(-2) / 2],
    [klab.logistic(-far, far), 0.8807970779778824],
    [klab.gumbel(-far, far), Math.exp(-Math.exp(-2))],
    [klab.cauchy(-far, far), 0.5 + Math.atan(2) / Math.PI],
    [klab.studentT(2, -far, far), 0.9082482904638631],
    [klab.skewNormal(-far, far, 0), 0.9772498680518208],
    [klab.uniform(-far, far), 1],
  ])("%s at the other end of the doubles", (d, want) => {
    expect(Math.abs(d.cdf(far) - want)).toBeLessThan(1e-15);
    expect(Math.abs(d.survival(far) - (1 - want))).toBeLessThan(1e-15);
    expect(Number.isFinite(d.logProb(far))).toBe(true);
  });
});

describe("tails of densities that are integrated", () => {
  const line = { support: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] } as const;
  const bell = klab.density((x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI), line);
  const decay = klab.density((x) => Math.exp(-x), { support: [0, Number.POSITIVE_INFINITY] });
  const sixth = klab.density((x) => 6 * x ** 5, { support: [0, 1] });

  it("keep their digits as far as doubles go", () => {
    for (const x of [5, 20, 40, 300, 600, 640]) {
      expect(relativeError(decay.survival(x), Math.exp(-x)), `e^−${x}`).toBeLessThan(1e-12);
    }
    for (const x of [3, 8, 20, 30, 35]) {
      const want = klab.normal(0, 1).survival(x);
      expect(relativeError(bell.survival(x), want), `above ${x}`).toBeLessThan(1e-12);
      expect(relativeError(bell.cdf(-x), want), `below −${x}`).toBeLessThan(1e-12);
    }
    for (const x of [0.1, 1e-5, 1e-20, 1e-40]) {
      expect(relativeError(sixth.cdf(x), x ** 6), `${x}⁶`).toBeLessThan(1e-12);
    }
  });

  it("have quantiles from either end", () => {
    for (const v of [0.3, 1e-5, 1e-17, 1e-100, 1e-250]) {
      expect(relativeError(decay.survivalQuantile(v), -Math.log(v))).toBeLessThan(1e-12);
      const want = klab.normal(0, 1).quantile(v);
      expect(relativeError(bell.quantile(v), want)).toBeLessThan(1e-12);
      expect(relativeError(bell.survivalQuantile(v), -want)).toBeLessThan(1e-12);
    }
  });

  it("of von Mises distributions are those of the angle's density", () => {
    // e^(κ cos x − κ)/(2π I₀ e^−κ), summed by mpmath.
    expect(
      relativeError(klab.vonMises(0, 730).survival(0.355), "7.1675168695287608703e-22"),
    ).toBeLessThan(1e-11);
    expect(relativeError(klab.vonMises(0, 30).cdf(-2), "2.8798552920734807452e-20")).toBeLessThan(
      1e-11,
    );
    expect(
      relativeError(klab.vonMises(0, 3).survival(3.1), "0.000067583194149246630555"),
    ).toBeLessThan(1e-11);
    const d = klab.vonMises(0, 50);
    for (const v of [0.2, 1e-4, 1e-12, 1e-30]) {
      expect(relativeError(d.survival(d.survivalQuantile(v)), v)).toBeLessThan(1e-11);
      expect(relativeError(d.cdf(d.quantile(v)), v)).toBeLessThan(1e-11);
    }
  });
});
