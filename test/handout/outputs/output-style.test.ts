import sanitize from "sanitize-html";
import { beforeAll, describe, expect, test } from "vitest";
import { makeEdition } from "../../../src/handout/edition";
import { handoutPage } from "../../../src/handout/handout-page";
import { dressOf } from "../../../src/handout/outputs/output-dress";
import { outputStyle } from "../../../src/handout/outputs/output-style";
import { sanitizeOutput } from "../../../src/handout/outputs/sanitize-output";
import { loadPageTools, type PageTools } from "../../../src/handout/page-tools";
import { codeCell, display, notebookOf } from "../fixture";

let tools: PageTools;
beforeAll(async () => {
  tools = await loadPageTools();
});

function make(...htmls: string[]): { page: string; style: string; main: string; notes: string[] } {
  const notes: string[] = [];
  const outputs = htmls.map((html) =>
    display({ "text/html": html, "text/plain": "<IPython.core.display.HTML object>" }),
  );
  const page = handoutPage(makeEdition(notebookOf([codeCell("x", outputs)]), "student"), {
    name: "无题",
    tools,
    onNote: (_, text) => notes.push(text),
  });
  const main = page.slice(page.indexOf("<main"), page.indexOf("</main>"));
  return {
    page,
    main,
    notes,
    style: page.slice(page.indexOf("<style>"), page.indexOf("</style>")),
  };
}

/** As pandas writes a styled table. */
const styled = `<style type="text/css">
#T_a1b2 th { text-align: right; }
#T_a1b2_row0_col0, #T_a1b2_row1_col0 { background-color: #d65f5f; color: #f1f1f1; }
#T_a1b2_row0_col1 { background: linear-gradient(90deg, #5fba7d 40.5%, transparent 40.5%); width: 10em; }
#T_a1b2_row1_col1 { font-weight: bold; position: fixed; inset: 0; background-image: url(http://evil.example/a) }
</style>
<table id="T_a1b2"><thead><tr><th class="col_heading">甲</th><th>乙</th></tr></thead><tbody>
<tr><td id="T_a1b2_row0_col0" class="data row0 col0">1</td><td id="T_a1b2_row0_col1">2</td></tr>
<tr><td id="T_a1b2_row1_col0">3</td><td id="T_a1b2_row1_col1">4</td></tr></tbody></table>`;

