import { describe, expect, it } from "vitest";
import * as klab from "../../../src";
import { allFacts } from "../../../src/divergences/forms/facts/all-facts";
import { logRatioOf } from "../../../src/divergences/forms/log-ratio-of";
import { lopsided, make, members } from "../../support/families";

/** Whole numbers, which may not be nudged. */
const whole: Readonly<Record<string, readonly string[]>> = { binomial: ["n"] };

/** The same family with each parameter changed by about a part in `parts`. */
function nudged(d: klab.Distribution, parts: number): klab.Distribution {
  const { parameters } = d as unknown as { readonly parameters: Readonly<Record<string, number>> };
  const values = Object.entries(parameters).map(([name, value], i) => {
    if (whole[d.family]?.includes(name)) return value;
    // The three corners of a triangle stay in order.
    const change = (i % 2 === 0 || d.family === "triangular" ? 1 : -0.7) / parts;
    return value === 0 ? change : value * (1 - change * (value < 1 ? 1 : -1));
  });
  return make(d.family, values);
}

const families = allFacts.filter((known) => known.logRatio).map((known) => known.family);

describe("ln p − ln q by the parameters", () => {
  it("is known of every family on the line", () => {
    const missing = allFacts
      .filter(({ family }) => lopsided[family] && !families.includes(family))
      .map(({ family }) => family);
    expect(missing).toEqual([]);
  });

  const given = members.filter(
    (d) => families.includes(d.family) && d.family !== "categorical" && d.family !== "uniform",
  );
  it.each(given.map((d) => [String(d), d] as const))("%s: agrees with the difference", (_, d) => {
    let seen = 0;
    for (const parts of [100, 5000]) {
      const other = nudged(d, parts);
      const ratio = logRatioOf(d, other)!;
      for (const u of [1e-6, 0.01, 0.2, 0.45, 0.7, 0.95, 1 - 1e-6]) {
        const x = d.quantile(u);
        const [a, b] = [d.logProb(x), other.logProb(x)];
        const known = ratio(x);
        if (!Number.isFinite(a - b) || Number.isNaN(known)) continue;
        seen++;
        const rounding = 2e-13 * (1 + Math.abs(a) + Math.abs(b));
        expect(Math.abs(known - (a - b)), `${other} at ${x}`).toBeLessThan(rounding);
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  it.each(given.map((d) => [String(d), d] as const))("%s: is linear near equality", (_, d) => {
    // Where the difference of the logarithms is nothing but rounding: twice the change, twice the ratio.
    const [near, nearer] = [2 ** 33, 2 ** 34].map((parts) => logRatioOf(d, nudged(d, parts))!);
    const at = [0.03, 0.3, 0.6, 0.9].map((u) => d.quantile(u));
    const size = Math.max(...at.map((x) => Math.abs(near(x)) || 0));
    for (const x of at) {
      const [one, half] = [near(x), nearer(x)];
      if (Number.isNaN(one) || Number.isNaN(half)) continue;
      // Of the parameters themselves 2⁻³³ is known to 2⁻²⁰ of it, and the two changes may oppose each other.
      expect(Math.abs(one - 2 * half), `${x}`).toBeLessThan(2e-5 * size + 1e-18);
    }
  });

  it("is known of mixtures and of what is cut, component by component", () => {
    const mixed = (d: number) =>
      klab.mixture([0.25, 0.75], [klab.normal(0, 1), klab.gamma(2, 1 + d)]);
    const cut = (d: number) => klab.truncated(klab.normal(d, 1), 1, 3);
    const counts = (d: number) => klab.truncated(klab.poisson(3 + d), 2, 6);
    for (const of of [mixed, cut, counts]) {
      const ratio = logRatioOf(of(0.125), of(0))!;
      for (const x of [2, 3]) {
        expect(ratio(x)).toBeCloseTo(of(0.125).logProb(x) - of(0).logProb(x), 13);
      }
    }
    const other = klab.mixture([0.5, 0.5], [klab.normal(0, 1), klab.laplace(0, 1)]);
    expect(logRatioOf(mixed(0), other)).toBeUndefined();
    expect(logRatioOf(klab.normal(0, 1), klab.laplace(0, 1))).toBeUndefined();
  });

  it("of cut distributions on intervals that differ counts the ends by themselves", () => {
    const [p, q] = [
      klab.truncated(klab.normal(0.1, 1), 1, 3),
      klab.truncated(klab.normal(0, 1), 1.25, 3.5),
    ];
    const ratio = logRatioOf(p, q)!;
    for (const x of [1.3, 2, 2.9]) expect(ratio(x)).toBeCloseTo(p.logProb(x) - q.logProb(x), 12);
  });
});
