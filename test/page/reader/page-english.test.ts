import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { EnglishTexts } from "../../../src/page/reader/english-texts";
import { pageEnglish } from "../../../src/page/reader/page-english";
import { figureEnglish } from "../../../src/page/scripts/figure-english";

const english = new EnglishTexts(pageEnglish);
const han = /[\u4e00-\u9fff]/;

/** What a single page holds: the rest is told where pages are made, is the index's, or is a lesson's. */
const rooms = ["src/handout", "src/handout/text", "src/handout/outputs", "src/handout/live"];
const files = rooms.flatMap((room) =>
  readdirSync(room)
    .filter((name) => name.endsWith(".ts") && name !== "index-page.ts")
    .map((name) => join(room, name)),
);

/** Notes and labels of pages as they stand in the sources, a number where something is told. */
const notes = files.flatMap((file) =>
  [
    ...readFileSync(file, "utf8")
      .replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "7")
      .matchAll(
        /<(p|span|summary) ?(?:class="(?:note|notice|never-ran|label|kernel-only)[^"]*")?[^>]*>([^<]*)/g,
      ),
  ].map(([, , text]): [string, string] => [text.replace(/["'`;]+\s*$/, ""), file]),
);
const ofPages = notes.filter(([text]) => han.test(text));

describe("what derivations say, as English has it", () => {
  const both = new EnglishTexts([...pageEnglish, ...figureEnglish]);
  test.each([
    [
      "在2个世界中未见反例（方差不等的正态；重尾）。",
      "No counter-example in 2 worlds (normals of unequal variance; heavy tails).",
    ],
    ["方差不等的正态: P = normal(0, 1)", "normals of unequal variance: P = normal(0, 1)"],
    ["=不成立。反例：重尾。", "= fails. Counter-example: heavy tails."],
    ["=不成立。反例：两个正态。", "= fails. Counter-example: 两个正态."],
    ["=const不成立。反例：重尾", "=const fails. Counter-example: heavy tails"],
    ["出处：源文S2.1", "Source: 源文S2.1"],
    ["第3步空着，没有检验。", "Not tried, since nothing is written there: step 3."],
  ])("%s", (text, wanted) => {
    expect(both.say(text)).toBe(wanted);
  });
});

describe("what a page says for itself, it says in English too", () => {
  test("the sources are read", () => {
    expect(ofPages.length).toBeGreaterThan(12);
  });

  test.each(ofPages)("%s (%s)", (text) => {
    expect(english.say(text)).not.toMatch(han);
  });

  test.each([
    "嵌套太深：第100层以下的元素不起作用，只留下内容。",
    "太长：共99999个字符，只显示前30000个。",
    "共100000个点，每10个画一个。",
    "这幅图画在地图上，地图要从网上取；讲义不连网，画不出来。",
    "这幅图太大，或不能按时画出来，所以没有画。",
    "嵌入的网页",
    "教师备注",
  ])("%s", (text) => {
    expect(english.say(text)).not.toMatch(han);
  });
});
