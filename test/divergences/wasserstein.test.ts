import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as klab from "../../src";
import { areaBetweenCdfs } from "../../src/divergences/lines/area-between-cdfs";
import { distanceOfCounts } from "../../src/divergences/lines/distance-of-counts";
import { distanceOfQuantiles } from "../../src/divergences/lines/distance-of-quantiles";
import { lopsided, make } from "../support/families";
import { relativeError } from "../support/reference";

const infinity = Number.POSITIVE_INFINITY;
const { wasserstein } = klab;

type Given = readonly [string, ...number[]];
type Several = readonly [number[], number[][]];
/** Values that transport.py made. */
const reference = JSON.parse(
  readFileSync(join(import.meta.dirname, "../reference/transport.json"), "utf8"),
) as {
  readonly line: readonly { p: Given; q: Given; w1?: string; w2: string }[];
  readonly several: readonly { p: Several; q: Several; w2: string }[];
};
const of = ([family, ...parameters]: Given) => make(family, parameters);

describe("Wasserstein distances in 60 digits", () => {
  it.each(reference.line.map((r) => [of(r.p), of(r.q), r] as const))("%s, %s", (p, q, r) => {
    const near = r.p[0] === r.q[0] ? 1e-12 : 1e-10;
    if (r.w1) expect(relativeError(wasserstein(p, q), r.w1)).toBeLessThan(near);
    const second = wasserstein(p, q, { order: 2 });
    expect(relativeError(second, r.w2)).toBeLessThan(near);
    expect(relativeError(wasserstein(q, p, { order: 2 }), r.w2)).toBeLessThan(near);
  });

  it.each(reference.several.map((r, i) => [i, r.p[0].length, r] as const))(
    "normal distributions, case %i in %i dimensions",
    (_, __, r) => {
      const [p, q] = [klab.multivariateNormal(...r.p), klab.multivariateNormal(...r.q)];
      expect(relativeError(wasserstein(p, q, { order: 2 }), r.w2)).toBeLessThan(1e-12);
      expect(relativeError(wasserstein(q, p, { order: 2 }), r.w2)).toBeLessThan(1e-12);
    },
  );
});

const full = process.env.KLAB_FULL === "1";
const rows = klab.closedForms.filter((form) => form.wasserstein && lopsided[form.p]);

describe.each(rows.map((form) => [`${form.p}, ${form.q}`, form] as const))("%s", (_, form) => {
  const { first, second, formula, tex, source } = form.wasserstein!;
  // The lopsided members, and for families that must share a shape, a stretch of one of them.
  const stretched = (d: klab.Distribution): klab.Distribution => {
    const parameters = Object.values((d as klab.Normal).parameters) as number[];
    return make(d.family, [...parameters.slice(0, -1), parameters.at(-1)! * 0.75]);
  };
  const same = form.p === form.q;
  const pairs = [
    ...(same ? lopsided[form.p].map((p) => [p, stretched(p)] as const) : []),
    ...(form.p === "gamma" ? [[klab.gamma(1, 2), make(form.q, [3.5, 2])] as const] : []),
    ...(form.q === "gamma" ? [[make(form.p, [3.5, 2]), klab.gamma(1, 2)] as const] : []),
    ...lopsided[form.p].flatMap((p) => lopsided[form.q].map((q) => [p, q] as const)),
  ]
    .filter(([p, q]) => String(p) !== String(q) && (first?.(p, q) ?? second?.(p, q)) !== undefined)
    .slice(0, 3);
  const has = (order: typeof first, [p, q]: (typeof pairs)[number]): boolean =>
    order?.(p, q) !== undefined;
  // An integral of quantiles may take a second: the short test tries each formula once, the full one three times.
  const tried = full
    ? pairs
    : pairs.filter((pair, i) =>
        [first, second].some(
          (order) => has(order, pair) && !pairs.slice(0, i).some((one) => has(order, one)),
        ),
      );

  it("says its formula, TeX and source", () => {
    expect(formula).toMatch(/W[₁₂]/);
    expect(tex).not.toContain("undefined");
    expect(source).toMatch(/\(\d{4}\)/);
  });

  // A distance is the same in both directions: the short test integrates one of them.
  const mirrored = rows.some(({ p, q }) => p === form.q && q === form.p && p < q);
  if (mirrored && !full) {
    it("is that of the pair in the other order, which is integrated", () => {
      for (const [p, q] of tried) {
        const [one, two] = [first?.(p, q), second?.(p, q)];
        const near = 1e-13;
        if (one !== undefined) expect(relativeError(wasserstein(q, p), one)).toBeLessThan(near);
        if (two !== undefined) {
          expect(relativeError(wasserstein(q, p, { order: 2 }), two)).toBeLessThan(near);
        }
      }
    });
    return;
  }

  it("agrees with the integral of the quantiles and the area between the distribution functions", () => {
    let met = 0;
    for (const [p, q] of tried) {
      const counts = p.kind === "discrete";
      const [one, two] = [first?.(p, q), second?.(p, q)];
      if (one !== undefined) {
        met++;
        const numeric = counts ? distanceOfCounts(p, q, 1) : areaBetweenCdfs(p, q);
        expect(relativeError(numeric, one, 1e-13), `W₁ of ${p} and ${q}`).toBeLessThan(1e-9);
        expect(wasserstein(p, q)).toBe(one);
      }
      if (two !== undefined) {
        met++;
        const numeric = counts ? distanceOfCounts(p, q, 2) : distanceOfQuantiles(p, q);
        expect(relativeError(numeric, two, 1e-13), `W₂ of ${p} and ${q}`).toBeLessThan(1e-9);
        expect(wasserstein(p, q, { order: 2 })).toBe(two);
        if (one !== undefined) expect(one).toBeLessThanOrEqual(two * (1 + 1e-15));
      }
    }
    if (form.p === form.q) expect(met).toBeGreaterThan(0);
  });
});

