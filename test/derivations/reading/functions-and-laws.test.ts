import { describe, expect, test } from "vitest";
import { annotateFormula } from "../../../src/derivations/articles/annotate-formula";
import { reasonsOf, textsOf } from "./reading-texts";

const statusOf = (tex: string): string => annotateFormula(tex, "zh-CN", 10).status;

describe("f′ beside f is its derivative", () => {
  test.each([
    [String.raw`\frac{d}{dx} f(x)^2 = 2 f(x) f'(x)`, "holds"],
    [String.raw`\frac{d}{dx} f(x)^2 = f(x) f'(x)`, "fails"],
    [String.raw`f(y) \ge f(x)+f'(x)(y-x)`, "holds"],
    [String.raw`f(y) \le f(x)+f'(x)(y-x)`, "fails"],
    [String.raw`f(x)=x^2,\quad f'(x)=2x`, "holds"],
    [String.raw`f(x)=x^3,\quad f'(x)=2x`, "fails"],
    // What f is made of stays above it; what f is may stand below.
    [String.raw`g(x)=x+1 \\ f(x)=g(x)^2 \\ f'(x+1)=2g(x+1)`, "holds"],
    [String.raw`g(x)=x+1 \\ f(x)=g(x)^2 \\ f'(x+1)=2g(x)`, "fails"],
    [String.raw`f'(x+1)=2(x+1) \\ f(x)=x^2`, "holds"],
    [String.raw`h(x)=2x \\ f(x)=h(x)^2,\quad f'(x-1)=8(x-1)`, "holds"],
    [String.raw`f(x)=x^2 \\ g(x)=f'(x+1) \\ g'(x+2)=2`, "holds"],
    [
      String.raw`\nabla_\mu\mathbb E_{x\sim N(\mu,\sigma^2)}[f(x)]=\mathbb E_{\epsilon}[f'(\mu+\sigma\epsilon)]`,
      "holds",
    ],
    [
      String.raw`\nabla_\mu\mathbb E_{x\sim N(\mu,\sigma^2)}[f(x)]=\sigma\mathbb E_{\epsilon}[f'(\mu+\sigma\epsilon)]`,
      "fails",
    ],
  ])("%s %s", (tex, status) => {
    expect(statusOf(tex)).toBe(status);
  });

  test("at what is no variable by a definition, after that of f", () => {
    expect(textsOf(String.raw`g'(f(x)) \ge 0,\quad g(x) = \log x`)).toEqual([
      "g(x) = log(x)",
      "gp(u) := ∂(u, g(u))",
      "gp(f(x)) ≥ 0",
    ]);
    expect(textsOf("p'(x) = 2p(x)")).toEqual(["pp(x) = 2*P(x)"]);
  });
});

describe("f* beside f is its conjugate", () => {
  test.each([
    [String.raw`f(u)+f^*(t)\ge ut`, "holds"],
    [String.raw`f^*(t)\ge ut - f(u)`, "holds"],
    [String.raw`f(u)+f^*(t)\le ut`, "fails"],
    [String.raw`f(u)-f^*(t)\ge ut`, "fails"],
  ])("%s %s", (tex, status) => {
    expect(statusOf(tex)).toBe(status);
  });
});

describe("f of D_f may be defined in the same formula", () => {
  test.each([
    [String.raw`f(u)=u\log u,\quad D_f(P\|Q)=D_{KL}(P\|Q)`, "holds"],
    [String.raw`f(u)=-\log u,\quad D_f(P\|Q)=D_{KL}(P\|Q)`, "fails"],
    [String.raw`f(u)=(u-1)^2,\quad D_f(P\|Q)=\chi^2(P\|Q)`, "holds"],
    [String.raw`f(u)=\frac12|u-1|,\quad D_f(P\|Q)=TV(P,Q)`, "holds"],
    [String.raw`f(u)=|u-1|,\quad D_f(P\|Q)=TV(P,Q)`, "fails"],
  ])("%s %s", (tex, status) => {
    expect(statusOf(tex)).toBe(status);
  });
});

describe("Q beside a policy is what an action is worth", () => {
  test.each([
    [
      String.raw`\max_\pi \mathbb{E}_{a\sim\pi}[Q(a)]+\alpha H(\pi)=\alpha\log\sum_a e^{Q(a)/\alpha}`,
      "max(π, E(a ~ π, Q(a)) + α*H(π)) = α*log(∑(a ∈ π, exp(Q(a)/α)))",
      "holds",
    ],
    [
      String.raw`\max_\pi \mathbb{E}_{a\sim\pi}[Q(a)]+\alpha H(\pi)=\log\sum_a e^{Q(a)/\alpha}`,
      "max(π, E(a ~ π, Q(a)) + α*H(π)) = log(∑(a ∈ π, exp(Q(a)/α)))",
      "fails",
    ],
    [
      String.raw`\mathbb{E}_{a\sim\pi}[Q(a)]+\alpha H(\pi)\le\alpha\log\sum_a e^{Q(a)/\alpha}`,
      "E(a ~ π, Q(a)) + α*H(π) ≤ α*log(∑(a ∈ π, exp(Q(a)/α)))",
      "holds",
    ],
    [String.raw`V(s)=\sum_a \pi(a|s)Q(s,a)`, "V(s) = ∑(a ∈ π(· | s), π(a | s)*Q(s, a))", "defines"],
  ])("%s", (tex, expected, status) => {
    expect(textsOf(tex)).toEqual([expected]);
    expect(statusOf(tex)).toBe(status);
  });
});

