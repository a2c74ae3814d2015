import { expect, test } from "vitest";
import { check, derivation, readTex } from "../../../src/derivations";
import { chainChecks } from "../../../src/derivations/worlds/chain-checks";

test.each([
  [String.raw`\log\sigma(a)=\log(1+e^{-a})`, false],
  [String.raw`\mathrm{softplus}(a)=\log(1+e^{-a})`, false],
  [String.raw`\mathrm{softplus}(a)=\log(1+e^{a})`, true],
  [String.raw`\mathrm{logsigmoid}(a)=\log(1+e^{-a})`, false],
  [String.raw`\tanh(a)=\frac{1-e^{-2a}}{1+e^{-2a}}`, true],
  [String.raw`\tanh(a)=2\sigma(a)-1`, false],
  ["e^{a}=1+a", false],
  [String.raw`\max(a,b)=a+b`, false],
])("%s of a known function is a claim and no definition: %s", (tex, due) => {
  const found = chainChecks(readTex(tex).chains);
  expect(found.map(({ hasClaim }) => hasClaim)).toEqual([true]);
  const [{ steps, worlds }] = found;
  expect(check(derivation({ id: "d", steps, worlds })).ok).toBe(due);
});
