import { expect, test } from "vitest";
import { printable, stripAnsi, terminalText } from "../../src/notebook/terminal-text";

test.each([
  ["a carriage return overwrites from the start of the line", "10%\r100%\r20%", "20%%"],
  ["a line end of Windows is a line end", "a\r\nb\r\n", "a\nb\n"],
  ["a line is overwritten up to the new text only", "汉字\rab", "ab"],
  ["a last carriage return leaves the line", "done\r", "done"],
  ["a backspace goes back and does not erase", "ab\b", "ab"],
  ["a backspace lets the next character overwrite", "ab\bc", "ac"],
  ["a backspace stops at the start of the line", "\b\ba\n\bb", "a\nb"],
  ["erasing to the end of the line leaves what is before", "long text\r\x1b[K", ""],
  ["erasing the whole line keeps the column", "abc\x1b[2Kd", "   d"],
  ["erasing the whole line and returning starts anew", "100%\x1b[2K\rend", "end"],
  ["erasing to the start blanks", "abcd\b\b\x1b[1K", "   d"],
  ["colours are no text", "\x1b[1;31mred\x1b[0m", "red"],
  ["a window title and a link are no text", "\x1b]0;title\x07a\x1b]8;;http://x\x1b\\b", "ab"],
  ["other lines are not touched", "one\ntwo\rT", "one\nTwo"],
])("%s", (_, written, shown) => {
  expect(terminalText(written)).toBe(shown);
});

test("stripAnsi removes escape sequences and nothing else", () => {
  expect(stripAnsi("\x1b[38;5;1ma\r\b\x1b[0m [31m")).toBe("a\r\b [31m");
});

test.each([
  ["escape sequences go, text stays", "\x1b[31mred\x1b[0m\x1b]8;;http://x\x07 link", "red link"],
  ["lines and tabs stay", "a\r\n\tb\n", "a\n\tb\n"],
  ["other controls are shown by their signs", "\x07\r\x1b", "␇␍␛"],
  ["C1 controls and turns of direction by their numbers", "\x85\u202e", "<U+0085><U+202E>"],
  ["汉字 and emoji are text", "汉字 👩‍🔬", "汉字 👩‍🔬"],
])("printable: %s", (_, text, shown) => {
  expect(printable(text)).toBe(shown);
});
