import { describe, expect, test } from "vitest";
import { check, derivation, readTex } from "../../../src/derivations";
import { chainChecks } from "../../../src/derivations/worlds/chain-checks";
import { worldsFor } from "../../../src/derivations/worlds/worlds-for";

/** Whether every chain of a formula holds in the worlds made for it. */
function holds(tex: string): boolean {
  const { chains, unread } = readTex(tex);
  expect(unread).toEqual([]);
  return chainChecks(chains).every(({ steps, worlds, reason }) => {
    expect(reason).toBeUndefined();
    expect(worlds.length).toBeGreaterThanOrEqual(3);
    return steps.length < 2 || check(derivation({ id: "t", worlds, steps })).ok;
  });
}

const notesOf = (tex: string): readonly string[] =>
  chainChecks(readTex(tex).chains).flatMap(({ notes }) => notes);

describe("worlds made from how names are used tell true from false", () => {
  test.each([
    [String.raw`D_{KL}(p\|q) = H(p,q) - H(p)`, true],
    [String.raw`D_{KL}(p\|q) = D_{KL}(q\|p)`, false],
    [String.raw`D_{KL}(p\|q) = \sum_x p(x)\log\frac{p(x)}{q(x)}`, true],
    [String.raw`D_{KL}(p\|q) = \sum_x p(x)\log\frac{q(x)}{p(x)}`, false],
    [String.raw`\arg\min_\theta D_{KL}(p\|q_\theta) = \arg\min_\theta H(p, q_\theta)`, true],
    [String.raw`\arg\min_\theta D_{KL}(p\|q_\theta) = \arg\max_\theta H(p, q_\theta)`, false],
    [String.raw`JS(p\|q) = \frac12 KL(p\|\frac{p+q}{2}) + \frac12 KL(q\|\frac{p+q}{2})`, true],
    [String.raw`TV(p,q) \le \sqrt{\tfrac12 D_{KL}(p\|q)}`, true],
    [String.raw`TV(p,q) \le \tfrac14 D_{KL}(p\|q)`, false],
    // Ratios of densities: zeros of one alone are no counter-example.
    [String.raw`\mathbb{E}_{x\sim p}\left[\frac{q(x)}{p(x)}\right] = 1`, true],
    [String.raw`\mathbb{E}_{x\sim p}\left[\frac{p(x)}{q(x)}\right] = 1`, false],
    // The entropies of a variable, a sum over one distribution, bits and nats.
    ["I(X;Y) = H(X) - H(X|Y)", true],
    ["I(X;Y) = H(X) - H(Y|X)", false],
    [String.raw`H(p) = -\sum_x p(x)\log_2 p(x)`, true],
    [String.raw`H(p) = \sum_x p(x)\log_2 p(x)`, false],
    // Optima over distributions and functions.
    [String.raw`\arg\min_q D_{KL}(p\|q) = \arg\min_q H(p,q)`, true],
    [String.raw`\arg\min_q D_{KL}(p\|q) = \arg\min_q H(q)`, false],
    [
      String.raw`\max_D \{E_{x\sim p}[\log D(x)] + E_{x\sim q}[\log(1-D(x))]\} = 2JS(p\|q) - \log 4`,
      true,
    ],
    [
      String.raw`\max_D \{E_{x\sim p}[\log D(x)] + E_{x\sim q}[\log(1-D(x))]\} = JS(p\|q) - \log 4`,
      false,
    ],
  ])("%s: %s", (tex, expected) => {
    expect(holds(tex)).toBe(expected);
  });
});

