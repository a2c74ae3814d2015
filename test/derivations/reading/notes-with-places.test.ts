import { describe, expect, test } from "vitest";
import { derivation, readTex } from "../../../src/derivations";

/** The parts of the TeX that a note stands at. */
const placesOf = (tex: string, word: string): string[] =>
  readTex(tex)
    .notes.filter(({ text }) => text.includes(word))
    .map(({ at: [from, to] }) => tex.slice(from, to));

describe("each repair has a note at its own place", () => {
  test.each([
    ["log p(x) + log q(x) = log q(x) + log p(x)", "反斜杠", ["log", "log", "log", "log"]],
    ["E_{x~p}[log p(x)] - E_{x~q}[exp q(x)]", "反斜杠", ["log", "exp"]],
    [
      String.raw`\sum_{i=1}^m logP(x^i; \theta) - max(0, log P(x))`,
      "反斜杠",
      ["log", "max", "log"],
    ],
    [String.raw`\int p(x) = \int q(x)`, "少了 dx", [String.raw`\int`, String.raw`\int`]],
  ])("%s", (tex, word, places) => {
    expect(placesOf(tex, word).map((place) => place.trim())).toEqual(places);
  });

  test("but a list without places names each once", () => {
    const { notes } = derivation({
      id: "d",
      tex: `log 2 + log 3 + log 5 = log 30`,
    });
    expect(notes.filter((note) => note.includes("反斜杠"))).toHaveLength(1);
  });
});

describe("nothing is supposed or passed over in silence", () => {
  test.each([
    [String.raw`E_{X~P}[\log P(x)]`, "读作同一个变量"],
    [String.raw`E_{Y\sim Q}[f(y)]`, "读作同一个变量"],
    [String.raw`\mathbb E_{X\sim P}\left[\frac{P(x)}{Q(x)}\right]`, "读作同一个变量"],
    [String.raw`E_{X\sim P}[\log P(x)] from Q(x) = -H(P)`, "略过：Q(x)"],
    [String.raw`\sum_{i=1}^m \log P(x^i; \theta) from P_{data}(x) = 3`, "略过：P_data(x)"],
    [String.raw`E_{x\sim P}[f(x)] from Q(x)`, "略过：Q(x)"],
    [String.raw`q_\phi(z|x)=\frac{p(x,z)}{p(x)}`, "参数 φ 略去"],
    [String.raw`KL(q_\phi(z|x)\|p(z)) \ge 0`, "参数 φ 略去"],
    [String.raw`\mathbb E_{q_\psi(z|x)}[\log p(x|z)]`, "参数 ψ 略去"],
  ])("%s: %s", (tex, word) => {
    expect(
      readTex(tex)
        .notes.map(({ text }) => text)
        .join(),
    ).toContain(word);
  });

  test.each([
    String.raw`E_{X\sim P}[\log P(X)]`,
    String.raw`E_{x\sim P}[\log P(x)]`,
    String.raw`p_\theta(x) = p(x;\theta)`,
  ])("%s needs no such note", (tex) => {
    expect(
      readTex(tex)
        .notes.map(({ text }) => text)
        .join(),
    ).not.toMatch(/同一个变量|略去/);
  });
});
