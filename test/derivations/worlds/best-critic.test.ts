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