describe("a divergence beside μ and σ is one of normal distributions", () => {
  test.each([
    [
      String.raw`KL(p\|q) = \log\frac{\sigma_2}{\sigma_1} + \frac{\sigma_1^2+(\mu_1-\mu_2)^2}{2\sigma_2^2} - \frac12`,
      true,
    ],
    [
      String.raw`KL(p\|q) = \log\frac{\sigma_1}{\sigma_2} + \frac{\sigma_1^2+(\mu_1-\mu_2)^2}{2\sigma_2^2} - \frac12`,
      false,
    ],
    [
      String.raw`D_{KL}(N(\mu,\sigma^2)\|N(0,1)) = \frac12(\mu^2 + \sigma^2 - \log\sigma^2 - 1)`,
      true,
    ],
    [
      String.raw`D_{KL}(N(\mu,\sigma^2)\|N(0,1)) = \frac12(\mu^2 + \sigma^2 + \log\sigma^2 - 1)`,
      false,
    ],
  ])("%s: %s", (tex, expected) => {
    expect(holds(tex)).toBe(expected);
  });

  test("a variance in the second place is said to be one", () => {
    const { notes } = readTex(String.raw`KL(N(\mu,\sigma^2)\|N(0,1)) \ge 0`);
    expect(notes.map(({ text }) => text).join()).toContain("方差");
  });
});

describe("what only gives a name a meaning claims nothing", () => {
  test.each([
    String.raw`L(\theta) = \prod_{i=1}^n p(x_i;\theta)`,
    String.raw`y_k = (1-\varepsilon) t_k + \varepsilon u_k`,
    String.raw`k_3 = r - 1 - \log r`,
    String.raw`H = -\sum_x p(x)\log p(x)`,
  ])("%s", (tex) => {
    const [{ hasClaim, notes }] = chainChecks(readTex(tex).chains);
    expect([hasClaim, tex.startsWith("H") ? true : notes.length > 0]).toEqual([
      tex.startsWith("H"),
      true,
    ]);
  });

  test("and is known in the chains that follow", () => {
    const tex = String.raw`r = \frac{p(x)}{q(x)} \\ E_{x\sim q}[r] = 1`;
    const [, second] = chainChecks(readTex(tex).chains);
    expect(second.steps[0].expression).toContain("P(x) / Q(x)");
    expect(holds(tex)).toBe(true);
    expect(holds(tex.replace("= 1", "= 2"))).toBe(false);
  });
});

test("a name of one side is what stands at its place in the other", () => {
  const tex = String.raw`\log p(x) = \log p(x,z) - \log p(z|x)`;
  expect(holds(tex)).toBe(true);
  const notes = notesOf(String.raw`k = r - 1 - \log r = \frac{a}{b} - 1 - \log\frac{a}{b}`);
  expect(notes.join()).toContain("r没有定义");
});

describe("the numbers of an example are compared among themselves", () => {
  const example = (value: string): string =>
    String.raw`D_{KL}(p\|q) = 0.5\log\frac{0.5}{0.9} + 0.5\log\frac{0.5}{0.1} = ${value}`;
  test.each([
    ["0.511", true],
    ["0.51", true],
    ["0.531", false],
  ])("%s: %s", (value, expected) => {
    expect(holds2(example(value))).toBe(expected);
  });

  function holds2(tex: string): boolean {
    return chainChecks(readTex(tex).chains).every(
      ({ steps, worlds }) => steps.length < 2 || check(derivation({ id: "t", worlds, steps })).ok,
    );
  }
});

test("worlds are at least four, and none where nothing fits", () => {
  for (const expression of ["KL(P ‖ Q)", "I(x; z)", "log(P(x, z | θ))", "∑(x ∈ P, P(x))"])
    expect(worldsFor([expression]).length, expression).toBeGreaterThanOrEqual(4);
  expect(worldsFor(["KL(3 ‖ 4)"])).toEqual([]);
});

describe("two unknown numbers are two numbers, not names of each other", () => {
  test.each([
    [String.raw`\alpha D_{KL}(P\|Q) = \beta D_{KL}(P\|Q)`, false],
    [String.raw`\lambda_1 H(p) = \lambda_2 H(p)`, false],
    [String.raw`\alpha D_{KL}(p\|q) + \beta H(p) = \beta D_{KL}(p\|q) + \beta H(p)`, false],
    [String.raw`\alpha D_{KL}(p\|q) = (1+\beta) D_{KL}(p\|q)`, false],
    ["a H(p,q) = b H(p,q)", false],
    [String.raw`\alpha D_{KL}(p\|q) = \alpha H(p,q) - \alpha H(p)`, true],
  ])("%s: %s", (tex, expected) => {
    expect(holds(tex)).toBe(expected);
  });
});
