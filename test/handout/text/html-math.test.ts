import { expect, test } from "vitest";
import { typesetHtml } from "../../../src/handout/text/html-math";

const math = (tex: string, isDisplay: boolean): string => `[${isDisplay ? "D" : "I"} ${tex}]`;

test("formulas in an HTML output are set, with their entities read", () => {
  expect(typesetHtml("<p>$$a &amp;= b \\\\ c &lt; d$$</p>", math)).toBe(
    '<p><span class="display">[D a &= b \\\\ c < d]</span></p>',
  );
  expect(typesetHtml("<td>令\\(x\\)为\\[y\\]</td>", math)).toBe(
    '<td>令[I x]为<span class="display">[D y]</span></td>',
  );
});

test("code, attributes and prices are left alone", () => {
  for (const html of [
    "<pre>$$x$$</pre>",
    "<code>\\(x\\)</code>",
    '<img alt="$$x$$">',
    "<p>$5 and $6</p>",
    "<p>$$a</p><p>b$$</p>",
  ]) {
    expect(typesetHtml(html, math)).toBe(html);
  }
});
