import { describe, expect, test } from "vitest";
import {
  alphaDivergence,
  cauchy,
  exponential,
  gamma,
  independent,
  jensenShannon,
  kl,
  laplace,
  mixture,
  multivariateNormal,
  normal,
  poisson,
  seeded,
  studentT,
  uniform,
} from "../../../src";
import { fitAlpha, fitForwardKl, fitJensenShannon, fitReverseKl } from "../../../src/learning";

const two = mixture([0.5, 0.5], [normal(-2, 0.6), normal(2, 0.6)]);
const near = (got: number, want: number, tolerance = 1e-9): void =>
  expect(Math.abs(got - want)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(want)));

describe("a normal fitted to two peaks", () => {
  test("by D(p‖q) covers both: its mean and variance are theirs", () => {
    const { distribution, divergence, optima, path } = fitForwardKl(two, "normal");
    near(distribution.mean, 0);
    near(distribution.sd, 2.08806130178);
    near(divergence, 0.555155528632, 1e-11);
    expect(optima).toEqual([{ distribution, divergence }]);
    expect(path[path.length - 1]).toEqual(optima[0]);
    near(path[path.length - 2].divergence, divergence, 1e-9);
  });

  // m = ±1.99707828, s = 0.60485642, D = 0.69183600503: mpmath's findroot on both slopes.
  test.each([-1, 1])("by D(q‖p) stays on the peak that it begins at: %i", (side) => {
    const fit = fitReverseKl(two, normal, { start: normal(side * 1.2, 0.9) });
    near(fit.distribution.mean, side * 1.99707828155, 1e-10);
    near(fit.distribution.sd, 0.60485642067, 1e-10);
    near(fit.divergence, 0.69183600503, 1e-10);
    expect(fit.path[0].distribution).toEqual(normal(side * 1.2, 0.9));
    const peaks = fit.optima.slice(0, 2).map(({ distribution }) => distribution.mean);
    near(Math.min(...peaks), -1.99707828155);
    near(Math.max(...peaks), 1.99707828155);
  });

  test("each optimum is one: D grows in every direction, by quadrature", () => {
    const { optima } = fitReverseKl(two, "normal");
    expect(optima.length).toBe(3); // one wide one, at D = 1.138, lies over both
    for (const { distribution: q, divergence } of optima) {
      near(divergence, kl(q, two), 1e-12);
      for (const [m, s] of [
        [0.01, 0],
        [-0.01, 0],
        [0, 0.01],
        [0, -0.01],
        [0.01, 0.01],
        [0.01, -0.01],
      ]) {
        expect(kl(normal(q.mean + m, q.sd + s), two)).toBeGreaterThan(divergence);
      }
    }
  });

  test.each([normal(1e6, 1e-3), normal(-1000, 1), normal(100, 50), normal(0, 1e6)])(
    "comes to an optimum from far away, and only optima are told: %s",
    (start) => {
      for (const fitBy of [fitForwardKl, fitReverseKl]) {
        const usual = fitBy(two, "normal").optima.map(({ divergence }) => divergence);
        const { divergence, optima } = fitBy(two, "normal", { start });
        expect(usual.some((each) => Math.abs(each - divergence) < 1e-9)).toBe(true);
        expect(optima.length).toBe(usual.length);
      }
    },
  );

  test.each([normal(60, 1e-6), normal(-300, 1e-6), normal(1000, 0.01)])(
    "by a formula is known whatever the search makes of its start: %s",
    (start) => {
      for (const target of [two, laplace(0, 1), studentT(3, 0, 1)]) {
        const { distribution, optima } = fitForwardKl(target, "normal", { start });
        expect(optima).toEqual(fitForwardKl(target, "normal").optima);
        expect(distribution).toBe(optima[0].distribution);
      }
    },
  );

  test("goes down all the way, and away from a saddle", () => {
    // Between close peaks the middle is no optimum, and the slope in the mean is 0 there.
    const close = mixture([0.5, 0.5], [normal(-1.6, 0.4), normal(1.6, 0.4)]);
    const { path, distribution } = fitReverseKl(close, "normal", { start: normal(0, 0.3) });
    const values = path.map(({ divergence }) => divergence);
    for (let i = 1; i < values.length; i++) {
      expect(values[i]).toBeLessThanOrEqual(values[i - 1] + 1e-9);
    }
    for (const step of [0.02, -0.02]) {
      const beside = normal(distribution.mean + step, distribution.sd);
      expect(kl(beside, close)).toBeGreaterThan(kl(distribution, close));
    }
  });

  test("by JS lies between, and agrees with its neighbours", () => {
    const { optima } = fitJensenShannon(two, "normal");
    expect(optima.length).toBe(3);
    for (const { distribution: q, divergence } of optima) {
      near(divergence, jensenShannon(two, q), 1e-12);
      for (const [m, s] of [
        [0.01, 0],
        [-0.01, 0],
        [0, 0.01],
        [0, -0.01],
      ]) {
        expect(jensenShannon(two, normal(q.mean + m, q.sd + s))).toBeGreaterThan(divergence);
      }
    }
  });

  test("by α goes from covering to keeping to a peak; ±1 are the two relative entropies", () => {
    const sds = [-3, -1, -0.5, 0, 0.5, 1, 1.5].map((alpha) => {
      const { distribution, divergence, optima } = fitAlpha(two, "normal", { alpha });
      near(divergence, alphaDivergence(two, distribution, { alpha }), 1e-11);
      expect(optima[0].divergence).toBe(Math.min(...optima.map((each) => each.divergence)));
      return distribution.sd;
    });
    expect([...sds].sort((a, b) => b - a)).toEqual(sds);
    near(sds[1], 2.08806130178);
    near(sds[5], 0.60485642067);
  });
});

