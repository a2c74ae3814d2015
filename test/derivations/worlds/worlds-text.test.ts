import { expect, test } from "vitest";
import { derivation, identify } from "../../../src/derivations";

/** What a chain prints, the worlds' definitions with it. */
const printed = (tex: string): string => String(derivation({ tex }));

// In none of them does a name of klab's own code stand, which means nothing to a reader.
test.each([
  [
    String.raw`\arg\min_\theta D_{KL}(P\|P_\theta) = \arg\min_\theta H(P, P_\theta)`,
    "P_θ(· | θ) = normal(mean=θ, sd=1.1)",
  ],
  [String.raw`\sum_x P(x)\log P_\theta(x)=-H(P,P_\theta)`, "P_θ(· | θ) = poisson(rate=6·θ)"],
  [
    String.raw`\arg\min_\theta D_{KL}(P_\theta\|Q_\theta) = \arg\min_\theta D_{KL}(P_\theta\|Q_\theta) + 1`,
    "Q(· | θ) = normal(mean=1 - θ, sd=1.1)",
  ],
  [
    String.raw`D_{KL}(P\|Q) \ge \mathbb{E}_P[T(x)] - \log \mathbb{E}_Q[e^{T(x)}]`,
    "T(x) = log(P(x)/Q(x)) + 1",
  ],
  [String.raw`\log\mathbb{E}_{x\sim P}[f(x)] \ge 0`, "f(x) = log(1 + exp(1.5*x)) - 2.5"],
  [
    String.raw`\log p(x) \ge \mathbb{E}_{q(z|x)}[\log p(x|z)] - D_{KL}(q(z|x)\|p(z))`,
    "Q(· | x=0) = bernoulli(",
  ],
  [
    String.raw`\log p_\theta(x) \ge \mathbb{E}_{q(z|x)}[\log p_\theta(x|z)] - D_{KL}(q(z|x)\|p(z))`,
    "θ=-1: P(z) = ",
  ],
])("%s prints %s", (tex, expected) => {
  const text = printed(tex);
  expect(text).toContain(expected);
  expect(text).not.toMatch(/pool\.|=>|slope|Math\.tanh/);
});

test.each([String.raw`-\sum_x p(x)\log p(x) \ge 0`, String.raw`-\sum_i p_i\log p_i \ge 0`])(
  "%s: thousands of values are printed by the first ones",
  (tex) => {
    const lines = printed(tex).split("\n");
    expect(lines.some((line) => line.includes("…"))).toBe(true);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(600);
  },
);

test("why no world fits is told once in either language", () => {
  const tex = String.raw`D_{KL}(p_\theta(x,z)\|q(x,z)) \ge 0`;
  expect(() => derivation({ tex })).toThrow(
    /^derivation: [^/]*[^a-z ] \/ no world fits[^\p{Script=Han}]*$/u,
  );
});

test.each(["I(X;Y) = H(X) - H(X|Y)", "H(X,Y) = H(X) + H(Y|X)", "I(X;Y|Z) = H(X|Z) - H(X|Y,Z)"])(
  "%s: the table is printed though the formula names only variables",
  (tex) => {
    const worlds = printed(tex)
      .split("\n")
      .filter((line) => /^.*的表: /.test(line));
    expect(worlds.length).toBeGreaterThan(2);
    for (const line of worlds) expect(line).toMatch(/: p\([xyz, |=0-9]+\) = \S/);
  },
);

test("a family of one's own is printed as it was typed", () => {
  const steps = [{ expression: "f(1)" }, { expression: "2" }];
  const worlds = [{ name: "w", scope: { f: (x: number) => x + 1 } }];
  expect(String(derivation({ steps, worlds }))).toMatch(/f = \(x\) => x \+ 1/);
});

test("a chain needs neither id nor title; equal chains get equal ids, others others", () => {
  const steps = [{ expression: "KL(P ‖ Q)" }, { expression: "H(P, Q) - H(P)" }];
  const [one, two] = [derivation({ steps }), derivation({ steps })];
  expect(one.id).toBe(two.id);
  expect(one.id).toMatch(/^chain-[a-z0-9]+$/);
  expect(derivation({ steps: [steps[0]] }).id).not.toBe(one.id);
  expect(String(one).split("\n")[0]).toBe("推导");
  expect(String(one.blank(1)).split("\n")[0]).toBe("推导练习");
  expect(derivation({ id: "kl", steps }).title).toBe("kl");
});

test.each([
  ["∫(x, -∞, ∞, P(x)*log(P(x)/Q(x)))", "KL(P ‖ Q)", "相对熵"],
  ["∑(x ∈ P, P(x)*log2(P(x)/Q(x)))", "KL(P ‖ Q)/ln 2", "相对熵"],
  ["1/4*∫(x, -∞, ∞, abs(P(x) - Q(x)))", "½ TV(P, Q)", "全变差"],
  ["-E(x ~ P, log(Q(x)))", "H(P, Q)", "交叉熵"],
  ["E(x ~ P, log(P(x)))", "−H(P)", "熵"],
])("%s is %s, with a word for it", (expression, name, word) => {
  const found = identify(expression);
  expect(found?.name).toBe(name);
  expect(found?.note).toContain(word);
  // 汉字 beside letters or digits, without typed blanks.
  expect(found?.note).not.toMatch(/\p{Script=Han} [\p{L}\d]|[\p{L}\d] \p{Script=Han}/u);
  expect(identify(expression, { locale: "en" })?.note).not.toMatch(/\p{Script=Han}/u);
});
