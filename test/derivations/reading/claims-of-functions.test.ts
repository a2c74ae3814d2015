import { expect, test } from "vitest";
import { check, derivation, readTex } from "../../../src/derivations";
import { chainChecks } from "../../../src/derivations/worlds/chain-checks";
import { hasSameStructure } from "./same-structure";

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

test.each([
  ["D(p||q) = H(p,q) - H(p)", "KL(P ‖ Q) = -H(P) + H(P, Q)", true],
  ["D(p||q) = H(p,q) - H(p)", "H(F, G) - H(F)", true],
  ["a b = c", "b*a = c", true],
  ["D(p||q) = H(p,q) - H(p)", "KL(P ‖ Q) = H(P, Q) + H(P)", false],
  ["D_{KL} = H(p,q) - H(p)", "KL(P ‖ Q) = H(P, Q) - H(P)", true],
  ["D(p||q) = H(p,q) - H(p)", "KL(P ‖ Q) = H(P, Q) - 2*H(P)", false],
  ["D(p||q) = H(p,q) - H(p)", "TV(P, Q) = H(P, Q) - H(P)", false],
])("the comparer of given readings: %s, %s", (tex, reading, due) => {
  expect(hasSameStructure(readTex(tex).chains, reading)).toBe(due);
});
