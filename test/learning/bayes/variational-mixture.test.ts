import { describe, expect, test } from "vitest";
import { dirichlet, kl, mixture, multivariateNormal, normal, seeded } from "../../../src";
import { tensor, variationalMixture } from "../../../src/learning";

/** Eruptions and waiting times like Old Faithful's. */
const geyser = mixture(
  [0.36, 0.64],
  [
    multivariateNormal(
      [2.04, 54.5],
      [
        [0.07, 0.44],
        [0.44, 33.7],
      ],
    ),
    multivariateNormal(
      [4.29, 79.97],
      [
        [0.17, 0.94],
        [0.94, 36.05],
      ],
    ),
  ],
);

const seeds = process.env.KLAB_FULL === "1" ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] : [0, 2];

describe("variationalMixture", () => {
  test.each(seeds)("keeps the two components that there are, of six: seed %i", (seed) => {
    const rows = geyser.sample(272, seeded(seed));
    const { weights, means, covariances, elbos, elbo, responsibilities, posterior } =
      variationalMixture(rows, { components: 6, seed });
    expect(weights.length).toBe(2);
    expect(Math.abs(weights[0] - 0.64)).toBeLessThan(0.09);
    expect(Math.abs(means[0][0] - 4.29)).toBeLessThan(0.1);
    expect(Math.abs(means[1][1] - 54.5)).toBeLessThan(2);
    expect(Math.abs(covariances[0][1][1] / 36 - 1)).toBeLessThan(0.3);
    expect(elbo).toBe(elbos[elbos.length - 1]);
    for (const [i, value] of elbos.slice(1).entries())
      expect(value).toBeGreaterThan(elbos[i] - 1e-9);
    for (const row of responsibilities) expect(Math.abs(row[0] + row[1] - 1)).toBeLessThan(1e-12);
    // What vanished is as it was before any row was seen.
    expect(posterior.alpha.filter((a) => Math.abs(a - 1e-3) < 1e-12).length).toBe(4);
    expect(posterior.precisions.filter(({ df }) => Math.abs(df - 2) < 1e-9).length).toBe(4);
  });

  test("three well apart are three, and one is one", () => {
    const three = mixture([0.2, 0.3, 0.5], [normal(-6, 1), normal(0, 0.5), normal(7, 2)]);
    const found = variationalMixture(three.sample(300, seeded(5)), { components: 7 });
    expect(found.weights.length).toBe(3);
    expect(
      found.means
        .flat()
        .map(Math.round)
        .sort((a, b) => a - b),
    ).toEqual([-6, 0, 7]);
    const one = variationalMixture(normal(3, 2).sample(200, seeded(1)), { components: 5 });
    expect(one.weights).toEqual([1]);
    expect(
      kl(normal(3, 2), normal(one.means[0][0], Math.sqrt(one.covariances[0][0][0]))),
    ).toBeLessThan(0.02);
  });

  test("of one component the bound is ln p(rows), which has a formula", () => {
    // Normal–gamma: ln p = ln Γ(a)/Γ(a₀) + a₀ ln b₀ − a ln b + ½ ln(κ₀/κ) − n/2 ln 2π; here Wishart of one dimension.
    const rows = [1.2, -0.4, 0.7, 2.5, 1.9];
    const { elbo, posterior } = variationalMixture(rows, {
      components: 1,
      meanPrecision: 0.5,
      spread: 1,
    });
    const [{ df, scale }] = posterior.precisions;
    const n = rows.length;
    const mean = rows.reduce((a, b) => a + b, 0) / n;
    const variance = rows.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n;
    expect(df).toBe(1 + n);
    expect(Math.abs(1 / scale[0][0] / (variance * (n + 1)) - 1)).toBeLessThan(1e-14);
    // a₀ = ½, b₀ = variance/2; a = 3, b = 3 variance: Γ(3) = 2, Γ(½) = √π.
    const want =
      Math.log(2 / Math.sqrt(Math.PI)) +
      0.5 * Math.log(variance / 2) -
      3 * Math.log(3 * variance) +
      0.5 * Math.log(0.5 / 5.5) -
      (n / 2) * Math.log(2 * Math.PI);
    expect(Math.abs(elbo - want)).toBeLessThan(1e-12);
  });

  test("does not mind the unit of a column, but for the bound's constant", () => {
    const rows = geyser.sample(80, seeded(3));
    const scaled = rows.map(([a, b]) => [a * 1e6, b * 1e-3]);
    const [one, other] = [rows, scaled].map((each) =>
      variationalMixture(each, { components: 3, seed: 1 }),
    );
    for (const [k, w] of one.weights.entries())
      expect(Math.abs(w - other.weights[k])).toBeLessThan(1e-6);
    expect(Math.abs(one.elbo - other.elbo - 80 * Math.log(1e3))).toBeLessThan(1e-6);
  });

  test("is the same for one seed, takes tensors, and gives a distribution", () => {
    const rows = geyser.sample(60, seeded(4));
    const run = () => variationalMixture(tensor(rows), { components: 3, seed: 8 });
    expect(run()).toEqual(run());
    expect(run().distribution.logProb([4, 80])).toBeGreaterThan(run().distribution.logProb([0, 0]));
    expect(dirichlet(run().posterior.alpha).dimension).toBe(3);
  });
});

test.each([
  ["no components", () => variationalMixture([1, 2], {} as never), TypeError, /components/],
  ["no options", () => variationalMixture([1, 2], undefined as never), TypeError, /components/],
  ["0 components", () => variationalMixture([1, 2], { components: 0 }), RangeError, /components/],
  ["NaN", () => variationalMixture([1, Number.NaN], { components: 2 }), RangeError, /rows\[1\]/],
  [
    "−∞",
    () => variationalMixture([[1], [-Infinity]], { components: 2 }),
    RangeError,
    /rows\[1\]\[0\]/,
  ],
  ["nothing", () => variationalMixture([], { components: 2 }), RangeError, /空/],
  ["a cube", () => variationalMixture([[[1]]], { components: 2 }), TypeError, /\[1, 1, 1\]/],
  [
    "rows that differ in length",
    () => variationalMixture([[1, 2], [3]], { components: 2 }),
    TypeError,
    /rows\[1\]/,
  ],
  ["one row", () => variationalMixture([[1, 2]], { components: 2 }), RangeError, /第 0 列/],
  [
    "a constant column",
    () =>
      variationalMixture(
        [
          [1, 5],
          [2, 5],
          [4, 5],
        ],
        { components: 2 },
      ),
    RangeError,
    /第 1 列/,
  ],
  [
    "a column twice",
    () =>
      variationalMixture(
        [
          [1, 1],
          [2, 2],
          [4, 4],
        ],
        { components: 2 },
      ),
    RangeError,
    /散布/,
  ],
  [
    "a slip of the pen",
    () => variationalMixture([1, 2], { component: 2 } as never),
    TypeError,
    /components/,
  ],
])("%s is refused, in both languages", (_, call, kind, message) => {
  expect(call).toThrow(kind);
  expect(call).toThrow(message);
  expect(call).toThrow(/[一-鿿].* \/ .*[a-z]/);
});

test.each([1e-200, 1e-160, 1e160, 1e200])(
  "rows in a unit of %d are refused by their column",
  (unit) => {
    const rows = [1, 2, 4].map((x) => [x, x * x * unit]);
    const call = (): unknown => variationalMixture(rows, { components: 2 });
    expect(call).toThrow(/^variationalMixture: .*第 1 列.*单位 \/ .*column 1.*unit/);
  },
);
