import { expect, test } from "vitest";
import { ProgressLine } from "../../src/command/progress-line";
import { fitted } from "../../src/words/text-width";

function terminal(isTTY: boolean): { isTTY: boolean; columns: number; written: string } & {
  write(text: string): void;
} {
  return {
    isTTY,
    columns: 12,
    written: "",
    write(text) {
      this.written += text;
    },
  };
}

test("on a terminal the line is rewritten in place and never wraps", () => {
  const screen = terminal(true);
  const line = new ProgressLine(screen);
  line.set("甲", "1/2");
  line.set("乙乙乙", "1/9");
  line.clear();
  expect(screen.written).toBe("\r甲 1/2\x1b[K\r甲 1/2   乙\x1b[K\r\x1b[K");
});

test("elsewhere nothing is written", () => {
  const file = terminal(false);
  const line = new ProgressLine(file);
  line.set("a", "1/2");
  line.clear();
  expect(file.written).toBe("");
});

test("Chinese characters take two columns, and none is cut in half", () => {
  expect(fitted("a汉字b", 4)).toBe("a汉");
  expect(fitted("a汉字b", 6)).toBe("a汉字b");
});