describe("the style sheet of an output", () => {
  test("colours the cells of a styled table, and no other output's", () => {
    const { main, style } = make("<p>前</p>", styled, styled);
    expect(style).toContain(
      ".klab-o1 .klab-o1--T_a1b2_row0_col0{background-color:#d65f5f;color:#f1f1f1}",
    );
    expect(style).toContain(".klab-o2 .klab-o2--T_a1b2_row1_col0{background-color:#d65f5f");
    expect(style).toContain(
      "{background:linear-gradient(90deg, #5fba7d 40.5%, transparent 40.5%);width:10em}",
    );
    expect(style).toContain(".klab-o1--T_a1b2_row1_col1{font-weight:bold}");
    expect(style).not.toMatch(/evil|klab-o[^\n]*(?:inset|fixed)/);
    expect(main).toContain('<td class="klab-o1--T_a1b2_row0_col0">1</td>');
    expect(main).toContain('<div class="rich klab-o2 paper">');
    expect(main).not.toContain("<style");
    expect(main).toContain('<div class="rich"><p>前</p>');
  });

  test.each([
    ["ul.a > li:first-child { color: red }", ".S ul.S-a > li:first-child{color:red}"],
    [
      ".a, .b:not(:last-child)::after { content: '\\00b7'; padding: 0 .5ex }",
      ".S .S-b:not(:last-child)::after{content:'\\00b7';padding:0 .5ex}",
    ],
    [
      ".x tbody tr th:only-of-type { vertical-align: middle; }",
      ".S .S-x tbody tr th:only-of-type{vertical-align:middle}",
    ],
    [
      "tr:nth-child(2n + 1) td { background: #eee !important }",
      ".S tr:nth-child(2n + 1) td{background:#eee}",
    ],
    ["/* a */ p{color:red} /* b", ".S p{color:red}"],
    ["@media print { p { color: red } } b { font-weight: 700 }", ".S b{font-weight:700}"],
  ])("%j is kept as %j", (css, rule) => {
    expect(outputStyle(`<style>${css}</style>`, "S")?.css).toContain(rule);
  });

  test.each([
    "body { display: none }",
    ".a { position: fixed; inset: 0; z-index: 9 }",
    "@import url(http://evil.example/a.css);",
    "p { background: url(http://evil.example/a) }",
    "p { background: u\\72l(http://evil.example/a) }",
    "p { margin: -99px; padding: 99999px; width: 9999px; transform: scale(99) }",
    "p { color: expression(alert(1)); behavior: url(x) }",
    "[href^='http'] { color: red }",
    "p:has(a) { color: red }",
    "p { content: 'x' }",
    "p::after { content: attr(title) }",
    "p::after { content: '</style><script>alert(1)</script>' }",
    "}} body { color: red",
    "p { color: red; } </style><script>alert(1)</script><style>".slice(0, 3),
    "@font-face { font-family: x; src: url(http://evil.example/f) }",
    "p { color: red\\; position: fixed }",
  ])("%j leaves no rule that does harm", (css) => {
    const made = outputStyle(`<style>${css}</style>`, "S")?.css ?? "";
    expect(made).not.toMatch(/evil|fixed|url|<|expression|attr\(|display|-99|9999|\[|has\(/);
    for (const line of made.split("\n").filter(Boolean))
      expect(line).toMatch(/^\.S [^{}]+\{[^{}]+\}$/);
  });

  test("long sheets are read in time in proportion", () => {
    for (const css of [
      "a".repeat(200_000),
      ".a ".repeat(100_000),
      "a{".repeat(100_000),
      "@a{".repeat(50_000),
      ":not(".repeat(50_000),
      "p{color:red}".repeat(30_000),
      `a${" ".repeat(280)}!{color:red}`.repeat(100),
      `a{color:${"a ".repeat(100_000)}}`,
    ]) {
      const start = performance.now();
      outputStyle(`<style>${css}</style>`, "S");
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });
});

describe("what an output says of its own looks", () => {
  test.each([
    [
      '<h1 style="background-color:#fe57a1">题</h1>',
      '<p class="klab-heading" style="background-color:#fe57a1">题</p>',
    ],
    [
      '<span style="color: rgb(200, 0, 0); top: 0">红</span>',
      '<span style="color:rgb(200, 0, 0)">红</span>',
    ],
    [
      '<mark class="entity" style="background: #7aecec; padding: 0.45em 0.6em; border-radius: 0.35em; line-height: 1;">词</mark>',
      '<mark style="background:#7aecec;padding:0.45em 0.6em;border-radius:0.35em;line-height:1">词</mark>',
    ],
    ['<ol class="list-inline"><li>12</li></ol>', '<ol class="list-inline"><li>12</li></ol>'],
    [
      '<table class="dataframe foreign"><tr><td>1</td></tr></table>',
      '<table class="dataframe"><tr><td>1</td></tr></table>',
    ],
  ])("%j stays", (html, safe) => {
    expect(sanitizeOutput(sanitize, html)).toBe(safe);
  });

  test.each([
    "color:red;background:url(x)",
    "margin:-5px",
    "width:101%",
    "font-size:400px",
    "position:absolute",
    "background:linear-gradient(red, url(x))",
    "transform:none",
    "__proto__:x",
    "constructor:red",
  ])("of %j only what dresses stays", (css) => {
    expect(dressOf(css)).toMatch(/^(?:color:red)?$/);
  });

  test("what its author hides is not shown: scikit-learn's diagram leaves its text", () => {
    const { main } = make(
      `<style>#sk-1 {color: black;} #sk-1 div.sk-text-repr-fallback {display: none;}</style><div id="sk-1" class="sk-top-container"><div class="sk-text-repr-fallback"><pre>Pipeline(steps=[])</pre><b>In a Jupyter environment, please rerun this cell to show the HTML representation or trust the notebook. <br />On GitHub, the HTML representation is unable to render, please try loading this page with nbviewer.org.</b></div><div class="sk-container" hidden><div>图解</div></div></div><p style="display: none">暗</p>`,
    );
    expect(main).toContain("<pre>Pipeline(steps=[])</pre>");
    expect(main).not.toMatch(/rerun|nbviewer|图解|暗/);
  });
});

describe("outputs with nothing to show", () => {
  test.each([
    ["<style>div.cell{width:900px}</style>", 1],
    [
      '<link href="http://fonts.example/a" rel="stylesheet"/>\n<style>@font-face{}</style>\n<!-- x -->',
      1,
    ],
    ["", 0],
    ["\n", 0],
  ])("%j leaves neither a word nor a note in the page", (html, notes) => {
    const made = make(html);
    expect(made.main).not.toMatch(/IPython|class="note"|class="outputs"/);
    expect(made.notes).toHaveLength(notes);
  });

  test("a script alone is said, without words that tell nothing", () => {
    const { main } = make("<script>draw()</script>");
    expect(main).toContain("讲义里没有");
    expect(main).not.toMatch(/IPython|只留下文字/);
  });

  test("so is a script as a format of its own", () => {
    const output = display({
      "application/javascript": "draw()",
      "text/plain": "<IPython.core.display.Javascript object>",
    });
    const page = handoutPage(makeEdition(notebookOf([codeCell("x", [output])]), "student"), {
      name: "无题",
      tools,
    });
    expect(page).toContain("讲义里没有");
    expect(page).not.toContain("IPython");
  });
});
