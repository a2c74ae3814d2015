import { describe, expect, test } from "vitest";
import { check, derivation, readTex } from "../../../src/derivations";
import { chainChecks } from "../../../src/derivations/worlds/chain-checks";

const holds = (tex: string): boolean[] =>
  chainChecks(readTex(tex).chains)
    .filter(({ hasClaim }) => hasClaim)
    .map(({ steps, worlds }) => check(derivation({ id: "d", steps, worlds })).ok);
const texts = (tex: string): string =>
  readTex(tex)
    .chains.flat()
    .map(({ expression }) => expression)
    .join(" ; ");

describe("σ(…) that nothing else explains is the sigmoid", () => {
  test.each([
    [String.raw`\sigma(-a)=1-\sigma(a)`, true],
    [String.raw`\log(1-\sigma(a))=-\log(1+e^{a})`, true],
    [String.raw`-\log\sigma(r_1-r_2)=\log(1+e^{r_2-r_1})`, true],
    [String.raw`\log\frac{\sigma(a)}{1-\sigma(a)}=a`, true],
    [String.raw`\log\sigma(a)-\log\sigma(-a)=a`, true],
    [String.raw`\sigma'(a)=\sigma(a)(1-\sigma(a))`, true],
    [String.raw`\sigma(a)=\frac12(1+\tanh(a/2))`, true],
    [String.raw`\sigma(a)=\frac{1}{1+e^{-a}}`, true],
    [String.raw`\sigma(a)=\frac{1}{1+e^{a}}`, false],
    [String.raw`\log\sigma(a)=\log(1+e^{-a})`, false],
    [String.raw`\sigma(-a)=1+\sigma(a)`, false],
    [String.raw`\sigma'(a)=\sigma(a)(1+\sigma(a))`, false],
  ])("%s: %s", { timeout: 30_000 }, (tex, due) => {
    expect(holds(tex)).toEqual([due]);
    expect(
      readTex(tex)
        .notes.map(({ text }) => text)
        .join(),
    ).toContain("读作 sigmoid");
  });

  test.each([
    [String.raw`-\sum_{i=1}^K y_i\log\sigma(z)_i`, "-∑(i=1, K, y[i]*log(softmax(z[i])))"],
    [String.raw`\sum_{i=1}^K \sigma(z)_i`, "∑(i=1, K, softmax(z[i]))"],
    [String.raw`\sum_{j=1}^n \mathrm{softmax}(a)_j`, "∑(j=1, n, softmax(a[j]))"],
    [String.raw`\log\sigma(z)_k`, "log(softmax(z[k]))"],
  ])("%s has entries: a softmax", (tex, text) => {
    expect(texts(tex)).toBe(text);
  });

  test.each([
    String.raw`q(z|x)=\mathcal N(z;\mu(x),\sigma(x)^2)`,
    String.raw`\sigma(x) = \max(0, x)`,
    String.raw`KL(\sigma(z/\tau) \| \sigma(y/\tau))`,
    String.raw`\sigma(X)^2 = Var(X)`,
    String.raw`\log N(x; \mu, \sigma(s)^2)`,
  ])("%s: a deviation, a softmax, or what the block defines", (tex) => {
    expect(texts(tex)).not.toContain("sigmoid");
  });
});
