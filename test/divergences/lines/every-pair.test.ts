import { describe, expect, it } from "vitest";
import * as klab from "../../../src";
import { members } from "../../support/families";

const inf = Number.POSITIVE_INFINITY;
const { uniform, truncated, normal, mixture, density, categorical, poisson } = klab;

/** Disjoint, nested, touching, with gaps, cut and given as functions, besides two of every family. */
const odd: readonly klab.Distribution[] = [
  uniform(0, 1),
  uniform(1, 2),
  uniform(2, 3),
  uniform(0.25, 0.5),
  uniform(-1, 4),
  truncated(normal(0, 1), 1, 2),
  truncated(normal(0, 1), 2, inf),
  mixture([0.5, 0.5], [uniform(0, 1), uniform(2, 3)]),
  mixture([0.5, 0.5], [uniform(-1, 0), uniform(1, 2)]),
  density((x) => 6 * x * (1 - x), { support: [0, 1] }),
  density((x) => (x < 0.3 || x > 0.6 ? 1 / 0.7 : 0), { support: [0, 1], kinks: [0.3, 0.6] }),
  categorical([0, 0, 1]),
  categorical([0.5, 0.5]),
  categorical([0, 0, 0.5, 0, 0.5]),
  klab.bernoulli(0),
  klab.bernoulli(1),
  truncated(poisson(3), 6, inf),
  klab.geometric(1),
  poisson(0),
];

type Measure = (p: klab.Distribution, q: klab.Distribution) => number;
const orders = [0, 0.25, 0.999, 1, 1.5, 3, inf];
const all: readonly (readonly [string, Measure])[] = [
  ...klab.measures.map(({ name, of }): readonly [string, Measure] => [name, (p, q) => of(p, q)]),
  ...orders.map((order): readonly [string, Measure] => [
    `renyi ${order}`,
    (p, q) => klab.renyi(p, q, { order }),
  ]),
  ...[0, 0.5, 1, 2.5].map((order): readonly [string, Measure] => [
    `tsallis ${order}`,
    (p, q) => klab.tsallis(p, q, { order }),
  ]),
  ["fDivergence kl", (p, q) => klab.fDivergence(p, q, klab.generators.kl)],
  ["fDivergence own", (p, q) => klab.fDivergence(p, q, (u) => (u - 1) ** 2)],
];

const full = process.env.KLAB_FULL === "1";

type Pair = readonly [klab.Distribution, klab.Distribution];
const across = (ps: readonly klab.Distribution[], qs: readonly klab.Distribution[]): Pair[] =>
  ps.flatMap((p) => qs.map((q) => [p, q] as const));

/** In the full test also the odd ones with every family, and every eleventh pair of families: all would take hours. */
const pairs: readonly Pair[] = full
  ? [
      ...across(odd, [...odd, ...members]),
      ...across(members, odd),
      ...members.flatMap((p, i) =>
        members.filter((_, j) => (i + 3 * j) % 11 === 0).map((q): Pair => [p, q]),
      ),
    ]
  : across(odd, odd);

describe("every measure of every pair", () => {
  it.each(all)(
    "is a number ≥ 0, ∞, or an error that says why: %s",
    {
      timeout: full ? 1_800_000 : 300_000,
    },
    (name, measure) => {
      // Chernoff's is the greatest of many integrals, and as slow as all the others together: a third of the pairs.
      const tried = name === "chernoff" && !full ? pairs.filter((_, i) => i % 3 === 0) : pairs;
      for (const [p, q] of tried) {
        let value = 0;
        try {
          value = measure(p, q);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          expect(String(error)).toMatch(/converge|narrower|too many/);
        }
        expect(value, `${p} ${q}`).toBeGreaterThanOrEqual(0);
      }
    },
  );

  const apart: readonly (readonly [klab.Distribution, klab.Distribution])[] = [
    [uniform(0, 1), uniform(2, 3)],
    [uniform(0, 1), uniform(1, 2)],
    [truncated(normal(0, 1), -inf, 0), klab.exponential(1)],
    [
      mixture([0.5, 0.5], [uniform(0, 1), uniform(2, 3)]),
      mixture([0.5, 0.5], [uniform(-1, 0), uniform(1, 2)]),
    ],
    [categorical([0.5, 0.5]), categorical([0, 0, 1])],
    [poisson(3), normal(0, 1)],
    [klab.bernoulli(0), klab.bernoulli(1)],
  ];
  it.each(apart)("has its extreme value where nothing is shared: %s, %s", (p, q) => {
    expect(klab.chernoff(p, q)).toBe(inf);
    expect(klab.bhattacharyya(p, q)).toBe(inf);
    for (const order of orders) expect(klab.renyi(p, q, { order })).toBe(inf);
    expect(klab.kl(p, q)).toBe(inf);
    expect(klab.chiSquaredDivergence(p, q)).toBe(inf);
    expect(klab.totalVariation(p, q)).toBeCloseTo(1, 9);
    expect(klab.hellinger(p, q)).toBeCloseTo(1, 9);
    expect(klab.jensenShannon(p, q)).toBeCloseTo(Math.LN2, 9);
    expect(klab.tsallis(p, q, { order: 0.5 })).toBeCloseTo(2, 9);
  });
});

describe("total variation finds the crossings", () => {
  it("of two normals, as the difference of their distribution functions says", () => {
    const prng = klab.seeded(7);
    const pairs = full ? 5000 : 300;
    for (let i = 0; i < pairs; i++) {
      const [p, q] = [0, 1].map(() => normal(2 * prng() - 1, 0.2 + prng()));
      // p = q at the roots of a quadratic.
      const a = 1 / q.variance - 1 / p.variance;
      const b = p.mean / p.variance - q.mean / q.variance;
      const c =
        q.mean ** 2 / q.variance - p.mean ** 2 / p.variance + Math.log(q.variance / p.variance);
      const root = Math.sqrt(b * b - a * c);
      const h = -(b + Math.sign(b) * root);
      const [x, y] = [h / a, c / h].sort((s, t) => s - t);
      const between = (d: klab.Distribution): number => d.cdf(y) - d.cdf(x);
      const want = Math.abs(between(p) - between(q));
      expect(Math.abs(klab.totalVariation(p, q) / want - 1), `${p} ${q}`).toBeLessThan(1e-10);
    }
    const [p, q] = [
      normal(-0.5980527394368154, 0.546976194450721),
      normal(-0.8612108197803616, 0.3858556937901005),
    ];
    expect(klab.totalVariation(p, q)).toBeCloseTo(0.262296180901, 12);
  });
});
