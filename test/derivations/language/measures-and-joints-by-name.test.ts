import { describe, expect, test } from "vitest";
import { check, derivation, joint, jointTable, type World } from "../../../src/derivations";
import {
  bernoulli,
  categorical,
  chiSquaredDivergence,
  fDivergence,
  generators,
  jensenShannon,
  normal,
  squaredHellinger,
  totalVariation,
  wasserstein,
} from "../../../src/index";

const P = normal(0, 1);
const Q = normal(1, 1.5);
const tableP = categorical([0.5, 0.3, 0.2, 0]);
const tableQ = categorical([0.1, 0.6, 0.2, 0.1]);
const plain: World = {
  name: "正态",
  scope: { P, Q, a: 0.3, b: 2, t: 0.25, z: [0.3, -0.2, 0.5], y: [0, 1, 0] },
  grid: { θ: [-2, -1, 0, 1, 2] },
};
const tables: World = { name: "表", scope: { P: tableP, Q: tableQ, a: 0.3, b: 2, t: 0.25 } };
const dependent = jointTable(
  ["x", "z"],
  [
    [0.3, 0.05, 0.15],
    [0.1, 0.3, 0.1],
  ],
);
const joints: World = { name: "联合", scope: { p: dependent, x0: 1 } };
const family: World = {
  name: "联合族",
  scope: {
    p: (θ: number) => joint({ z: bernoulli(0.4), x: (z: number) => normal(θ + 2 * z, 1) }),
    q: bernoulli(0.7),
    x: 0.5,
  },
  grid: { θ: [-1, -0.5, 0, 0.5, 1] },
};

/** Whether left = right holds in a world. */
function holds(
  left: string,
  right: string,
  world: World,
  relation: "=" | "≥" | "≤" = "=",
): boolean {
  const chain = derivation({
    id: "t",
    worlds: [world],
    steps: [{ expression: left }, { relation, expression: right }],
  });
  return check(chain).ok;
}

describe("divergences by name have the library's values", () => {
  test.each([
    ["JS(P, Q)", jensenShannon(P, Q), jensenShannon(tableP, tableQ)],
    ["JS(P ‖ Q)", jensenShannon(P, Q), jensenShannon(tableP, tableQ)],
    ["TV(P, Q)", totalVariation(P, Q), totalVariation(tableP, tableQ)],
    ["χ2(P ‖ Q)", chiSquaredDivergence(P, Q), chiSquaredDivergence(tableP, tableQ)],
    ["H2(P, Q)", squaredHellinger(P, Q), squaredHellinger(tableP, tableQ)],
    ["W1(P, Q)", wasserstein(P, Q, { order: 1 }), wasserstein(tableP, tableQ, { order: 1 })],
    [
      "Df(chiSquared, P ‖ Q)",
      fDivergence(P, Q, generators.chiSquared),
      fDivergence(tableP, tableQ, generators.chiSquared),
    ],
  ])("%s", (expression, onLine, ofTables) => {
    expect(holds(expression, String(onLine), plain)).toBe(true);
    expect(holds(expression, String(ofTables), tables)).toBe(true);
    expect(holds(expression, String(onLine * 1.001), plain)).toBe(false);
  });

  test("JS is the mean of two KLs to the mixture, which may be written where a distribution stands", () => {
    for (const world of [plain, tables]) {
      expect(holds("JS(P, Q)", "KL(P ‖ (P + Q)/2)/2 + KL(Q ‖ (P + Q)/2)/2", world)).toBe(true);
      expect(holds("JS(P, Q)", "(KL(P ‖ mix(1/2, P, Q)) + KL(Q ‖ mix(1/2, P, Q)))/2", world)).toBe(
        true,
      );
      expect(holds("JS(P, Q)", "KL(P ‖ (P + Q)/2) + KL(Q ‖ (P + Q)/2)", world)).toBe(false);
    }
  });

  test("an f of the world makes a divergence too", () => {
    const world: World = { name: "f", scope: { P, Q, f: (u: number) => (u - 1) ** 2 } };
    expect(holds("Df(f, P ‖ Q)", "χ2(P ‖ Q)", world)).toBe(true);
  });

  test("weights that are none, generators that nobody knows, are refused", () => {
    expect(() => holds("KL(P ‖ P + Q)", "0", plain)).toThrow(/权重.*weights/s);
    expect(() => holds("Df(nobody, P ‖ Q)", "0", plain)).toThrow(/generator/);
  });
});

describe("distributions written in place", () => {
  test("N(μ, σ) and Bern(p)", () => {
    expect(holds("KL(N(0, 1) ‖ Q)", "KL(P ‖ Q)", plain)).toBe(true);
    expect(holds("KL(N(a, 1) ‖ N(0, b))", "log(b) + (1 + a^2)/(2*b^2) - 1/2", plain)).toBe(true);
    expect(holds("KL(Bern(a) ‖ Bern(t))", "a*log(a/t) + (1 - a)*log((1 - a)/(1 - t))", plain)).toBe(
      true,
    );
    expect(holds("E(x ~ N(θ, 1), x)", "θ", plain)).toBe(true);
  });

  test("softmax of an array", () => {
    expect(holds("KL(softmax(z) ‖ softmax(z/b))", "KL(softmax(z/b) ‖ softmax(z))", plain)).toBe(
      false,
    );
    expect(
      holds("E(k ~ softmax(z), k)", "(exp(z[2]) + 2*exp(z[3]))/∑(j=1, 3, exp(z[j]))", plain),
    ).toBe(true);
  });
});

