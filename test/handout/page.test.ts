import { beforeAll, describe, expect, test } from "vitest";
import { makeEdition } from "../../src/handout/edition";
import { embedScript } from "../../src/handout/embedded-script";
import { handoutPage } from "../../src/handout/handout-page";
import { loadPageTools, type PageTools } from "../../src/handout/page-tools";
import type { Audience } from "../../src/handout/versions";
import type { Notebook } from "../../src/notebook/nbformat";
import {
  barFigure,
  codeCell,
  display,
  figureOutput,
  lesson,
  markdownCell,
  notebookOf,
} from "./fixture";

let tools: PageTools;
beforeAll(async () => {
  tools = await loadPageTools();
});

const plotly = { script: embedScript("globalThis.Plotly = {};") };
const pageOf = (notebook: Notebook, audience: Audience = "student"): string =>
  handoutPage(makeEdition(notebook, audience), { name: "无题", tools, plotly });
const mainOf = (page: string): string => page.slice(page.indexOf("<main"), page.indexOf("</main>"));
const rendered = (markdown: string): string => mainOf(pageOf(notebookOf([markdownCell(markdown)])));

describe("a handout page", () => {
  test("is the same bytes each time it is made", () => {
    expect(pageOf(lesson())).toBe(pageOf(lesson()));
  });

  test("tells a student nothing of the solution, its outputs or the teacher's notes", () => {
    const page = pageOf(lesson());
    expect(page).not.toMatch(/SECRET/);
    expect(page).toContain("在这里写你的代码");
    expect(pageOf(lesson(), "teacher").match(/SECRET_\w+/g)).toEqual(
      expect.arrayContaining(["SECRET_ANSWER", "SECRET_OUTPUT", "SECRET_NOTE"]),
    );
  });

  test("takes title and contents from the headings, in Chinese, with one first-level heading", () => {
    const page = pageOf(lesson());
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain("<title>相对熵初步</title>");
    expect(page.match(/<h1[\s>]/g)).toHaveLength(1);
    expect(page).toContain('<a href="#h-2-1-图">2.1 图</a>');
    expect(page).toContain('<h3 id="h-2-1-图">2.1 图</h3>');
  });

  test("of a notebook without headings is headed by its name", () => {
    const page = pageOf(notebookOf([markdownCell("文")]));
    expect(page).toContain("<title>无题</title>");
    expect(page).toContain("<h1>无题</h1>");
  });

  test("says which cells never ran", () => {
    expect(mainOf(pageOf(lesson()))).toContain('<a href="#cell-12">第12格</a>');
    expect(mainOf(pageOf(lesson(), "teacher"))).toContain('<a href="#cell-13">第13格</a>');
  });

  test("allows its own scripts by hash and nothing else", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(pageOf(lesson()))?.[1] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'sha256-[^']+' 'sha256-[^']+' 'sha256-[^']+';/);
    expect(policy).toContain(plotly.script.hash);
    expect(policy).not.toMatch(/script-src[^;]*(?:unsafe|blob:|data:|http)/);
    for (const name of ["connect-src", "form-action", "frame-src", "base-uri"])
      expect(policy).toContain(`${name} 'none'`);
  });

  test("carries plotly.js only if there is a figure", () => {
    expect(pageOf(lesson()).split(plotly.script.payload)).toHaveLength(2);
    expect(pageOf(notebookOf([markdownCell("文")]))).not.toContain(plotly.script.payload);
  });

  test("inlines the fonts its formulas use and no others", () => {
    const page = pageOf(notebookOf([markdownCell("$x$")]));
    const faces = [
      ...page.matchAll(/@font-face\{font-family:(\w+);font-weight:(\d+);font-style:(\w+)/g),
    ];
    expect(faces.map(([, ...face]) => face.join(" "))).toEqual([
      "KaTeX_Main 400 normal",
      "KaTeX_Math 400 italic",
    ]);
    expect(pageOf(notebookOf([markdownCell("无式")]))).not.toContain("@font-face");
  });

  test("shows a figure once, without the line that names it", () => {
    const main = mainOf(pageOf(lesson()));
    expect(main).not.toContain("图：两个分布");
    expect(main.match(/<figure class="plot"/g)).toHaveLength(2);
    expect(main).toContain('<th scope="col">结果</th>');
  });

  test("samples a long table and says so", () => {
    expect(mainOf(pageOf(lesson()))).toContain("共401行，均匀取出60行。");
  });

  test("folds the code of a cell that hides its input", () => {
    expect(mainOf(pageOf(lesson()))).toMatch(
      /<details class="folded"><summary>代码<\/summary>.*?plot/s,
    );
  });

  test("uses the stored picture of a figure that was not drawn", () => {
    const output = display({
      "application/vnd.plotly.v1+json": barFigure(),
      "image/png": "iVBORw0KGgo=",
    });
    expect(pageOf(notebookOf([codeCell("f", [output])]))).toContain(
      '<img src="data:image/png;base64,iVBORw0KGgo=" alt="两个分布',
    );
  });
});

