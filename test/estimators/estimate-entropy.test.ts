import { describe, expect, it } from "vitest";
import { categorical, estimateEntropy, multivariateNormal, normal, seeded } from "../../src";

describe("estimateEntropy of counts", () => {
  const p = categorical([0.5, 0.2, 0.2, 0.05, 0.05]);

  it.each(["plugIn", "millerMadow", "grassberger", "chaoShen"] as const)(
    "by %s covers the truth",
    (method) => {
      let held = 0;
      for (let seed = 0; seed < 100; seed++) {
        const { interval } = estimateEntropy(p.sample(500, seeded(seed)), { method });
        if (interval[0] <= p.entropy && p.entropy <= interval[1]) held++;
      }
      expect(held).toBeGreaterThanOrEqual(88);
    },
  );

  it("takes off most of the bias of the plug-in estimate", () => {
    const bias = (method: "plugIn" | "millerMadow" | "grassberger" | "chaoShen"): number => {
      let sum = 0;
      for (let seed = 0; seed < 300; seed++) {
        sum += estimateEntropy(p.sample(30, seeded(seed)), { method }).value - p.entropy;
      }
      return Math.abs(sum / 300);
    };
    const plain = bias("plugIn");
    expect(plain).toBeGreaterThan(0.05);
    for (const method of ["millerMadow", "grassberger", "chaoShen"] as const) {
      expect(bias(method)).toBeLessThan(plain / 2);
    }
  });

  it("has Miller and Madow's and Grassberger's values by hand", () => {
    const xs = [1, 1, 1, 2];
    const plain = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);
    expect(estimateEntropy(xs, { method: "plugIn" }).value).toBeCloseTo(plain, 14);
    expect(estimateEntropy(xs, { method: "millerMadow" }).value).toBeCloseTo(plain + 1 / 8, 14);
    // G(1) = −γ − ln 2, G(3) = 2 − γ − ln 2.
    const g1 = -0.5772156649015329 - Math.LN2;
    const want = Math.log(4) - (3 * (2 + g1) + g1) / 4;
    expect(estimateEntropy(xs, { method: "grassberger" }).value).toBeCloseTo(want, 13);
  });
});

describe("estimateEntropy by nearest neighbours", () => {
  it("finds the differential entropy in one and three dimensions", () => {
    const one = estimateEntropy(normal(3, 2).sample(4000, seeded(1)));
    expect(Math.abs(one.value - normal(3, 2).entropy)).toBeLessThan(0.06);
    const d = multivariateNormal(
      [0, 0, 0],
      [
        [1, 0.5, 0],
        [0.5, 1, 0],
        [0, 0, 4],
      ],
    );
    const three = estimateEntropy(d.sample(4000, seeded(2)));
    expect(Math.abs(three.value - d.entropy)).toBeLessThan(0.1);
    expect(one.interval[0]).toBeLessThan(one.value);
  });

  it("refuses discrete data, and says what to use", () => {
    expect(() => estimateEntropy(Array(200).fill(1))).toThrow(/plugIn/);
    expect(() => estimateEntropy([1, 2], { method: "nsb" as never })).toThrow(/no method/);
  });
});
