import sanitize from "sanitize-html";
import { beforeAll, describe, expect, test } from "vitest";
import { makeEdition } from "../../src/handout/edition";
import { embedScript } from "../../src/handout/embedded-script";
import { handoutPage } from "../../src/handout/handout-page";
import { loadPageTools, type PageTools } from "../../src/handout/page-tools";
import { pictureImage } from "../../src/handout/text/picture-image";
import type { Audience } from "../../src/handout/versions";
import { type Notebook, type Output, parseNotebook } from "../../src/notebook/nbformat";
import { upgradeNotebook } from "../../src/notebook/upgrade-notebook";
import { unpackText } from "../../src/page/unpack";
import { codeCell, display, figureOutput, markdownCell, notebookOf, stdout } from "./fixture";

let tools: PageTools;
beforeAll(async () => {
  tools = await loadPageTools();
});

const plotly = { script: embedScript("globalThis.Plotly = {};") };
const png = "iVBORw0KGgo=";

interface Made {
  readonly page: string;
  readonly main: string;
  readonly notes: string[];
  readonly broken: string[];
}

function make(notebook: Notebook, audience: Audience = "student"): Made {
  const notes: string[] = [];
  const broken: string[] = [];
  const page = handoutPage(makeEdition(notebook, audience), {
    name: "无题",
    tools,
    plotly,
    asset: (path) =>
      ({
        "a.png": `data:image/png;base64,${png}`,
        "b.svg": `data:image/svg+xml;base64,${btoa('<svg onload="alert(1)"><rect width="9" height="9"/></svg>')}`,
      })[path],
    onNote: (cell, text) => notes.push(`${cell} ${text}`),
    onBrokenMath: (cell, text) => broken.push(`${cell} ${text}`),
  });
  return { page, main: page.slice(page.indexOf("<main"), page.indexOf("</main>")), notes, broken };
}
const text = (source: string): Made => make(notebookOf([markdownCell(source)]));
const outputs = (...list: Output[]): Made => make(notebookOf([codeCell("x", list)]));