describe("infinite Wasserstein distances", () => {
  const both = (p: klab.Distribution, q: klab.Distribution) => [
    wasserstein(p, q),
    wasserstein(p, q, { order: 2 }),
  ];
  const n = klab.normal(0, 1);

  it("are recognised where one side has no mean, or no variance", () => {
    expect(both(klab.cauchy(0, 1), n)).toEqual([infinity, infinity]);
    expect(both(n, klab.studentT(1, 0, 1))).toEqual([infinity, infinity]);
    expect(both(klab.pareto(1, 1), klab.exponential(1))).toEqual([infinity, infinity]);
    for (const heavy of [klab.studentT(2, 0, 1), klab.pareto(1, 2), klab.inverseGamma(2, 1)]) {
      expect(wasserstein(heavy, n)).toBeLessThan(infinity);
      expect(wasserstein(heavy, n, { order: 2 })).toBe(infinity);
    }
  });

  it("are recognised where two heavy tails differ by more than a shift", () => {
    expect(both(klab.cauchy(0, 1), klab.cauchy(0, 2))).toEqual([infinity, infinity]);
    expect(both(klab.pareto(1, 0.9), klab.pareto(2, 0.9))).toEqual([infinity, infinity]);
    expect(both(klab.studentT(0.8, 0, 1), klab.studentT(0.9, 0, 1))).toEqual([infinity, infinity]);
    expect(wasserstein(klab.studentT(1.5, 0, 1), klab.studentT(1.9, 0, 1), { order: 2 })).toBe(
      infinity,
    );
  });

  it("are not where they only shift: the cost is the length of the shift", () => {
    expect(both(klab.cauchy(0, 2), klab.cauchy(3, 2))).toEqual([3, 3]);
    expect(both(klab.cauchy(0, 2), klab.studentT(1, 3, 2))).toEqual([3, 3]);
    expect(both(klab.studentT(0.5, 0, 2), klab.studentT(0.5, -1, 2))).toEqual([1, 1]);
    const two = klab.mixture([0.5, 0.5], [klab.cauchy(0, 1), klab.cauchy(0, 1)]);
    const [one, square] = both(two, klab.cauchy(3, 1));
    expect(relativeError(one, 3)).toBeLessThan(1e-9);
    expect(relativeError(square, 3)).toBeLessThan(1e-9);
  });
});

describe("Wasserstein distances without a row", () => {
  it("of a heavy tail have what lies beyond the last double below 1", () => {
    // E T² = 2.1/0.1 = 21, E Z² = 1, and W₂² = 22 − 2 ∫ F⁻¹G⁻¹ du; without the tail it was less than 3.
    const value = wasserstein(klab.studentT(2.1, 0, 1), klab.normal(0, 1), { order: 2 });
    expect(relativeError(value, "4.20801820520334275")).toBeLessThan(1e-9);
  });

  it("of counts and densities", () => {
    const [p, q] = [klab.poisson(2), klab.normal(5, 2)];
    // Sums of the pieces between the jumps, by mpmath.
    expect(relativeError(wasserstein(p, q, { order: 2 }), "3.09395372537723247")).toBeLessThan(
      1e-9,
    );
    expect(relativeError(wasserstein(p, q), "3.00801654871652465")).toBeLessThan(1e-9);
  });

  it("of nearly equal counts keep the digits of W₁: all that moves moves by 1", () => {
    const near = wasserstein(klab.poisson(2), klab.poisson(2 + 1e-9), { order: 2 });
    expect(relativeError(near, Math.sqrt(2 + 1e-9 - 2))).toBeLessThan(1e-12);
  });

  it("too many counts to add are refused with a reason, not summed for hours", () => {
    const wide = () => wasserstein(klab.geometric(1e-12), klab.poisson(3), { order: 2 });
    expect(wide).toThrow(/too many to add one by one/);
    expect(wasserstein(klab.geometric(1e-12), klab.geometric(2e-12))).toBe(5e11);
  });
});

describe("Wasserstein distances in several dimensions", () => {
  const round = [
    [1, 0],
    [0, 1],
  ];
  const p = klab.multivariateNormal([0, 0], round);

  it("of order 2 add up over independent coordinates", () => {
    const a = klab.independent([klab.poisson(2), klab.normal(0, 1)]);
    const b = klab.independent([klab.poisson(5), klab.normal(4, 1)]);
    const parts = a.components.map((c, i) => wasserstein(c, b.components[i], { order: 2 }));
    expect(wasserstein(a, b, { order: 2 })).toBe(Math.hypot(...parts));
    const normals = klab.independent([klab.normal(3, 2), klab.normal(0, 1)]);
    expect(wasserstein(p, normals, { order: 2 })).toBeCloseTo(Math.sqrt(10), 14);
    expect(wasserstein(normals, p, { order: 2 })).toBeCloseTo(Math.sqrt(10), 14);
  });

  it("of one coordinate are those on the line", () => {
    const line = klab.multivariateNormal([1], [[4]]);
    expect(wasserstein(line, klab.multivariateNormal([0], [[1]]))).toBe(
      wasserstein(klab.normal(1, 2), klab.normal(0, 1)),
    );
  });

  it("of order 1, of other families and between spaces are errors that say what to do", () => {
    expect(() => wasserstein(p, p)).toThrow(/order: 2/);
    expect(() => wasserstein(klab.dirichlet([1, 2]), klab.dirichlet([1, 2]), { order: 2 })).toThrow(
      /multivariateNormal/,
    );
    expect(() => wasserstein(p, klab.multivariateNormal([0], [[1]]), { order: 2 })).toThrow(
      /same space/,
    );
  });
});