describe("fits", () => {
  test("find the target where it is in the family", () => {
    for (const fitBy of [fitForwardKl, fitReverseKl, fitJensenShannon]) {
      const { distribution, divergence } = fitBy(normal(3, 2), "normal");
      near(distribution.mean, 3, 1e-8);
      near(distribution.sd, 2, 1e-8);
      expect(divergence).toBeLessThan(1e-15);
      const found = fitBy(two, "mixture", { seed: 1 });
      expect(found.divergence).toBeLessThan(1e-12);
      expect(found.optima[0].divergence).toBe(found.divergence);
    }
  });

  // Least D(q‖p) of a Laplace distribution: s = √(π/2), from d/ds (E|X|/1 − ln s).
  test.each([1, 1e-150, 1e150])("do not mind the unit: %d", (unit) => {
    const { distribution, divergence } = fitReverseKl(laplace(0, unit), "normal");
    near(distribution.sd / unit, Math.sqrt(Math.PI / 2), 1e-9);
    near(divergence, Math.log(2) + 0.5 - Math.log(Math.PI), 1e-9);
    const forward = fitForwardKl(laplace(unit, unit), "normal").distribution;
    near(forward.mean / unit, 1);
    near(forward.sd / unit, Math.SQRT2);
  });

  test.each([1e-200, 1e-160, 1e160, 1e200])(
    "nor where a variance is beyond the doubles: %d",
    (s) => {
      for (const fitBy of [fitForwardKl, fitReverseKl, fitJensenShannon]) {
        const { distribution } = fitBy(normal(0, s), "normal", { start: normal(s, 2 * s) });
        near(distribution.sd / s, 1, 1e-6);
      }
      if (s < 1) near(fitForwardKl(laplace(0, s), "normal").distribution.sd / s, Math.SQRT2, 1e-6);
    },
  );

  test("know what has no moments, bounds, and one side", () => {
    expect(fitReverseKl(cauchy(0, 1), "normal").divergence).toBeCloseTo(0.182758308669, 9);
    near(fitJensenShannon(uniform(0, 1), "normal").distribution.mean, 0.5, 1e-9);
    near(fitForwardKl(studentT(3, 0, 1), "normal").distribution.variance, 3, 1e-9);
    const { distribution } = fitForwardKl(gamma(2, 1), "mixture", { components: 2 });
    // Where D(p‖q) is least over mixtures, moments agree as well.
    near(distribution.mean, 2, 1e-6);
    near(distribution.variance, 2, 1e-5);
  });

  test("of fewer components than peaks choose by the direction", () => {
    const three = mixture([0.3, 0.3, 0.4], [normal(-5, 1), normal(0, 0.5), normal(4, 1)]);
    const { optima } = fitReverseKl(three, "mixture", { components: 2 });
    expect(optima.length).toBeGreaterThan(1);
    for (const { distribution, divergence } of optima)
      near(divergence, kl(distribution, three), 1e-9);
    expect(optima.map((each) => each.divergence)).toEqual(
      optima.map((each) => each.divergence).sort((a, b) => a - b),
    );
  });

  // Each component by itself is an optimum of D(q‖p), near −ln of its weight.
  test.each([
    [mixture([0.5, 0.5], [normal(0, 1e-4), normal(1, 10)]), [1e-4, 10]],
    [mixture([0.999, 0.001], [normal(0, 1), normal(50, 0.01)]), [1, 0.01]],
    [mixture([0.3, 0.7], [normal(-1e3, 1e-3), normal(1e3, 1)]), [1e-3, 1]],
  ] as const)("find spikes beside what is wide: %s", (target, sds) => {
    const { optima } = fitReverseKl(target, "normal");
    for (const sd of sds) {
      expect(optima.some(({ distribution }) => Math.abs(distribution.sd / sd - 1) < 0.01)).toBe(
        true,
      );
    }
    expect(fitReverseKl(target, "mixture").divergence).toBeLessThan(1e-9);
    expect(fitForwardKl(target, "mixture").divergence).toBeLessThan(1e-9);
  });

  test("are the same for one seed", () => {
    const run = (): unknown => fitJensenShannon(gamma(3, 1), "mixture", { seed: 7, starts: 2 });
    expect(run()).toEqual(run());
  });
});

