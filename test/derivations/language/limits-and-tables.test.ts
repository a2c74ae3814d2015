import { describe, expect, test } from "vitest";
import { check, derivation, jointTable, type World, worldsFor } from "../../../src/derivations";
import { bernoulli } from "../../../src/distributions/families/bernoulli";
import { normal } from "../../../src/distributions/families/normal";

const holds = (left: string, right: string, worlds?: readonly World[], relation = "=" as const) =>
  check(
    derivation({
      id: "t",
      worlds: worlds ?? worldsFor([left, right]),
      steps: [{ expression: left }, { relation, expression: right }],
    }),
  ).ok;

const numbers: readonly World[] = [{ name: "数", scope: { a: 2.5, P: bernoulli(0.3) } }];

describe("limits", () => {
  test.each([
    ["lim(x, 0, x*log(x))", "0", true],
    ["lim(x, 0, (exp(a*x) - 1)/x)", "a", true],
    ["lim(x, 1, log(x)/(x - 1))", "1", true],
    ["lim(n, ∞, (1 + a/n)^n)", "exp(a)", true],
    ["lim(n, ∞, n*log(1 + 1/n))", "1", true],
    ["lim(x, 0, log(x))", "-∞", true],
    ["lim(x, 0, x*log(x))", "1", false],
    ["lim(n, ∞, (1 + a/n)^n)", "exp(-a)", false],
  ])("%s is %s: %s", (left, right, expected) => {
    expect(holds(left, right, numbers)).toBe(expected);
  });

  test("Rényi's divergence tends to KL, and is one of its own", () => {
    const worlds: readonly World[] = [
      { name: "正态", scope: { P: normal(0, 1), Q: normal(1, 1.5), α: 0.6 } },
      { name: "硬币", scope: { P: bernoulli(0.3), Q: bernoulli(0.6), α: 2 } },
    ];
    expect(holds("lim(α, 1, Rényi(α, P ‖ Q))", "KL(P ‖ Q)", worlds)).toBe(true);
    expect(holds("Rényi(α, P ‖ Q)", "log(∫(x, -∞, ∞, P(x)^α*Q(x)^(1 - α)))/(α - 1)", worlds)).toBe(
      true,
    );
    expect(holds("Rényi(α, P ‖ Q)", "KL(P ‖ Q)", worlds)).toBe(false);
  });
});

describe("tables of three variables", () => {
  const p = jointTable(
    ["x", "y", "z"],
    [
      [
        [0.1, 0.05],
        [0.2, 0.05],
      ],
      [
        [0.05, 0.25],
        [0.1, 0.2],
      ],
    ],
  );
  const worlds: readonly World[] = [{ name: "三维表", scope: { p } }];
  test.each([
    ["I(x; y, z)", "I(x; z) + I(x; y | z)", true],
    ["I(x; y | z)", "H(x | z) - H(x | y, z)", true],
    ["H(x, y, z)", "H(x) + H(y | x) + H(z | x, y)", true],
    ["I(x, y; z)", "I(x; z) + I(y; z | x)", true],
    ["I(x; y, z)", "I(x; z) + I(x; y)", false],
    ["H(x, y, z)", "H(x) + H(y) + H(z)", false],
    [
      "I(x; y | z)",
      "∑(x ∈ p, ∑(y ∈ p, ∑(z ∈ p, p(x, y, z)*log(p(x, y | z)/(p(x | z)*p(y | z))))))",
      true,
    ],
    ["H(x | y)", "E(y ~ p, H(p(x | y)))", true],
  ])("%s = %s: %s", (left, right, expected) => {
    expect(holds(left, right, worlds)).toBe(expected);
  });

  test("say what is wrong with a table", () => {
    expect(() => jointTable(["x", "y", "z"], [[0.5], [0.5]])).toThrow(TypeError);
    expect(() => jointTable(["x", "y", "z"], [[[0.5]], [[0.7]]])).toThrow(RangeError);
    expect(() => holds("p(w)", "1", worlds)).toThrow(/没有 w/);
  });
});

describe("products of distributions", () => {
  const worlds: readonly World[] = [
    {
      name: "硬币",
      scope: { P: bernoulli(0.3), Q: bernoulli(0.6), R: bernoulli(0.5), S: bernoulli(0.2) },
    },
  ];
  test("are of independent variables", () => {
    expect(holds("KL(P*R ‖ Q*S)", "KL(P ‖ Q) + KL(R ‖ S)", worlds)).toBe(true);
    expect(holds("KL(P*R ‖ Q*S)", "KL(P ‖ S) + KL(R ‖ Q)", worlds)).toBe(false);
    expect(holds("H(P*R)", "H(P) + H(R)", worlds)).toBe(true);
  });

  test("of a table's marginals give the mutual information", () => {
    const joint = jointTable(
      ["x", "y"],
      [
        [0.3, 0.1],
        [0.2, 0.4],
      ],
    );
    const own: readonly World[] = [{ name: "表", scope: { p: joint } }];
    expect(holds("I(x; y)", "KL(p(x, y) ‖ p(x)*p(y))", own)).toBe(true);
    expect(holds("I(x; y)", "KL(p(x)*p(y) ‖ p(x, y))", own)).toBe(false);
  });
});

describe("a normal density by its parameters", () => {
  const worlds: readonly World[] = [{ name: "正态", scope: { μ: 0.3, σ: 1.7 } }];
  test("guides the quadrature", () => {
    expect(
      holds(
        "KL(N(μ, σ) ‖ N(0, 1))",
        "∫(z, -∞, ∞, N(z | μ, σ)*log(N(z | μ, σ)/N(z | 0, 1)))",
        worlds,
      ),
    ).toBe(true);
    expect(holds("∫(z, -∞, ∞, N(z | 50*μ, 0.001*σ))", "1", worlds)).toBe(true);
  });
});
