import { expect, test } from "vitest";
import { check, derivation, readTex } from "../../../src/derivations";
import { chainChecks } from "../../../src/derivations/worlds/chain-checks";

const sum = String.raw`\frac1n\sum_{i=1}^n`;

test.each([
  // The first of the divergence, where p/q stands under a logarithm.
  [String.raw`${sum} \log\frac{p(x_i)}{q(x_i)} \approx D_{KL}(p\|q)`, "P", true],
  [String.raw`${sum} \log\frac{q(x_i)}{p(x_i)} \approx D_{KL}(q\|p)`, "Q", true],
  [String.raw`${sum} \log\frac{q(x_i)}{p(x_i)} \approx D_{KL}(p\|q)`, "P", false],
  [
    String.raw`${sum} \log\frac{p(x_i)}{q(x_i)} \approx E_{x\sim p}[\log\frac{p(x)}{q(x)}]`,
    "P",
    true,
  ],
  // As a weight, what is divided by.
  [String.raw`${sum} \frac{p(x_i)}{q(x_i)} \approx 1`, "Q", true],
  [
    String.raw`${sum} \frac{p(x_i)}{q(x_i)}\log\frac{p(x_i)}{q(x_i)} \approx D_{KL}(p\|q)`,
    "Q",
    true,
  ],
  [String.raw`-${sum} \log q(x_i) \approx H(p,q)`, "P", true],
] as const)("%s: from %s, %s", (tex, from, expected) => {
  const [{ steps, worlds }] = chainChecks(readTex(tex).chains);
  expect(worlds.length).toBeGreaterThanOrEqual(3);
  for (const { sample, scope } of worlds) {
    const [{ from: source }] = Object.values(sample ?? {});
    expect(typeof source === "string" ? scope?.[source] : source).toBe(scope?.[from]);
  }
  const verdicts = check(derivation({ id: "t", worlds, steps })).steps;
  const isFalse = verdicts.some(({ ok, undecided }) => !ok && !undecided);
  expect(isFalse).toBe(!expected);
});

test.each([
  [String.raw`${sum} \log\frac{p(x_i)}{q(x_i)} \approx D_{KL}(p\|q),\ x_i\sim p`, true],
  [String.raw`${sum} \log\frac{p(x_i)}{q(x_i)} \approx D_{KL}(p\|q),\ x_i\sim q`, false],
  [String.raw`${sum} \log\frac{q(x_i)}{p(x_i)} \approx -D_{KL}(p\|q),\ x_i\sim p`, true],
  [String.raw`-${sum} \log q(x_i) \approx H(p,q),\ x_i\sim q`, false],
])("as the condition says: %s, %s", (tex, expected) => {
  const [{ steps, worlds }] = chainChecks(readTex(tex).chains);
  const verdicts = check(derivation({ id: "t", worlds, steps })).steps;
  expect(verdicts.some(({ ok, undecided }) => !ok && !undecided)).toBe(!expected);
});
