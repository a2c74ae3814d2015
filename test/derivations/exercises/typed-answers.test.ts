import { describe, expect, test } from "vitest";
import { chains, derivation } from "../../../src/derivations";

const gibbs = derivation({
  id: "g",
  tex: String.raw`D_{KL}(p\|q)=\sum_x p(x)\log\frac{p(x)}{q(x)} = E_{x\sim p}[\log p(x)-\log q(x)] = H(p,q)-H(p) \ge 0`,
});

describe("an answer typed as one types, without backslashes", () => {
  const exercise = gibbs.blank(2);
  test.each([
    ["E_p[log p - log q]", "right"],
    ["E_p[log p/q]", "right"],
    ["−E_p[log q(x)] + E_p[log p(x)]", "right"],
    ["∑ p(x) (log p(x) − log q(x))", "right"],
    ["sum_x p(x) ln p(x) - sum_x p(x) ln q(x)", "right"],
    ["∑ₓ p(x)·(ln p(x) − ln q(x))", "right"],
    ["E(x ~ p, log(p(x)/q(x)))", "right"],
    ["E_q[log p - log q]", "wrong"],
    ["E_p[log q - log p]", "wrong"],
    ["E_p[log p] + E_p[log q]", "wrong"],
    ["E_p[log_2 p - log_2 q]", "wrong"],
    ["∑_x p(x) log p(x)/q(x) * 1", "no progress"],
    ["E_p[log p - log q", "not understood"],
    ["", "not understood"],
  ])("%s: %s", (text, verdict) => {
    expect(exercise.try(2, text).verdict).toBe(verdict);
  });

  test("no word of the backslashes that nobody typed", () => {
    expect(exercise.try(2, "E_p[log p - log q]").note).not.toContain("反斜杠");
  });
});

describe("small letters for P and Q", () => {
  const exercise = gibbs.blank(3);
  test.each([
    ["-H(p)+H(p,q)", "right"],
    ["H(p,q)−H(p)", "right"],
    ["H(p, q) - H(P)", "right"],
    ["CE(p,q)-H(p)", "right"],
    ["H(p)-H(p,q)", "wrong"],
    ["H(q,p)-H(p)", "wrong"],
    ["H(p,q)-H(q)", "wrong"],
    ["H(r,q)-H(r)", "not understood"],
  ])("%s: %s", (text, verdict) => {
    expect(exercise.try(3, text).verdict).toBe(verdict);
  });
});

describe("a line from further up is no step forward", () => {
  test.each([
    [2, "KL(P ‖ Q)", "第一行"],
    [2, "KL(p||q)", "第一行"],
    [3, "KL(P ‖ Q) + 0", "第一行"],
    [3, "∑(x ∈ P, P(x)*log(P(x)/Q(x)))", "第2行"],
    [3, "sum_x p(x) log(p(x)/q(x))", "第2行"],
  ])("blank %i: %s", (step, text, said) => {
    const { verdict, note } = gibbs.blank(step).try(step, text);
    expect(verdict).toBe("no progress");
    expect(note).toContain(said);
  });
});

describe("q(z | x) where the chain has one q", () => {
  const exercise = chains.evidenceLowerBound.blank(4);
  test.each([
    [String.raw`\mathbb{E}_{q(z|x)}[\log p(x,z)-\log q(z|x)]`, "right"],
    ["E_{q}[log p(x|z)] - KL(q(z|x)||p(z))", "right"],
    [String.raw`E_{z\sim q(z|x)}\left[\log\frac{p(x,z)}{q(z|x)}\right]`, "right"],
    [String.raw`E_q[\log p(x|z)] + KL(q(z|x)||p(z))`, "wrong"],
    [String.raw`E_q[\log p(x|z)] - KL(p(z)||q(z|x))`, "wrong"],
    [String.raw`\log E_{q(z|x)}[p(x,z)/q(z|x)] + 1`, "wrong"],
  ])("%s: %s", (text, verdict) => {
    const found = exercise.try(4, text);
    expect(found.verdict).toBe(verdict);
    expect(found.note).toContain("不写条件");
  });
});
