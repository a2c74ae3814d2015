import { describe, expect, test } from "vitest";
import { beta, chiSquared, gamma, laplace, logistic, normal, uniform, weibull } from "../../../src";
import type { World } from "../../../src/derivations";
import { sumAround } from "../../../src/derivations/lines/sum-around";
import type { Claim } from "../checking/claims";
import { judge } from "../checking/judge";

const world = (scope: World["scope"], grid?: World["grid"]): World => ({
  name: "w",
  scope,
  ...(grid ? { grid } : {}),
});

describe("a density that is infinite at an end", () => {
  const B = world({ B: beta(0.5, 0.5), C: beta(0.3, 2), G: gamma(0.4, 1), W: weibull(0.5, 1) });
  const X = world({ X: chiSquared(1), B: beta(2, 0.4) });
  test.each([
    [["∫(x, 0, 1, B(x))", "= 1"], B],
    [["E(x ~ B, x)", "= 0.5"], B],
    [["∫(t, 0, 1, t*t*B(t))/∫(t, 0, 1, t*B(t))", "= 0.75"], B],
    [["∫(t, 0, 1, 1/sqrt(t*(1-t)))", "= π"], B],
    [["E(x ~ C, x)", "= 0.3/2.3"], B],
    [["∫(x, 0, ∞, G(x)*x)", "= 0.4"], B],
    [["E(x ~ S, log(1 - x))", "= E(x ~ S, log(x))"], world({ S: beta(0.2, 0.2) })],
    [["E(x ~ B, log(x/(1 - x)))", "= 0"], B],
    [["E(x ~ W, x)", "= 2"], B],
    [["E(x ~ X, x^2)", "= 3"], X],
    [["∫(x, 0, 1, B(x)*(1 - x))", "= 0.4/2.4"], X],
  ] as const)("%j holds", (claim, w) => {
    expect(judge(claim, [w])).toMatchObject({ ok: true });
  });

  test.each([
    [["∫(x, 0, 1, B(x))", "= 1.000001"], B],
    [["E(x ~ B, x)", "= 0.500001"], B],
    [["E(x ~ X, x^2)", "= 3.00001"], X],
  ] as const)("%j does not", (claim, w) => {
    const { ok, gap, allowed } = judge(claim, [w]);
    expect(ok).toBe(false);
    expect(gap).toBeGreaterThan(allowed);
  });
});

describe("an integral over the line stays on the supports", () => {
  const tables = world({ P: [0.2, 0.5, 0.3], Q: [0.4, 0.4, 0.2] });
  const holes = world({ P: [0.5, 0, 0.5, 0], Q: [0.25, 0, 0.25, 0.5] });
  const pieces = world({ P: uniform(0, 1), Q: uniform(0, 2) });
  test.each([
    [["∫(x, -∞, ∞, (P(x)-Q(x))^2/Q(x))", "= ∑(x ∈ P, P(x)^2/Q(x)) - 1"], tables],
    [["∫(x, -∞, ∞, P(x)^2/Q(x)) - 1", "= 0.175"], tables],
    [["∫(x, -∞, ∞, (P(x)-Q(x))^2/Q(x))", "= 1"], holes],
    [["∫(x, -∞, ∞, (P(x)-Q(x))^2/Q(x))", "= 1"], pieces],
    [["∫(x, ∞, -∞, P(x)*log(P(x)/Q(x)))", "= -log(2)"], pieces],
  ] as const)("%j holds", (claim, w) => {
    expect(judge(claim, [w])).toMatchObject({ ok: true });
  });

  test("also in the default worlds, one of which is a table with zeros", () => {
    const claim: Claim = ["∫(x, -∞, ∞, (P(x)-Q(x))^2/Q(x))", "= ∫(x, -∞, ∞, P(x)^2/Q(x)) - 1"];
    expect(judge(claim)).toMatchObject({ ok: true });
  });
});

describe("a peak far from everything is found", () => {
  const narrow = world({ P: normal(0, 1), G: (m: number) => normal(m, 1e-4) });
  const v = 1 + 1e-8;
  const marginal = Math.exp(-4 / 2 / v) / Math.sqrt(2 * Math.PI * v);
  test.each([
    ["∫(x, -∞, ∞, exp(-(x-50)^2/0.02))", "sqrt(0.02*π)"],
    ["∫(x, -∞, ∞, exp(-abs(x+300)/0.001))", "0.002"],
    ["∫(x, 0, ∞, x*exp(-(x-5000)^2/0.5))", "5000*sqrt(0.5*π)"],
    ["∫(x, -1000, 1000, exp(-(3*x-700)^2))", "sqrt(π)/3"],
    ["∫(x, -∞, ∞, exp(-(x-50)^2/0.02) + exp(-(x+80)^2/0.02))", "2*sqrt(0.02*π)"],
    ["∫(z, -∞, ∞, G(2 | z)*P(z))", String(marginal)],
    ["E(z ~ P, G(2 | z))", String(marginal)],
    ["∑(k=0, ∞, exp(-(k-5000)^2/200))", "sqrt(200*π)"],
  ])("%s = %s", (left, right) => {
    expect(judge([left, `= ${right}`], [narrow])).toMatchObject({ ok: true });
    expect(judge([left, "= 0"], [narrow])).toMatchObject({ ok: false });
  });
});

describe("an integral of integrals", () => {
  const shifted = world({ P: normal(0, 1), Q: normal(0.7, 1) });
  const inner = "∫(t, -∞, x, P(t) - Q(t))";
  test.each([
    [[`∫(x, -∞, ∞, abs(${inner}))`, "= 0.7"], shifted],
    [
      ["∫(x, -∞, ∞, abs(∫(t, -∞, x, P(t)) - ∫(t, -∞, x, Q(t))))", "= 3"],
      world({ P: laplace(0, 1), Q: laplace(3, 1) }),
    ],
    [[`∫(x, -∞, ∞, abs(${inner}))`, "= 2"], world({ P: logistic(1, 0.3), Q: logistic(-1, 0.3) })],
    [["E(x ~ P, abs(E(y ~ Q, x*y)))", "= 0"], world({ P: normal(0, 1), Q: normal(0, 1) })],
    [["E(x ~ P, exp(E(y ~ Q, x*y)))", "= 1"], world({ P: normal(0, 1), Q: normal(0, 2) })],
    [
      ["∫(x, 0, 1, abs(∫(t, -∞, x, P(t)) - x))", "= 0"],
      world({ P: uniform(0, 1), Q: normal(0, 1) }),
    ],
  ] as const)("%j holds", (claim, w) => {
    expect(judge(claim, [w])).toMatchObject({ ok: true });
  });

  test("is told from what it nearly is", () => {
    expect(judge([`∫(x, -∞, ∞, abs(${inner}))`, "= 0.70001"], [shifted])).toMatchObject({
      ok: false,
    });
  });
});

test("a sum over endlessly many terms of one sign is infinite on its side", () => {
  const [up, down] = [1, -1].map((sign) => sumAround((k) => sign / k, 1, Infinity, []).value);
  expect([up, down]).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  expect(sumAround((k) => -(0.5 ** k), 1, Infinity, []).value).toBeCloseTo(-1, 14);
});
