import { describe, expect, it } from "vitest";
import * as klab from "../../../src";
import { relativeError } from "../../support/reference";

const infinity = Number.POSITIVE_INFINITY;
const near = (got: number, want: string, error = 1e-10): void =>
  expect(relativeError(got, want), `${got} for ${want}`).toBeLessThan(error);

/** Values by composite Gauss–Legendre sums in extended precision, apart from this code. */
describe("measures by quadrature that were wrong", () => {
  const [logistic, pole] = [
    klab.logistic(-1.031438689957247, 1.0436144138239187),
    klab.beta(2.697246656597377, 0.40296091581356974),
  ];

  it("a pole inside the other's support: the total variation was 1, the rest did not converge", () => {
    near(klab.totalVariation(logistic, pole), "0.89796101021244944778");
    near(klab.jensenShannon(logistic, pole), "0.55940371019855271226");
    near(klab.bhattacharyya(logistic, pole), "1.3689012863964877107");
  });

  it("a pole at 1, where doubles 1 − y are sparse", () => {
    const [p, q] = [klab.beta(0.05, 0.05), klab.beta(1e4, 1e4)];
    near(klab.jensenShannon(p, q), "0.68577952967716242552");
    near(klab.totalVariation(p, q), "0.99733979063234198901");
    near(
      klab.jensenShannon(
        klab.laplace(-2.743111300466331, 0.3525173771339688),
        klab.beta(0.3159675044520881, 0.2849470084404589),
      ),
      "0.69226567807710610336",
    );
  });

  it("two scales far apart: √p has its mass where p has none", () => {
    const [p, q] = [
      klab.laplace(-3, 0.00004941566733221674),
      klab.laplace(-1.1248758506492456, 17215168.768573426),
    ];
    near(klab.bhattacharyya(p, q), "12.595125118854179709");
    near(
      klab.squaredHellinger(
        klab.gumbel(-3, 352.72563007256355),
        klab.gumbel(0, 0.01377317692300662),
      ),
      "0.99049978742099594224",
    );
  });

  it("a tail of power 0.1 keeps its last 1e-9", () => {
    const [p, q] = [
      klab.pareto(1.6879277418168157, 0.10873525653422068),
      klab.pareto(0.6715353312919619, 11.622511130122486),
    ];
    near(klab.jensenShannon(p, q), "0.69305775390969131211");
    near(klab.totalVariation(p, q), "0.99997773189206202432");
  });

  it("Rényi of order 0 is 0 on one support, however far out the other lies", () => {
    for (const [p, q] of [
      [klab.logistic(1e6, 2.16), klab.logistic(-0.43, 5300)],
      [klab.gumbel(1e6, 2), klab.gumbel(0.25, 1.57e7)],
      [klab.weibull(19.6, 1.7e-7), klab.weibull(1.7, 11.4)],
      [klab.continuousBernoulli(0.500000001), klab.continuousBernoulli(0.999999999)],
    ] as const) {
      expect(klab.renyi(p, q, { order: 0 })).toBe(0);
    }
    const half = klab.renyi(klab.halfNormal(1), klab.normal(0, 1), { order: 0 });
    expect(half).toBeCloseTo(Math.LN2, 14);
  });

  it("equal densities of two families are 0, in every measure", () => {
    for (const { name, of } of klab.measures) {
      expect(of(klab.uniform(0, 1), klab.beta(1, 1)), name).toBeLessThan(1e-15);
    }
  });

  it("a density that underflows at an end does not look like a divergence there", () => {
    const [p, q] = [
      klab.beta(2881.647828463565, 173.44733568076353),
      klab.continuousBernoulli(0.499999999),
    ];
    near(klab.bhattacharyya(p, q), "1.9326887329514347951");
  });

  it("disjoint supports need no integral", () => {
    const [p, q] = [klab.uniform(1e6, 1e6 + 5e-5), klab.uniform(-3, -2.9999998)];
    expect(klab.jensenShannon(p, q)).toBe(Math.LN2);
    expect(klab.totalVariation(p, q)).toBe(1);
    expect(klab.bhattacharyya(p, q)).toBe(infinity);
  });

  it("nearly equal members without a formula give an answer", () => {
    const [p, q] = [
      klab.gumbel(-0.11338909551455867, 0.5363794051744388),
      klab.gumbel(-0.11338909573175357, 0.5363794049726875),
    ];
    near(klab.jensenShannon(p, q), "3.6648786447203840902e-20", 1e-9);
    near(klab.hellinger(p, q), "1.9143872765771256271e-10", 1e-9);
    near(klab.chiSquaredDivergence(p, q), "2.9319029169835294811e-19", 1e-6);
    near(klab.totalVariation(p, q), "2.1095581131422108392e-10", 1e-6);
  });
});

