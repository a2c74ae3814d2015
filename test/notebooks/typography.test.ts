import { readdirSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { joinText } from "../../src/notebook/nbformat";
import { readNotebookFiles } from "../../src/notebook/notebook-file";

const markdown = new MarkdownIt();

const han = "\\u3400-\\u9fff";

/** Terms of the course and their English, given where a lesson first uses the term in its text. */
const terms: Readonly<Record<string, string>> = {
  交叉熵: "cross-entropy",
  相对熵: "relative entropy",
  微分熵: "differential entropy",
  互信息: "mutual information",
  信息增益: "information gain",
  最大似然: "maximum likelihood",
  变分推断: "variational inference",
  证据下界: "ELBO",
  生成对抗网络: "GAN",
  变分自编码器: "VAE",
  支撑集: "support",
  詹森不等式: "Jensen",
  大数定律: "law of large numbers",
  绝对连续: "absolutely continuous",
  费希尔信息: "Fisher information",
};

/** Words the glossary replaces. */
const banned = ["极大似然", "KL距离", "KL 散度", "交叉信息熵", "先验概率分布分布"];

const files = readNotebookFiles(
  readdirSync("notebooks")
    .filter((name) => name.endsWith(".ipynb"))
    .map((name) => join("notebooks", name)),
);

/** Markdown as a reader meets it: code and formulas become one letter, addresses vanish. */
const prose = (markdown: string): string =>
  markdown
    .replace(/```[\s\S]*?```/g, "")
    .replace(/\$\$[\s\S]*?\$\$/g, "")
    .replace(/\$[^$\n]+\$/g, "x")
    .replace(/`[^`\n]+`/g, "x")
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/^\s*\|?[-| :]+\|\s*$/gm, "")
    .replace(/[ \t]*\|[ \t]*/g, "|");

function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(
    ({ 0: hit, index }) =>
      `${text.slice(Math.max(0, index - 8), index)}⟦${hit}⟧${text.slice(index + hit.length, index + hit.length + 8)}`,
  );
}

describe.each(files)("$name", ({ notebook }) => {
  const texts = notebook.cells
    .filter((cell) => cell.cell_type === "markdown")
    .map((cell) => prose(joinText(cell.source)));

  test("leaves the space between 汉字 and Latin to the page", () => {
    // The mark of a list or heading, its number, and a bold label stand apart from the sentence.
    const typed = new RegExp(`[${han}][*]* +[*]*[A-Za-z0-9]|[A-Za-z0-9%][*]* +[*]*[${han}]`, "g");
    const marks = /^\s*(?:(?:[-*>#]+|\d+\.)\s+)*(?:\*\*[^*\n]+\*\*[ ]+|[\d.]+[ ]+|[★]+[ ]+)?/gm;
    expect(texts.flatMap((text) => found(text.replace(marks, ""), typed))).toEqual([]);
  });

  test("numbers in its text the figures as the page does: the one before or behind the words", () => {
    let last = 0;
    const wrong: string[] = [];
    const asked: { readonly number: number; readonly before: number; readonly text: string }[] = [];
    for (const cell of notebook.cells) {
      if (cell.cell_type === "markdown") {
        for (const [text, number] of joinText(cell.source).matchAll(/\*\*图(\d+)\*\*/g))
          asked.push({ number: Number(number), before: last, text });
      } else if (cell.cell_type === "code") {
        last += (cell.outputs ?? []).filter(
          (output) => "data" in output && "application/vnd.plotly.v1+json" in output.data,
        ).length;
      }
    }
    for (const { number, before, text } of asked) {
      if (number !== before && number !== before + 1) wrong.push(`${text} after ${before} figures`);
      if (number > last) wrong.push(`${text} of ${last}`);
    }
    expect(wrong).toEqual([]);
  });

  test("uses Chinese punctuation between 汉字", () => {
    const half = new RegExp(
      `[${han}][,;:?!][${han}\\s]|[${han}]\\([${han}]|[${han}]\\.[${han}]`,
      "g",
    );
    expect(texts.flatMap((text) => found(text, half))).toEqual([]);
  });

  test("closes each bold word and emphasis where Markdown sees it", () => {
    // A mark between a full stop and a 汉字 closes nothing: the asterisks stay on the page.
    const html = texts.map((text) => markdown.render(text));
    expect(html.flatMap((text) => found(text, /\*/g))).toEqual([]);
  });

  test("writes no norm bar as \\| in a table, where Markdown takes the backslash", () => {
    const lines = notebook.cells
      .filter((cell) => cell.cell_type === "markdown")
      .flatMap((cell) => joinText(cell.source).split("\n"))
      .filter((line) => line.startsWith("|"));
    expect(lines.filter((line) => /\$[^$]*\\\|[^$]*\$/.test(line))).toEqual([]);
  });

  test("gives the English of a term where it is first used", () => {
    // Headings and tables name a term before the text explains it.
    const text = texts.join("\n").replace(/^\s*[|#].*$/gm, "");
    const missing = Object.entries(terms).filter(([term, english]) => {
      // A longer term that holds this one is another term.
      const at = text.search(new RegExp(`(?<!微分|交叉|连续情形、)${term}`));
      if (at < 0) return false;
      const window = text.slice(at, at + 80);
      return !window.toLowerCase().includes(english.toLowerCase());
    });
    expect(missing.map(([term, english]) => `${term}（${english}）`)).toEqual([]);
  });

  test("uses the glossary's words", () => {
    const text = texts.join("\n").replace(/源文[^。\n]*[。\n]|“[^”\n]*”/g, "");
    expect(banned.filter((word) => text.includes(word))).toEqual([]);
  });
});

test("the rules find what they are for", () => {
  expect(prose("令$p$为`kl(p, q)`的值")).toBe("令x为x的值");
  const typed = new RegExp(`[${han}] +[A-Za-z0-9]`, "g");
  expect(found("熵 H(p) 是", typed)).toEqual(["⟦熵 H⟧(p) 是"]);
});
