import { describe, expect, it } from "vitest";
import {
  alphaDivergence,
  bernoulli,
  bhattacharyya,
  chernoff,
  chiSquaredDivergence,
  density,
  fDivergence,
  generators,
  hellinger,
  jeffreys,
  jensenShannon,
  kl,
  measures,
  neymanChiSquaredDivergence,
  normal,
  renyi,
  squaredHellinger,
  totalVariation,
  tsallis,
  wasserstein,
} from "../../src";
import { erf } from "../../src/math/erf";
import { relativeError } from "../support/reference";

const inf = Number.POSITIVE_INFINITY;
const [p, q] = [normal(0, 1), normal(1, 2)];
const near = (got: number, want: number, error = 1e-10): void =>
  expect(relativeError(got, want)).toBeLessThan(error);

describe("measures of two normals", () => {
  it("meet their closed forms", () => {
    const affinity = Math.sqrt(4 / 5) * Math.exp(-1 / 20);
    near(squaredHellinger(p, q), 1 - affinity);
    near(hellinger(p, q), Math.sqrt(1 - affinity));
    near(bhattacharyya(p, q), -Math.log(affinity));
    near(jeffreys(p, q), kl(p, q) + kl(q, p));
    near(alphaDivergence(p, q, { alpha: 0 }), 4 * (1 - affinity));
    // Equal spread, shift 1: χ² = e − 1, Rényi α/2, Chernoff 1/8, TV = erf(1/(2√2)).
    const shifted = normal(1, 1);
    near(chiSquaredDivergence(p, shifted), Math.E - 1);
    near(neymanChiSquaredDivergence(p, shifted), Math.E - 1);
    near(tsallis(p, shifted, { order: 2 }), Math.E - 1);
    near(renyi(p, shifted, { order: 3 }), 1.5);
    near(renyi(p, shifted, { order: 0.3 }), 0.15);
    near(chernoff(p, shifted), 1 / 8);
    near(totalVariation(p, shifted), erf(1 / Math.sqrt(8)));
    near(fDivergence(p, shifted, generators.kl), 0.5);
  });

  it("grow without bound where the tails forbid it", () => {
    expect(chiSquaredDivergence(normal(0, 3), normal(0, 1))).toBe(inf);
    expect(renyi(normal(0, 3), normal(0, 1), { order: 2 })).toBe(inf);
  });

  it("Wasserstein: the shift, and √(shift² + (σ − τ)²)", () => {
    near(wasserstein(p, normal(3, 1)), 3);
    near(wasserstein(p, q, { order: 2 }), Math.sqrt(2), 1e-9);
    near(wasserstein(normal(0, 1), normal(0, 2)), Math.sqrt(2 / Math.PI));
  });
});

describe("measures of other distributions", () => {
  it("of two coins are those of their vectors", () => {
    const [a, b] = [bernoulli(0.3), bernoulli(0.6)];
    for (const { name, of } of measures) {
      expect(relativeError(of(a, b), of([0.7, 0.3], [0.4, 0.6])), name).toBeLessThan(1e-12);
    }
  });

  it("are 0 for p = q, within rounding of the integral", () => {
    for (const { name, of } of measures) expect(of(p, p), name).toBeLessThan(1e-12);
  });

  it("are the greatest for disjoint supports, and between a coin and a density", () => {
    const left = density(() => 1, { support: [0, 1] });
    const right = density(() => 1, { support: [2, 3] });
    near(totalVariation(left, right), 1);
    near(jensenShannon(left, right), Math.LN2);
    near(squaredHellinger(left, right), 1);
    expect(kl(left, right)).toBe(inf);
    expect(chiSquaredDivergence(left, right)).toBe(inf);
    near(wasserstein(left, right), 2);
    expect(totalVariation(bernoulli(0.5), left)).toBe(1);
    expect(jensenShannon(bernoulli(0.5), left)).toBe(Math.LN2);
  });

  it("of half-overlapping intervals are what areas say", () => {
    const [a, b] = [density(() => 1, { support: [0, 1] }), density(() => 0.5, { support: [0, 2] })];
    near(totalVariation(a, b), 0.5);
    near(kl(a, b), Math.LN2);
    expect(kl(b, a)).toBe(inf);
    near(
      jensenShannon(a, b, { weights: [0.25, 0.75] }),
      0.25 * Math.log(1.6) + 0.375 * Math.log(0.8) + 0.375 * Math.log(4 / 3),
    );
  });
});
