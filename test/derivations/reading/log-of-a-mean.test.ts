import { describe, expect, test } from "vitest";
import { check, derivation, readTex } from "../../../src/derivations";
import { chainChecks } from "../../../src/derivations/worlds/chain-checks";

const holds = (tex: string): boolean[] =>
  chainChecks(readTex(tex).chains)
    .filter(({ hasClaim }) => hasClaim)
    .map(({ steps, worlds }) => check(derivation({ id: "d", steps, worlds })).ok);
const notes = (tex: string): string =>
  readTex(tex)
    .notes.map(({ text }) => text)
    .join();
const read = (tex: string): string[] =>
  readTex(tex)
    .chains.flat()
    .map(({ expression }) => expression);

describe("the logarithm of a constant share takes the sum or bracket after it", () => {
  test.each([
    [String.raw`\log\frac1K\sum_{k=1}^K a_k \ge \frac1K\sum_{k=1}^K\log a_k`, true],
    [String.raw`\log\frac12(a+b) \ge \frac12(\log a+\log b)`, true],
    [String.raw`\ln\tfrac{1}{n}\sum_{i=1}^n e^{a_i} = \ln\sum_{i=1}^n e^{a_i} - \ln n`, true],
    [
      String.raw`JS(P\|Q) = -\sum_x \frac{p(x)+q(x)}{2}\log\frac12(p(x)+q(x)) - \frac12H(P)-\frac12H(Q)`,
      true,
    ],
    [String.raw`\log\frac1K\sum_{k=1}^K a_k = \frac1K\sum_{k=1}^K\log a_k`, false],
    [String.raw`\log\frac12(a+b) \le \frac12(\log a+\log b)`, false],
  ])("%s: %s", { timeout: 30_000 }, (tex, due) => {
    expect(holds(tex)).toEqual([due]);
    expect(notes(tex)).toContain("常数分数");
  });

  test.each([
    [String.raw`\log 2 \cdot x`, "log(2)*x"],
    [String.raw`\log p(x) \log q(x)`, "log(P(x))*log(Q(x))"],
    [String.raw`\log x + y`, "log(x) + y"],
    [String.raw`\log\frac12 p(x)`, "log(1/2)*P(x)"],
    [String.raw`\log\frac{p(x)}{q(x)} (1 - p(x))`, "log(P(x)/Q(x))*(1 - P(x))"],
    [String.raw`\log\frac{1}{p(x)} (1 - p(x))`, "log(1/P(x))*(1 - P(x))"],
  ])("%s keeps its customary reading", (tex, text) => {
    expect(read(tex)).toEqual([text]);
    expect(notes(tex)).not.toContain("常数分数");
  });
});

describe("a sum over a sample is none over values, and one over values says so", () => {
  test.each([
    [String.raw`\sum_{k=1}^K p(x,z_k)/q(z_k|x)`, "∑(k=1, K, P(x, z[k])/Q(z[k] | x))"],
    [String.raw`\sum_{k=1}^K \frac{p(z_k)}{q(z_k)}`, "∑(k=1, K, P(z[k])/Q(z[k]))"],
    [
      String.raw`\frac1K\sum_{k=1}^K\frac{p(x,z_k)}{q(z_k|x)}`,
      "1/K*∑(k=1, K, P(x, z[k])/Q(z[k] | x))",
    ],
    [String.raw`\frac1n\sum_{i=1}^n p(x_i)`, "1/n*∑(i=1, n, P(x[i]))"],
  ])("%s", (tex, text) => {
    expect(read(tex)).toEqual([text]);
    expect(notes(tex)).not.toContain("不是对样本");
  });

  test.each([
    String.raw`\sum_{i=1}^n p(x_i)`,
    String.raw`\sum_{i=1}^n p(x_i)\log p(x_i)`,
    String.raw`\sum_{j=1}^m q(x_j) f(x_j)`,
    String.raw`\sum_i p(x_i)\log q(x_i)`,
  ])("%s is over values, with a note", (tex) => {
    expect(read(tex)[0]).toContain(" ∈ ");
    expect(notes(tex)).toContain("不是对样本");
  });
});
