import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as klab from "../../src";
import * as door from "../../src/derivations";

const folder = join(process.cwd(), "src/derivations");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((f) =>
  f.endsWith(".ts"),
);
const examples = files.flatMap((file) =>
  [...readFileSync(join(folder, file), "utf8").matchAll(/^ \* (.+); \/\/ (.+)$/gm)].map(
    ([, expression, value]) => ({ file, expression: expression, value: value }),
  ),
);
const names = { ...klab, ...door };

test("the docstrings have examples", () => {
  expect(examples.length).toBeGreaterThanOrEqual(8);
});

for (const { file, expression, value } of examples) {
  test(`${file}: ${expression}`, () => {
    const run = (text: string): unknown =>
      new Function(...Object.keys(names), `return (${text});`)(...Object.values(names));
    expect(run(expression)).toEqual(run(value));
  });
}
