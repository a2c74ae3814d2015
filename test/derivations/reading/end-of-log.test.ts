import { describe, expect, test } from "vitest";
import { expressionOf, notesOf } from "./reading-texts";

describe("an inline / after a log without brackets belongs to it", () => {
  test.each([
    [String.raw`\sum_x p(x)\log 1/p(x)`, "∑(x ∈ P, P(x)*log(1/P(x)))"],
    [String.raw`\sum_i p_i\log p_i/q_i`, "∑(i=1, m, p[i]*log(p[i]/q[i]))"],
    [String.raw`\log a/b`, "log(a/b)"],
    [String.raw`\ln 1/2\pi`, "log(1/(2*π))"],
    [String.raw`\langle\log p/q\rangle_p`, "E(x ~ P, log(P(x)/Q(x)))"],
    [
      String.raw`\sum_{x,y} p(x,y)\log p(x,y)/p(x)p(y)`,
      "∑(x ∈ P, ∑(y ∈ P, P(x, y)*log(P(x, y)/(P(x)*P(y)))))",
    ],
  ])("%s", (tex, expression) => {
    expect(expressionOf(tex)).toBe(expression);
    expect(notesOf(tex)).toMatch(/(log|ln) f\/g 读作/);
  });

  test.each([
    [String.raw`\log a/\log b`, "log(a)/log(b)"],
    [String.raw`\log n/n`, "log(n)/n"],
  ])("but %s is a quotient of logs", (tex, expression) => {
    expect(expressionOf(tex)).toBe(expression);
  });
});

describe("a product written side by side after a log belongs to it", () => {
  test.each([
    [String.raw`\frac12\log 2\pi e\sigma^2`, "1/2*log(2*π*exp(1)*σ^2)"],
    [String.raw`\log ab`, "log(a*b)"],
    [String.raw`\log\sigma\sqrt{2\pi}`, "log(σ*sqrt(2*π))"],
    [String.raw`\log p(x)q(x)`, "log(P(x)*Q(x))"],
  ])("%s", (tex, expression) => {
    expect(expressionOf(tex)).toBe(expression);
    expect(notesOf(tex)).toContain("整个在对数里");
  });
});

describe("a density after a log that begins a sum or integral is its weight", () => {
  test.each([
    [String.raw`\int \log p(x,z)\, q(z)\, dz`, "∫(z, -∞, ∞, log(P(x, z))*Q(z))"],
    [String.raw`\sum_x \log p(x) q(x)`, "∑(x ∈ P, log(P(x))*Q(x))"],
    [String.raw`-\sum_x \log q(x) p(x)`, "-∑(x ∈ Q, log(Q(x))*P(x))"],
    [
      String.raw`\int_z \log p(x,z|\theta)p(z|x,\theta_t)dz`,
      "∫(z, -∞, ∞, log(P(x, z | θ))*P(z | x, θ_t))",
    ],
  ])("%s", (tex, expression) => {
    expect(expressionOf(tex)).toBe(expression);
    expect(notesOf(tex)).toContain("若在里面，写括号");
  });

  test("but not where a weight stands before it, nor for N", () => {
    expect(expressionOf(String.raw`\sum_x p(x)\log q(x)r`)).toBe("∑(x ∈ P, P(x)*log(Q(x))*r)");
    expect(expressionOf(String.raw`\int p(x)\log p(x)q(x)dx`)).toBe(
      "∫(x, -∞, ∞, P(x)*log(P(x)*Q(x)))",
    );
    expect(expressionOf(String.raw`\sum_i \log \pi_k N(x_i|\mu_k,\sigma_k)`)).toContain(
      "log(π[k]*N(",
    );
  });
});

describe("what another function without brackets is taken of", () => {
  test.each([
    [String.raw`\exp f(x)/c`, "exp(f(x))/c", "exp 只取到这里"],
    [String.raw`\exp x y`, "exp(x)*y", "exp 只取到这里"],
    [String.raw`\tanh x/2`, "tanh(x)/2", "tanh 只取到这里"],
    [String.raw`\log \pi(a|s) A(s,a)`, "log(π(a | s))*A(s, a)", "log 只取到这里"],
    [String.raw`\log(1-x)^2`, "log(1 - x)^2", "括号外的指数"],
    [String.raw`\operatorname{tr} AB`, "tr(A*B)", ""],
  ])("%s", (tex, expression, note) => {
    expect(expressionOf(tex)).toBe(expression);
    expect(notesOf(tex)).toContain(note);
  });
});

describe("what ends a log without brackets", () => {
  test.each([
    [String.raw`\int p(x)\log x \, dx`, "∫(x, -∞, ∞, P(x)*log(x))"],
    [String.raw`\int \log x\, p(x)\, dx`, "∫(x, -∞, ∞, log(x)*P(x))"],
    [String.raw`\log P(x) \cdot c`, "log(P(x))*c"],
    [String.raw`\log p(x) (a+b)`, "log(P(x))*(a + b)"],
    [String.raw`p\log p + (1-p)\log (1-p)`, "p*log(p) + (1 - p)*log(1 - p)"],
    [String.raw`\log p(x)\log q(x)`, "log(P(x))*log(Q(x))"],
    [String.raw`\nabla_\theta\log \pi_\theta(a|s) A(s,a)`, "∂(θ, log(π(a | s, θ)))*A(s, a)"],
  ])("%s", (tex, expression) => {
    expect(expressionOf(tex)).toBe(expression);
  });
});
