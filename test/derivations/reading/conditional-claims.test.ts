import { describe, expect, test } from "vitest";
import { readTex } from "../../../src/derivations";
import { reasonsOf, textsOf } from "./reading-texts";

describe("the sides of an equivalence are no claims by themselves", () => {
  test.each([
    String.raw`KL(P||Q)=0 \iff P=Q`,
    String.raw`KL(P||Q)=0 \Leftrightarrow P=Q`,
    "KL(P||Q)=0 ⟺ P=Q",
    String.raw`KL(P||Q)=0 \text{ if and only if } P=Q`,
    "KL(P||Q)=0，当且仅当 P=Q",
    String.raw`I(X;Y)=0 \quad\text{等价于}\quad p(x,y)=p(x)p(y)`,
  ])("%s", (tex) => {
    expect(textsOf(tex)).toEqual([]);
    expect(reasonsOf(tex)).toContain("当且仅当");
  });

  test.each([
    ["KL(P||Q)≥0，当且仅当 P=Q 时取等号", "KL(P ‖ Q) ≥ 0"],
    ["KL(P||Q) = H(P,Q)-H(P)，当且仅当 P=Q 时取等号。", "KL(P ‖ Q) = H(P, Q) - H(P)"],
    [String.raw`D_{KL}(P\|Q) \geq 0 \quad\text{with equality iff } P=Q`, "KL(P ‖ Q) ≥ 0"],
  ])("when a bound is an equality is passed over with a note: %s", (tex, expected) => {
    expect(textsOf(tex)).toEqual([expected]);
    expect(reasonsOf(tex)).toBe("");
    expect(readTex(tex).notes.map(({ kind }) => kind)).toContain("skipped");
  });

  test("what stands before it in the row is read", () => {
    const tex = String.raw`KL(P||Q)\ge 0,\quad KL(P||Q)=0 \iff P=Q`;
    expect(textsOf(tex)).toEqual(["KL(P ‖ Q) ≥ 0"]);
    expect(reasonsOf(tex)).toContain("当且仅当");
  });
});

describe("a conclusion is not tried without its premise", () => {
  test.each([
    String.raw`P=Q \Rightarrow KL(P||Q)=0`,
    String.raw`p=q\implies H(p,q)=H(p)`,
    String.raw`KL(P||Q)=0 \Rightarrow P=Q`,
    String.raw`p(x)=q(x) ⟹ \log\frac{p(x)}{q(x)}=0`,
  ])("%s", (tex) => {
    expect(textsOf(tex)).toEqual([]);
    expect(reasonsOf(tex)).toContain("前提");
  });

  test("an arrow between two claims stays one between two claims", () => {
    expect(textsOf(String.raw`KL(p||q) = H(p,q)-H(p) \Rightarrow H(p,q)\ge H(p)`)).toEqual([
      "KL(P ‖ Q) = H(P, Q) - H(P)",
      "H(P, Q) ≥ H(P)",
    ]);
  });
});

describe("sides are not compared across one that was not read", () => {
  test.each([
    [String.raw`H(p) \ge \lceil H(p) \rceil \le H(p)+1`, ["H(P)", "H(P) + 1"]],
    [String.raw`H(p)\le \sum_x p(x)\lceil -\log p(x)\rceil < H(p)+1`, ["H(P)", "H(P) + 1"]],
    [String.raw`H(p) = n! = H(q) \ge 0`, ["H(P)", "H(Q) ≥ 0"]],
    [String.raw`KL(p\|q) \ge 0 = (f\circ g)(x) = 1`, ["KL(P ‖ Q) ≥ 0", "1"]],
  ])("%s", (tex, expected) => {
    expect(textsOf(tex)).toEqual(expected);
    expect(reasonsOf(tex)).not.toBe("");
  });
});
