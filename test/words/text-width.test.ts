import fc from "fast-check";
import { expect, test } from "vitest";
import { fitted, textWidth } from "../../src/words/text-width";

test.each([
  ["", 0],
  ["a—b", 3],
  ["汉字", 4],
  ["，。（）", 8],
  ["ｆｕｌｌ", 8],
  ["한국어", 6],
  ["D(P‖Q)是1", 9],
  ["😀", 2],
  ["𠮷", 2],
])("%s takes %d columns", (text, width) => {
  expect(textWidth(text)).toBe(width);
});

test("what is fitted is the longest start that fits", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(20), (text, columns) => {
      const shown = fitted(text, columns);
      expect(text.startsWith(shown)).toBe(true);
      expect(textWidth(shown)).toBeLessThanOrEqual(columns);
      const next = [...text.slice(shown.length)][0];
      if (next !== undefined) expect(textWidth(shown + next)).toBeGreaterThan(columns);
    }),
  );
});
