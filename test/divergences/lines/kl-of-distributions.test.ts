import { describe, expect, it } from "vitest";
import * as klab from "../../../src";
import { relativeError } from "../../support/reference";

const { kl, quadratureKl } = klab;
const infinity = Number.POSITIVE_INFINITY;

describe("defects of other libraries, in which ours must not share", () => {
  it("KL(ContinuousBernoulli(.3) ‖ U(0,1)) is finite, both ways (torch: inf)", () => {
    const [c, u] = [klab.continuousBernoulli(0.3), klab.uniform(0, 1)];
    expect(kl(c, u)).toBeCloseTo(0.0293862022, 10);
    expect(kl(u, c)).toBeCloseTo(0.0297361233, 10);
  });

  it("KL(Binomial(5,1) ‖ Binomial(5,.5)) is 5 ln 2 (torch: −inf), and 0 to itself (torch: NaN)", () => {
    expect(kl(klab.binomial(5, 1), klab.binomial(5, 0.5))).toBeCloseTo(5 * Math.LN2, 14);
    expect(kl(klab.binomial(5, 1), klab.binomial(5, 1))).toBe(0);
    expect(kl(klab.binomial(5, 0.5), klab.binomial(5, 1))).toBe(infinity);
  });

  it("binomials of different n: finite one way, ∞ the other (torch: not implemented)", () => {
    const [short, long] = [klab.binomial(3, 0.4), klab.binomial(5, 0.5)];
    const want = [0, 1, 2, 3].reduce(
      (sum, k) => sum + short.prob(k) * Math.log(short.prob(k) / long.prob(k)),
      0,
    );
    expect(relativeError(kl(short, long), String(want))).toBeLessThan(1e-13);
    expect(kl(long, short)).toBe(infinity);
  });

  it("KL(Poisson(0) ‖ Poisson(1)) is 1 (torch: NaN), the reverse ∞, and 0 to itself", () => {
    expect(kl(klab.poisson(0), klab.poisson(1))).toBe(1);
    expect(kl(klab.poisson(1), klab.poisson(0))).toBe(infinity);
    expect(kl(klab.poisson(0), klab.poisson(0))).toBe(0);
  });

  it("KL(U(0,1) ‖ Beta(1,1)) is 0, both ways (torch 1: NaN)", () => {
    expect(kl(klab.uniform(0, 1), klab.beta(1, 1))).toBe(0);
    expect(kl(klab.beta(1, 1), klab.uniform(0, 1))).toBe(0);
  });

  it("Gamma(1000, 1) ‖ Gamma(1000(1 + 1e-9), 1) keeps its digits (torch: 1367 times too much)", () => {
    const value = kl(klab.gamma(1000, 1), klab.gamma(1000 * (1 + 1e-9), 1));
    expect(relativeError(value, "5.0025019e-16")).toBeLessThan(1e-6);
  });

  it("Beta(1e6, 1e6) ‖ Beta(1e6 + 1, 1e6) keeps its digits (torch: 2 % off)", () => {
    const value = kl(klab.beta(1e6, 1e6), klab.beta(1e6 + 1, 1e6));
    expect(relativeError(value, "2.500000625e-7")).toBeLessThan(1e-9);
  });

  it("t₁ ‖ normal is ∞ by divergence (Distributions.jl: throws), and t₃ is not", () => {
    const n = klab.normal(0, 1);
    for (const measure of [kl, quadratureKl]) {
      expect(measure(klab.studentT(1, 0, 1), n)).toBe(infinity);
      expect(measure(klab.studentT(2, 0, 1), n)).toBe(infinity);
      expect(measure(klab.cauchy(0, 1), n)).toBe(infinity);
      expect(measure(klab.studentT(3, 0, 1), n)).toBeCloseTo(0.645460961341, 12);
      expect(measure(klab.studentT(5, 0, 1), n)).toBeCloseTo(0.124769194124, 12);
    }
  });

  it("pareto ‖ normal is ∞ up to shape 2, pareto ‖ exponential up to shape 1", () => {
    for (const measure of [kl, quadratureKl]) {
      expect(measure(klab.pareto(1, 2), klab.normal(0, 1))).toBe(infinity);
      expect(measure(klab.pareto(1, 2.1), klab.normal(0, 1))).toBeCloseTo(10.6846854017436, 10);
      expect(measure(klab.pareto(1, 1), klab.exponential(1))).toBe(infinity);
      expect(measure(klab.pareto(1, 1.5), klab.exponential(1))).toBeLessThan(infinity);
    }
  });
});

