import { describe, expect, test } from "vitest";
import { check, derivation, readTex } from "../../../src/derivations";
import { stepsOfChain } from "../../../src/derivations/worlds/steps-of-chain";
import { worldsFor } from "../../../src/derivations/worlds/worlds-for";

/** Whether a formula's one chain holds in the worlds made for it. */
function holds(tex: string): boolean {
  const [chain] = readTex(tex).chains;
  const { steps } = stepsOfChain(chain);
  const worlds = worldsFor(steps.map(({ expression }) => expression));
  expect(worlds.length).toBeGreaterThanOrEqual(3);
  return check(derivation({ id: "t", worlds, steps })).ok;
}

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
  ])("%s: %s", (tex, expected) => {
    expect(holds(tex)).toBe(expected);
  });
});

test("a name that nothing else explains is defined by the first relation", () => {
  const [chain] = readTex(String.raw`L(\theta) = \prod_{i=1}^n p(x_i;\theta)`).chains;
  expect(stepsOfChain(chain)).toMatchObject({
    defines: "L",
    steps: [{ expression: "L(θ) := ∏(i=1, m, P(x[i] | θ))" }],
  });
});
