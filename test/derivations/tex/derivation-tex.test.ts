import katex from "katex";
import { describe, expect, test } from "vitest";
import { bernoulli, normal } from "../../../src";
import { chains, derivation, joint, type World } from "../../../src/derivations";
import { falseClaims, stepsOf, trueClaims } from "../checking/claims";

const strict = (tex: string): string =>
  katex.renderToString(tex, { displayMode: true, strict: "error", throwOnError: true });

const world: World = {
  name: "一",
  scope: {
    P: normal(0, 1),
    Q: normal(1, 2),
    P_data: normal(0, 1),
    P_G: (θ: number) => normal(θ, 1),
    P_H: (a: number, b: number) => normal(a, b),
    p: joint({ z: bernoulli(0.4), x: (z: number) => normal(z, 1) }),
    B: bernoulli(0.4),
    真: normal(0, 1),
    f: (t: number) => t * t,
    a: 2,
    b: 3,
    c: 5,
    x: 0.5,
    w: [0.25, 0.75],
    σ_1: 1,
    α: 0.3,
  },
  sample: { y: { from: "P_data", size: 20 } },
  grid: { θ: [-1, 0, 1], z: [0, 1] },
};

const texOf = (expression: string): string =>
  derivation({ id: "t", worlds: [world], steps: [{ expression }] })
    .tex.replace("\\begin{aligned}\n&", "")
    .replace("\n\\end{aligned}", "");

/** Expression and exactly how it must be printed. */
const printed: readonly (readonly [string, string])[] = [
  ["a + b", "a + b"],
  ["a - (b - c)", "a - (b - c)"],
  ["a - (b + c)", "a - (b + c)"],
  ["(a + b)*c", "(a + b)\\,c"],
  ["a*(b + c)", "a\\,(b + c)"],
  ["2*a", "2\\,a"],
  ["2*3", "2 \\cdot 3"],
  ["-a", "-a"],
  ["a - (-b)", "a - (-b)"],
  ["-(a + b)", "-(a + b)"],
  ["a/b", "\\frac{a}{b}"],
  ["(a/b)^2", "\\left(\\frac{a}{b}\\right)^{2}"],
  ["a^(b + 1)", "a^{b + 1}"],
  ["(-a)^2", "(-a)^{2}"],
  ["(a^b)^c", "(a^{b})^{c}"],
  ["log(P(x))", "\\log P(x)"],
  ["log(a*b)", "\\log(a\\,b)"],
  ["log(a)*b", "(\\log a)\\,b"],
  ["log(P(x)/Q(x))", "\\log \\frac{P(x)}{Q(x)}"],
  ["exp(-a)", "\\exp(-a)"],
  ["sqrt(a + b)", "\\sqrt{a + b}"],
  ["abs(a - b)", "\\left|a - b\\right|"],
  ["log2(a)", "\\log_{2} a"],
  ["KL(P ‖ Q)", "D_{\\mathrm{KL}}(P \\parallel Q)"],
  [
    "KL(P_data ‖ P_G(· | θ))",
    "D_{\\mathrm{KL}}(P_{\\mathrm{data}} \\parallel P_{G}(\\cdot ; \\theta))",
  ],
  ["H(P)", "H(P)"],
  ["H(P, Q)", "H(P, Q)"],
  ["P_G(x | θ)", "P_{G}(x ; \\theta)"],
  ["p(z | x)", "p(z \\mid x)"],
  ["p(z | 2)", "p(z \\mid 2)"],
  ["P_G(x | 2*θ)", "P_{G}(x ; 2\\,\\theta)"],
  ["P_G(x | 0.5)", "P_{G}(x ; 0.5)"],
  ["∑(z ∈ B, B(z))", "\\sum_{z \\in B} B(z)"],
  ["p(x, z)", "p(x, z)"],
  ["w[1]", "w_{1}"],
  ["y[2]", "y^{(2)}"],
  ["y[2]^2", "(y^{(2)})^{2}"],
  ["E(t ~ P, t)", "\\mathbb{E}_{t\\sim P}\\left[t\\right]"],
  ["E(z ~ p(· | x), z)", "\\mathbb{E}_{z\\sim p(\\cdot \\mid x)}\\left[z\\right]"],
  ["∑(i=1, m, y[i])", "\\sum_{i=1}^{m} y^{(i)}"],
  ["∑(i=1, m, y[i])/m", "\\frac{1}{m}\\sum_{i=1}^{m} y^{(i)}"],
  ["∑(i=1, m, y[i] + 1)", "\\sum_{i=1}^{m} (y^{(i)} + 1)"],
  ["∑(i=1, m, y[i]) + 1", "\\left(\\sum_{i=1}^{m} y^{(i)}\\right) + 1"],
  ["1 + ∑(i=1, m, y[i])", "1 + \\sum_{i=1}^{m} y^{(i)}"],
  ["∏(i=1, 3, i)", "\\prod_{i=1}^{3} i"],
  ["∫(t, -∞, ∞, P(t))", "\\int_{-\\infty}^{\\infty} P(t)\\,\\mathrm{d}t"],
  ["∫(t, 0, 1, t + 1)", "\\int_{0}^{1} (t + 1)\\,\\mathrm{d}t"],
  ["argmax(θ, -θ^2)", "\\mathop{\\arg\\max}\\limits_{\\theta} \\left\\{-\\theta^{2}\\right\\}"],
  ["argmin(θ, θ^2)", "\\mathop{\\arg\\min}\\limits_{\\theta} \\theta^{2}"],
  ["σ_1^2", "\\sigma_{1}^{2}"],
  ["真(x)", "\\text{真}(x)"],
  ["f(a + b)", "f(a + b)"],
  ["f(a/b)", "f\\left(\\frac{a}{b}\\right)"],
  ["1e-3", "1\\times 10^{-3}"],
  ["sigma_1 + alpha", "\\sigma_{1} + \\alpha"],
  ["Sum(i=1, m, y[i])", "\\sum_{i=1}^{m} y^{(i)}"],
  [
    "Int(t, -inf, inf, P(t))".replaceAll("inf", "Infinity"),
    "\\int_{-\\infty}^{\\infty} P(t)\\,\\mathrm{d}t",
  ],
  ["KL(P || Q)", "D_{\\mathrm{KL}}(P \\parallel Q)"],
  ["KL(P, P_G(. | theta))", "D_{\\mathrm{KL}}(P \\parallel P_{G}(\\cdot ; \\theta))"],
  ["KL（P‖Q）", "D_{\\mathrm{KL}}(P \\parallel Q)"],
  ["P_G(x；θ)", "P_{G}(x ; \\theta)"],
  ["a·b", "a\\,b"],
  ["P_H(x | a, b)", "P_{H}(x \\mid a, b)"],
  ["log(exp(a) + 1)", "\\log(\\exp(a) + 1)"],
  ["a/(b/c)", "\\frac{a}{\\frac{b}{c}}"],
  ["-log(P(x)) - log(Q(x))", "-\\log P(x) - \\log Q(x)"],
];

