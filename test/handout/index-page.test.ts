import { expect, test } from "vitest";
import { indexPage } from "../../src/handout/index-page";

const entry = (title: string, number?: number) => ({
  ...{ file: "x.html", title, number, audience: "student" as const },
  ...{ sentence: "", minutes: "", terms: [], sections: [] },
});

test.each([
  ["第02课：相对熵", 2, "第02课", "相对熵"],
  ["第02课 相对熵", 2, "第02课", "相对熵"],
  ["第10课", 10, "第10课", "第10课"],
  ["相对熵", 2, "第02课", "相对熵"],
])("%s says its number once", (title, number, label, words) => {
  const page = indexPage([entry(title, number)], "student");
  expect(page).toContain(`<span class="number">${label}</span>`);
  expect(page).toContain(`<a href="x.html">${words}</a>`);
});

test("a title whose number is in no file's name keeps it", () => {
  const page = indexPage([entry("第02课：相对熵")], "student");
  expect(page).toContain('<a href="x.html">第02课：相对熵</a>');
  expect(page).not.toContain('class="number"');
});
