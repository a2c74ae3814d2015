import { describe, expect, test } from "vitest";
import { check, derivation, readTex } from "../../../src/derivations";
import { chainChecks } from "../../../src/derivations/worlds/chain-checks";

function holds(tex: string): boolean {
  const [{ steps, worlds, reason }] = chainChecks(readTex(tex).chains);
  expect(reason).toBeUndefined();
  expect(worlds.length).toBeGreaterThanOrEqual(4);
  return check(derivation({ id: "t", worlds, steps })).ok;
}

describe("a variational bound with its distributions swapped fails at the optimum of the other", () => {
  test.each([
    [String.raw`D_{KL}(P\|Q)\ge E_{x\sim P}[T(x)]-\log E_{x\sim Q}[e^{T(x)}]`, true],
    [String.raw`D_{KL}(P\|Q)\ge E_{x\sim Q}[T(x)]-\log E_{x\sim P}[e^{T(x)}]`, false],
    [String.raw`D_{KL}(Q\|P)\ge E_{x\sim P}[T(x)]-\log E_{x\sim Q}[e^{T(x)}]`, false],
    [String.raw`D_{KL}(P\|Q) \geq E_P[T(x)] - e^{-1} E_Q[e^{T(x)}]`, true],
    [String.raw`D_{KL}(P\|Q) \geq E_Q[T(x)] - e^{-1} E_P[e^{T(x)}]`, false],
    [String.raw`\log E_{x\sim Q}[e^{f(x)}] \ge E_{x\sim P}[f(x)] - D_{KL}(P\|Q)`, true],
    [String.raw`\log E_{x\sim Q}[e^{f(x)}] \ge E_{x\sim P}[f(x)] - D_{KL}(Q\|P)`, false],
    [String.raw`\log \sum_x p(x) e^{f(x)} \geq \sum_x q(x) f(x) - KL(p||q)`, false],
    [String.raw`\log \sum_x p(x) e^{f(x)} \geq \sum_x q(x) f(x) - KL(q||p)`, true],
    [String.raw`E_{x\sim q}[f(x)] - KL(p\|q) \le \log E_{x\sim p}[e^{f(x)}]`, false],
    [String.raw`E_{x\sim q}[f(x)] - KL(q\|p) \le \log E_{x\sim p}[e^{f(x)}]`, true],
    [String.raw`D_f(P\|Q) \ge E_{x\sim P}[T(x)]-E_{x\sim Q}[f^*(T(x))]`, true],
    [String.raw`D_f(P\|Q) \ge E_{x\sim Q}[T(x)]-E_{x\sim P}[f^*(T(x))]`, false],
    [String.raw`D_f(Q\|P) \ge E_{x\sim P}[g(x)]-E_{x\sim Q}[f^*(g(x))]`, false],
  ])("%s: %s", (tex, expected) => {
    expect(holds(tex)).toBe(expected);
  });
});

describe("the value of the game tends to 0 where the distributions part", () => {
  const game = String.raw`E_{x\sim p}[\log D(x)]+E_{x\sim q}[\log(1-D(x))]`;
  test.each([
    [String.raw`${game} \le -\log 2`, false],
    [String.raw`${game} \le -0.1`, false],
    [String.raw`${game} \le -\log 4`, false],
    [String.raw`${game} \le 0`, true],
    [String.raw`${game} \le 2 JS(p\|q) - 2\log 2`, true],
    [String.raw`${game} \le 2 JS(p\|q) - 2`, false],
  ])("%s: %s", (tex, expected) => {
    expect(holds(tex)).toBe(expected);
  });
});

describe("arrays of which one has its peak where the other is largest", () => {
  test.each([
    [String.raw`-\sum_i p_i\log p_i \le -\sum_i p_i \log q_i`, true],
    [String.raw`-\sum_i p_i\log p_i \le -\sum_i q_i \log p_i`, false],
    [String.raw`-\sum_i q_i \log q_i \le -\sum_i p_i\log q_i`, false],
    [String.raw`\sum_i q_i \log p_i \le \sum_i p_i\log p_i`, false],
    [String.raw`\sum_i p_i^2 \ge \sum_i p_i q_i`, false],
    [String.raw`\sum_i q_i\log q_i \ge \sum_i q_i \log p_i`, true],
  ])("%s: %s", (tex, expected) => {
    expect(holds(tex)).toBe(expected);
  });
});
