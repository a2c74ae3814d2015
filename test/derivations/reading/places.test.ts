import { expect, test } from "vitest";
import { readTex } from "../../../src/derivations";

const sides = (tex: string): string[] =>
  readTex(tex).chains.flatMap((chain) => chain.map(({ at }) => tex.slice(...at)));

// A side's place holds the arguments of its last command, not only its name.
test.each([
  [String.raw`a = \frac{b}{c}`, ["a", String.raw`\frac{b}{c}`]],
  [
    String.raw`\sum_x p(x)\log\frac{p(x)}{q(x)} \ge 0`,
    [String.raw`\sum_x p(x)\log\frac{p(x)}{q(x)}`, "0"],
  ],
  [String.raw`b^2 = \sqrt{c}`, ["b^2", String.raw`\sqrt{c}`]],
  [String.raw`b = \sqrt[3]{c}`, ["b", String.raw`\sqrt[3]{c}`]],
  [String.raw`\frac12 = \hat{y}`, [String.raw`\frac12`, String.raw`\hat{y}`]],
  [String.raw`a = {b \over c}`, ["a", String.raw`{b \over c}`]],
])("%s", (tex, places) => {
  expect(sides(tex)).toEqual(places);
});
