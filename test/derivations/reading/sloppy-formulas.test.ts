import { describe, expect, test } from "vitest";
import { readTex } from "../../../src/derivations";
import { notesOf, textOf } from "./reading-texts";

describe("formulas as they are typed in a hurry", () => {
  test.each([
    // An inner sum without a variable runs over what the outer leaves.
    [
      "I(X;Y)=∑∑ p(x,y) log p(x,y)/(p(x)p(y))",
      "I(x; y) = ∑(x ∈ P, ∑(y ∈ P, P(x, y)*log(P(x, y)/(P(x)*P(y)))))",
      "∑ 没写下标，读作对 y",
    ],
    ["∏∏ q(x,y)", "∏(x ∈ Q, ∏(y ∈ Q, Q(x, y)))", "∏ 没写下标，读作对 y"],
    ["H = -∑ p_i log_2 p_i", "H = -∑(i=1, m, p[i]*log2(p[i]))", "∑ 没写下标，读作对 i"],
    // The index goes on after + or −.
    [
      String.raw`L=-∑_{i} y_i\log p_i - (1-y_i)\log(1-p_i)`,
      "L = -∑(i=1, m, y[i]*log(p[i])) - ∑(i=1, m, (1 - y[i])*log(1 - p[i]))",
      "读作这一项也求和",
    ],
    [
      String.raw`\frac1n\sum_{i=1}^n a_i + b_i`,
      "1/n*∑(i=1, n, a[i]) + 1/n*∑(i=1, n, b[i])",
      "读作这一项也求和",
    ],
    // c is an index where it stands only as one.
    [String.raw`-\sum_c y_c \log \hat y_c`, "-∑(c=1, n, y[c]*log(y_hat[c]))", "∑_c 没写上限"],
    // A primed variable is one of its own.
    [
      String.raw`\frac{p(x|z)p(z)}{\sum_{z'} p(x|z')p(z')}`,
      "P(x | z)*p(z)/∑(zp ∈ P, P(x | zp)*p(z=zp))",
      "",
    ],
    [String.raw`\sum_{x∈A} p(x)`, "∑(x ∈ P, P(x))", "x ∈ A 读作 x 的全部取值"],
    ["sum_x p(x) log p(x)", "∑(x ∈ P, P(x)*log(P(x)))", "sum 前少了反斜杠"],
    ["π^*(y|x) = π_ref(y|x)/Z(x)", "π_opt(y | x) = π_ref(y | x)/Z(x)", "下标 ref 没有花括号"],
    ["log π_θ(y|x)/π_old(y|x)", "log(π(y | x, θ)/π_old(y | x))", "下标 old 没有花括号"],
    ["θ^{t+1}=argmax_θ Q(θ|θ^t)", "θt1 = argmax(θ, Q(θ, θt))", "不是幂"],
    // Unicode's own letters and fractions.
    [
      "KL(N(μ,σ²)||N(0,1)) = ½(μ²+σ²-1-log σ²)",
      "KL(N(μ, σ) ‖ N(0, 1)) = 1/2*(μ^2 + σ^2 - 1 - log(σ^2))",
      "",
    ],
    ["L = -1/N ∑_{i=1}^N y_i log ŷ_i", "L = -1/N*∑(i=1, N, y[i]*log(y_hat[i]))", ""],
    ["H(p̂,q)", "H(P_hat, Q)", ""],
    ["𝔼_p[f(y)] ≥ √(2π)", "E(y ~ P, f(y)) ≥ sqrt(2*π)", ""],
    ["x = μ + σ ⊙ ε", "x = μ + σ*ε", ""],
    // Derivatives in one line.
    ["∂L/∂z_i = p_i - y_i", "∂(z[i], L) = p[i] - y[i]", ""],
    ["I(θ)=E[(∂/∂θ log p(x|θ))^2]", "I(θ) = E(x ~ P(· | θ), ∂(θ, log(P(x | θ)))^2)", ""],
    ["df/dx = 2x", "∂(x, f) = 2*x", ""],
    ["d^2 f/dx^2 = 0", "∂(x, ∂(x, f)) = 0", ""],
    // ~ between a letter and a law is a relation, elsewhere TeX's blank.
    ["ε ~ N(0,1)", "ε ~ N(0, 1)", "读作「服从」"],
    [String.raw`\log~p(x)`, "log(P(x))", ""],
    // Z that is no variable anywhere is a constant of its own.
    ["p(x)=e^{-f(x)}/Z", "P(x) = exp(-f(x))/Z", ""],
    ["p(X,Z)", "P(x, z)", ""],
    // Laws shown with their arguments.
    [String.raw`KL(q(z)\|p(z))`, "KL(Q ‖ P)", ""],
    [String.raw`\mathrm{KL}(q(z|x)\,\|\,p(z|x))`, "KL(Q(· | x) ‖ P(· | x))", ""],
  ])("%s", (tex, expected, note) => {
    expect(textOf(tex)).toBe(expected);
    expect(readTex(tex).unread).toEqual([]);
    expect(notesOf(tex)).toContain(note);
  });

  test("d, x and what only looks like a differential quotient stay products", () => {
    expect(textOf("x/d")).toBe("x/d");
    expect(textOf(String.raw`\sqrt{d}`)).toBe("sqrt(d)");
    expect(textOf("∫ f(x) dx / 2")).toBe("∫(x, -∞, ∞, f(x))/2");
  });
});

describe("a comma between two distributions", () => {
  test.each([String.raw`TV(P,Q)`, String.raw`\mathrm{JS}(P, Q)`, String.raw`D_{JS}(P,Q)`])(
    "%s is as printed: no note",
    (tex) => expect(notesOf(tex)).toBe(""),
  );

  test("says nothing of an order, nor does ;", () => {
    expect(notesOf("TV(P;Q)")).toContain("「;」读作两个分布之间的分隔");
    expect(notesOf("KL(P, Q)")).toContain(", 读作 ‖");
  });
});