describe("information of a joint distribution", () => {
  test("I and conditional entropies, by their identities", () => {
    expect(holds("I(x; z)", "E(x ~ p(x), KL(p(z | x) ‖ p(z)))", joints)).toBe(true);
    expect(holds("I(x; z)", "H(x) - H(x | z)", joints)).toBe(true);
    expect(holds("H(x, z)", "H(x) + H(z | x)", joints)).toBe(true);
    expect(holds("H(z | x)", "E(x ~ p(x), H(p(z | x)))", joints)).toBe(true);
    expect(holds("H(z | x)", "H(z)", joints)).toBe(false);
    expect(holds("H(z | x)", "H(z)", joints, "≤")).toBe(true);
  });

  test("E((x, z) ~ p, …) is over the joint", () => {
    expect(holds("E((x, z) ~ p, log(p(x, z)/(p(x)*p(z))))", "I(x; z)", joints)).toBe(true);
    expect(holds("E(x ~ p(x), z ~ p(z | x), -log(p(x, z)))", "H(x, z)", joints)).toBe(true);
  });

  test("variables may be renamed by name", () => {
    expect(holds("∑(a ∈ p(x), p(x=a)*log(p(x=a)))", "-H(x)", joints)).toBe(true);
    expect(holds("p(z=2 | x=x0)", "p(x=x0, z=2)/p(x=x0)", { ...joints })).toBe(true);
  });
});

describe("families of joint distributions", () => {
  test("marginal, posterior and likelihood of p(x, z | θ)", () => {
    expect(holds("p(x | θ)", "∑(z ∈ q, p(x, z | θ))", family)).toBe(true);
    expect(
      holds("p(z | x, θ)*p(x | θ)", "p(x, z | θ)", { ...family, scope: { ...family.scope, z: 1 } }),
    ).toBe(true);
    expect(
      holds("log(p(x | θ))", "E(z ~ q, log(p(x, z | θ)/q(z))) + KL(q ‖ p(z | x, θ))", family),
    ).toBe(true);
    expect(holds("log(p(x | θ))", "E(z ~ q, log(p(x, z | θ)/q(z)))", family, "≥")).toBe(true);
    expect(holds("log(p(x | θ))", "E(z ~ q, log(p(x, z | θ)/q(z)))", family)).toBe(false);
  });
});

describe("functions and cases", () => {
  test.each([
    ["sigmoid(a)", "1/(1 + exp(-a))"],
    ["log(sigmoid(-800))", "-800"],
    ["logsigmoid(a)", "-softplus(-a)"],
    ["softplus(800)", "800"],
    ["tanh(a)", "(exp(a) - exp(-a))/(exp(a) + exp(-a))"],
    ["clip(b, 0, 1)", "1"],
    ["cases(1, a > 0, 2)", "1"],
    ["cases(1, a < 0, 2, a = 0.3, 3)", "2"],
    ["E(x ~ P, indicator(x > 0))", "1/2"],
    ["∫(x, -∞, ∞, P(x)*indicator(x ≤ 0))", "0.5"],
    ["Var(x ~ Q, x)", "2.25"],
  ])("%s = %s", (left, right) => {
    expect(holds(left, right, plain)).toBe(true);
  });

  test("max over a parameter is the value, argmax its place", () => {
    expect(holds("max(θ, -(θ - a)^2 + b)", "b", plain)).toBe(true);
    expect(holds("min(θ, KL(P ‖ N(θ, 1)))", "0", plain)).toBe(true);
    expect(holds("max(a, b)", "b", plain)).toBe(true);
  });
});

describe("derivatives", () => {
  test.each([
    ["∂(θ, θ^3)", "3*θ^2"],
    ["∂(θ, ∂(θ, exp(2*θ)))", "4*exp(2*θ)"],
    ["∂(θ, KL(P ‖ N(θ, 1)))", "θ"],
    ["E(x ~ N(θ, 1), ∂(θ, log(N(x | θ, 1)))^2)", "1"],
    ["∂(z[2], log(∑(j=1, 3, exp(z[j]))))", "exp(z[2])/∑(j=1, 3, exp(z[j]))"],
    ["∂(a, a*b)", "b"],
  ])("%s = %s", (left, right) => {
    expect(holds(left, right, plain)).toBe(true);
  });

  test("a wrong derivative is told", () => {
    expect(holds("∂(θ, θ^3)", "3*θ", plain)).toBe(false);
    expect(holds("∂(θ, ∂(θ, exp(2*θ)))", "2*exp(2*θ)", plain)).toBe(false);
  });
});

test("every form is typeset", () => {
  const chain = derivation({
    id: "t",
    worlds: [{ name: "w", scope: { ...plain.scope, p: dependent } }],
    steps: [
      { expression: "JS(P, Q) + TV(P, Q) + χ2(P ‖ Q) + H2(P, Q) + W1(P, Q)" },
      { relation: "≥", expression: "I(x; z) - H(z | x) - Df(kl, P ‖ Q)*sigmoid(a)" },
      { relation: "≥", expression: "∂(a, a^2) - cases(1, a > 0, 2) - softplus(a)" },
    ],
  });
  for (const piece of [
    "\\mathrm{JS}",
    "\\mathrm{TV}",
    "\\chi^2",
    "I(x ; z)",
    "H(z \\mid x)",
    "D_{\\mathrm{kl}}",
    "\\sigma",
    "\\frac{\\partial}{\\partial a}",
    "\\begin{cases}",
  ])
    expect(chain.tex).toContain(piece);
});
