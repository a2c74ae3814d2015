import { describe, expect, test } from "vitest";
import * as klab from "../../../src";
import { fitLikelihood, type LikelihoodFamilies } from "../../../src/learning";

const drawn: Readonly<Record<keyof LikelihoodFamilies, klab.Distribution>> = {
  bernoulli: klab.bernoulli(0.3),
  categorical: klab.categorical([0.1, 0.2, 0.7]),
  poisson: klab.poisson(3.2),
  geometric: klab.geometric(0.2),
  normal: klab.normal(-3, 2),
  laplace: klab.laplace(1, 0.5),
  exponential: klab.exponential(4),
};
const library = klab as unknown as Readonly<Record<string, (x: number) => klab.Distribution>>;
const names = Object.keys(drawn) as (keyof LikelihoodFamilies)[];
const samplesOf = (name: keyof LikelihoodFamilies): number[] =>
  Array.from(drawn[name].sample(300, klab.seeded(5)));

/** Members beside the likeliest one: each parameter a little off. */
const beside = (name: keyof LikelihoodFamilies): klab.Distribution[] => {
  const best = fitLikelihood(samplesOf(name), name).distribution as never as Record<string, number>;
  return [-0.01, 0.01].flatMap((h): klab.Distribution[] => {
    if (name === "normal")
      return [klab.normal(best.mean + h, best.sd), klab.normal(best.mean, best.sd + h)];
    if (name === "laplace")
      return [
        klab.laplace(best.location + h, best.scale),
        klab.laplace(best.location, best.scale + h),
      ];
    if (name === "categorical") {
      const [a, b, c] = best.probs as never as number[];
      return [klab.categorical([a + h, b - h, c]), klab.categorical([a, b + h, c - h])];
    }
    const make = library[name];
    return [make((best.p ?? best.rate) + h)];
  });
};

describe.each(names)("the likeliest %s", (name) => {
  const xs = samplesOf(name);
  const fit = fitLikelihood(xs, name);
  const q = fit.distribution as unknown as klab.Distribution;

  test("has a greater likelihood than those beside it", () => {
    const own = xs.reduce((sum, x) => sum + q.logProb(x), 0);
    expect(Math.abs(fit.logLikelihood - own)).toBeLessThan(1e-9);
    expect(Math.abs(fit.crossEntropy + own / 300)).toBeLessThan(1e-12);
    for (const other of beside(name)) {
      expect(xs.reduce((sum, x) => sum + other.logProb(x), 0)).toBeLessThan(own);
    }
  });

  test("is that of least D from the samples' frequencies, where these have one", () => {
    if (["normal", "laplace", "exponential"].includes(name)) {
      expect("divergence" in fit || "entropy" in fit).toBe(false);
      return;
    }
    const most = Math.max(...xs);
    const shares = Array.from(
      { length: most + 1 },
      (_, k) => xs.filter((x) => x === k).length / 300,
    );
    // By klab's own entropy and kl, of all values up to the largest and the rest.
    const masses = (d: klab.Distribution): number[] => {
      const up = shares.map((_, k) => Math.exp(d.logProb(k)));
      return [...up, Math.max(0, 1 - up.reduce((sum, x) => sum + x, 0))];
    };
    const divergence = (d: klab.Distribution): number => klab.kl([...shares, 0], masses(d));
    expect(Math.abs((fit.entropy as number) - klab.entropy(shares))).toBeLessThan(1e-12);
    expect(Math.abs((fit.divergence as number) - divergence(q))).toBeLessThan(1e-12);
    expect(
      Math.abs(fit.crossEntropy - (fit.entropy as number) - (fit.divergence as number)),
    ).toBeLessThan(1e-12);
    for (const other of beside(name)) expect(divergence(other)).toBeGreaterThan(divergence(q));
  });
});

describe("fitLikelihood", () => {
  test("has members at the edge", () => {
    expect(fitLikelihood([1, 1], "bernoulli")).toMatchObject({ crossEntropy: 0, divergence: 0 });
    expect(fitLikelihood([0], "poisson").distribution.rate).toBe(0);
    expect(fitLikelihood([0, 0], "geometric").distribution.p).toBe(1);
    expect(fitLikelihood(Int8Array.of(2, 2), "categorical").distribution.probs).toEqual([0, 0, 1]);
  });

  test("keeps the digits of samples that are near each other", () => {
    const { mean, sd } = fitLikelihood([1e9 + 1, 1e9 + 2, 1e9 + 3], "normal").distribution;
    expect(mean).toBe(1e9 + 2);
    expect(Math.abs(sd - Math.sqrt(2 / 3))).toBeLessThan(1e-15);
  });

  test.each([1e-200, 1e-160, 1e160, 1e200, 1e300])("does not mind the unit: %d", (unit) => {
    const xs = [-1, 1, 2, 6].map((x) => x * unit);
    const { mean, sd } = fitLikelihood(xs, "normal").distribution;
    expect(Math.abs(mean / unit - 2)).toBeLessThan(1e-15);
    expect(Math.abs(sd / unit - Math.sqrt(6.5))).toBeLessThan(1e-15);
    expect(Math.abs(fitLikelihood(xs, "laplace").distribution.scale / unit - 2)).toBeLessThan(
      1e-15,
    );
  });

  test.each([
    ["no family", [1], "cauchy", TypeError, /family 是 "cauchy"/],
    ["no name", [1], undefined, TypeError, /family 是 undefined/],
    ["a name of objects' own", [1], "toString", TypeError, /family/],
    ["no samples", [], "normal", RangeError, /空/],
    ["no list", "12", "normal", TypeError, /string/],
    ["rows", [[1]], "normal", TypeError, /samples\[0\].*array/],
    ["NaN", [1, Number.NaN], "laplace", RangeError, /samples\[1\] 是 NaN/],
    ["a half", [1, 0.5], "poisson", RangeError, /samples\[1\] 是 0.5/],
    ["what no coin gives", [1, 2], "bernoulli", RangeError, /0, 1/],
    ["waiting below 0", [-1], "exponential", RangeError, /\[0, ∞\)/],
    ["one value of a density", [3, 3], "normal", RangeError, /全是 3/],
    ["zeros alone", [0, 0], "exponential", RangeError, /全是 0/],
  ])("refuses %s", (_, samples, family, kind, message) => {
    const call = (): unknown => fitLikelihood(samples as never, family as never);
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
    expect(call).toThrow(/^fitLikelihood: /);
  });
});
