import { describe, expect, test } from "vitest";
import { expressionOf, notesOf } from "./reading-texts";

describe("an expectation over p alone is taken at what its body shows", () => {
  test.each([
    ["E_p[z^2]", "E(z ~ P, z^2)"],
    ["E_p[f(y)]", "E(y ~ P, f(y))"],
    [String.raw`\mathbb E_p[y]`, "E(y ~ P, y)"],
    [String.raw`E_\pi[r(y)]`, "E(y ~ π, r(y))"],
    ["E_q[f(w)]", "E(w ~ Q, f(w))"],
    [String.raw`E_P[\log D(y)]`, "E(y ~ P, log(D(y)))"],
    [String.raw`E_{p_z}[\log(1-D(G(z)))]`, "E(z ~ P_z, log(1 - D(G(z))))"],
    ["E_P[f(Y)]", "E(y ~ P, f(y))"],
    [String.raw`\langle y\rangle_p`, "E(y ~ P, y)"],
    ["Var_p[f(z)]", "Var(z ~ P, f(z))"],
    [
      String.raw`E_{p_\theta}[\nabla_\theta \log p_\theta(y)]`,
      "E(y ~ P(· | θ), ∂(θ, log(P(y | θ))))",
    ],
    [String.raw`E_p[\int f(x,y)dx]`, "E(y ~ P, ∫(x, -∞, ∞, f(x, y)))"],
    ["E_p[ax+b]", "E(x ~ P, a*x + b)"],
    [String.raw`E_p[\theta x]`, "E(x ~ P, θ*x)"],
    ["E_p[c]", "E(x ~ P, c)"],
  ])("%s", (tex, expression) => {
    expect(expressionOf(tex)).toBe(expression);
    expect(notesOf(tex)).not.toContain("没写变量");
  });
});

describe("where several could be meant the choice is a note", () => {
  test.each([
    [
      String.raw`E_q[\log p(x,z)]+H(q)`,
      "E(z ~ Q, log(P(x, z))) + H(Q)",
      "读作 z ~ Q；x 当作给定的",
    ],
    [String.raw`E_q[\log p(x|z)]`, "E(z ~ Q, log(P(x | z)))", "x 当作给定的"],
    ["E_p[xy]", "E((x, y) ~ P, x*y)", "读作 (x, y) ~ P"],
    [String.raw`E_\pi[r(s,a)]`, "E((s, a) ~ π, r(s, a))", "读作 (s, a) ~ π"],
    [String.raw`E_q[\log p(D|\theta)]`, "E(θ ~ Q, log(P(D | θ)))", "读作 θ ~ Q"],
    ["E_p[t^2]", "E(t ~ P, t^2)", "读作 t ~ P"],
    [
      String.raw`E_{q_\phi}[\log p_\theta(x,z) - \log q_\phi(z|x)]`,
      "E(z ~ Q(· | x), log(P(x, z | θ)) - log(Q(z | x)))",
      "读作 z ~ Q(· | x)；x 当作给定的",
    ],
    [String.raw`E_{p\otimes q}[f(x,y)]`, "E(x ~ P, y ~ Q, f(x, y))", "读作 x ~ P, y ~ Q"],
    ["E_p[x_i]", "E(x ~ P, x)", "x_i 读作 x"],
    [String.raw`E_{x\sim p}[f(y)]`, "E(x ~ P, f(y))", "里面却只有 y"],
    ["E[f(u)]", "E(u ~ P, f(u))", "读作 u ~ P"],
  ])("%s", (tex, expression, note) => {
    expect(expressionOf(tex)).toBe(expression);
    expect(notesOf(tex)).toContain(note);
  });
});

describe("laws under E that are shown with their arguments", () => {
  test.each([
    ["E_{p(x)p(y)}[f(x,y)]", "E(x ~ P, y ~ P, f(x, y))"],
    [
      String.raw`E_{p(x)p(y)}\left[\frac{p(x,y)}{p(x)p(y)}\right]`,
      "E(x ~ P(x), y ~ P(y), P(x, y)/(P(x)*P(y)))",
    ],
    [String.raw`E_{p(x,y)}[\log p(x,y)]`, "E((x, y) ~ P(x, y), log(P(x, y)))"],
    ["E_{p(x)q(y)}[f(x,y)]", "E(x ~ P, y ~ Q, f(x, y))"],
    [String.raw`E_{q(z|x)p(x)}[\log p(z)]`, "E(x ~ P, z ~ Q(· | x), log(P(z)))"],
    [String.raw`E_{x\sim p, y\sim q}[f(x,y)]`, "E(x ~ P, y ~ Q, f(x, y))"],
    [
      String.raw`E_{(x,y_w,y_l)\sim D}[\log\sigma(r(x,y_w)-r(x,y_l))]`,
      "E((x, y_w, y_l) ~ D, log(sigmoid(r(x, y_w) - r(x, y_l))))",
    ],
    [String.raw`E_{p(\theta)}[\log p(x|\theta)]`, "E(θ ~ P, log(P(x | θ)))"],
  ])("%s", (tex, expression) => {
    expect(expressionOf(tex)).toBe(expression);
  });
});
