import { inspect } from "node:util";
import { expect, test } from "vitest";
import { readTex } from "../../../src/derivations";

test("a reading prints its chains, notes and unread parts, a line each", () => {
  const reading = readTex(String.raw`E_p[xy] = 1 \\ x!`);
  expect(inspect(reading)).toBe(String(reading));
  expect(String(reading).split("\n")).toEqual([
    "E((x, y) ~ P, x*y) = 1",
    expect.stringContaining("ambiguity 0–7: E 的下标 p 没写变量"),
    expect.stringMatching(/^ {2}unread .*x!: 阶乘没有对应的写法$/),
  ]);
});

test("and is plain data all the same", () => {
  const reading = readTex(String.raw`KL(p\|q) \ge 0`);
  expect(Object.keys(reading)).toEqual(["chains", "notes", "unread"]);
  expect(JSON.parse(JSON.stringify(reading))).toEqual({
    chains: [
      [
        { expression: "KL(P ‖ Q)", at: [0, 8] },
        { relation: "≥", expression: "0", at: [13, 14] },
      ],
    ],
    notes: [],
    unread: [],
  });
});

test("π after a number is the number, where π(a | s) is a policy too", () => {
  for (const [tex, expression] of [
    [String.raw`\pi(a|s)\frac{1}{\sqrt{2\pi}}`, "π(a | s)*1/sqrt(2*π)"],
    [String.raw`E_{a\sim\pi}[\log\pi(a|s)] + 4\pi`, "E(a ~ π(· | s), log(π(a | s))) + 4*π"],
    [String.raw`\pi_\theta(a|s) - 3\pi\pi(a|s)`, "π(a | s, θ) - 3*π*π(a | s)"],
  ] as const)
    expect(readTex(tex).chains[0][0].expression).toBe(expression);
  expect(readTex(String.raw`\pi(a|s) + 2\pi`).notes[0].text).toContain("π 两用");
  expect(readTex(String.raw`2\pi r`).notes).toEqual([]);
});
