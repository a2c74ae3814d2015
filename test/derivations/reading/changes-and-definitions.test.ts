import { describe, expect, test } from "vitest";
import { readTex } from "../../../src/derivations";
import { notesOf, textsOf } from "./reading-texts";

const chainOf = (tex: string): string => textsOf(tex)[0];

describe("operators with a star, and commands that the text defines", () => {
  test.each([
    [String.raw`\operatorname*{argmax}_\theta \log p(x|\theta)`, "argmax(θ, log(P(x | θ)))"],
    [String.raw`\operatorname*{arg\,min}_\theta KL(p\|p_\theta)`, "argmin(θ, KL(P ‖ P(· | θ)))"],
    [String.raw`\operatorname*{\arg\min}_q KL(q\|p)`, "argmin(Q, KL(Q ‖ P))"],
    [String.raw`\text{arg max}_\theta L(\theta)`, "argmax(θ, L(θ))"],
    [String.raw`\operatorname*{E}_{x\sim p}[f(x)]`, "E(x ~ P, f(x))"],
    [
      String.raw`\DeclareMathOperator*{\argmax}{arg\,max} \argmax_\theta \log p(x|\theta)`,
      "argmax(θ, log(P(x | θ)))",
    ],
    [String.raw`\newcommand{\KL}[2]{D_{\mathrm{KL}}(#1\|#2)} \KL{p}{q} \ge 0`, "KL(P ‖ Q) ≥ 0"],
    [String.raw`\def\E{\mathbb E} \E_p[f(y)]`, "E(y ~ P, f(y))"],
    [
      String.raw`\newcommand{\b}{\E}\newcommand{\E}{\mathbb{E}} \b_{x\sim p}[\log p(x)]`,
      "E(x ~ P, log(P(x)))",
    ],
    [String.raw`\def\KL#1#2{D_{\mathrm{KL}}(#1\|#2)} \KL{p}{q} \ge 0`, "KL(P ‖ Q) ≥ 0"],
    // Of two definitions the one before the place.
    [
      String.raw`\newcommand{\D}{p} \renewcommand{\D}{q} \newcommand{\F}{H(\D)} \F \ge 0`,
      "H(Q) ≥ 0",
    ],
    [String.raw`\newcommand{\D}{p} KL(\D\|q) \ge \renewcommand{\D}{q} H(\D)`, "KL(P ‖ Q) ≥ H(Q)"],
    [String.raw`\newcommand{\D}{p} \providecommand{\D}{q} H(\D)`, "H(P)"],
    [String.raw`\providecommand{\D}{q} H(\D)`, "H(Q)"],
    [String.raw`H(\D) = \def\D{q} H(\D)`, "H(Q) = H(Q)"],
    [String.raw`\arg\min_{\theta,\phi} f(\theta,\phi)`, "argmin((θ, φ), f(θ, φ))"],
  ])("%s", (tex, expression) => {
    expect(chainOf(tex)).toBe(expression);
    expect(readTex(tex).unread).toEqual([]);
  });

  test("a definition keeps the places of what follows, and one that uses itself ends", () => {
    const tex = String.raw`\newcommand{\E}{\mathbb{E}} \E_p[f(y)] + 1`;
    expect(readTex(tex).chains[0][0].at).toEqual([tex.indexOf(String.raw`\E_p`), tex.length]);
    expect(notesOf(tex)).toContain(String.raw`\E 按这里的定义读`);
    expect(() => readTex(String.raw`\newcommand{\a}{\a \a} \a`)).not.toThrow();
  });
});

