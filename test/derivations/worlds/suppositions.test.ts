import { describe, expect, test } from "vitest";
import { readTex, worldsFor } from "../../../src/derivations";
import { annotateFormula } from "../../../src/derivations/articles/annotate-formula";
import { chainChecks } from "../../../src/derivations/worlds/chain-checks";

const notesOf = (tex: string): string =>
  chainChecks(readTex(tex).chains)
    .flatMap(({ notes }) => notes)
    .join("；");

describe("a Markov chain that is supposed is said", () => {
  test.each([
    [String.raw`I(X;Z)\le I(X;Y)`, true],
    [String.raw`I(X;Z)\le I(Y;Z)`, true],
    [String.raw`I(A;C)\le I(A;B)`, true],
    [String.raw`I(X;Y)\le H(X)`, false],
    [String.raw`I(X;Y|Z)\le H(X)`, false],
  ])("%s: %s", (tex, expected) => {
    expect(notesOf(tex).includes("马尔可夫")).toBe(expected);
  });
});

describe("H(q) beside q(z | x) is of that", () => {
  test.each([
    [String.raw`\log p(x) \ge E_{q(z|x)}[\log p(x,z)] + H(q)`, "holds"],
    [String.raw`E_{q(z|x)}[\log p(x,z)] + H(q) \le \log p(x)`, "holds"],
    [String.raw`\log p(x) \ge E_{q(z|x)}[\log p(x,z)] - H(q)`, "fails"],
    [String.raw`\log p(x) = E_{q(z|x)}[\log p(x,z)] + H(q)`, "fails"],
  ])("%s: %s", (tex, expected) => {
    const { status, notes } = annotateFormula(tex, "zh-CN");
    expect(status).toBe(expected);
    expect(notes.join()).toContain("H(Q)读作H(Q(· | x))");
  });
});

test.each([
  ["KL(Foo(a) ‖ Foo(b))", "0"],
  ["JS(Zipf(a), Zipf(b))", "0"],
  ["KL(Wishart(a, b) ‖ Wishart(c, d))", "0"],
  ["H(Pareto(a))", "H(Pareto(b))"],
])("no distribution stands for a family that nobody knows: %s", (left, right) => {
  expect(worldsFor([left, right])).toEqual([]);
});

test.each([
  String.raw`D(p(x,y,z)\|q(x,y,z)) \le D(p(x,y)\|q(x,y))`,
  String.raw`D(p(x,y,z)\|q(x,y,z)) = D(p(x,y)\|q(x,y))`,
  String.raw`D(p(x,y,z)\|q(x,y,z)) \ge D(p(x,y)\|q(x,y)) + 1`,
  String.raw`D(p(x,y,w)\|q(x,y,w)) = 0`,
])("a table of two variables is none of three: %s", (tex) => {
  expect(annotateFormula(tex, "zh-CN").status).not.toBe("holds");
});

test("a bound on I(x; y) with its distributions swapped fails", () => {
  const [p, q] = [String.raw`\mathbb{E}_{p(x,y)}`, String.raw`\mathbb{E}_{p(x)p(y)}`];
  const bound = (a: string, b: string): string =>
    String.raw`I(X;Y) \ge ${a}[T(x,y)] - \log ${b}[e^{T(x,y)}]`;
  expect(annotateFormula(bound(p, q), "zh-CN", 30).status).toBe("holds");
  expect(annotateFormula(bound(q, p), "zh-CN", 30).status).toBe("fails");
});

test.each([
  [String.raw`h(\mathcal N(\mu,\sigma^2))=\frac12\log(2\pi\sigma^2)`, /σ = /],
  [String.raw`H(\mathrm{Bern}(p)) = -p\log p`, /p = /],
  [String.raw`a^2 + b^2 = 2ab`, /a = .*b = |b = .*a = /],
  [String.raw`\frac12(\mu^2+\sigma^2-\log\sigma^2-1) \le 100`, /μ = .*σ = |σ = .*μ = /],
])("a counter-example tells the numbers, in six digits: %s", (tex, expected) => {
  const { status, chains } = annotateFormula(tex, "zh-CN");
  expect(status).toBe("fails");
  const text = chains.map(({ remark }) => remark).join();
  expect(text).toMatch(expected);
  expect(text).not.toMatch(/\d\.\d{9}/);
});
