import { describe, expect, test } from "vitest";
import { readTex } from "../../../src/derivations";
import { notesOf, textOf } from "./reading-texts";

test.each([
  ["∑ₓ p(x) log p(x)", String.raw`\sum_x p(x) log p(x)`],
  ["−∑ᵢ pᵢ log₂ pᵢ", String.raw`-\sum_i p_i log_2 p_i`],
  ["Σᵢ log p(xᵢ;θ)", String.raw`\sum_i log p(x_i;\theta)`],
  ["pₙ log pₙ", "p_n log p_n"],
  ["x₁₂ + x⁻¹", "x_{12} + x^{-1}"],
  ["xⁿ + yᵢ²", "x^n + y_i^2"],
  ["H(X) ≤ log₂|𝒳|", String.raw`H(X) \le log_2|\mathcal X|`],
  ["I(X;Y) ≤ log|𝒴|", String.raw`I(X;Y) \le log|\mathcal Y|`],
])("Unicode's small signs and script letters are TeX's: %s", (typed, tex) => {
  expect(textOf(typed)).toBe(textOf(tex));
  expect(readTex(typed).unread).toEqual([]);
});

describe("Greek letters spelt out are the letters", () => {
  test.each([
    ["KL(q_phi(z|x)||p(z|x))", "KL(Q(· | x) ‖ P(· | x))"],
    [
      "argmax_theta E_x[log p_theta(x)] = argmin_theta KL(p_data || p_theta)",
      "argmax(θ, E(x ~ P_data, log(P(x | θ)))) = argmin(θ, KL(P_data ‖ P(· | θ)))",
    ],
    ["alpha H(p) + beta H(q)", "α*H(P) + β*H(Q)"],
    ["sigma^2 + mu^2", "σ^2 + μ^2"],
  ])("%s", (tex, expected) => {
    expect(textOf(tex)).toBe(expected);
    expect(notesOf(tex)).toContain("前少了反斜杠，读作");
  });
});

describe("a superscript of a distribution is never passed over", () => {
  test.each([
    [String.raw`KL(p^n\|q^n)=nKL(p\|q)`, "KL(P^n ‖ Q^n) = n*KL(P ‖ Q)", "独立抽样"],
    [String.raw`KL(p^{(1)}\|p^{(2)}) \ge 0`, "KL(p1 ‖ p2) ≥ 0", ""],
    [String.raw`KL(p^{\otimes n}\|q^{\otimes n}) \ge 0`, "KL(P^n ‖ Q^n) ≥ 0", ""],
  ])("%s", (tex, expected, note) => {
    expect(textOf(tex)).toBe(expected);
    expect(notesOf(tex)).toContain(note);
  });

  test.each([
    String.raw`KL(p^\tau\|q^\tau) \ge 0`,
    String.raw`KL(p^{2}\|q^{2}) \ge 0`,
    String.raw`H(p^{1/T}) \ge H(p)`,
    String.raw`KL(p^\alpha(x)\|q(x)) \ge 0`,
  ])("is not read: %s", (tex) => {
    expect(readTex(tex).unread[0]?.reason).toContain("密度的幂没有归一化");
  });
});

test.each([
  [String.raw`\frac{p(x)}q(x)`, "P(x)/Q(x)"],
  [String.raw`\log\frac{p(x|z)}q(x|z)`, "log(P(x | z)/Q(x | z))"],
  [String.raw`\sum_x p(x)\log\frac{p(x)}q(x)`, "∑(x ∈ P, P(x)*log(P(x)/Q(x)))"],
])("the bracket after a lone denominator is its argument, with a note: %s", (tex, expected) => {
  expect(textOf(tex)).toBe(expected);
  expect(notesOf(tex)).toContain("读进分母");
});

test("another bracket after a fraction stays a factor", () => {
  expect(textOf(String.raw`\frac{p(x)}q(y)`)).not.toBe("P(x)/Q(y)");
  expect(textOf(String.raw`\frac{a}2(x)`)).toBe("a/2*x");
});
