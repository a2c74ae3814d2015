import { describe, expect, test } from "vitest";
import { chains, defaultWorlds, derivation, readTex, worldsFor } from "../../src/derivations";
import { worldName } from "../../src/derivations/world-name";
import { chainChecks } from "../../src/derivations/worlds/chain-checks";

const han = /\p{Script=Han}/u;

describe("klab's own worlds have an English name for readers of English", () => {
  const own = [
    ...defaultWorlds,
    ...Object.values(chains).flatMap(({ worlds }) => worlds),
    ...worldsFor(["KL(P ‖ Q)"]),
    ...worldsFor(["∑(x ∈ P, P(x)*log(P(x)/Q(x)))"]),
    ...worldsFor(["log(E(x ~ P, x))"]),
    ...worldsFor(["E(x ~ P, T(x)) - log(E(x ~ Q, exp(T(x))))"]),
    ...worldsFor(["I(x; y)"]),
    ...worldsFor(["I(x; y | z)"]),
    ...chainChecks(
      readTex(
        String.raw`JS(P\|Q) = \begin{cases} \log 2 & \theta \ne 0 \\ 0 & \theta = 0\end{cases}`,
      ).chains,
    ).flatMap(({ worlds }) => worlds),
  ].map(({ name }) => name);

  test.each([...new Set(own)])("%s", (name) => {
    expect(worldName(name, "en")).not.toMatch(han);
    expect(worldName(name, "zh-CN")).toBe(name);
  });

  test("a reader's own keep theirs", () => {
    expect(worldName("我的世界", "en")).toBe("我的世界");
  });
});

test("worlds whose names hold commas stand apart from each other", () => {
  const scope = { P: [0.5, 0.5], Q: [0.2, 0.8] };
  const worlds = ["隐状态、连续的图", "误设：离得远、又窄", "coins, biased"].map((name) => ({
    name,
    scope,
  }));
  const steps = [{ expression: "KL(P ‖ Q)" }, { expression: "H(P, Q) - H(P)" }];
  expect(String(derivation({ steps, worlds }))).toContain(
    "在3个世界中未见反例（隐状态、连续的图；误设：离得远、又窄；coins, biased）。",
  );
  expect(String(derivation({ steps, worlds, locale: "en" }))).toContain(
    "far off, and narrow; coins, biased",
  );
});

test("an English chain prints no Chinese world, held or failed", () => {
  for (const right of ["H(P, Q) - H(P)", "H(P) - H(P, Q)"]) {
    const made = derivation({
      id: "d",
      title: "d",
      locale: "en",
      steps: [{ expression: "KL(P ‖ Q)" }, { expression: right }],
    });
    expect(String(made)).not.toMatch(han);
  }
});

test("nor does a formula's check", () => {
  const tex = "I(X;Y|Z) = H(X|Z) - H(X|Y,Z)";
  const [{ notes }] = chainChecks(readTex(tex, { locale: "en" }).chains, "en");
  expect(notes.join()).not.toMatch(han);
});