describe("z of two joints is one of their variables", () => {
  test.each([
    [
      String.raw`KL(q(x,z)\|p(x,z)) = KL(q(z)\|p(z)) + E_{q(z)}[KL(q(x|z)\|p(x|z))]`,
      "KL(Q(x, z) ‖ P(x, z)) = KL(Q(z) ‖ P(z)) + E(z ~ Q(z), KL(Q(· | z) ‖ P(· | z)))",
    ],
    [
      String.raw`KL(p(x,z)\|q(x,z)) = KL(p(x)\|q(x)) + \sum_x p(x) KL(p(z|x)\|q(z|x))`,
      "KL(P(x, z) ‖ Q(x, z)) = KL(P(x) ‖ Q(x)) + ∑(x ∈ P, P(x)*KL(P(· | x) ‖ Q(· | x)))",
    ],
    [
      String.raw`\mathbb{E}_{(x,y)\sim p}[-\log q(y)] = H(Y) + KL(p(y)\|q(y))`,
      "E((x, y) ~ P, -log(Q(y))) = H(P(y)) + KL(P(y) ‖ Q)",
    ],
  ])("%s", (tex, expected) => {
    expect(textsOf(tex)).toEqual([expected]);
    expect(statusOf(tex)).toBe("holds");
  });

  test("beside q(z | x) alone p(z) stays the prior", () => {
    expect(textsOf(String.raw`\log p(x) \ge E_{q(z|x)}[\log p(x|z)] - KL(q(z|x)\|p(z))`)).toEqual([
      "log(P(x)) ≥ E(z ~ Q(· | x), log(P(x | z))) - KL(Q(· | x) ‖ p)",
    ]);
  });
});

describe("what looks like another thing than the language has is not read", () => {
  test.each([
    [String.raw`p(x)=\frac{e^{-E(x)}}{Z}`, "能量"],
    [String.raw`p(x)=\frac{1}{Z}\exp(-E_\theta(x))`, "能量"],
    [String.raw`(f\circ g)(x) = f(g(x))`, "复合"],
    [String.raw`(f*g)(x) = \int f(y)g(x-y)dy`, "卷积"],
    [String.raw`KL(p(x)\|p(x-\epsilon)) \ge 0`, "平移"],
    [String.raw`H(p(2x)) = H(p)`, "平移或伸缩"],
    [
      String.raw`\arg\min_{\mu,\sigma} KL(p\|N(\mu,\sigma^2)) = (\mathbb E_p[x], \sqrt{\mathrm{Var}_p(x)})`,
      "几个值一起不能作一边",
    ],
  ])("%s", (tex, reason) => {
    expect(reasonsOf(tex)).toContain(reason);
  });

  test("a mean in an exponent stays one", () => {
    expect(textsOf(String.raw`e^{E[X]} \le E[e^X]`)).toEqual([
      "exp(E(x ~ P, x)) ≤ E(x ~ P, exp(x))",
    ]);
  });
});

describe("a product of densities at x_i is the likelihood of a sample", () => {
  test.each([
    String.raw`\log\prod_i p(x_i)=\sum_i\log p(x_i)`,
    String.raw`-\log\prod_i q(x_i)=-\sum_i\log q(x_i)`,
    String.raw`\log\prod_{i=1}^n p(x_i) = \sum_{i=1}^n \log p(x_i)`,
  ])("%s", (tex) => {
    expect(statusOf(tex)).toBe("holds");
  });
});

test.each([
  ["E_x~p[log p(x)] = -H(p)", "E(x ~ P, log(P(x))) = -H(P)"],
  [
    "E_x~p_data[log D(x)] + E_z~p_z[log(1-D(G(z)))]",
    "E(x ~ P_data, log(D(x))) + E(z ~ P_z, log(1 - D(G(z))))",
  ],
  ["E_z~q(z)[f(z)]", "E(z ~ Q, f(z))"],
  ["E_z~q(z)", "E_z ~ Q(z)"],
])("the subscript of an expectation typed without braces: %s", (tex, expected) => {
  expect(textsOf(tex)).toEqual([expected]);
});