describe("of several dimensions", () => {
  const correlated = multivariateNormal(
    [1, -1],
    [
      [1, 0.9],
      [0.9, 1],
    ],
  );

  test("independent normals keep to the inside by D(q‖p), and to the outside by D(p‖q)", () => {
    const inside = fitReverseKl(correlated, "multivariateNormal", { covariance: "diagonal" });
    const outside = fitForwardKl(correlated, multivariateNormal, { covariance: "diagonal" });
    for (const i of [0, 1]) {
      near(inside.distribution.covariance[i][i], 0.19, 1e-14);
      near(outside.distribution.covariance[i][i], 1, 1e-14);
      expect(inside.distribution.covariance[i][1 - i]).toBe(0);
    }
    // ½ ln(1/(1 − .81)) for both
    near(inside.divergence, -Math.log(0.19) / 2, 1e-13);
    near(outside.divergence, -Math.log(0.19) / 2, 1e-13);
  });

  test("by search comes to the same as by the formula", () => {
    const { path } = fitReverseKl(correlated, "multivariateNormal", { covariance: "diagonal" });
    near(path[path.length - 2].divergence, -Math.log(0.19) / 2, 1e-7);
    // Jensen–Shannon of two normals with one mean: variances √(1 − ρ²) by symmetry of ρ → −ρ.
    const { distribution } = fitJensenShannon(correlated, "multivariateNormal", {
      covariance: "diagonal",
      starts: 0,
    });
    near(distribution.covariance[0][0], Math.sqrt(0.19), 1e-6);
  });

  test("a mixture's mean and covariance are kept by D(p‖q), and full is itself", () => {
    const p = mixture(
      [0.5, 0.5],
      [
        multivariateNormal(
          [-2, 0],
          [
            [1, 0.5],
            [0.5, 1],
          ],
        ),
        multivariateNormal(
          [2, 0],
          [
            [1, -0.5],
            [-0.5, 1],
          ],
        ),
      ],
    );
    expect(fitForwardKl(p, "multivariateNormal", { starts: 0 }).distribution.covariance).toEqual([
      [5, 0],
      [0, 1],
    ]);
    const itself = fitReverseKl(correlated, "multivariateNormal").distribution;
    expect(itself).toEqual(correlated);
    const [{ divergence }] = fitReverseKl(p, "mixture", { starts: 0 }).optima;
    expect(divergence).toBeLessThan(1e-12);
  });

  test("of more than two there is what has a formula", () => {
    const p = independent([normal(0, 1), normal(1, 2), normal(2, 3)]);
    expect(fitForwardKl(p, "multivariateNormal").distribution.covariance[2][2]).toBe(9);
    expect(fitReverseKl(p, "multivariateNormal", { covariance: "diagonal" }).divergence).toBe(0);
    expect(() => fitJensenShannon(p, "multivariateNormal")).toThrow(/3 维.*monteCarloKl/);
  });
});

