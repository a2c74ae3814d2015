import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  chiSquared,
  closedForms,
  explain,
  gamma,
  jensenShannon,
  kl,
  monteCarloKl,
  renyi,
  seeded,
  wishart,
} from "../../../src";

type Rows = readonly (readonly number[])[];
interface Reference {
  readonly members: readonly {
    df: number;
    scale: Rows;
    x: Rows;
    logProb: number;
    entropy: number;
  }[];
  readonly pairs: readonly { p: [number, Rows]; q: [number, Rows]; kl: number }[];
}
const reference = JSON.parse(readFileSync("test/reference/wishart.json", "utf8")) as Reference;

const relative = (got: number, want: number): number =>
  Math.abs(got - want) / Math.max(1, Math.abs(want));

describe("wishart", () => {
  test.each(reference.members)(
    "of $df, $scale: density and entropy",
    ({ df, scale, x, ...want }) => {
      const d = wishart(df, scale);
      expect(relative(d.logProb(x), want.logProb)).toBeLessThan(1e-13);
      const point = x.flatMap((row, i) => row.slice(0, i + 1));
      expect(d.logProb(point)).toBe(d.logProb(x));
      expect(d.matrix(point)).toEqual(x);
      expect(d.prob(x)).toBe(Math.exp(d.logProb(x)));
      expect(relative(d.entropy, want.entropy)).toBeLessThan(1e-14);
    },
  );

  test.each(reference.pairs)("D of $p from $q", ({ p, q, kl: want }) => {
    expect(Math.abs(kl(wishart(...p), wishart(...q)) / want - 1)).toBeLessThan(2e-13);
  });

  test("of one by one matrices is gamma, and of scale 1 chi-squared", () => {
    for (const x of [0.1, 1, 7]) {
      expect(wishart(3, [[2]]).logProb([x])).toBeCloseTo(gamma(1.5, 0.25).logProb(x), 13);
      expect(wishart(4.5, [[1]]).logProb([[x]])).toBeCloseTo(chiSquared(4.5).logProb(x), 13);
    }
    const [p, q] = [wishart(3, [[2]]), wishart(5, [[0.7]])];
    const pair = [gamma(1.5, 1 / 4), gamma(2.5, 1 / 1.4)] as const;
    expect(relative(kl(p, q), kl(...pair))).toBeLessThan(1e-14);
    expect(relative(renyi(p, q, { order: 0.3 }), renyi(...pair, { order: 0.3 }))).toBeLessThan(
      1e-12,
    );
  });

  test("draws have its mean, variance, and mean of ln det", () => {
    const d = wishart(5.5, [
      [2, 0.5, -0.3],
      [0.5, 1, 0.2],
      [-0.3, 0.2, 0.7],
    ]);
    const n = 20_000;
    const rows = d.sample(n, seeded(3));
    expect(rows[0].length).toBe(d.dimension);
    d.mean.forEach((mean, k) => {
      const column = rows.map((row) => row[k]);
      const got = column.reduce((a, b) => a + b, 0) / n;
      const spread = column.reduce((a, b) => a + (b - got) ** 2, 0) / n;
      expect(Math.abs(got - mean)).toBeLessThan(5 * Math.sqrt(d.variance[k] / n));
      expect(Math.abs(spread / d.variance[k] - 1)).toBeLessThan(0.1);
    });
    const surprise = rows.reduce((sum, row) => sum - d.logProb(row), 0) / n;
    expect(Math.abs(surprise - d.entropy)).toBeLessThan(0.06);
    const logDet = rows.reduce((sum, row) => {
      const [[a, b, c], [, e, f], [, , g]] = d.matrix(row);
      return sum + Math.log(a * (e * g - f * f) - b * (b * g - f * c) + c * (b * f - e * c));
    }, 0);
    expect(Math.abs(logDet / n - d.meanLogDet)).toBeLessThan(0.04);
  });

  test("its row of the table is Monte Carlo's, and says where it is from", () => {
    const [p, q] = [
      wishart(6, [
        [1, 0.3],
        [0.3, 1],
      ]),
      wishart(4, [
        [1, 0],
        [0, 2],
      ]),
    ];
    const { value, standardError } = monteCarloKl(p, q, { samples: 20_000, prng: seeded(1) });
    expect(Math.abs(value - kl(p, q))).toBeLessThan(5 * standardError);
    expect(closedForms.filter((form) => form.q === "wishart").length).toBe(1);
    expect(explain(p, q).toString()).toContain("wishart");
    expect(kl(p, p)).toBe(0);
    expect(() => jensenShannon(p, q)).toThrow(/several dimensions/);
  });

  test("gives density 0 to what is no positive definite matrix", () => {
    const d = wishart(4, [
      [1, 0],
      [0, 1],
    ]);
    expect(
      d.logProb([
        [1, 2],
        [2, 1],
      ]),
    ).toBe(Number.NEGATIVE_INFINITY);
    expect(d.prob([-1, 0, 1])).toBe(0);
  });
});

test.each([
  [
    "too few degrees of freedom",
    () =>
      wishart(1, [
        [1, 0],
        [0, 1],
      ]),
    RangeError,
    /df 是 1.*> 1/,
  ],
  ["df that is no number", () => wishart("5" as never, [[1]]), TypeError, /df/],
  ["df = ∞", () => wishart(Number.POSITIVE_INFINITY, [[1]]), RangeError, /df/],
  ["no scale", () => wishart(3, undefined as never), TypeError, /scale/],
  ["a vector for a scale", () => wishart(3, [1, 2] as never), TypeError, /scale/],
  ["no square", () => wishart(3, [[1, 0]]), TypeError, /scale 应为 1×1/],
  [
    "no symmetry",
    () =>
      wishart(3, [
        [1, 0.5],
        [0.4, 1],
      ]),
    RangeError,
    /对称/,
  ],
  [
    "a scale that is not positive definite",
    () =>
      wishart(3, [
        [1, 2],
        [2, 1],
      ]),
    RangeError,
    /正定/,
  ],
  ["NaN in the scale", () => wishart(3, [[Number.NaN]]), RangeError, /scale\[0\]\[0\]/],
  ["a point of another size", () => wishart(3, [[1]]).logProb([1, 2]), TypeError, /2 个坐标/],
  [
    "a matrix of another size",
    () =>
      wishart(3, [[1]]).logProb([
        [1, 0],
        [0, 1],
      ]),
    TypeError,
    /1×1/,
  ],
])("%s is refused, in both languages", (_, call, kind, message) => {
  expect(call).toThrow(kind);
  expect(call).toThrow(message);
  expect(call).toThrow(/[一-鿿].* \/ .*[a-z]/);
});
