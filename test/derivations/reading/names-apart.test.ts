import { describe, expect, test } from "vitest";
import { readTex } from "../../../src/derivations";
import { annotateFormula } from "../../../src/derivations/articles/annotate-formula";
import { reasonsOf, textOf } from "./reading-texts";

const statusOf = (tex: string): string => annotateFormula(tex, "zh-CN", 10).status;

describe("a star below makes a name of its own", () => {
  test.each([
    [String.raw`D_{KL}(p_*\|p)=0`, "KL(P_star ‖ P) = 0"],
    [String.raw`E_{p_*}f=E_p f`, "E(x ~ P_star, f(x)) = E(x ~ P, f(x))"],
    [String.raw`H(p_\star)\ge H(p)`, "H(P_star) ≥ H(P)"],
    [String.raw`H(q_{*})\ge H(q)`, "H(Q_star) ≥ H(Q)"],
    [String.raw`D_{KL}(p\|p_\ast) = 0`, "KL(P ‖ P_star) = 0"],
  ])("%s", (tex, expected) => {
    expect(textOf(tex)).toBe(expected);
    expect(statusOf(tex)).toBe("fails");
  });

  test.each([
    [String.raw`\theta_* = \theta`, "θ_star = θ"],
    ["a_* + a = 1", "a_star + a = 1"],
    [String.raw`\mu_\star \ge \mu`, "μ_star ≥ μ"],
    [String.raw`\theta_{0*} = \theta_0`, "θ_0star = θ_0"],
    [String.raw`\theta_1^* = \theta_2^*`, "θ_1* = θ_2*"],
    [String.raw`H(p_1^*) \ge H(p_2^*)`, "H(P_1*) ≥ H(P_2*)"],
    [String.raw`q(z|x)\ge 0,\quad p_*(z) = p(z)`, "Q(z | x) ≥ 0 P_star(z) = p(z)"],
  ])("%s", (tex, expected) => {
    expect(textOf(tex)).toBe(expected);
  });
});

test.each([
  ["q_k^* = p_k", "q_opt[k] = p[k]"],
  [String.raw`-\sum_k q_k^*\log q_k^* \ge 0`, "-∑(k=1, K, q_opt[k]*log(q_opt[k])) ≥ 0"],
  [String.raw`\sum_i p_i^* \log p_i`, "∑(i=1, m, p_opt[i]*log(p[i]))"],
  ["2 y_i^* x_i", "2*y_opt[i]*x[i]"],
])(
  "an entry with a star is an entry of a starred name, and klab's language takes it: %s",
  (tex, expected) => {
    expect(textOf(tex)).toBe(expected);
    expect(readTex(tex).unread).toEqual([]);
    expect(statusOf(tex)).not.toBe("unchecked");
  },
);

describe("a function of a random variable in an entropy is not read, and makes no law of the function", () => {
  test.each([
    [String.raw`H(f(X))\le H(X)`, "H(X)"],
    [String.raw`I(X;f(Y))\le I(X;Y)`, "I(x; y)"],
    [String.raw`h(aX)=h(X)+\log a`, "h(x) + log(a)"],
    ["h(X+c)=h(X)", "h(x)"],
    [String.raw`H(Y|f(X)) \ge H(Y|X)`, "H(y | x)"],
    ["H(X^2) = H(X)", "H(X)"],
    [String.raw`H(-X) \ge H(X)`, "H(X)"],
  ])("%s", (tex, rest) => {
    expect(textOf(tex)).toBe(rest);
    expect(reasonsOf(tex)).toContain("随机变量的函数的熵");
  });

  test.each([
    ["H(XY)=H(X)+H(Y)", "H(X, Y) = H(X) + H(Y)"],
    ["H(X^n)=nH(X)", "H(X^n) = n*H(X)"],
  ])("variables taken together are none: %s", (tex, expected) => {
    expect(textOf(tex)).toBe(expected);
  });
});

describe("two parameters of one letter are two laws", () => {
  test.each([
    ["D_{KL}(q_φ(z|x)\\|q_ψ(z|x))=0", "KL(Q(· | x, φ) ‖ Q(· | x, ψ)) = 0"],
    [String.raw`H(q_\phi(z|x)) = H(q_\psi(z|x))`, "H(Q(· | x, φ)) = H(Q(· | x, ψ))"],
    [
      String.raw`E_{q_\phi(z|x)}[\log q_\psi(z|x)] = E_{q_\phi(z|x)}[\log q_\phi(z|x)]`,
      "E(z ~ Q(· | x, φ), log(Q(z | x, ψ))) = E(z ~ Q(· | x, φ), log(Q(z | x, φ)))",
    ],
    [String.raw`D_{KL}(q_\phi(z|x)\|q_\theta(z|x)) \le 0`, "KL(Q(· | x, φ) ‖ Q(· | x, θ)) ≤ 0"],
  ])("%s", (tex, expected) => {
    expect(textOf(tex)).toBe(expected);
    expect(statusOf(tex)).not.toBe("holds");
  });
});

test.each([
  [String.raw`E_{P_{\theta_0}}[X] = \theta_0`, "E(x ~ P(· | θ_0), x) = θ_0"],
  [
    String.raw`D_{KL}(P_{\theta_0}\|P_{\theta_1}) = \theta_0 - \theta_1`,
    "KL(P(· | θ_0) ‖ P(· | θ_1)) = θ_0 - θ_1",
  ],
  [String.raw`p_{\theta_{old}}(x) = \theta_{old}`, "P(x | θ_old) = θ_old"],
  [String.raw`P(x;\theta_0) = P_{\theta_0}(x)`, "P(x | θ_0) = P(x | θ_0)"],
])("a parameter in a subscript is the number of that name: %s", (tex, expected) => {
  expect(textOf(tex)).toBe(expected);
});