const plane = multivariateNormal(
  [0, 0],
  [
    [1, 0],
    [0, 1],
  ],
);

test.each([
  ["no distribution", () => fitForwardKl([0.5, 0.5] as never, "normal"), TypeError, /target/],
  ["integers", () => fitReverseKl(poisson(2), "normal"), TypeError, /连续/],
  ["a family that is none", () => fitReverseKl(two, "gamma" as never), TypeError, /"normal"/],
  ["a function that is none", () => fitReverseKl(two, uniform as never), TypeError, /family/],
  ["several dimensions of one", () => fitForwardKl(two, "multivariateNormal"), TypeError, /normal/],
  ["no member can", () => fitReverseKl(uniform(0, 1), "normal"), RangeError, /∞.*fitJensenShannon/],
  ["nor on one side", () => fitReverseKl(exponential(1), "mixture"), RangeError, /∞/],
  ["no variance", () => fitForwardKl(cauchy(0, 1), "normal"), RangeError, /方差/],
  [
    "a slip of the pen",
    () => fitForwardKl(two, "normal", { seeds: 1 } as never),
    TypeError,
    /seed/,
  ],
  [
    "no components",
    () => fitForwardKl(two, "mixture", { components: 0 }),
    RangeError,
    /components/,
  ],
  ["another start", () => fitReverseKl(two, "normal", { start: two }), TypeError, /start/],
  [
    "a start of another dimension",
    () => fitReverseKl(plane, "multivariateNormal", { start: multivariateNormal([0], [[1]]) }),
    TypeError,
    /start 有 1 维而 target 有 2 维/,
  ],
  [
    "a mixture of numbers to start from in a plane",
    () => fitReverseKl(plane, "mixture", { start: two }),
    TypeError,
    /start 有 1 维而 target 有 2 维/,
  ],
  [
    "a mixture in a plane to start from on the line",
    () => fitJensenShannon(two, "mixture", { start: mixture([1], [plane]) }),
    TypeError,
    /start 有 2 维而 target 有 1 维/,
  ],
  [
    "a start of two dimensions where there is a formula of three",
    () => {
      const target = independent([normal(0, 1), normal(1, 2), normal(2, 3)]);
      return fitForwardKl(target, "multivariateNormal", { start: plane });
    },
    TypeError,
    /start 有 2 维而 target 有 3 维/,
  ],
  ["no α", () => fitAlpha(two, "normal", {} as never), TypeError, /alpha/],
  ["α = NaN", () => fitAlpha(two, "normal", { alpha: Number.NaN }), RangeError, /alpha/],
])("%s is refused, in both languages", (_, call, kind, message) => {
  expect(call).toThrow(kind);
  expect(call).toThrow(message);
  expect(call).toThrow(/[一-鿿].* \/ .*[a-z]/);
});

test("one optimum from a warm start takes well under 50 ms", () => {
  let start = normal(1.5, 0.7);
  const drag = (): void => {
    const next = seeded(1);
    for (let i = 0; i < 10; i++) {
      const target = mixture([0.5, 0.5], [normal(-2, 0.6), normal(2 + next(), 0.6)]);
      start = fitReverseKl(target, "normal", { start, starts: 2 }).distribution;
    }
  };
  drag();
  const before = process.cpuUsage();
  drag();
  const { user } = process.cpuUsage(before);
  expect(user / 1000 / 10).toBeLessThan(50);
});