describe("∞ by support", () => {
  const onLine = [klab.normal(0, 1), klab.laplace(0, 1), klab.gumbel(0, 1), klab.studentT(3, 0, 1)];
  const onHalf = [klab.exponential(1), klab.gamma(2, 1), klab.weibull(2, 1), klab.logNormal(0, 1)];
  const onUnit = [klab.beta(2, 2), klab.continuousBernoulli(0.3), klab.uniform(0, 1)];
  const pareto = klab.pareto(1, 2);
  const pairs = [
    ...onLine.flatMap((p) => [...onHalf, ...onUnit, pareto].map((q) => [p, q] as const)),
    ...onHalf.flatMap((p) => [...onUnit, pareto].map((q) => [p, q] as const)),
    ...onUnit.flatMap((p) => [[p, pareto] as const, [pareto, p] as const]),
    [klab.poisson(2), klab.bernoulli(0.5)] as const,
    [klab.poisson(2), klab.binomial(9, 0.5)] as const,
    [klab.poisson(2), klab.normal(2, 1)] as const,
    [klab.uniform(0, 1), klab.uniform(1, 2)] as const,
    [
      klab.uniform(0, 3),
      klab.mixture([0.5, 0.5], [klab.uniform(0, 1), klab.uniform(2, 3)]),
    ] as const,
    [klab.normal(0, 1), klab.truncated(klab.normal(0, 1), -8, 8)] as const,
    [klab.categorical([0.5, 0.2, 0.3]), klab.categorical([0.5, 0, 0.5])] as const,
    [klab.categorical([0.5, 0.2, 0.3]), klab.bernoulli(0.3)] as const,
  ];

  it.each(pairs)("%s ‖ %s", (p, q) => {
    expect(kl(p, q)).toBe(infinity);
  });
});

