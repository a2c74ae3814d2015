import { describe, expect, test } from "vitest";
import { colourCode } from "../../../src/page/live/colour-code";

const kinds = (code: string): string[] =>
  colourCode(code)
    .filter(({ kind }) => kind !== "plain")
    .map(({ kind, text }) => `${kind} ${text}`);

describe("the colours of code", () => {
  test.each([
    "",
    "const x = 1; // 注 `",
    `\`a\${\`b\${1}\`}c\` + 'd\\'e' / 2 /* f`,
    '"没有合上\nconst y = `也没有',
    "α.of(1.5e-3, 0xff) … 🙂 .5",
  ])("leave it as it is: %j", (code) => {
    expect(
      colourCode(code)
        .map(({ text }) => text)
        .join(""),
    ).toBe(code);
  });

  test.each([
    ["const a = 1.5e3;", ["keyword const", "number 1.5e3"]],
    ["// const", ["comment // const"]],
    ["'/*' + \"//\"", ["string '/*'", 'string "//"']],
    [`\`\${\`}\`}\` + 1`, [`string \`\${\`}\`}\``, "number 1"]],
    ["a.of; of", ["keyword of"]],
    ["kl(p); true", ["call kl", "number true"]],
    ["...of", ["keyword of"]],
  ])("%s", (code, expected) => {
    expect(kinds(code)).toEqual(expected);
  });
});