describe("HTML in Markdown", () => {
  test.each([
    ["一<br>二", /一<br \/>二/],
    ["<b>粗</b>与<sub>下</sub>、<kbd>Ctrl</kbd>", /<b>粗<\/b>与<sub>下<\/sub>、<kbd>Ctrl<\/kbd>/],
    [
      '<div class="alert alert-block alert-info">\n\n**注意** $x$\n\n</div>',
      /<div class="klab-alert klab-alert-info">\s*<p><strong>注意<\/strong> <span class="katex">/,
    ],
    [
      "<details><summary>看</summary>\n\n答\n\n</details>",
      /<details><summary>看<\/summary>\s*<p>答<\/p>\s*<\/details>/,
    ],
    ['<font color="red">红</font>', /<span style="color:red">红<\/span>/],
    ["<center>中</center>", /<div style="text-align:center">中<\/div>/],
    [
      '<img src="a.png" width="40%" alt="甲">',
      /<img src="data:image\/png;base64,iVBORw0KGgo=" alt="甲" width="40%">/,
    ],
    ['<img src="a.png" style="width: 300px">', /<img src="data:[^"]*" alt="" width="300">/],
    ["<table><tr><td>$x$</td></tr></table>", /<td><span class="katex">/],
    [
      '<h1 align="center">题 <em>x</em></h1>',
      /<a name="题-x"><\/a><h1 id="h-题-x" style="text-align:center">题 <em>x<\/em><\/h1>/,
    ],
    ['<h2 id="Plotly" onclick="alert(1)">题</h2>', /<h1 id="h-题">题<\/h1>/],
    ["- [ ] 做\n- [x] 已做", /<li>☐ 做<\/li>\s*<li>☑ 已做<\/li>/],
    ['<a id="sec"></a>', /<a name="sec"><\/a>/],
  ])("%j is set as Jupyter sets it", (source, html) => {
    expect(text(source).main).toMatch(html);
  });

  test.each([
    "前\n\n<!-- SECRET -->\n\n后",
    "前<!-- SECRET -->后",
    "<!--\nSECRET\n\nSECRET\n-->\n后",
    "- 项 <!-- SECRET $x$ -->\n\n后",
    "<div>前<!-- SECRET --></div>后",
    "| a |\n|---|\n| 后 <!-- SECRET --> |",
  ])("the comment of %j is dropped, and what stands around it stays", (source) => {
    for (const audience of ["student", "teacher"] as const) {
      const { page } = make(notebookOf([markdownCell(source)]), audience);
      expect(page).not.toContain("SECRET");
      expect(page).toContain("后");
    }
  });

  test.each([
    "<p hidden>SECRET</p>后",
    "<span style='display:none'>SECRET</span>后",
    '<div style="color:red; DISPLAY : none">\n\nSECRET\n\n</div>\n\n后',
    "<h2 hidden>SECRET</h2>\n\n后",
    "<div hidden>\n\n# SECRET\n\n</div>\n\n# 后",
    '<a hidden href="x">SECRET</a>后',
    '<img hidden alt="SECRET" src="a.png">后',
    "<details hidden><summary>SECRET</summary>SECRET</details>后",
  ])("what %j hides is not shown", (source) => {
    const { page } = text(source);
    expect(page).not.toContain("SECRET");
    expect(page).toContain("后");
  });

  test("a drawing within a line is an image, and other media there are said", () => {
    const { main } = text('前<svg width="9"><rect width="9" height="9"/></svg>后');
    expect(main).toMatch(/前<img src="data:image\/svg\+xml;base64,[^"]*" alt="" width="9">后/);
    for (const media of [
      "<video src=a.mp4></video>",
      "<iframe src=a></iframe>",
      "<canvas></canvas>",
    ])
      expect(text(`前${media}后`)).toMatchObject({
        main: expect.stringMatching(/前后[\s\S]*class="missing">［/),
        notes: [expect.stringContaining("不显示")],
      });
    expect(text("前<script>x()</script>后").notes).toHaveLength(1);
    expect(text("前`<video>`后").notes).toEqual([]);
  });

  test.each([
    "<img src=x onerror=alert(1)>",
    '<svg onload="alert(1)"><script>alert(1)</script></svg>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\nscript:alert(1)">x</a>',
    '<div style="position:fixed;inset:0;background:url(http://evil.example/a)">x</div>',
    "<form action=http://evil.example><button>x</button></form>",
    '<meta http-equiv="refresh" content="0;url=http://evil.example">',
    "<base href=http://evil.example/>",
    '<p title="<svg><rect/></svg>" onclick="alert(1)">x</p>',
    '<p title="$x$">x</p>\n',
    "<style>@import url(http://evil.example/a.css)</style>",
    '<img src="http://evil.example/a.png">',
    '<input autofocus onfocus="alert(1)">',
    "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
    "<details ontoggle=alert(1) open>x</details>",
    '<a id="Plotly" name="klabExplorer">x</a><div id="klabExplorer">x</div>',
    "<x-y onclick=alert(1)>x</x-y>",
  ])("%j neither runs, leads away nor fetches", (source) => {
    for (const written of [source, `前 ${source} 后`, `<div>\n${source}\n</div>`]) {
      const { main } = text(written);
      expect(main).not.toMatch(
        /<[^>]*\son\w+\s*=|<script|<iframe|<form|<meta|<base|<style|<input|href="\s*java|position:|<img[^>]*src="(?!data:image\/)|url\(|\sid="(?:Plotly|klab)/i,
      );
    }
  });

  test("what is no markup stays text", () => {
    expect(text("Array<number>与 `<b>`，<your name>").main).toContain(
      "Array&lt;number&gt;与 <code>&lt;b&gt;</code>，&lt;your name&gt;",
    );
  });

  test("a heading in HTML is the page's title, once", () => {
    const { page } = text('<h1 align="center">题</h1>\n\n## 节');
    expect(page).toContain("<title>题</title>");
    expect(page.match(/<h1[\s>]/g)).toHaveLength(1);
    expect(page).not.toContain("data-own");
  });

  test("tags left open close with their cell", () => {
    const { main } = make(
      notebookOf([markdownCell('<div class="alert">\n\n甲'), markdownCell("乙")]),
    );
    expect(main.match(/<div\b/g)?.length).toBe(main.match(/<\/div>/g)?.length);
  });
});

describe("Markdown as Jupyter reads it", () => {
  test.each([
    ["| a | b |\n|---|---|\n| $p(x|y)$ | 二 |", 2],
    ["| a | b |\n|---|---|\n| $\\|x\\|$与$|a|$ | 二 |", 2],
    ["| $D(p|q)$ | b |\n|---|---|\n| 一 | 二 |", 2],
    ["| a | b |\n|---|---|\n| 价$5 | $6 |", 2],
    ["| a | b | c |\n|---|---|---|\n| $x|y$ | `$z$` | 三 |", 3],
    ["| a | $$|y|$$ |\n|---|---|\n| $$p(x|y)$$ | 二 |", 2],
    ["| a | b |\n|---|---|\n| \\\\(c|d\\\\) | \\\\(|e|\\\\) |", 2],
    ["| a | b |\n|---|---|\n| $$ | $$$ |", 2],
  ])("a pipe inside a formula does not split the cell of %j", (source, cells) => {
    const { main, broken } = text(source);
    expect(main.match(/<td/g)).toHaveLength(cells);
    expect(broken).toEqual([]);
    expect(main).not.toContain("\ue07c");
  });

  test("a norm in a table stays a norm", () => {
    expect(text("| a |\n|---|\n| $\\|x\\|$ |").main).toContain("‖"); // one character wherever it stands
  });

  test.each([
    ["# My Title", "My-Title"],
    ["## 1. 定义", "1.-定义"],
    ["## A & B", "A-&amp;-B"],
    ["### What's `kl`?", "What&#39;s-kl?"],
  ])("the heading %j has the anchor that Jupyter's links use", (source, name) => {
    expect(text(source).main).toContain(`<a name="${name}"></a><h`);
  });

  test.each([
    ["见https://example.org/a_b。后", "https://example.org/a_b"],
    ["(https://example.org/a(b))", "https://example.org/a(b)"],
    ["www.example.org/x, y", "www.example.org/x"],
    ["http://example.org.", "http://example.org"],
    ["见http://example.org的说明", "http://example.org"],
    ["[http://example.org/a-b](http://example.org/a-b)。", "http://example.org/a-b"],
    ["[见 http://example.org/x](b.html)", "见 http://example.org/x"],
    ["[www.example.org](https://example.org)", "www.example.org"],
    ["[http://example.org][1]\n\n[1]: http://example.org/b", "http://example.org"],
    ["（[http://example.org]）", "http://example.org"],
    ["http://example.org/a[1]b", "http://example.org/a[1]b"],
  ])("the bare address in %j is a link", (source, shown) => {
    const { main } = text(source);
    expect(main).toContain(`>${shown}</a>`);
    expect(main).not.toContain("](");
  });

  test("names of files and code are no addresses", () => {
    expect(text("numpy.py、a.md、`https://x.org`、//x.org").main).not.toContain("<a ");
  });

  test.each([
    "$$\\DeclareMathOperator{\\KL}{KL}$$\n\n$\\KL(p)$",
    "$\\DeclareMathOperator*{\\argmin}{arg\\,min}$与$\\argmin_x$",
    "$\\DeclareMathOperator\\tr{tr}\\tr A$",
    "\\begin{eqnarray}\na &=& b \\\\\nc &=& d\n\\end{eqnarray}",
    "$$\\begin{eqnarray*}a&=&b\\end{eqnarray*}$$",
    "\\begin{multline}a\\\\b\\end{multline}",
    "文\\begin{equation}a\\end{equation}。",
    "\\\\(x\\\\)与\\\\[y\\\\]",
    "$\\newcommand{\\R}{\\mathbb R}\\R$与$\\newcommand{\\R}{R}\\R$",
    "$\\renewcommand{\\nosuchyet}{x}\\nosuchyet$",
    "$\\mathbbm{1}$、$\\mathds{R}$",
    "\\begin{flalign}a&=b\\\\c&=d\\end{flalign}",
    "$\\class{hot}{x}$、$\\style{color:red}{y}$、$\\cssId{z}{z}$",
  ])("%j is set", (source) => {
    const { main, broken } = text(source);
    expect(broken).toEqual([]);
    expect(main).toContain('class="katex"');
  });

  test("references have the numbers of what they refer to, also ahead, in a line, and outside of formulas", () => {
    const { main, broken } = text(
      "见\\eqref{b}与$\\eqref{c}$、\\ref{t}。\n\n\\begin{equation}a\\label{a}\\end{equation}\n\n\\begin{align}x\\label{b}\\\\y\\nonumber\\\\z\\label{c}\\end{align}\n\n$$w\\tag{*}\\label{t}$$",
    );
    expect(broken).toEqual([]);
    const shown = main.replace(/<math[\s\S]*?<\/math>|<[^>]*>/g, "");
    expect(shown).toMatch(/见\(2\)与\(3\)、\*/);
    expect(main).not.toContain("qzklabref");
  });

  test("a reference that leads nowhere is said", () => {
    const { main, broken } = text("$\\eqref{nowhere}$");
    expect(main).toContain("(???)");
    expect(broken).toEqual([expect.stringContaining("nowhere")]);
  });
});

describe("pictures", () => {
  const shown = (svg: string): string => {
    const address = pictureImage(sanitize, svg)?.address ?? "";
    return Buffer.from(address.slice(address.indexOf(",") + 1), "base64").toString("utf8");
  };
  const wrap = (inner: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inner}</svg>`;

  test("matplotlib's ticks, its numbers and its style sheet stay", () => {
    const svg = shown(
      wrap(
        '<defs><style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style></defs><defs><path id="m1" d="M 0 0 L 0 3.5"/></defs><g><use xlink:href="#m1" x="57" y="307" style="stroke: #000000; stroke-width: 0.8"/></g>',
      ),
    );
    expect(svg).toContain("<style>*{stroke-linejoin: round; stroke-linecap: butt}</style>");
    expect(svg).toMatch(
      /<use href="#m1" x="57" y="307" style="stroke: #000000; stroke-width: 0.8">/,
    );
  });

  test("markers, symbols, filters, links' shapes and mermaid's labels stay", () => {
    const svg = shown(
      wrap(
        '<marker id="a" refX="1"><path d="M0"/></marker><path marker-end="url(#a)"/><symbol id="s"/><filter id="f"><feGaussianBlur stdDeviation="2"/></filter><a xlink:href="http://evil.example/"><text>点</text></a><foreignObject><div>标签<br/></div></foreignObject>',
      ),
    );
    for (const part of [
      '<marker id="a" refX="1">',
      'marker-end="url(#a)"',
      "<symbol",
      "feGaussianBlur stdDeviation",
      "<g><text>点",
      'xmlns="http://www.w3.org/1999/xhtml">标签',
    ])
      expect(svg).toContain(part);
    expect(svg).not.toContain("evil");
  });

  test.each([
    "<script>alert(1)</script>",
    '<rect onclick="alert(1)"/>',
    '<image href="http://evil.example/a.png"/>',
    '<use href="http://evil.example/a.svg#x"/>',
    '<use href="data:image/svg+xml;base64,AAAA#x"/>',
    "<style>@import url(http://evil.example/a.css);</style>",
    "<style>rect{fill:u\\72l(http://evil.example/a)}</style>",
    "<style><![CDATA[</style><script>alert(1)</script>]]></style>",
    "<style>@font-face{src:url(http://evil.example/f)}</style>",
    '<rect style="fill:url(http://evil.example/a)"/>',
    '<foreignObject><iframe src="http://evil.example"></iframe><img src="http://evil.example"/></foreignObject>',
    '<a><animate attributeName="href" values="javascript:alert(1)"/></a>',
    '<set attributeName="onload" to="alert(1)"/>',
    "<klab-sheet>&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;</klab-sheet>",
    '<feImage href="http://evil.example/a.png"/>',
  ])("%s goes", (inner) => {
    expect(shown(wrap(`${inner}<rect/>`))).not.toMatch(
      /<script|<iframe|<img|\son\w+=|evil\.example|@import|@font-face|javascript:|<animate|<set|svg\+xml/i,
    );
  });

  test.each([
    [
      "uses that multiply",
      `${Array.from({ length: 12 }, (_, i) => `<g id="g${i + 1}">${`<use href="#g${i}"/>`.repeat(10)}</g>`).join("")}<g id="g0"><rect/></g><use href="#g12"/>`,
    ],
    ["a use of itself", '<g id="a"><use href="#a"/></g>'],
    ["elements without end", "<rect/>".repeat(160_000)],
  ])("a picture of %s is none", (_, inner) => {
    expect(pictureImage(sanitize, wrap(inner))).toBeUndefined();
  });

  test("two pictures with the same names do not share them", () => {
    const one = (colour: string): Output =>
      display({
        "image/svg+xml": wrap(
          `<linearGradient id="g"><stop stop-color="${colour}"/></linearGradient><rect fill="url(#g)"/>`,
        ),
      });
    expect(
      new Set(outputs(one("red"), one("blue")).main.match(/<img src="data:image\/svg[^"]*"/g)),
    ).toHaveProperty("size", 2);
  });

  test("sizes that a kernel stored are kept, within reason", () => {
    const sized = (metadata: object): string =>
      outputs({
        output_type: "display_data",
        data: { "image/png": png },
        metadata: { "image/png": metadata },
      }).main;
    expect(sized({ width: 320, height: 200 })).toContain(
      ' width="320" height="200" style="aspect-ratio:320/200">',
    );
    expect(sized({ width: 64 })).toContain(' width="64">');
    expect(sized({ width: 99999 })).toContain(' width="4000">');
    expect(sized({ width: "<b>", height: 0 })).not.toMatch(/<img[^>]*(?:width|height)=/);
  });

  test("drawings beside the notebook are shown, without what they would run", () => {
    const { main } = text("![图](b.svg)");
    const [, base64 = ""] = /src="data:image\/svg\+xml;base64,([^"]*)"/.exec(main) ?? [];
    expect(atob(base64)).toMatch(/^<svg xmlns="[^"]*"><rect width="9" height="9"><\/rect><\/svg>$/);
  });
});

describe("what a page does not show", () => {
  test("the next format stands for HTML that sanitising leaves empty", () => {
    const html = "<div id='p'></div><script>draw()</script>";
    expect(
      outputs(display({ "text/html": html, "image/png": png, "text/plain": "p" })).main,
    ).toContain("<img");
    const { main, notes } = outputs(
      display({ "text/html": html, "text/plain": "Figure(width=3)" }),
    );
    expect(main).toContain("Figure(width=3)");
    expect(main).toContain("这个输出靠脚本");
    expect(notes).toHaveLength(1);
  });

  test.each([
    ["<iframe src='https://example.org/map'></iframe><p>甲</p>", "嵌入的网页"],
    ["<p>甲</p><video src=x></video>", "视频"],
    ["<p>甲</p><canvas></canvas>", "画布"],
  ])("what %s loses is named, what it keeps is shown", (html, word) => {
    const { main, notes } = outputs(display({ "text/html": html }));
    expect(main).toContain("甲");
    expect(main).toContain(word);
    expect(notes).toEqual([expect.stringContaining(word)]);
  });

  test.each([
    ['<p>甲</p><img src="https://example.org/a.png" alt="猫">', ">猫</a>"],
    ['<p>甲</p><img src="nowhere.png">', 'class="missing"'],
    [
      "<p>甲</p><picture><img src='http://example.org/b.jpg'></picture>",
      ">http://example.org/b.jpg</a>",
    ],
    ["<p>甲</p><div id='vis'></div><script>draw('vis')</script>", "靠脚本画的部分"],
    [
      '<p>甲</p><div id="v-1" style="width:9px"> </div><script src="https://example.org/v.js"></script>',
      "靠脚本画的部分",
    ],
    ["<p>甲</p><textarea>内容</textarea>", "控件"],
    ["<p>甲</p><select><option>一</option></select>", "控件"],
    ["<p>甲</p><input value='二'>", "控件"],
  ])("the part that %s loses is named in the page and in the terminal", (html, word) => {
    const { main, notes } = outputs(display({ "text/html": html, "text/plain": "p" }));
    expect(main).toContain("甲");
    expect(main).toContain(word);
    expect(notes).toHaveLength(1);
  });

  test.each([
    "<p>甲</p><img hidden src='https://example.org/count.png'>",
    "<p>甲</p><div style='display:none'><img src='https://example.org/a.png'><textarea>x</textarea></div>",
    "<p>甲</p><input type='checkbox' checked><input type=hidden value=x>",
    "<div id='df-1'><table><tr><td>甲</td></tr></table></div><script>fold('df-1')</script>",
    "<p>甲</p><div id='other'></div><script>count()</script>",
    "<p>甲</p><div></div><!-- <img src='https://example.org/a.png'> -->",
  ])("%s loses nothing that can be seen", (html) => {
    const { main, notes } = outputs(display({ "text/html": html }));
    expect(main).toContain("甲");
    expect(notes).toEqual([]);
  });

  test("pictures of HTML that lie beside the notebook, or are drawings, are shown", () => {
    for (const src of [
      "a.png",
      "b.svg",
      `data:image/svg+xml,${encodeURIComponent("<svg><rect width='9'/></svg>")}`,
    ]) {
      const { main, notes } = outputs(display({ "text/html": `<img width="70" src="${src}">` }));
      expect(main).toMatch(
        /<img src="data:image\/(?:png|svg\+xml);base64,[^"]*" alt="" width="70">/,
      );
      expect(notes).toEqual([]);
    }
  });

  test("a picture that lies elsewhere gives way to one that does not, and else is a link", () => {
    const html = '<img src="https://example.org/a.png">';
    const name = "<IPython.core.display.Image object>";
    expect(outputs(display({ "text/html": html, "text/plain": name })).main).toContain(
      ">https://example.org/a.png</a>",
    );
    const { main } = outputs(display({ "text/html": html, "image/png": png, "text/plain": name }));
    expect(main).toContain("<img");
    expect(main).not.toContain("example.org");
  });

  test("the next format stands for Markdown of which nothing can be shown", () => {
    const markdown = "<script>draw()</script>";
    expect(outputs(display({ "text/markdown": markdown, "text/plain": "乙" })).main).toContain(
      "乙",
    );
  });

  test.each([
    ['alert("x");\nif (a) b()', '"alert(\\"x\\");\\nif (a) b()"'],
    ["draw('v')", "draw('v')"],
    ["draw()", "<IPython.core.display.Javascript object>"],
    ["draw()", "#<IRuby::Javascript:0x007f8a>"],
  ])("the source of the script %j is no text for a reader", (script, plain) => {
    const { main } = outputs(display({ "application/javascript": script, "text/plain": plain }));
    expect(main).toContain("这个输出靠脚本");
    expect(main).not.toContain('<pre class="text">');
  });

  test("a drawing within HTML is an image", () => {
    const { main } = outputs(display({ "text/html": "<div>树<svg><path d='M0 0'/></svg></div>" }));
    expect(main).toMatch(/树<img src="data:image\/svg\+xml/);
  });

  test.each([
    ["raw cells", { cell_type: "raw" as const, metadata: {}, source: "---" }],
    ["empty bundles", codeCell("x", [display({})])],
    ["missing pictures", markdownCell("![图](nowhere.png)")],
    ["missing pictures in HTML", markdownCell('<img src="nowhere.png">')],
    ["pictures elsewhere", markdownCell("![图](http://example.org/a.png)")],
    ["attachments that are not there", markdownCell("![图](attachment:a.png)")],
    ["formats that cannot be shown", codeCell("x", [display({ "application/pdf": "AAAA" })])],
    ["scripts in Markdown", markdownCell("<script>\nx()\n</script>")],
    ["frames in Markdown", markdownCell('<iframe src="https://example.org"></iframe>')],
  ])("%s are said", (_, cell) => {
    expect(make(notebookOf([cell])).notes).toEqual([expect.stringMatching(/^1 /)]);
  });

  test("a cell without a count that has outputs has run", () => {
    const notebook = notebookOf([codeCell("x", [stdout("1")], { count: null })]);
    expect(make(notebook).page).not.toContain("没有运行过");
    const checked = notebookOf([codeCell("x", [stdout("1")], { count: null, tags: ["check"] })]);
    expect(make(checked).main).not.toContain("没有运行过");
  });

  test.each([
    [
      [
        stdout("a\n"),
        display({ "text/html": "<table><tr><td>1</td></tr></table>", "text/plain": "a" }),
      ],
      "a",
    ],
    [[display({ "text/html": "<p>b</p>", "text/plain": "a" }), stdout("a\n")], "a"],
    [[figureOutput({ data: [] }), stdout("图：两个分布\n1\n")], "图：两个分布"],
    [[figureOutput({ data: [] }), stdout("图：两个分布\n图：两个分布\n")], "图：两个分布"],
  ])("a printed line that reads like the rich output's text stays: %#", (list, line) => {
    expect(outputs(...list).main).toContain(`<pre class="text">${line}`);
  });

  test("headings of an output are none of the page's", () => {
    const { page } = make(
      notebookOf([
        codeCell("x", [display({ "text/markdown": "# 输出\n\n## 节" })]),
        markdownCell("# 课"),
      ]),
    );
    expect(page).toContain("<title>课</title>");
    expect(page).toContain('<p class="klab-heading">输出</p>');
    expect(page.match(/<h1[\s>]/g)).toHaveLength(1);
  });

  test.each([
    ["设$x$为数", 1],
    ["$a$与$b$", 2],
    ["$$\\frac12$$", 1],
    ["\\begin{align}a\\\\b\\end{align}", 1],
    ["\\frac{1}{2}", 1],
    ["只有文字", 0],
    ["文 \\(x\\) 与 $$y$$", 2],
  ])("the LaTeX %j has its words and %i formulas", (latex, count) => {
    const { main, broken } = outputs(display({ "text/latex": latex, "text/plain": "p" }));
    expect(main.match(/class="katex"/g) ?? []).toHaveLength(count);
    expect(broken).toEqual([]);
  });

  test("LaTeX of a document gives way to the next format", () => {
    const latex = "\\begin{tabular}{l}a\\end{tabular}";
    expect(outputs(display({ "text/latex": latex, "text/plain": "甲 1" })).main).toContain("甲 1");
  });
});

describe("what would hold up a page", () => {
  const figure = (layout: object, trace: object = { y: [1, 2] }): Made =>
    outputs(figureOutput({ data: [trace], layout }));

  test.each([
    [{ xaxis: { tickformat: "099999999" } }, {}],
    [{ yaxis: { hoverformat: ".99999f" } }, {}],
    [{}, { y: [1], texttemplate: "%{y:099999999}" }],
    [{ coloraxis: { colorbar: { tickformat: "0999999" } } }, {}],
    [{ xaxis: { dtick: 1e-9, range: [0, 1] } }, {}],
    [{ xaxis: { nticks: 1e9 } }, {}],
    [{}, { type: "histogram", x: [1], nbinsx: 1e8 }],
    [{}, { type: "contour", z: [[1]], contours: { start: 0, end: 1, size: 1e-9 } }],
    [{ grid: { rows: 1e9, columns: 1 } }, {}],
    [{ shapes: Array.from({ length: 3000 }, () => ({})) }, {}],
  ])("the figure %j %j stays still", (layout, trace) => {
    const { main } = figure(layout, { y: [1, 2], ...trace });
    expect(main).toContain('data-state="still"');
    expect(main).not.toContain("application/json");
    expect(main).toContain("没有画");
  });

  test("ordinary formats, templates and ticks are drawn", () => {
    const { main } = figure(
      {
        xaxis: { tickformat: ".3f", dtick: 0.1, range: [0, 10] },
        yaxis: { tickformat: "%Y-%m-%d" },
      },
      { y: [1], texttemplate: "%{y:.2f} in 2024", customdata: [[1]] },
    );
    expect(main).toContain("application/json");
    expect(main).not.toContain("data-state");
  });

  test.each([{ height: 1e9 }, { width: 1e9 }, { height: -5 }, { height: "99999999px" }])(
    "the size %j is not the page's",
    (layout) => {
      const { main } = figure({ ...layout, title: { text: "题" } });
      expect(main).not.toMatch(/"(?:height|width)":/);
      expect(main).toContain("application/json");
    },
  );

  test("400,000 markers are thinned out, and that is said", async () => {
    const x = Array.from({ length: 400_000 }, (_, i) => i);
    const { main, page } = figure(
      {},
      { mode: "markers", x, y: x, marker: { size: x, color: "red" } },
    );
    expect(main).toContain("共400000个点，每10个画一个。");
    expect(main).toContain('application/json" data-packed="0"></script>');
    const packed = /id="figures-packed">([^<]*)</.exec(page)?.[1] ?? "";
    const [{ x: few, marker }] = JSON.parse(await unpackText(packed)).data;
    expect(few).toHaveLength(40_000);
    expect(marker.size).toHaveLength(40_000);
    expect(few[1]).toBe(10);
  });

  test.each([
    ["stdout", () => outputs(stdout("行\n".repeat(17_000_000)))],
    ["a value's text", () => outputs(display({ "text/plain": "x".repeat(5e7) }))],
    ["HTML", () => outputs(display({ "text/html": `<p>${"x".repeat(5e7)}</p>` }))],
    ["Markdown", () => text("文".repeat(2e6))],
    ["code", () => make(notebookOf([codeCell("x = 1\n".repeat(1e5))]))],
    [
      "a traceback",
      () =>
        outputs({ output_type: "error", ename: "E", evalue: "e", traceback: ["x".repeat(2e6)] }),
    ],
  ])("endless %s is cut, with a note", (_, made) => {
    const { main } = made();
    expect(main.length).toBeLessThan(2_500_000);
    expect(main).toMatch(/太长：共\d+个字符，只显示前\d+个。/);
  });

  test.each([
    ["<h1>", "markdown"],
    ["<!--", "html"],
    ["<svg ", "html"],
    ["<script>", "html"],
    ["\\[", "html"],
    ["\\begin{align}", "html"],
    ["<div>", "markdown"],
    ["$", "markdown"],
    ["| $a|b$ ", "markdown"],
    ["https://a.b/)))))", "markdown"],
    ["x\r", "stdout"],
    ["\u001b[31m", "stdout"],
  ])(
    "200 kB of %j in %s, opened and never closed, take seconds",
    (piece, kind) => {
      const whole = piece.repeat(2e5 / piece.length);
      const start = performance.now();
      if (kind === "markdown") text(`<p>\n${whole}`);
      else if (kind === "html") outputs(display({ "text/html": `<p>甲</p>${whole}` }));
      else outputs(stdout(whole));
      expect(performance.now() - start).toBeLessThan(20_000);
    },
    60_000,
  );

  test("a formula of 400 kB is its beginning, with a note", () => {
    const { main, broken } = text(`$$${"x+".repeat(200_000)}y$$`);
    expect(main.length).toBeLessThan(20_000);
    expect(main).toContain("太长：共");
    expect(broken).toHaveLength(1);
  });
});

describe("notebooks of other kernels and formats", () => {
  const old = {
    nbformat: 3,
    nbformat_minor: 0,
    metadata: { name: "旧" },
    worksheets: [
      {
        cells: [
          { cell_type: "heading", level: 2, metadata: {}, source: ["节", "名"] },
          { cell_type: "markdown", metadata: {}, source: "文" },
          {
            cell_type: "code",
            language: "python",
            collapsed: false,
            metadata: {},
            input: ["1 + 1"],
            prompt_number: 4,
            outputs: [
              { output_type: "stream", stream: "stdout", text: ["甲\n"] },
              {
                output_type: "pyout",
                prompt_number: 4,
                metadata: {},
                text: ["2"],
                html: "<b>2</b>",
              },
              { output_type: "display_data", metadata: {}, png },
              { output_type: "pyerr", ename: "E", evalue: "坏", traceback: ["坏"] },
            ],
          },
        ],
      },
    ],
  };

  test.each([
    ["outputs", { cell_type: "code", source: "甲", metadata: {}, execution_count: 3 }],
    ["outputs and count", { cell_type: "code", source: ["甲"], metadata: {} }],
    ["metadata", { cell_type: "markdown", source: "甲" }],
    ["metadata, that are null", { cell_type: "code", source: "甲", metadata: null, outputs: null }],
    ["everything", { cell_type: "code" }],
  ])("a cell without %s is read as Jupyter reads it", (_, cell) => {
    const file = {
      nbformat: 4,
      nbformat_minor: 2,
      metadata: {},
      cells: [cell, markdownCell("乙")],
    };
    const notebook = parseNotebook(JSON.stringify(file), upgradeNotebook);
    const { main } = make(notebook);
    expect(main).toContain("乙");
    expect(main.includes("甲")).toBe("source" in cell);
  });

  test.each([5, "x", {}, [null], [5], [[]], [{ output_type: "display_data" }]])(
    "text that brings %j as its outputs is refused by its cell",
    (wrong) => {
      for (const kind of ["markdown", "raw"]) {
        const cell = { cell_type: kind, source: "甲", metadata: {}, outputs: wrong };
        const file = JSON.stringify(notebookOf([markdownCell("乙"), cell as never]));
        for (const upgrade of [undefined, upgradeNotebook])
          expect(() => parseNotebook(file, upgrade)).toThrow(/^cells\[1\].*outputs/);
      }
    },
  );

  test.each([
    [{}, ""],
    [{ ename: null, evalue: null, traceback: null }, ""],
    [{ ename: 5, evalue: {}, traceback: [] }, ""],
    [{ ename: ["E"], evalue: "坏" }, "坏"],
    [{ ename: "E", evalue: "" }, "E"],
    [{ ename: "E", evalue: "坏", traceback: [] }, "E: 坏"],
  ])("an error that tells %j tells no more than its words", (told, shown) => {
    const { main } = outputs({ output_type: "error", ...told } as never);
    expect(main).toContain(`<p class="label">出错</p><pre class="text">${shown}</pre>`);
  });

  test.each(["$½$", "$$\\frac{½ + 10€}{🙂}$$", "$\\text{a\u200bb ¥}$", "$x^{™}$"])(
    "what KaTeX does not know the size of is set without a word on the console: %j",
    (source) => {
      const { warn } = console;
      const said: unknown[] = [];
      const spy = (...words: unknown[]): void => void said.push(words);
      console.warn = spy;
      try {
        expect(text(source).main).toContain('class="katex"');
        expect(console.warn).toBe(spy);
      } finally {
        console.warn = warn;
      }
      expect(said).toEqual([]);
    },
  );

  test("nbformat 3 is read as nbformat 4, all its kinds of cells and outputs", () => {
    const notebook = parseNotebook(JSON.stringify(old), upgradeNotebook);
    const { main, notes } = make(notebook);
    expect(notes).toEqual([]);
    expect(main).toContain(">节名</h1>");
    for (const part of ["In&nbsp;[4]", "甲", "<b>2</b>", "<img", "坏"])
      expect(main).toContain(part);
    expect(() => parseNotebook(JSON.stringify(old))).toThrow(/nbformat/);
  });

  test.each([
    ["python", "#"],
    ["R", "#"],
    ["julia", "#"],
    ["typescript", "//"],
    ["sql", "--"],
  ])("a blank in %s is a comment of its own", (language, mark) => {
    const notebook = {
      ...notebookOf([codeCell("SECRET", [], { tags: ["solution"] })]),
      metadata: { language_info: { name: language } },
    };
    const { main } = make(notebook);
    expect(main.replace(/<[^>]*>/g, "")).toContain(`${mark} 在这里写你的代码`);
    expect(main).not.toContain("SECRET");
  });

  test.each(["student", "teacher"] as const)("remove-… is honoured for the %s", (audience) => {
    const { page } = make(
      notebookOf([
        codeCell("SECRET", [stdout("SECRET")], { tags: ["remove-cell"] }),
        markdownCell("SECRET", ["remove-cell"]),
        codeCell("SECRET", [stdout("甲")], { tags: ["remove-input"] }),
        codeCell("乙", [stdout("SECRET")], { tags: ["remove-output"], count: null }),
      ]),
      audience,
    );
    expect(page).not.toMatch(/SECRET|没有运行过/);
    expect(page).toContain("甲");
    expect(page).toContain("乙");
  });

  test.each([
    [{ tags: ["hide-output"] }, "输出"],
    [{ jupyter: { outputs_hidden: true } }, "输出"],
    [{ collapsed: true }, "输出"],
    [{ tags: ["hide-cell"] }, "输出"],
    [{ tags: ["hide-cell"] }, "代码"],
    [{ jupyter: { source_hidden: true } }, "代码"],
    [{ tags: ["hide-input"] }, "代码"],
  ])("what %j hides is folded", (metadata, summary) => {
    const { main } = make(notebookOf([{ ...codeCell("x", [stdout("1")]), metadata }]));
    expect(main).toContain(`<details class="folded"><summary>${summary}</summary>`);
  });

  test.each([
    [
      "def f():\n    ### BEGIN SOLUTION\n    return SECRET\n    ### END SOLUTION\n    # 之后",
      { solution: true, grade: false },
      "之后",
    ],
    ["SECRET", { solution: true, grade: false }, "在这里写你的代码"],
    [
      "assert f()\n### BEGIN HIDDEN TESTS\nassert SECRET\n### END HIDDEN TESTS\n",
      { grade: true, solution: false },
      "assert f()",
    ],
    ["x\n### BEGIN SOLUTION\nSECRET", {}, "x"],
    [
      "前\n### BEGIN SOLUTION\nSECRET\n### END SOLUTION\n中\n### BEGIN SOLUTION\nSECRET\n### END SOLUTION\n后",
      {},
      "中",
    ],
    ["// BEGIN SOLUTION\nSECRET\n// END SOLUTION\n之后", {}, "之后"],
    ["# BEGIN SOLUTION NO PROMPT\nSECRET\n# END SOLUTION", {}, "在这里写"],
    ["题\n\n=== BEGIN MARK SCHEME ===\nSECRET\n=== END MARK SCHEME ===\n", { task: true }, "题"],
  ])("nbgrader's mark keeps SECRET of %j from students", (source, nbgrader, shown) => {
    const cell = { ...codeCell(source, [stdout("SECRET")]), metadata: { nbgrader } };
    const notebook = { ...notebookOf([cell]), metadata: { language_info: { name: "python" } } };
    const { page } = make(notebook);
    expect(page).not.toContain("SECRET");
    expect(page.replace(/<[^>]*>/g, "")).toContain(shown);
    expect(make(notebook, "teacher").page).toContain("SECRET");
  });

  test.each([
    "Solution",
    "solution ",
    "solutions",
    "SOLUTION",
    "solutoin",
    "soluton",
    "solution-1",
    "ｓｏｌｕｔｉｏｎ",
    "teachers",
    "Teacher",
    "checks",
    "remove_cell",
    "hide_output",
    "remove-outputs",
    "exercices",
    "teacher-only",
    "hidden-solution",
    "solution_key",
    "for teachers",
  ])("the tag %j stops the student version and names the cell, not the teacher's", (tag) => {
    const notebook = notebookOf([markdownCell("文"), codeCell("SECRET", [], { tags: [tag] })]);
    expect(() => make(notebook)).toThrow(new RegExp(`第2格.*cell 2: tag "${tag}"`));
    expect(make(notebook, "teacher").page).toContain("SECRET");
  });

  test.each([
    "plot",
    "slow",
    "todo",
    "hide-cell",
    "raises-exception",
    "injected-parameters",
    "答案",
    "check-in-later",
  ])("the tag %j passes", (tag) => {
    expect(make(notebookOf([codeCell("x", [], { tags: [tag] })])).main).toContain("In&nbsp;");
  });
});