describe("Rényi's divergence and χ² of distributions", () => {
  it("of counts neither underflow nor overflow", () => {
    const point = klab.binomial(800, 1);
    near(klab.renyi(point, klab.poisson(4), { order: 2 }), "3446.9152418021292197");
    near(klab.renyi(point, klab.poisson(4), { order: 0.3 }), "3446.9152418021292197");
    const many = klab.binomial(800, 0.8664012410869779);
    near(klab.renyi(many, klab.poisson(0.3), { order: 0.3 }), "682.44495877681142481");
    near(klab.renyi(many, klab.poisson(0.3), { order: 2 }), "5289.0819694416236901");
    const zero = klab.renyi(klab.poisson(0), klab.binomial(800, 0.999), { order: 0 });
    near(zero, String(-800 * Math.log(0.001)), 1e-12);
  });

  it("of a tail too heavy for q are infinite, not an error", () => {
    expect(klab.chiSquaredDivergence(klab.geometric(0.02), klab.poisson(0.3))).toBe(infinity);
    const short = klab.negativeBinomial(0.05, 0.66);
    expect(klab.renyi(klab.geometric(0.02), short, { order: 2 })).toBe(infinity);
    // σp² ≥ 2σq², or a blended covariance that is not positive definite.
    expect(klab.chiSquaredDivergence(klab.normal(0, Math.SQRT2), klab.normal(0, 1))).toBe(infinity);
    expect(klab.chiSquaredDivergence(klab.normal(0, 1.4), klab.normal(0, 1))).toBeLessThan(
      infinity,
    );
    const [wide, round] = [
      [2, 0],
      [1.9, 0],
    ].map(([a, b]) =>
      klab.multivariateNormal(
        [0, 0],
        [
          [a, b],
          [b, 1],
        ],
      ),
    );
    const unit = klab.multivariateNormal(
      [0, 0],
      [
        [1, 0],
        [0, 1],
      ],
    );
    expect(klab.renyi(wide, unit, { order: 2 })).toBe(infinity);
    near(klab.renyi(round, unit, { order: 2 }), String(-Math.log(1.9 * 0.1) / 2), 1e-12);
  });

  it("of continuousBernoulli are finite also where its p rounds to 1 (they were ∞)", () => {
    const [p, q] = [klab.continuousBernoulli(0.999999999), klab.continuousBernoulli(0.5)];
    near(klab.renyi(p, q, { order: 2 }), "2.3381098453407178706");
    near(klab.chiSquaredDivergence(p, q), "9.3616329528374368427");
    const almost = klab.continuousBernoulli(0.500000001);
    near(klab.squaredHellinger(almost, p), "0.56067374021543487609");
  });

  it("of nearly equal normal distributions in several dimensions keep their digits", () => {
    const a = [
      [2, 0.9],
      [0.9, 1],
    ];
    const b = [
      [2, 0.9],
      [0.9, 1 + 2 ** -30],
    ];
    const [p, q] = [klab.multivariateNormal([0, 0], a), klab.multivariateNormal([0, 0], b)];
    // e = ε Σ⁻¹₂₂ = ε·2/1.19 to first order, and −ln affinity = e²/16.
    const e = (2 ** -30 * 2) / 1.19;
    near(klab.bhattacharyya(p, q), String((e * e) / 16), 1e-8);
    near(klab.chiSquaredDivergence(p, q), String((e * e) / 2), 1e-8);
  });
});

describe("distribution functions in the far tails and at the edges", () => {
  it("the quantile of a heavy tail is a number down to 1e-300 (it was NaN), and the inverse of the cdf", () => {
    for (const d of [klab.studentT(2.1, 0, 1), klab.studentT(1, 5, 2), klab.studentT(0.9, 0, 1)]) {
      for (const u of [1e-20, 1e-50, 1e-100, 1e-200, 1e-250]) {
        expect(relativeError(d.cdf(d.quantile(u)), u)).toBeLessThan(1e-12);
      }
    }
    expect(klab.studentT(0.8, 0, 1).quantile(1e-300)).toBe(-infinity);
  });

  it("the cdf of studentT is its power law beyond 1e150 (it was 0, or off by 6e-5)", () => {
    const d = klab.studentT(0.05, 0, 1);
    near(d.cdf(-1e160) / d.cdf(-1e150), String(10 ** -0.5), 1e-12);
    near(klab.studentT(1, 0, 1).cdf(-1e200), String(1e-200 / Math.PI), 1e-12);
  });

  it("cdf and survival of NaN are NaN in every family", () => {
    const members = [
      klab.bernoulli(0.3),
      klab.poisson(2),
      klab.normal(0, 1),
      klab.logNormal(0, 1),
      klab.uniform(0, 1),
      klab.exponential(1),
      klab.gamma(2, 1),
      klab.inverseGamma(2, 1),
      klab.beta(2, 3),
      klab.chiSquared(3),
      klab.laplace(0, 1),
      klab.cauchy(0, 1),
      klab.logistic(0, 1),
      klab.gumbel(0, 1),
      klab.weibull(2, 1),
      klab.pareto(1, 2),
      klab.studentT(3, 0, 1),
      klab.halfNormal(1),
      klab.rayleigh(1),
      klab.vonMises(0, 1),
      klab.continuousBernoulli(0.3),
    ];
    for (const d of members) {
      expect(d.cdf(Number.NaN), d.family).toBeNaN();
      expect(d.survival(Number.NaN), d.family).toBeNaN();
      expect(d.logProb(infinity), d.family).toBe(-infinity);
    }
  });

  it("the quantile of continuousBernoulli stays in [0, 1] for p near 1", () => {
    const d = klab.continuousBernoulli(1 - 1e-12);
    for (const u of [1e-300, 1e-100, 1e-16, 1e-5]) {
      expect(d.quantile(u)).toBeGreaterThanOrEqual(0);
      expect(relativeError(d.cdf(d.quantile(u)), u)).toBeLessThan(1e-12);
    }
  });

  it("the density of beta(1, 1) is 1 to the last bit", () => {
    for (const x of [1e-9, 0.3, 0.999]) expect(Math.abs(klab.beta(1, 1).logProb(x))).toBe(0);
  });

  it("moments of a large shape are products, not exponentials of logarithms", () => {
    const [p, q] = [
      klab.gamma(7526.740064440615, 0.0002070461887418158),
      klab.rayleigh(9.351189783136899e-7),
    ];
    near(klab.kl(p, q), "7.5574157320325588696e26", 1e-12);
    near(
      klab.kl(
        klab.beta(0.06986410723054606, 2622.506015326657),
        klab.halfNormal(0.00002159585406051957),
      ),
      "20.054887248788478314",
      1e-12,
    );
  });
});
