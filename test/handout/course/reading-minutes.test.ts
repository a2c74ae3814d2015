import { describe, expect, test } from "vitest";
import { readingMinutes } from "../../../src/handout/course/reading-minutes";
import { codeCell, markdownCell, notebookOf } from "../fixture";

describe("the minutes of a lesson", () => {
  test.each([
    ["全篇约需二十分钟；第7、8节是用来查的。", "20分钟"],
    ["全课大约三十五分钟。", "35分钟"],
    ["全课约40分钟。", "40分钟"],
    ["读完需要十分钟。", "10分钟"],
    ["全篇九分钟", "9分钟"],
  ])("are said in %j", (text, minutes) => {
    expect(readingMinutes(notebookOf([markdownCell(text)]))).toBe(minutes);
  });

  test("are reckoned from the length of what says none, “只有十分钟的话” being no answer", () => {
    const long = `时间只有十分钟的话，读第1节。${"字".repeat(2000)}`;
    expect(readingMinutes(notebookOf([markdownCell(long)]))).toBe("约10分钟");
    const code = codeCell(Array.from({ length: 60 }, (_, i) => `f(${i});`).join("\n"));
    expect(readingMinutes(notebookOf([markdownCell(long), code]))).toBe("约15分钟");
    expect(readingMinutes(notebookOf([markdownCell("短")]))).toBe("");
  });
});
