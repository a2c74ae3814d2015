import fc from "fast-check";
import { expect, test } from "vitest";
import { namesNotDeclared, withNumbers } from "../../src/words/with-numbers";

const source = `import { seeded } from "klab";
// const steps = 1;
/* a block
const steps = 2;
*/
const text = \`
const steps = 3;
\`;
const steps = 780; // of Adam
const rate=5e-2;
  const width = -1_000
const a = 0x1F; const b = .5;
function inner() {
const steps = 4;
  const hidden = 5;
}
let free = 6;
const sum = steps + 1;
const two = 2, three = 3;
const typed: number = 7;
const late = 8 + 1;`;

test("a small run's numbers replace those of top-level constants, and nothing else", () => {
  const small = withNumbers(source, { steps: 60, rate: 0.1, width: -20, a: 1, b: 1e-7 });
  const changed = small.split("\n").filter((line, i) => line !== source.split("\n")[i]);
  expect(changed).toEqual([
    "const steps = 60; // of Adam",
    "const rate=0.1;",
    "  const width = -20",
    "const a = 1; const b = 1e-7;",
  ]);
});

test.each(["hidden", "free", "sum", "two", "three", "typed", "late", "absent", "text", "toString"])(
  "%s is no number that a small run may replace, and it is said so",
  (name) => {
    expect(namesNotDeclared(source, { steps: 1, [name]: 1 })).toEqual([name]);
    expect(withNumbers(source, { [name]: 99 })).toBe(source);
  },
);

test("quotes in comments, escapes and line ends do not hide a declaration", () => {
  const lines = ['"it\\"s"; // don\'t `do`', "'//'", "const n = 10;", "`one`", "const m = 3"];
  for (const end of ["\n", "\r\n"]) {
    const text = lines.join(end);
    expect(withNumbers(text, { n: 1, m: 2 })).toBe(
      text.replace("n = 10", "n = 1").replace("m = 3", "m = 2"),
    );
  }
});

test("any finite number is put in as it is read again", () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      (before, after) => {
        const text = withNumbers(`const x = ${before};\nconst y = 1;`, { x: after });
        expect(text).toBe(`const x = ${after};\nconst y = 1;`);
      },
    ),
  );
});