describe("TeX", () => {
  for (const [expression, tex] of printed) {
    test(`${expression} is printed as ${tex}, which KaTeX takes strictly`, () => {
      expect(texOf(expression)).toBe(tex);
      strict(tex);
    });
  }

  test("there are more than sixty expressions, and KaTeX takes every claim and every chain", () => {
    expect(printed.length).toBeGreaterThanOrEqual(60);
    for (const claim of [...falseClaims, ...trueClaims]) {
      strict(derivation({ id: "t", steps: stepsOf(claim) }).tex);
    }
    for (const chain of Object.values(chains)) strict(chain.tex);
  });

  test("a chain is aligned at its relations, lettered, with its reasons", () => {
    const { tex } = chains.entropyDifference;
    expect(tex).toContain("\\begin{aligned}");
    expect(tex.match(/&=/g)).toHaveLength(4);
    expect(tex).toContain("\\text{(a)\\ 两种熵都对 P 求平均}");
  });

  test("reasons cannot break out of their text", () => {
    const { tex } = derivation({
      id: "t",
      steps: [
        { expression: "1" },
        { expression: "1", because: "\\end{aligned} & 50% of $x_1$ #{} ^~ <b>" },
      ],
    });
    strict(tex);
    expect(tex.match(/\\end\{aligned\}/g)).toHaveLength(1);
  });

  test("definitions are printed with :=", () => {
    const { tex } = derivation({
      id: "t",
      worlds: [world],
      steps: [
        { expression: "L(θ) := ∏(i=1, m, P_G(y[i] | θ))" },
        { expression: "θ* := argmax(θ, L(θ))" },
        { expression: "θ*" },
        { expression: "argmax(θ, log(L(θ)))" },
      ],
    });
    strict(tex);
    expect(tex).toContain("L(\\theta) := \\prod");
    expect(tex).toContain("\\theta^{*} := ");
  });

  test("one name has one bar throughout: q(z | x) makes q(z | 2) a condition too", () => {
    const w: World = {
      name: "w",
      scope: { q: (x: number) => normal(x, 1), z: 1 },
      grid: { x: [0, 1] },
    };
    const steps = [{ expression: "q(z | x)" }, { expression: "q(z | 2)" }];
    const { tex } = derivation({ id: "t", worlds: [w], steps });
    expect(tex).toContain("q(z \\mid 2)");
    expect(tex).not.toContain(";");
  });

  test("an English chain prints no Chinese", () => {
    const steps = [
      { expression: "-H(P_data, P_G(· | θ))" },
      { relation: "=const", expression: "-KL(P_data ‖ P_G(· | θ))" },
      { relation: "=const", expression: "2 - KL(P_data ‖ P_G(· | θ))" },
    ] as const;
    const { tex } = derivation({ id: "t", locale: "en", steps });
    strict(tex);
    expect(tex).toContain("\\text{const}");
    expect(tex).not.toMatch(/[\u4e00-\u9fff]/);
    expect(derivation({ id: "t", steps }).tex).toContain("\\text{常数}");
  });
});
