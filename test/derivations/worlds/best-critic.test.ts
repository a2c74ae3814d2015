import { expect, test } from "vitest";
import { check, derivation, readTex } from "../../../src/derivations";
import { chainChecks } from "../../../src/derivations/worlds/chain-checks";

const game = String.raw`E_{x\sim p}[\log D(x)] + E_{x\sim q}[\log(1-D(x))]`;
const bound = String.raw`D_{KL}(p\|q) \ge E_{x\sim p}[T(x)]`;

test.each([
  [String.raw`${bound} - \log E_{x\sim q}[e^{T(x)}]`, true],
  [String.raw`${bound} - E_{x\sim q}[e^{T(x)-1}]`, true],
  [String.raw`${bound} - E_{x\sim q}[e^{T(x)}] + 1`, true],
  [String.raw`${bound} - E_{x\sim q}[e^{T(x)-2}]`, false],
  [String.raw`${bound} - \frac12\log E_{x\sim q}[e^{T(x)}]`, false],
  [String.raw`${bound} - E_{x\sim q}[T(x)]`, false],
  [String.raw`${game} \le 2JS(p\|q) - \log 4`, true],
  [String.raw`${game} \le JS(p\|q) - \log 4`, false],
  [String.raw`${game} \le -\log 4`, false],
])("%s: %s", (tex, expected) => {
  const [{ steps, worlds }] = chainChecks(readTex(tex).chains);
  expect(worlds.length).toBeGreaterThanOrEqual(4);
  expect(check(derivation({ id: "t", worlds, steps })).ok).toBe(expected);
});

// A name with an underscore, in a pattern made of it.
test.each([
  String.raw`\max_{D_s} E_{x\sim P}[\log D_s(x)]+E_{x\sim Q}[\log(1-D_s(x))] = 2JS(P\|Q) - \log 4`,
  String.raw`\max_{T_1} (E_{x\sim P}[T_1(x)] - \log E_{x\sim Q}[e^{T_1(x)}]) = D_{KL}(P\|Q)`,
])("%s", (tex) => {
  const [{ steps, worlds }] = chainChecks(readTex(tex).chains);
  expect(check(derivation({ id: "best", steps, worlds })).ok).toBe(true);
});

test("the objective of learning from preferences, whose policy has a reference beside it", () => {
  const tex = String.raw`\max_\pi E_{x\sim D,y\sim\pi(y|x)}[r(x,y)] - \beta KL(\pi(y|x)||\pi_{ref}(y|x)) = \max_\pi E_{x\sim D}E_{y\sim\pi(y|x)}[r(x,y) - \beta\log\frac{\pi(y|x)}{\pi_{ref}(y|x)}]`;
  expect(() => chainChecks(readTex(tex).chains)).not.toThrow();
});
