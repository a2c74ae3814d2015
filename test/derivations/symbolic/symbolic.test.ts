import { describe, expect, test } from "vitest";
import { bernoulli, kl, normal } from "../../../src";
import { exact, gradient, precise, type World } from "../../../src/derivations";

const world: World = {
  name: "正态族",
  scope: { P_data: normal(0.4, 1.5), P_G: (θ: number) => normal(θ, 2) },
  sample: { x: { from: "P_data", size: 30 } },
  grid: { θ: [-1, 0, 1, 2], y: [0, 1] },
};

describe("gradient", () => {
  test("gives the score of a normal, (x − θ)/σ²", () => {
    const score = gradient("log(P_G(y | θ))", "θ", world);
    expect(score.at({ θ: 0.5, y: 3 })).toBeCloseTo((3 - 0.5) / 4, 14);
    expect(score.tex).toContain("\\theta");
  });

  test("goes through a sum over the sample, and vanishes at the mean", () => {
    const total = gradient("∑(i=1, m, log(P_G(x[i] | θ)))/m", "θ", world);
    const [a, b] = [total.at({ θ: 0 }), total.at({ θ: 1 })];
    expect(a - b).toBeCloseTo(1 / 4, 12);
  });

  test("of a divergence is −E[score], and agrees with differences of kl", () => {
    const slope = gradient("KL(P_data ‖ P_G(· | θ))", "θ", world);
    const h = 1e-5;
    const numeric =
      (kl(normal(0.4, 1.5), normal(1.3 + h, 2)) - kl(normal(0.4, 1.5), normal(1.3 - h, 2))) /
      (2 * h);
    expect(slope.at({ θ: 1.3 })).toBeCloseTo(numeric, 8);
    expect(slope.at({ θ: 0.4 })).toBeCloseTo(0, 12);
  });

  test("gives the Fisher information as the mean of the squared score", () => {
    const coin: World = {
      name: "硬币",
      scope: { P_G: (θ: number) => bernoulli(θ) },
      grid: { θ: [0.2, 0.5, 0.8], x: [0, 1] },
    };
    const score = gradient("log(P_G(x | θ))", "θ", coin);
    const fisher = [0, 1].reduce(
      (sum, x) => sum + bernoulli(0.3).prob(x) * score.at({ θ: 0.3, x }) ** 2,
      0,
    );
    expect(fisher).toBeCloseTo(1 / (0.3 * 0.7), 12);
  });

  test("says where there is no closed derivative", () => {
    expect(() => gradient("KL(P_G(· | θ) ‖ P_data)", "θ", world)).toThrow(
      /第 1 个字符.*character 1/,
    );
  });
});

describe("exact", () => {
  test("is a fraction for dice and coins", () => {
    const die = Array.from({ length: 6 }, () => "1/6");
    expect(exact("∑(i=1, 6, i*p[i])", { p: die })).toBe("7/2");
    expect(exact("∑(i=1, 6, (i - 7/2)^2*p[i])", { p: die })).toBe("35/12");
    expect(exact("E(x ~ p, x)", { p: ["0.1", "0.9"] })).toBe("9/10");
    expect(exact("∏(i=1, 3, 1/2)")).toBe("1/8");
    expect(exact("1 + 2")).toBe("3");
  });

  test("refuses a logarithm, and an unknown name", () => {
    expect(() => exact("log(2)")).toThrow(RangeError);
    expect(() => exact("a + 1", { b: 1 })).toThrow(/unknown name a; the scope has b/);
  });
});

describe("precise", () => {
  test("gives fifty digits of ln 2", () => {
    expect(precise("log(2)")).toBe("0.69314718055994530941723212145817656807550013436026");
  });

  test("confirms the closed form of two normals to double precision", () => {
    const fifty = precise("log(s2/s1) + (s1^2 + (m1 - m2)^2)/(2*s2^2) - 1/2", {
      m1: "0.2",
      s1: "1.3",
      m2: "0.25",
      s2: "1.4",
    });
    expect(kl(normal(0.2, 1.3), normal(0.25, 1.4)) / Number(fifty)).toBeCloseTo(1, 12);
  });

  test("sums a divergence of arrays without cancellation", () => {
    const p = ["0.3", "0.7"];
    const q = ["0.3000001", "0.6999999"];
    const digits = Number(precise("KL(p ‖ q)", { p, q }));
    expect(kl(p.map(Number), q.map(Number)) / digits).toBeCloseTo(1, 6);
  });
});
