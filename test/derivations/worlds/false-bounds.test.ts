import { describe, expect, test } from "vitest";
import {
  check,
  defaultWorlds,
  derivation,
  readTex,
  type Step,
  type World,
  worldsFor,
} from "../../../src/derivations";
import { annotateFormula } from "../../../src/derivations/articles/annotate-formula";
import { chainChecks } from "../../../src/derivations/worlds/chain-checks";

/** The verdicts on a formula, in the worlds that are made for it. */
function verdictsOf(tex: string): readonly { readonly ok: boolean; readonly undecided: boolean }[] {
  const { chains, unread } = readTex(tex);
  expect(unread).toEqual([]);
  return chainChecks(chains).flatMap(({ steps, worlds, reason }) => {
    expect(reason).toBeUndefined();
    const { steps: verdicts } = check(derivation({ id: "t", worlds, steps }), { budget: 60 });
    return verdicts.map(({ ok, undecided = false }) => ({ ok, undecided }));
  });
}

/** The verdict on two expressions of the language, in the default worlds. */
function verdictOf(left: string, relation: "≤" | "≥", right: string): boolean {
  const steps = [{ expression: left }, { relation, expression: right }];
  const [{ ok, undecided = false }] = check(derivation({ id: "t", steps }), { budget: 60 }).steps;
  expect(undecided).toBe(false);
  return ok;
}

describe("bounds that hold only near by are refuted", () => {
  test.each([
    // Where P and Q hardly meet.
    String.raw`\mathrm{JSD}(P\|Q) \le \frac12 \log 2`,
    String.raw`\mathrm{JSD}(P\|Q) \le 0.6`,
    String.raw`D_{KL}(P\|Q) \le 10`,
    String.raw`D_{KL}(P\|Q) \le 100`,
    String.raw`D_{KL}(P\|Q) \le D_{KL}(Q\|P) + 10`,
    String.raw`\mathrm{TV}(P,Q) \le .9`,
    String.raw`\mathrm{TV}(P,Q) \le 0.99`,
    String.raw`H^2(P,Q) \le \frac12`,
    String.raw`H^2(P,Q) \le 0.9`,
    String.raw`\sum_i p_i \log\frac{p_i}{q_i} \le 5`,
    String.raw`p\log\frac pq + (1-p)\log\frac{1-p}{1-q} \le 3`,
    String.raw`\frac12(\mu^2+\sigma^2-\log\sigma^2-1) \le 100`,
    // Where there are very many values, or a spread without measure.
    String.raw`H(P) \le 5`,
    String.raw`H(P) \le 9`,
    String.raw`-\sum_x p(x)\log p(x) \le 8`,
    String.raw`-\sum_i p_i\log p_i \le 5`,
    String.raw`I(X;Y) \le 3`,
    String.raw`H(X|Y) \le 2`,
    String.raw`|H(P) - H(Q)| \le 2`,
    // Where P is Q, or certain.
    String.raw`D_{KL}(P\|Q) \ge 0.001`,
    String.raw`\mathrm{TV}(P,Q) \ge 0.05`,
    String.raw`\mathrm{JS}(P\|Q) \ge 10^{-4}`,
    String.raw`H(P) \ge 0.1`,
    // Where a rare cause explains what was seen, or the latent is narrow.
    String.raw`\log p(x) \ge \mathbb{E}_{q(z|x)}[\log p(x|z)] - D_{KL}(p(z)\|q(z|x))`,
    String.raw`\log p(x) \ge \mathbb{E}_{q(z)}[\log p(x,z)] - H(q)`,
  ])("%s", (tex) => {
    const verdicts = verdictsOf(tex);
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.some(({ ok, undecided }) => !ok && !undecided)).toBe(true);
  });

  test.each([
    ["JS(P, Q)", "≤", "1/2*log(2)"],
    ["KL(P ‖ Q)", "≤", "10"],
    ["KL(P ‖ R)", "≤", "12"],
    ["TV(P, Q)", "≤", ".9"],
    ["H2(P, Q)", "≤", "1/2"],
    ["H(P)", "≤", "5"],
    ["H(P, Q)", "≤", "30"],
    ["KL(P ‖ M)", "≤", "0.6"],
    ["TV(P, Q)", "≥", "0.01"],
    ["JS(P, Q)", "≥", "0.0001"],
  ] as const)("%s %s %s in the default worlds", (left, relation, right) => {
    expect(verdictOf(left, relation, right)).toBe(false);
  });
});