describe("no closed form", () => {
  it("mixtures go by quadrature: mode covering and mode seeking", () => {
    const two = klab.mixture([0.5, 0.5], [klab.normal(-2, 0.6), klab.normal(2, 0.6)]);
    const covering = kl(two, klab.normal(0, 2.08806130178));
    expect(relativeError(covering, "0.555155528632")).toBeLessThan(1e-11);
    expect(kl(klab.normal(2, 0.6), two)).toBeCloseTo(0.691906123814, 11);
  });

  it("a narrow far component of a mixture is not overlooked", () => {
    const p = klab.mixture([1 - 1e-6, 1e-6], [klab.normal(0, 1), klab.normal(1000, 0.001)]);
    const q = klab.normal(0, 1);
    // 1e-6·(1000² + …)/2 dominates: exact up to the overlap, which is none.
    const [a, b] = [1 - 1e-6, 1e-6];
    const want = a * Math.log(a) + b * (Math.log(b) + kl(klab.normal(1000, 0.001), q));
    expect(relativeError(kl(p, q), String(want))).toBeLessThan(1e-9);
  });

  it("truncations far out keep their digits", () => {
    const tail = klab.truncated(klab.normal(0, 1), 8, infinity);
    const want = -Math.log(6.220960574271785e-16);
    expect(relativeError(kl(tail, klab.normal(0, 1)), String(want))).toBeLessThan(1e-12);
  });

  it("a density given as a function goes by quadrature", () => {
    const rising = klab.density((x) => 2 * x, { support: [0, 1] });
    expect(kl(rising, klab.uniform(0, 1))).toBeCloseTo(Math.LN2 - 0.5, 13);
    expect(kl(rising, klab.beta(2, 1))).toBeLessThan(1e-25);
  });

  it("equal densities of two families are 0 up to rounding", () => {
    expect(kl(klab.cauchy(0, 1), klab.studentT(1, 0, 1))).toBeLessThan(1e-25);
  });

  it("mass beyond the reach of doubles is an error, not a number", () => {
    expect(() => quadratureKl(klab.beta(0.01, 0.01), klab.beta(0.02, 0.03))).toThrow(
      /monteCarloKl/,
    );
    expect(kl(klab.beta(0.01, 0.01), klab.beta(0.02, 0.03))).toBeCloseTo(0.624224, 5);
  });

  it("several dimensions without a formula are an error that names monteCarloKl", () => {
    const [a, b] = [klab.multivariateNormal([0], [[1]]), klab.multivariateNormal([1], [[1]])];
    const two = klab.mixture([0.5, 0.5], [a, b]);
    expect(() => kl(two, a)).toThrow(/monteCarloKl/);
    expect(() => kl(a, klab.normal(0, 1))).toThrow(TypeError);
    const estimate = klab.monteCarloKl(two, a, { samples: 4000 });
    const line = klab.mixture([0.5, 0.5], [klab.normal(0, 1), klab.normal(1, 1)]);
    const want = kl(line, klab.normal(0, 1));
    expect(Math.abs(estimate.value - want)).toBeLessThan(4 * estimate.standardError);
  });
});

describe("several dimensions", () => {
  const standard = klab.multivariateNormal(
    [0, 0],
    [
      [1, 0],
      [0, 1],
    ],
  );
  const leaning = klab.multivariateNormal(
    [0, 0],
    [
      [1, 0.5],
      [0.5, 1],
    ],
  );

  it("multivariate normals by formula, also nearly equal or nearly singular ones", () => {
    expect(kl(leaning, standard)).toBeCloseTo(-Math.log(0.75) / 2, 14);
    const wider = klab.multivariateNormal(
      [0, 0],
      [
        [1 + 1e-9, 0.5],
        [0.5, 1],
      ],
    );
    expect(relativeError(kl(leaning, wider), "4.4444e-19")).toBeLessThan(1e-4);
    const thin = klab.multivariateNormal(
      [0, 0],
      [
        [1e-12, 0],
        [0, 1],
      ],
    );
    expect(kl(thin, standard)).toBeCloseTo((1e-12 - 1 - Math.log(1e-12)) / 2, 12);
  });

  it("independent coordinates add", () => {
    const p = klab.independent([klab.normal(0, 1), klab.poisson(2)]);
    const q = klab.independent([klab.normal(1, 1), klab.poisson(3)]);
    const want = kl(klab.normal(0, 1), klab.normal(1, 1)) + kl(klab.poisson(2), klab.poisson(3));
    expect(kl(p, q)).toBeCloseTo(want, 14);
    const normals = klab.independent([klab.normal(0, 1), klab.normal(0, 1)]);
    expect(kl(leaning, normals)).toBeCloseTo(kl(leaning, standard), 14);
  });

  it("dirichlet is beta in two dimensions, and agrees with Monte Carlo in three", () => {
    const [p, q] = [klab.dirichlet([0.4, 3]), klab.dirichlet([5, 0.7])];
    expect(kl(p, q)).toBeCloseTo(kl(klab.beta(0.4, 3), klab.beta(5, 0.7)), 12);
    const [r, s] = [klab.dirichlet([0.8, 3, 2]), klab.dirichlet([2, 1, 4])];
    const estimate = klab.monteCarloKl(r, s, { samples: 20_000 });
    expect(Math.abs(estimate.value - kl(r, s))).toBeLessThan(4 * estimate.standardError);
  });
});
