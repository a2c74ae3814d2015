import { expect, test } from "vitest";
import { check, derivation, readTex } from "../../../src/derivations";
import { chainChecks } from "../../../src/derivations/worlds/chain-checks";

test.each([
  [String.raw`\mathbb E_p[-\log_2 p(x)] = H(p)/\ln 2`, true],
  [String.raw`-\ln 2\sum_x p(x)\log_2 p(x) = H(p)`, true],
  [String.raw`\sum_x p(x)\log_2\frac{p(x)}{q(x)} = \frac{1}{\ln 2}KL(p\|q)`, true],
  [String.raw`KL(p\|q) = \ln 2\cdot\mathbb E_p[\log_2 p(x) - \log_2 q(x)]`, true],
  [String.raw`\mathbb E_p[-\log_2 p(x)] = H(p)\ln 2`, false],
  [String.raw`\mathbb E_p[-\log_2 p(x)] = H(p)`, true],
])("%s: log₂ stays log₂ where ln 2 stands beside it: %s", { timeout: 30_000 }, (tex, due) => {
  const found = chainChecks(readTex(tex).chains).filter(({ hasClaim }) => hasClaim);
  expect(
    found.map(({ steps, worlds }) => check(derivation({ id: "d", steps, worlds })).ok),
  ).toEqual([due]);
});
