import { describe, expect, test } from "vitest";
import { check, derivation, readTex } from "../../../src/derivations";
import { readAnswer } from "../../../src/derivations/exercises/read-answer";
import { chainChecks } from "../../../src/derivations/worlds/chain-checks";

const holds = (tex: string): boolean[] =>
  chainChecks(readTex(tex).chains)
    .filter(({ hasClaim }) => hasClaim)
    .map(({ steps, worlds }) => check(derivation({ id: "d", steps, worlds })).ok);
const notes = (tex: string): string =>
  readTex(tex)
    .notes.map(({ text }) => text)
    .join();

describe("H(X, Y) of random variables is their joint entropy, H(P, Q) a cross-entropy", () => {
  test.each([
    [String.raw`H(X,Y) \le H(X)+H(Y)`, true],
    ["H(X,Y) = H(Y,X)", true],
    [String.raw`H(X,Y) = -\sum_{x,y}p(x,y)\log p(x,y)`, true],
    ["H(X,Z) = H(Z) + H(X|Z)", true],
    [String.raw`\max(H(X),H(Y)) \le H(X,Y)`, true],
    ["I(X;Y) = H(X) + H(Y) - H(X,Y)", true],
    ["H(X,Y) = H(X) + H(Y)", false],
    [String.raw`H(X,Y) \ge H(X)+H(Y)`, false],
    [String.raw`H(P,Q) = H(P) + KL(P\|Q)`, true],
    ["H(P,Q) = H(Q,P)", false],
  ])("%s: %s", { timeout: 30_000 }, (tex, due) => {
    expect(holds(tex)).toEqual([due]);
    expect(notes(tex).includes("联合熵")).toBe(/H\([XYZ],/.test(tex));
  });
});

describe("H(P, Q) beside H² is Hellinger's distance", () => {
  test.each([
    [String.raw`H^2(P,Q) \le TV(P,Q) \le \sqrt2 H(P,Q)`, true],
    [String.raw`H^2(P,Q) \le TV(P,Q) \le H(P,Q)`, false],
    [String.raw`H^2(P,Q) \le H(P,Q)`, true],
    [String.raw`H(P,Q) = H(Q,P) \le \sqrt{H^2(P,Q)}`, true],
  ])("%s: %s", { timeout: 30_000 }, (tex, due) => {
    expect(holds(tex)).toEqual([due]);
    expect(notes(tex)).toContain("Hellinger");
  });

  test("but not where an entropy stands beside it", () => {
    expect(notes(String.raw`H^2(P,Q) \le H(P,Q) - H(P)`)).not.toContain("Hellinger");
  });
});

describe("square brackets call as round ones do", () => {
  test.each([
    ["H[p]", "H(P)"],
    ["H[p,q]", "H(P, Q)"],
    ["KL[p,q]", "KL(P ‖ Q)"],
    ["H[X|Y] = H[X] - I[X;Y]", "H(x | y) = H(x) - I(x; y)"],
    ["I[X;Y] = H[X] + H[Y] - H[X,Y]", "I(x; y) = H(x) + H(y) - H(x, y)"],
    ["H[P,M]-H[P]", "H(P, M) - H(P)"],
  ])("%s", (tex, text) => {
    const links = readTex(tex).chains.flat();
    expect(links.map(({ relation = "", expression }) => relation + expression).join(" ")).toBe(
      text.replace("= ", "="),
    );
  });

  test.each([
    ["H[P,M]-H[P]", "H(P, M) - H(P)"],
    ["= KL[P, M]", "KL(P ‖ M)"],
    ["H[P]", "H(P)"],
    [String.raw`\sigma(-a)`, "sigmoid(-a)"],
  ])("in an exercise too: %s", (typed, expression) => {
    expect(readAnswer(typed, "zh-CN")).toMatchObject({ expression });
  });

  test("what is indexed stays indexed", () => {
    expect(readAnswer("x[i] + H(P)", "zh-CN")).toMatchObject({ expression: "x[i] + H(P)" });
  });
});

test("TV(P, Q) is no comparison of a truth with a model", () => {
  for (const tex of ["TV(P,Q) = TV(Q,P)", "JS(P,Q) = JS(Q,P)", "D_{TV}(P,Q) \\le 1"])
    expect(notes(tex)).not.toContain("真实分布");
  expect(notes("KL(P,Q) = 1")).toContain("真实分布");
});