describe("a page made of hostile cells", () => {
  const attack = "</script><script>alert(1)</script>";

  test("keeps a figure's text inside its JSON and its attributes", () => {
    const figure = barFigure(attack) as { layout: { meta: { alt: string; table: unknown } } };
    figure.layout.meta = {
      alt: `"><img src=x onerror=alert(1)>${attack}`,
      table: { columns: [attack], rows: [[attack], ["<b>"]] },
    };
    const main = mainOf(pageOf(notebookOf([codeCell(attack, [figureOutput(figure)])])));
    expect(main).not.toContain("<script>");
    expect(main.match(/<\/script>/g)).toHaveLength(1); // the one that ends the JSON
    expect(main).not.toContain("<img");
  });

  test("drops keys that reach a prototype and pictures that lie elsewhere", () => {
    const figure = JSON.parse(
      '{"data":[{"type":"bar","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}],"layout":{"images":[{"source":"http://evil.example/a.png"}]}}',
    );
    const page = pageOf(notebookOf([codeCell("f", [figureOutput(figure)])]));
    expect(page).not.toMatch(/__proto__|"constructor"|polluted|evil\.example/);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test.each([
    [null],
    [5],
    ["x"],
    [[]],
    [{}],
    [{ data: {} }],
    [{ data: [null] }],
    [{ data: [], layout: 3 }],
  ])("survives the figure %j", (figure) => {
    const page = pageOf(notebookOf([codeCell("f", [figureOutput(figure)]), markdownCell("之后")]));
    expect(page).toContain("之后");
  });

  test("takes an execution count, an error and a file name for text", () => {
    const cell = {
      ...codeCell("x", [{ output_type: "error", ename: attack, evalue: attack, traceback: [] }]),
      execution_count: attack as unknown as number,
    };
    expect(mainOf(pageOf(notebookOf([cell])))).not.toContain("<script>");
    const page = handoutPage(makeEdition(notebookOf([]), "student"), { name: attack, tools });
    expect(page).not.toContain("<script>alert");
  });

  test("sanitizes HTML, SVG, Markdown and LaTeX outputs", () => {
    const outputs = [
      display({ "text/html": '<img src=x onerror=alert(1)><p onclick="alert(1)">甲</p>' }),
      display({ "image/svg+xml": "<svg onload=alert(1)><script>alert(1)</script><rect/></svg>" }),
      display({ "text/markdown": "<img src=x onerror=alert(1)> [x](javascript:alert(1))" }),
      display({ "text/latex": "$\\href{javascript:alert(1)}{x}\\htmlStyle{position:fixed}{y}$" }),
      display({ "image/png": '"><script>alert(1)</script>', "text/plain": "乙" }),
    ];
    const main = mainOf(pageOf(notebookOf([codeCell("x", outputs)])));
    expect(main).not.toMatch(/<[^>]*\son\w+=|<script>|href="javascript|position:fixed"/);
    expect(main).toContain("<p>甲</p>");
    expect(main).toContain("乙");
  });
});

describe("Markdown of a handout", () => {
  test("sets formulas with MathML beside them, and a tag where one is given", () => {
    const html = rendered("设$D(p\\,\\|\\,q)$。\n\n$$\nx=1 \\tag{7}\n$$\n");
    expect(html.match(/<math[ >]/g)).toHaveLength(2); // in HTML without a namespace
    expect(html).toMatch(/<div class="display"><span class="katex-display">.*7/s);
  });

  test.each([
    ["价格$5到$6", 0],
    ["$ x $", 1],
    ["$ D_{KL}(f|g) = H(f,g) - H(f) $，$ \\pi_{-1} \\in (0,1) $与$ 10000 $", 3],
    ["$ A =\n\\begin{bmatrix} 1 \\\\ 2 \\end{bmatrix}$", 1],
    ["$ x > 0$，$y $", 2],
    ["$ {\\rm Prob}(A|B) \\text{ where A and B and C meet} $", 1],
    ["卖$ 5 和 $ 6", 0],
    ["costs $ 5 and $ 6, or $ 7 - $ 8", 0],
    ["$5 and then $x$", 1],
    ["in a shell, $ HOME or $ PATH", 0],
    ["| $ p(x|y) $ | $ q $ |\n|---|---|\n| 一 | 二 |", 2],
    ["<table><tr><td>$ x_1 $ for $ 5 and $y$</td></tr></table>", 2],
    ["\\$x\\$", 0],
    ["`$x$`", 0],
    ["$a_i*b*c_j$与$d$", 2],
    ["- 项\n\n  $$x$$\n", 1],
    ["> $$\n> x\n> $$\n", 1],
    ["\\begin{align}\na&=b\\\\c&=d\n\\end{align}", 1],
    ["一$$x$$二", 1],
    ["| $a$ | $b$ |\n|---|---|\n| $c$ | d |", 3],
  ])("finds the formulas of %j: %i", (markdown, count) => {
    expect(rendered(markdown).match(/class="katex"/g) ?? []).toHaveLength(count);
  });

  test("keeps a formula and the punctuation beside it on one line, and lets the formula itself break", () => {
    const kept = rendered("若（$a=b$），则$c$。").split('<span class="kept">').slice(1);
    expect(kept[0]).toMatch(
      /^（<span class="katex">.*<wbr><i class="base [^>]*>.*<\/span>），<\/span>则/s,
    );
    expect(kept[1]).toMatch(/<\/span>。<\/span>/);
    expect(kept).toHaveLength(2);
    expect(rendered("设$a=b$时")).not.toMatch(/kept|<wbr>/);
  });

  test("shows a formula that cannot be read as its source, and goes on", () => {
    const html = rendered("$\\nosuch{x}$之后$y$");
    expect(html).toContain('<code class="math-error"');
    expect(html).toContain("之后");
    expect(html).toContain('class="katex"');
  });

  test("shows attached pictures, also in lines, and takes an escape that is no UTF-8 for a name", () => {
    const base64 = "iVBORw0KGgo=";
    const attachments = { "汉.png": { "image/png": [base64.slice(0, 4), base64.slice(4)] } };
    const source = "![一](attachment:%E6%B1%89.png) ![二](attachment:%FF.png) ![三](%ff.png)";
    const html = mainOf(pageOf(notebookOf([{ ...markdownCell(source), attachments }])));
    expect(html).toContain(`<img src="data:image/png;base64,${base64}" alt="一">`);
    expect(html).toContain("［二］");
    expect(html).toContain("［三］");
  });

  test("keeps a \\newcommand for the rest of the page", () => {
    expect(rendered("$\\newcommand{\\KL}{D_{KL}}$然后$\\KL$")).not.toContain("math-error");
  });

  test.each([
    ["> **勘误 E12** 漏写", "erratum"],
    ["> **预测** 哪个大？", "bet"],
    ["> **注意** 方向", "note"],
    ["> **术语** 熵", "term"],
  ])("sets the quotation %j as %s", (markdown, name) => {
    expect(rendered(markdown)).toContain(`<div class="callout ${name}" role="note">`);
  });

  test("folds a student's hints, and leaves a teacher's open", () => {
    const notebook = notebookOf([markdownCell("题\n\n> **提示** 试试$x$\n> 再试\n\n后")]);
    expect(mainOf(pageOf(notebook))).toMatch(
      /<details class="callout hint"><summary class="callout-title">提示<\/summary>\s*<p>试试.*katex.*再试<\/p>\s*<\/details>\s*<p>后/s,
    );
    expect(mainOf(pageOf(notebook, "teacher"))).toContain('<div class="callout hint" role="note">');
  });

  test("leaves other quotations alone", () => {
    expect(rendered("> **注意力**机制\n\n> 引文")).not.toContain("callout");
  });

  test.each(["erratum", "bet", "note"])("sets the fence ::: %s", (name) => {
    const html = rendered(`::: ${name} 题$x$\n甲\n\n乙\n:::\n丙`);
    expect(html).toContain(`<div class="callout ${name}" role="note">`);
    expect(html).toMatch(/乙<\/p>\s*<\/div>\s*<p>丙/);
  });

  test("folds hints and exercises, one within the other", () => {
    const html = rendered(":::: exercise\n题\n\n::: hint\n答\n:::\n::::\n外");
    expect(html).toContain('<details class="callout exercise" open="">');
    expect(html).toMatch(/<details class="callout hint">\s*<summary class="callout-title">提示/);
    expect(html).toMatch(/答<\/p>\s*<\/details>\s*<\/details>\s*<p>外/);
  });

  test("a fence that does not close, or has no known name, loses no text", () => {
    expect(rendered("::: note\n甲")).toContain("甲");
    expect(rendered("::: nosuch\n甲\n:::")).toContain("::: nosuch");
  });

  test("puts dots under Chinese emphasis only", () => {
    const html = rendered("*重点*与*point*");
    expect(html).toContain('<em class="dots">重点</em>');
    expect(html).toContain("<em>point</em>");
  });

  test("sets raw HTML as Jupyter does, without what runs", () => {
    const html = rendered("<script>alert(1)</script><b onclick=alert(1)>x</b>");
    expect(html).not.toMatch(/alert|script/);
    expect(html).toContain("<b>x</b>");
  });

  test("links notebooks to their handouts and loads no picture from elsewhere", () => {
    const html = rendered(
      "[下](03-x.ipynb#a) ![图](http://evil.example/a.png) [x](javascript:alert(1))",
    );
    expect(html).toContain('<a href="03-x.html#a">');
    expect(html).not.toContain("<img");
    expect(html).not.toContain('href="javascript');
  });

  test("a link to a cell of another lesson, as JupyterLab reads it, leads to that cell of the handout", () => {
    const html = rendered("[第4节](02-x.ipynb#cell-id=3123beef)、[本课](#cell-id=d705df89)");
    expect(html).toContain('<a href="02-x.html#cell-id=3123beef">');
    expect(html).toContain('<a href="#cell-id=d705df89">');
    const target = notebookOf([{ ...codeCell("kl(p, q);"), id: "3123beef" }]);
    expect(pageOf(target)).toContain('id="cell-id=3123beef"');
  });

  test("skips no level of headings and repeats no id", () => {
    const html = rendered("# 甲\n#### 乙\n# 丙\n## 乙");
    expect([...html.matchAll(/<h(\d) id="([^"]+)"/g)].map(([, level, id]) => level + id)).toEqual([
      "1h-甲",
      "2h-乙",
      "2h-丙",
      "2h-乙-2",
    ]);
  });
});