describe("derivatives and values at a place", () => {
  test.each([
    [String.raw`\partial_\theta \log p(x|\theta)`, "∂(θ, log(P(x | θ)))"],
    [String.raw`\partial_x^2 f(x) = 0`, "∂(x, ∂(x, f(x))) = 0"],
    [String.raw`\nabla_\theta^2 \log p(x|\theta)`, "∂(θ, ∂(θ, log(P(x | θ))))"],
    [String.raw`\partial_{\theta}\partial_{\phi} f(\theta,\phi)`, "∂(θ, ∂(φ, f(θ, φ)))"],
  ])("%s", (tex, chain) => {
    expect(chainOf(tex)).toBe(chain);
  });

  test.each([
    [String.raw`\left. \frac{d}{dx} x^2 \right|_{x=0}`, "lim(x, 0, ∂(x, x^2))"],
    [String.raw`\frac{d}{dx} x^2 \Big|_{x=1} = 2`, "lim(x, 1, ∂(x, x^2)) = 2"],
    [
      String.raw`\frac{\partial}{\partial\theta} KL(p\|p_\theta)\bigg|_{\theta=\theta_0}=0`,
      "lim(θ, θ_0, ∂(θ, KL(P ‖ P(· | θ)))) = 0",
    ],
  ])("%s", (tex, chain) => {
    expect(chainOf(tex)).toBe(chain);
    expect(notesOf(tex)).toContain("写成极限");
  });

  test.each([
    "f(x)|_{x=0, y=1}",
    "f(x)|_{0}^{1}",
    String.raw`\left[ f(x) \right]_{0}^{1}`,
    String.raw`\left[ f(x) \right]_{x=0}`,
    String.raw`\partial f(x)`,
  ])("%s is unread, and nothing of it is dropped", (tex) => {
    const { chains, unread } = readTex(tex);
    expect(chains).toEqual([]);
    expect(unread[0].reason).not.toBe("");
  });
});

describe("what is only a name says so", () => {
  test.each([
    [String.raw`\log p(x) \ge ELBO(q)`, "ELBO"],
    [String.raw`\log p(x) \ge \mathcal L(q)`, "L"],
    [String.raw`\log p(x) = ELBO + KL(q\|p)`, "ELBO"],
    [String.raw`F(q) + H(q) \le 0`, "F"],
  ])("%s", (tex, name) => {
    expect(notesOf(tex)).toContain(`${name} 在这里没有定义`);
  });

  test.each([
    String.raw`ELBO(q) = E_q[\log p(x,z)] - E_q[\log q(z)]`,
    String.raw`\mathcal L(q) = \log p(x) - KL(q(z)\|p(z|x))`,
    String.raw`\theta = \arg\max_\theta L(\theta)`,
  ])("but not %s", (tex) => {
    expect(notesOf(tex)).not.toContain("没有定义");
  });
});

describe("relations", () => {
  test.each([
    ["a < b", "a < b"],
    [String.raw`KL(p\|q) > 0`, "KL(P ‖ Q) > 0"],
    [String.raw`0 < H(p) < \log n`, "0 < H(P) < log(n)"],
    [String.raw`KL(p\|q)\neq KL(q\|p)`, "KL(P ‖ Q) ≠ KL(Q ‖ P)"],
    [String.raw`p(x) \ll q(x)`, "P(x) ≪ Q(x)"],
    [String.raw`a \gg b`, "a ≫ b"],
    [String.raw`x \sim p`, "x ~ p"],
    [String.raw`q(z) :\propto \exp(-z^2)`, "Q(z) ∝ exp(-z^2)"],
  ])("%s is read", (tex, chain) => {
    expect(chainOf(tex)).toBe(chain);
    expect(readTex(tex).unread).toEqual([]);
  });

  test("what < compares after or before a claim is where it holds, which a note says", () => {
    for (const tex of [
      String.raw`KL(p\|q) \ge 0, \quad 0 < t < 1`,
      String.raw`\text{if } x > 0, f(x) \ge 0`,
    ]) {
      expect(readTex(tex).chains).toHaveLength(1);
      expect(chainOf(tex)).toContain("≥ 0");
      expect(notesOf(tex)).toContain("略过：");
    }
  });
});