describe("bounds that hold everywhere hold there too", () => {
  test.each([
    String.raw`\mathrm{JSD}(P\|Q) \le \log 2`,
    String.raw`\mathrm{TV}(P,Q) \le 1`,
    String.raw`H^2(P,Q) \le 1`,
    String.raw`H(X) \le \log |\mathcal{X}|`,
    String.raw`-\sum_{i=1}^n p_i\log p_i \le \log n`,
    String.raw`H(P) \ge 0`,
    String.raw`D_{KL}(P\|Q) \ge 0`,
    String.raw`\mathrm{TV}(P,Q) \le \sqrt{\tfrac12 D_{KL}(P\|Q)}`,
    String.raw`\mathrm{TV}(P,Q) \le \sqrt{1 - e^{-D_{KL}(P\|Q)}}`,
    String.raw`D_{KL}(P\|Q) \le \log(1+\chi^2(P\|Q))`,
    String.raw`D_{KL}(P\|Q) \ge -2\log\left(1-H^2(P,Q)\right)`,
    String.raw`\mathrm{JS}(P\|Q) \le \mathrm{TV}(P,Q)\log 2`,
    String.raw`\mathbb{E}_{x\sim Q}[P(x)/Q(x)] \le 1`,
    String.raw`I(X;Y) \le \min(H(X), H(Y))`,
    String.raw`\log p(x) \ge \mathbb{E}_{q(z|x)}[\log p(x|z)] - D_{KL}(q(z|x)\|p(z))`,
    String.raw`\log p(x) \ge \mathbb{E}_{q(z)}[\log p(x,z)] + H(q)`,
    String.raw`D_{KL}(P\|Q) \ge \mathbb{E}_P[T(x)] - \log \mathbb{E}_Q[e^{T(x)}]`,
  ])("%s", (tex) => {
    const verdicts = verdictsOf(tex);
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.filter(({ ok }) => !ok)).toEqual([]);
  });

  test.each([
    ["JS(P, Q)", "≤", "log(2)"],
    ["TV(P, Q)", "≤", "1"],
    ["TV(P, Q)", "≤", "sqrt(KL(P ‖ Q)/2)"],
    ["H2(P, Q)", "≤", "TV(P, Q)"],
    ["KL(P ‖ M)", "≤", "log(2)"],
    ["KL(P ‖ Q)", "≥", "0"],
    ["H(P, Q)", "≥", "H(P)"],
  ] as const)("%s %s %s in the default worlds", (left, relation, right) => {
    expect(verdictOf(left, relation, right)).toBe(true);
  });
});

describe("extreme worlds", () => {
  const isExtreme = (world: { readonly isExtreme?: boolean }): boolean => world.isExtreme === true;

  test("are left out where nothing is bounded, and an equality is not tried in them beside a bound", () => {
    const steps = [{ expression: "KL(P ‖ Q)" }, { expression: "H(P, Q) - H(P)" }];
    expect(derivation({ id: "t", steps }).worlds.filter(isExtreme)).toEqual([]);
    const more = [...steps, { relation: "≥", expression: "0" } as const];
    const chain = derivation({ id: "t", steps: more });
    expect(chain.worlds.filter(isExtreme).length).toBeGreaterThan(3);
    const ordinary = defaultWorlds.filter((world) => !isExtreme(world)).length;
    const [equal, bound] = check(chain).steps;
    expect(equal.worlds).toBe(ordinary);
    expect(bound.worlds).toBeGreaterThan(ordinary);
  });

  test("refute nothing where they cannot tell", () => {
    // The logarithm of x is ∞ in the one, the difference a NaN.
    const [first, ...others] = worldsFor(["KL(P ‖ Q)"]).filter((world) => !isExtreme(world));
    const withX = (world: World, x: number): World => ({ ...world, scope: { ...world.scope, x } });
    const broken = { ...withX(first, 0), name: "坏", isExtreme: true };
    const worlds = [...[first, ...others].map((world) => withX(world, 1)), broken];
    const steps: Step[] = [
      { expression: "KL(P ‖ Q) + log(x) - log(x)" },
      { relation: "≥", expression: "0" },
    ];
    const chain = derivation({ id: "t", steps, worlds });
    expect(check(chain).ok).toBe(true);
  });

  test("isExtreme is a truth value", () => {
    const world = { name: "w", scope: { a: 1 }, isExtreme: 1 } as never;
    expect(() => derivation({ id: "t", steps: [{ expression: "a" }], worlds: [world] })).toThrow(
      /isExtreme/,
    );
  });
});

describe("a claim in plain numbers is tried, or said not to be", () => {
  test.each([
    String.raw`\sum_x p(x) = 1.5`,
    String.raw`\sum_i p_i = 1.5`,
    String.raw`\int p(x)dx = 0.5`,
    String.raw`\mathrm{TV}(P,Q) \le .9`,
    String.raw`D_{KL}(P\|Q) = 0.5`,
    String.raw`H(P) \ge 0.25`,
  ])("%s is refuted", (tex) => {
    const verdicts = verdictsOf(tex);
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.every(({ ok }) => !ok)).toBe(true);
  });

  test.each([String.raw`\sum_x p(x) = 1.0`, String.raw`\mathrm{TV}(P,Q) \le 1.0`])(
    "%s holds",
    (tex) => {
      expect(verdictsOf(tex).map(({ ok }) => ok)).toEqual([true]);
    },
  );

  test.each([
    String.raw`\mathrm{TV} \le .9`,
    String.raw`\mathrm{JSD} \le 0.5`,
    String.raw`\mathrm{KL} \ge 0.1`,
    String.raw`D_{KL} \le 2`,
  ])("%s, without its distributions, is not checked, and why is said", (tex) => {
    const { status, chains } = annotateFormula(tex, "zh-CN");
    expect(status).toBe("unchecked");
    expect(chains.map(({ remark }) => remark).join()).toMatch(/没有定义|KL 是运算/);
  });

  test("a chain without a relation is not ok, and says that nothing was checked", () => {
    const chain = derivation({ id: "t", steps: [{ expression: "KL(P ‖ Q)" }] });
    expect(check(chain)).toEqual({ ok: false, steps: [] });
    expect(String(chain)).toContain("未检验");
    expect(String(chain)).not.toContain("未见反例");
  });
});
