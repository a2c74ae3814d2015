import { describe, expect, it, test } from "vitest";
import * as klab from "../../../src";
import { logGammaExcess } from "../../../src/math/log-gamma-excess";
import { relativeError } from "../../support/reference";

const { poisson, exponential, vonMises, dirichlet, weibull, normal, laplace, logistic } = klab;
const inf = Number.POSITIVE_INFINITY;

// Wanted values by mpmath with 50 digits.
describe("formulas that cancelled", () => {
  it.each([
    [[1e8, 1e8], -8.831122612111429],
    [[1e6, 3], -11.96793604759693],
    [[5e3, 2e4, 1e5], -11.535568373374543],
    [[1e12, 1e12, 7], -39.41791589067746],
  ])("the entropy of dirichlet(%j)", (alpha, want) => {
    expect(relativeError(dirichlet(alpha).entropy, want)).toBeLessThan(1e-14);
  });

  it.each([
    [1e8, 1, 1.6449340238174553e-16],
    [1e4, 2, 6.57801550512895e-8],
    [30, 1, 0.0016817805002180167],
    [11, 1, 0.011024511790049875],
    [1e12, 5, 4.112335167109808e-23],
  ])("the variance of weibull(%d, %d)", (shape, scale, want) => {
    expect(relativeError(weibull(shape, scale).variance, want)).toBeLessThan(1e-13);
    expect(logGammaExcess(1 / shape)).toBeGreaterThan(0);
  });

  it.each([
    [1, 1 + 1e-10, 0.999, 4.995000826243007e-21],
    [1, 1 + 1e-6, 0.5, 2.499997499590855e-13],
    [3, 3 * (1 + 1e-8), 2, 9.999999878450581e-17],
    [2, 2 + 1e-4, 0.3, 3.749787510280976e-10],
  ])("Rényi's of exponential(%d) and exponential(%d), order %d", (p, q, order, want) => {
    const got = klab.renyi(exponential(p), exponential(q), { order });
    expect(relativeError(got, want)).toBeLessThan(1e-11);
  });

  it.each([
    [3, 3, 0],
    [3, 3 + 1e-9, 2.0412416210422866e-10],
    [1e6, 1e6 + 1e-3, 3.535534072977593e-7],
    [100, 101, 0.035256426455492804],
  ])("Hellinger's of poisson(%d) and poisson(%d)", (p, q, want) => {
    expect(Math.abs(klab.hellinger(poisson(p), poisson(q)) - want)).toBeLessThan(
      1e-13 * want + 1e-300,
    );
  });

  it.each([
    [5e7, 0.38, 8.93848464312129],
    [1e5, 3, 4.760721387521958],
    [1e10, 1, 11.16777835670708],
  ])("vonMises(0, %d) ‖ vonMises(0, %d)", (p, q, want) => {
    expect(relativeError(klab.kl(vonMises(0, p), vonMises(0, q)), want)).toBeLessThan(1e-13);
  });
});

describe("the order ∞", () => {
  it.each([
    [normal(0, 1), laplace(0, 0.05), 196.77847637380128],
    [normal(0, 1), laplace(0, 0.01), 4995.169038461367],
    [normal(3, 2), laplace(-3, 0.1), 261.08532919324136],
  ])("looks as far out as the ratio is greatest: %s, %s", (p, q, want) => {
    const got = klab.renyi(p, q, { order: inf });
    if (p.mean === 0) expect(relativeError(got, want)).toBeLessThan(1e-12);
    for (const order of [2, 10, 50]) {
      expect(got).toBeGreaterThanOrEqual(klab.renyi(p, q, { order }) * (1 - 1e-12));
    }
  });

  it("is never below a finite one: logistic, studentT", () => {
    for (const q of [logistic(0, 0.05), klab.studentT(3, 0, 0.01), klab.gumbel(1, 3)]) {
      const got = klab.renyi(normal(0, 1), q, { order: inf });
      for (const order of [2, 10, 50]) {
        expect(got).toBeGreaterThanOrEqual(klab.renyi(normal(0, 1), q, { order }) * (1 - 1e-9));
      }
    }
  });
});

test("draws on a pole are refused with the reason, not weighed to NaN or ∞", () => {
  const poles = [
    [klab.beta(0.01, 0.01), klab.beta(0.02, 0.02)],
    [klab.gamma(1e-3, 1), klab.gamma(2e-3, 1)],
    [klab.chiSquared(1e-3), klab.exponential(1)],
    [klab.beta(1, 1e-2), klab.beta(2, 1e-2)],
  ] as const;
  for (const [p, q] of poles) {
    expect(() => klab.monteCarloKl(p, q)).toThrow(/infinite/);
  }
  expect(klab.monteCarloKl(klab.beta(2, 3), klab.beta(3, 3)).value).toBeGreaterThan(0);
});
