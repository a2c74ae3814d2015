import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as klab from "../../../src";
import { make } from "../../support/families";
import { relativeError } from "../../support/reference";

type Given =
  | readonly [family: string, parameters: readonly number[]]
  | readonly ["mixture", readonly number[], readonly Given[]]
  | readonly ["truncated", Given, number, number];

/** Values that near-equal.py made. */
const { pairs } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../reference/near-equal.json"), "utf8"),
) as {
  readonly pairs: readonly { p: Given; q: Given; want: Readonly<Record<string, string>> }[];
};

function of(given: Given): klab.Distribution {
  if (given[0] === "mixture") {
    return klab.mixture(given[1] as number[], (given[2] as Given[]).map(of));
  }
  if (given[0] === "truncated") {
    return klab.truncated(of(given[1] as Given), given[2] as number, given[3] as number);
  }
  if (given[0] === "categorical") return klab.categorical(given[1] as number[]);
  return make(given[0], given[1] as number[]);
}

type Measure = (p: klab.Distribution, q: klab.Distribution) => number;
const { generators, fDivergence } = klab;
const measures: Readonly<Record<string, Measure>> = {
  tv: klab.totalVariation,
  kl: klab.kl,
  "kl as an f-divergence": (p, q) => fDivergence(p, q, generators.kl),
  "tsallis of order 1": (p, q) => klab.tsallis(p, q, { order: 1 }),
  h: klab.hellinger,
  js: klab.jensenShannon,
  chi: klab.chiSquaredDivergence,
  w1: klab.wasserstein,
  w2: (p, q) => klab.wasserstein(p, q, { order: 2 }),
};
const wanted: Readonly<Record<string, string>> = {
  "kl as an f-divergence": "kl",
  "tsallis of order 1": "kl",
};

describe("nearly equal distributions keep twelve digits", () => {
  it.each(pairs.map((pair) => [JSON.stringify(pair.p), JSON.stringify(pair.q), pair] as const))(
    "%s, %s",
    (_, __, { p, q, want }) => {
      for (const [name, measure] of Object.entries(measures)) {
        const value = want[wanted[name] ?? name];
        if (value === undefined) continue;
        expect(relativeError(measure(of(p), of(q)), value), name).toBeLessThan(1e-12);
      }
    },
  );

  it("the cases that were wrong by 1e-8 and more", () => {
    const { exponential, normal, gumbel, weibull } = klab;
    const tv = klab.totalVariation;
    expect(
      relativeError(tv(exponential(1), exponential(1 + 1e-7)), "3.6787942299226406e-8"),
    ).toBeLessThan(1e-12);
    expect(relativeError(tv(normal(0, 1), normal(1e-8, 1)), "3.989422804014327e-9")).toBeLessThan(
      1e-12,
    );
    for (const [p, q] of [
      [gumbel(0, 1), gumbel(1e-10, 1)],
      [gumbel(3, 2), gumbel(3, 2 + 1e-9)],
      [weibull(1.5, 2), weibull(1.5 + 1e-9, 2)],
      [weibull(0.6, 1), weibull(0.6, 1 + 1e-11)],
    ]) {
      const byTerms = fDivergence(p, q, generators.kl);
      expect(Math.abs(byTerms / klab.kl(p, q) - 1), `${p} ${q}`).toBeLessThan(1e-12);
    }
  });

  it("order ∞ is that of the greatest difference of logarithms", () => {
    const infinite = { order: Number.POSITIVE_INFINITY };
    // At 0, where λ e^−λx is steepest in λ.
    const p = klab.exponential(1 + 1e-9);
    const excess = 1 + 1e-9 - 1;
    expect(
      relativeError(klab.renyi(p, klab.exponential(1), infinite), Math.log1p(excess)),
    ).toBeLessThan(1e-12);
    const [a, b] = [klab.laplace(1e-9, 1), klab.laplace(0, 1)];
    expect(relativeError(klab.renyi(a, b, infinite), 1e-9)).toBeLessThan(1e-12);
    const [c, d] = [klab.geometric(0.25 + 2 ** -34), klab.geometric(0.25)];
    expect(relativeError(klab.renyi(c, d, infinite), Math.log1p(2 ** -32))).toBeLessThan(1e-12);
  });

  it("orders rise, and both directions of a symmetric measure agree", () => {
    for (const { p, q } of pairs.slice(0, 12)) {
      const orders = [0.3, 0.5, 0.9, 1.1, 2, 5].map((order) => klab.renyi(of(p), of(q), { order }));
      for (const [i, value] of orders.slice(1).entries()) {
        expect(value).toBeGreaterThan(orders[i] * (1 - 1e-11));
      }
      for (const measure of [klab.totalVariation, klab.hellinger, klab.jensenShannon]) {
        expect(relativeError(measure(of(p), of(q)), measure(of(q), of(p)))).toBeLessThan(1e-12);
      }
    }
  });
});
