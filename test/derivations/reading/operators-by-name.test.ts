import { describe, expect, test } from "vitest";
import { check, derivation, readTex } from "../../../src/derivations";
import { chainChecks } from "../../../src/derivations/worlds/chain-checks";
import { expressionOf, notesOf } from "./reading-texts";

const covariance = "E((x, y) ~ P, x*y) - E((x, y) ~ P, x)*E((x, y) ~ P, y)";

describe("an operator's name without backslash is no product of its letters", () => {
  test.each([
    ["Cov(X,Y)", covariance],
    ["cov(X,Y)", covariance],
    ["var(X)", "Var(x ~ P, x)"],
    ["Std(X)", "sqrt(Var(x ~ P, x))"],
    ["Log(x)", "log(x)"],
    ["Exp(x)", "exp(x)"],
    ["Pr(X=1)", "P(1)"],
    ["Ber(a)", "Bern(a)"],
    ["relu(x)", "max(0, x)"],
    ["logit(a)", "log(a/(1 - a))"],
    [String.raw`lim_{n\to\infty} f(n)`, "lim(n, ∞, f(n))"],
    ["entropy(p)", "H(P)"],
  ])("%s", (tex, expression) => {
    expect(expressionOf(tex)).toBe(expression);
    expect(notesOf(tex)).toContain("前少了反斜杠");
  });

  test.each([String.raw`\mathrm{Cov}(X,Y)`, String.raw`\operatorname{Cov}(X,Y)`])(
    "%s is written out, with the means of the same joint law beside it",
    (tex) => {
      const [chain] = readTex(`${tex}=E[XY]-E[X]E[Y]`).chains;
      expect(chain.map(({ expression }) => expression)).toEqual([covariance, covariance]);
    },
  );

  test.each([
    [String.raw`\mathrm{Var}(X+Y)=\mathrm{Var}(X)+\mathrm{Var}(Y)+2\mathrm{Cov}(X,Y)`, "holds"],
    [String.raw`\mathrm{Var}(X+Y)=\mathrm{Var}(X)+\mathrm{Var}(Y)`, "fails"],
    [String.raw`\mathrm{Cov}(X,Y)^2 \le \mathrm{Var}(X)\mathrm{Var}(Y)`, "holds"],
    [
      String.raw`\mathrm{Corr}(X,Y) = \frac{\mathrm{Cov}(X,Y)}{\mathrm{std}(X)\,\mathrm{std}(Y)}`,
      "holds",
    ],
    [
      String.raw`\mathrm{Var}_{x\sim p, y\sim q}(x+y) = \mathrm{Var}_p(x) + \mathrm{Var}_q(y)`,
      "holds",
    ],
    [
      String.raw`\mathrm{Var}_{x\sim p, y\sim q}(x-y) = \mathrm{Var}_p(x) - \mathrm{Var}_q(y)`,
      "fails",
    ],
    [String.raw`\mathrm{Var}(2X+1) = 4\mathrm{Var}(X)`, "holds"],
  ])("a variance beside a covariance is of the same joint law: %s %s", (tex, status) => {
    const [{ steps, worlds, hasClaim }] = chainChecks(readTex(tex).chains);
    expect(hasClaim).toBe(true);
    expect(check(derivation({ steps, worlds })).ok).toBe(status === "holds");
  });

  test.each(["Foo(x)", "ABC(x)", "Median(x)", "PSNR(x)"])("%s is a function by a note", (tex) => {
    expect(expressionOf(tex)).toBe(tex);
    expect(notesOf(tex)).toContain("读作一个函数的名字");
  });

  test.each([
    ["foo(x)", "f*o*o(x)", "3 个字母的乘积"],
    ["bar(x)", "b*a*r(x)", "3 个字母的乘积"],
    [String.raw`\operatorname{Foo} x`, "Foo*x", "后面没有括号"],
    [String.raw`\mathrm{Var}\, X`, "Var*x", "后面没有括号"],
  ])("%s stays a product, which a note says", (tex, expression, note) => {
    expect(expressionOf(tex)).toBe(expression);
    expect(notesOf(tex)).toContain(note);
  });

  test.each([
    "sgn(x)",
    "cos x",
    String.raw`\sin(x)`,
    "erf(x)",
    "gcd(a,b)",
    "supp(p)",
    String.raw`\operatorname{rank}(A)`,
    String.raw`\lfloor x\rfloor`,
    String.raw`\binom{n}{k}`,
    String.raw`{n \choose k}`,
    "n!",
    String.raw`\log n!`,
  ])("%s has no counterpart, and is said to be unread", (tex) => {
    const { chains, unread } = readTex(tex);
    expect(chains).toEqual([]);
    expect(unread).toHaveLength(1);
    expect(unread[0].reason).toMatch(/没有对应的写法|读不懂|读不下去/);
  });
});

describe("an entropy at one value of a variable is no mean over it", () => {
  test.each([
    ["H(Y|X=x)", "H(P(· | x))"],
    ["H(Y|X=1)", "H(P(· | 1))"],
    ["H(Y|x)", "H(P(· | x))"],
    ["H(Z|X=x)", "H(P(· | x))"],
  ])("%s", (tex, expression) => {
    expect(expressionOf(tex)).toBe(expression);
    expect(notesOf(tex)).toContain("不对取值取平均");
  });

  test("beside the mean over it", () => {
    const [chain] = readTex(String.raw`H(Y|X)=\sum_x p(x)H(Y|X=x)`).chains;
    expect(chain.map(({ expression }) => expression)).toEqual([
      "H(y | x)",
      "∑(x ∈ P, P(x)*H(P(· | x)))",
    ]);
  });

  test.each(["H(X=x)", "H(X,Y=y)", "I(X;Y|Z=z)", "I(X;Y=y)"])("%s is unread", (tex) => {
    expect(readTex(tex).unread[0].reason).toContain("在一个取值处");
  });
});
