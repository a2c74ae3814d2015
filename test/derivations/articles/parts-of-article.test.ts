import { describe, expect, test } from "vitest";
import type { ArticlePart } from "../../../src/derivations/articles/article-part";
import { partsOfHtml } from "../../../src/derivations/articles/parts-of-html";
import { partsOfMarkdown } from "../../../src/derivations/articles/parts-of-markdown";
import { partsOfText } from "../../../src/derivations/articles/parts-of-text";

/** Headings as `# text`, formulas as their TeX. */
const told = (parts: readonly ArticlePart[]): readonly string[] =>
  parts.map((part) =>
    part.kind === "heading" ? `${"#".repeat(part.level)} ${part.text}` : part.tex,
  );

describe("Markdown", () => {
  test("a formula copied from an encyclopedia, without dollars", () => {
    const text = [
      "{\\displaystyle D(P\\parallel Q)=\\sum _{x}P(x)\\log {\\frac {P(x)}{Q(x)}}.}",
      "  {\\textstyle H(P)\\geq 0},",
      "$$ {\\displaystyle H(P) = 1} $$",
    ].join("\n");
    expect(told(partsOfMarkdown(text))).toEqual([
      "D(P\\parallel Q)=\\sum _{x}P(x)\\log {\\frac {P(x)}{Q(x)}}.",
      "H(P)\\geq 0",
      "{\\displaystyle H(P) = 1}",
    ]);
  });

  test("headings, display and inline formulas, environments and fences, in their order", () => {
    const text = [
      "# 相对熵",
      "设 $p$ 与 $q$，则 $D(p\\|q) \\ge 0$。",
      "$$",
      "H(p) = -\\sum_x p(x)\\log p(x)",
      "$$",
      "小节",
      "---",
      "\\[ H(p,q) \\ge H(p) \\]",
      "```math",
      "KL(p\\|q) = H(p,q) - H(p)",
      "```",
      "\\begin{align}a &= b\\end{align}",
    ].join("\n");
    expect(told(partsOfMarkdown(text))).toEqual([
      "# 相对熵",
      "D(p\\|q) \\ge 0",
      "H(p) = -\\sum_x p(x)\\log p(x)",
      "## 小节",
      "H(p,q) \\ge H(p)",
      "KL(p\\|q) = H(p,q) - H(p)",
      "\\begin{align}a &= b\\end{align}",
    ]);
  });

  test("code and prices are no formulas", () => {
    const text =
      "```ts\nconst a = `$x = 1$`;\n# no heading\n```\n`$a = b$` costs $5 = $6 and \\$7 = 8$";
    expect(told(partsOfMarkdown(text))).toEqual([]);
  });

  test("each formula knows its line", () => {
    const [first, second] = partsOfMarkdown("x\n\n$$a=b$$\n\n```math\nc=d\n```\n");
    expect([first, second]).toMatchObject([{ line: 3 }, { line: 6 }]);
  });
});

describe("HTML", () => {
  test("MathML's annotation, a picture's text, a script of math/tex, dollars", () => {
    const html = `<h2 class="t">熵 &amp; 信息</h2><!-- $x=1$ -->
      <script>alert("$y=2$")</script><style>a{content:"$z=3$"}</style>
      <math><mi>x</mi><annotation encoding="application/x-tex">{\\displaystyle H(p)=0}</annotation></math>
      <img alt="{\\displaystyle H(p)\\geq 0}"><script type="math/tex; mode=display">a &lt; b</script>
      <p>$$p &lt; q$$</p><code>$c=d$</code><img alt="a cat = a pet">`;
    expect(told(partsOfHtml(html))).toEqual([
      "## 熵 & 信息",
      "H(p)=0",
      "H(p)\\geq 0",
      "a < b",
      "p < q",
    ]);
  });
});

describe("plain text", () => {
  test("bare lines of TeX, also among words, and what a relation continues", () => {
    const text = [
      "1. 定义",
      "散度定义为",
      "D_{KL}(p||q) = \\sum_x p(x)log\\frac{p(x)}{q(x)}",
      "   = H(p,q) - H(p)",
      "",
      "二、最大似然",
      "似然函数 L = \\prod_{i=1}^n p(x_i;\\theta) 越大越好。",
      "单独的 x_i 不是式子。",
      "The value a_1 = b_1 is what the people of this town were looking for",
    ].join("\n");
    expect(told(partsOfText(text))).toEqual([
      "## 1. 定义",
      "D_{KL}(p||q) = \\sum_x p(x)log\\frac{p(x)}{q(x)}\n   = H(p,q) - H(p)",
      "## 二、最大似然",
      "L = \\prod_{i=1}^n p(x_i;\\theta)",
    ]);
  });

  test("marked formulas and sections of a TeX file", () => {
    const text =
      "\\section{Entropy}\nLet $p_i = 1/n$.\n\\begin{equation}\nH(p) = \\log n\n\\end{equation}\n";
    expect(told(partsOfText(text))).toEqual([
      "## Entropy",
      "p_i = 1/n",
      "\\begin{equation}\nH(p) = \\log n\n\\end{equation}",
    ]);
  });
});
