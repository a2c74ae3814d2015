import { beforeAll, describe, expect, test } from "vitest";
import { makeEdition } from "../../src/handout/edition";
import { embedScript } from "../../src/handout/embedded-script";
import { handoutPage } from "../../src/handout/handout-page";
import { loadPageTools, type PageTools } from "../../src/handout/page-tools";
import { boundedHtml } from "../../src/handout/text/bounded-html";
import type { Cell, Output } from "../../src/notebook/nbformat";
import { codeCell, display, markdownCell, notebookOf } from "./fixture";

let tools: PageTools;
beforeAll(async () => {
  tools = await loadPageTools();
});

interface Made {
  readonly main: string;
  readonly broken: readonly string[];
}

/** A page between a title and a last line, which every reader reaches. */
function made(...cells: Cell[]): Made {
  const broken: string[] = [];
  const notebook = notebookOf([markdownCell("# 题"), ...cells, markdownCell("末尾")]);
  const page = handoutPage(makeEdition(notebook, "student"), {
    name: "无题",
    tools,
    plotly: { script: embedScript("globalThis.Plotly = {};") },
    asset: () => undefined,
    onNote: () => {},
    onBrokenMath: (_, text) => broken.push(text),
  });
  return { main: page.slice(page.indexOf("<main"), page.indexOf("</main>")), broken };
}

const tags = (html: string): number => html.match(/<[a-zA-Z]/g)?.length ?? 0;

/** How deep elements lie within each other, their tags well nested; -1 where they are not. */
function depthOf(html: string): number {
  const open: string[] = [];
  let deepest = 0;
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][\w-]*)(?:"[^"]*"|[^">])*>/gi)) {
    if (/^(?:br|hr|img|col|wbr|input|meta|link)$/.test(name)) continue;
    if (!slash) deepest = Math.max(deepest, open.push(name));
    else if (open.pop() !== name) return -1;
  }
  return deepest;
}

const html = (text: string): Output => display({ "text/html": text, "text/plain": "甲" });

describe("a page of an endless output is bounded, and says what is left out", () => {
  test.each([
    ["600,000 elements", html("<span>甲</span>".repeat(600_000)), /太长：共\d+个/],
    [
      "a table of 300,000 cells",
      html(`<table>${`<tr>${"<td>1</td>".repeat(10)}</tr>`.repeat(30_000)}</table>`),
      /太长：共\d+个/,
    ],
    [
      "50,000 elements within each other",
      html(`${"<div>".repeat(50_000)}底`),
      /底[\s\S]*嵌套太深：第100层/,
    ],
    [
      "50,000 closed ones",
      html(`${"<b>".repeat(50_000)}底${"</b>".repeat(50_000)}<i>后</i>`),
      /底[\s\S]*<i>后<\/i>[\s\S]*嵌套太深：第100层/,
    ],
    ["Markdown", display({ "text/markdown": `${"<div>".repeat(20_000)}底` }), /底[\s\S]*嵌套太深/],
  ])("%s", (_, output, says) => {
    const { main } = made(codeCell("x", [output]));
    expect(tags(main)).toBeLessThan(51_000);
    expect(depthOf(main)).toBeGreaterThan(0);
    expect(depthOf(main)).toBeLessThan(130);
    expect(main).toMatch(says);
    expect(main).toContain("末尾");
  });

  test("of sixty thousand outputs, two thousand", () => {
    const streams = Array.from(
      { length: 60_000 },
      (_, i): Output => ({
        output_type: "stream",
        name: i % 2 ? "stdout" : "stderr",
        text: "x\n",
      }),
    );
    const { main } = made(codeCell("x", streams));
    expect(main).toContain("太多：共60000个输出，只显示前2000个。");
    expect(tags(main)).toBeLessThan(10_000);
  });
});

describe("a page of an endless text", () => {
  test("sets five thousand formulas, and leaves the others as they were typed", () => {
    const { main, broken } = made(markdownCell("$x$ ".repeat(6000)));
    expect(main.match(/class="katex"/g)).toHaveLength(5000);
    expect(main.match(/<code>x<\/code>/g)).toHaveLength(1000);
    expect(broken).toHaveLength(1);
  });

  test("of 10,000 headings or quotes within quotes is made in seconds", () => {
    const start = performance.now();
    expect(made(markdownCell("# h\n\n".repeat(10_000))).main).toContain("末尾");
    expect(depthOf(made(markdownCell(`${"> ".repeat(20_000)}x`)).main)).toBeLessThan(130);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

test("what is bounded already stays as it is", () => {
  for (const text of [
    "",
    "a < b & c",
    '<p title="a > b">x<br /><img src="y" alt=""></p>后',
    `${"<b>".repeat(99)}x${"</b>".repeat(99)}`,
  ])
    expect(boundedHtml(text)).toBe(text);
});
