import sanitize from "sanitize-html";
import { describe, expect, test } from "vitest";
import { sanitizeOutput } from "../../../src/handout/outputs/sanitize-output";
import { sanitizePicture } from "../../../src/handout/outputs/sanitize-picture";

const hostile: Readonly<Record<string, string>> = {
  "a script": "<script>alert(1)</script>",
  "a script in capitals": "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
  "an event handler": '<p onclick="alert(1)" onmouseover=alert(1)>x</p>',
  "an image that fails": "<img src=x onerror=alert(1)>",
  "a javascript: link": '<a href="javascript:alert(1)">x</a>',
  "a javascript: link in disguise": '<a href="java&#10;script:alert(1)">x</a>',
  "a data: link": '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  "an svg with a script": "<svg><script>alert(1)</script></svg>",
  "an svg that loads": "<svg/onload=alert(1)>",
  "a style element": "<style>body{display:none}</style>",
  "a style that loads": '<p style="background:url(http://evil.example/a)">x</p>',
  "a style that covers the page": '<div style="position:fixed;inset:0;z-index:9">x</div>',
  "a refresh": '<meta http-equiv="refresh" content="0;url=http://evil.example">',
  "a base": '<base href="http://evil.example/">',
  "a style sheet": '<link rel="stylesheet" href="http://evil.example/a.css">',
  "a frame with a document": '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  "a form": '<form action="http://evil.example"><input name=a><button>go</button></form>',
  "an object": '<object data="http://evil.example/a.swf"></object><embed src=x>',
  "MathML that turns into HTML":
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  "MathML with a link":
    '<math><maction actiontype="statusline" xlink:href="javascript:alert(1)">x</maction></math>',
  "a template": "<template><img src=x onerror=alert(1)></template>",
  "noscript tricks": '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  "a remote picture": '<img src="http://evil.example/a.png">',
  "an svg picture": '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  "a picture set": '<img srcset="http://evil.example/a 2x" src="data:image/png;base64,AAAA">',
  "names of the page's own": '<div id="plotly-packed" name="x" class="copy skip">x</div>',
  "an unclosed comment": "<!-- <img src=x onerror=alert(1)>",
  "a protocol-relative link": '<a href="//evil.example">x</a>',
};

const forbidden =
  /<(?:script|style|svg|math|iframe|object|embed|form|input|button|meta|base|link|template|noscript)\b|\son\w+=|javascript:|srcset|url\(|position|evil\.example|\sid=|srcdoc|class="copy/i;

describe("sanitizing HTML that a cell put out", () => {
  test.each(Object.entries(hostile))("%s is harmless", (_, html) => {
    expect(sanitizeOutput(sanitize, html)).not.toMatch(forbidden);
  });

  test("what is dropped takes nothing of the text around it along", () => {
    expect(sanitizeOutput(sanitize, "<p>前<script>x</script>后</p>")).toBe("<p>前后</p>");
  });

  test("tables of reports stay as they are", () => {
    const table =
      '<table><caption>贡献</caption><thead><tr><th scope="col">p</th></tr></thead><tbody><tr><th scope="row" align="left">晴</th><td align="right" colspan="2">0.5</td></tr></tbody></table>';
    expect(sanitizeOutput(sanitize, table)).toBe(table);
  });

  test("places where a long name may break stay", () => {
    const cell = "<table><tbody><tr><td><code>scipy.<wbr>stats</code></td></tr></tbody></table>";
    expect(sanitizeOutput(sanitize, cell)).toContain("scipy.<wbr />stats");
  });

  test("bars keep a width in percent and their looks, and lose what lays out the page", () => {
    const html =
      '<div style="width:40%;height:99px;color:red;text-align:right;float:left;top:0">x</div>';
    expect(sanitizeOutput(sanitize, html)).toBe(
      '<div style="width:40%;color:red;text-align:right">x</div>',
    );
  });

  test("embedded bitmaps and web links stay", () => {
    const html =
      '<img src="data:image/png;base64,AAAA" alt="图"><a href="https://example.org/a">x</a>';
    const safe = sanitizeOutput(sanitize, html);
    expect(safe).toContain('<img src="data:image/png;base64,AAAA" alt="图"');
    expect(safe).toContain('<a href="https://example.org/a" rel="noopener noreferrer">x</a>');
  });

  test("headings of outputs do not enter the page's outline", () => {
    expect(sanitizeOutput(sanitize, "<h1>标题</h1>")).toBe('<p class="klab-heading">标题</p>');
  });
});

describe("sanitizing pictures", () => {
  const wrap = (inner: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}</svg>`;
  const cases: Readonly<Record<string, string>> = {
    "a script": wrap("<script>alert(1)</script>"),
    "a foreign object": wrap("<foreignObject><body onload=alert(1)></foreignObject>"),
    "an event handler": wrap('<rect onclick="alert(1)" width="1"/>'),
    "a link": wrap('<a href="javascript:alert(1)"><text>x</text></a>'),
    "an animation of a link": wrap(
      '<a><animate attributeName="href" values="javascript:alert(1)"/></a>',
    ),
    "a remote image": wrap('<image href="http://evil.example/a.png"/>'),
    "an image that is an svg": wrap('<image xlink:href="data:image/svg+xml;base64,AAAA"/>'),
    "a remote use": wrap('<use href="http://evil.example/a.svg#x"/>'),
    "a style element": wrap("<style>@import url(http://evil.example/a.css)</style>"),
    "a style that loads": wrap('<rect style="fill:url(http://evil.example/a)"/>'),
    "a style that loads in disguise": wrap('<rect style="fill:u\\72l(http://evil.example/a)"/>'),
    "a filling that loads": wrap('<rect fill="url(http://evil.example/a#b)"/>'),
    "a style that covers the page": wrap('<rect style="position:fixed;fill:red"/>'),
    "an entity": `<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]>${wrap("&x;")}`,
    "a way out through a title": wrap("<title><img src=x onerror=alert(1)></title>"),
    "a way out through CDATA": wrap("<![CDATA[</svg><script>alert(1)</script>]]>"),
  };

  test.each(Object.entries(cases))("%s is harmless", (_, svg) => {
    expect(sanitizePicture(sanitize, svg)).not.toMatch(
      /<(?:script|foreignobject|a|animate|use|style|title|img|body)\b|\son\w+=|javascript:|evil\.example|svg\+xml|position/i,
    );
  });

  test("shapes, text, clip paths and gradients keep their names and their case", () => {
    const safe = sanitizePicture(
      sanitize,
      wrap(
        '<defs><clipPath id="k-1"><rect width="9"/></clipPath></defs><g clip-path="url(#k-1)" style="fill: rgb(1, 2, 3); clip-path: url(\'#k-1\');"><text text-anchor="middle">熵</text></g>',
      ),
    );
    expect(safe).toContain('viewBox="0 0 9 9"');
    expect(safe).toContain('<clipPath id="k-1">');
    expect(safe).toContain('clip-path="url(#k-1)"');
    expect(safe).toContain("fill:rgb(1, 2, 3)");
    expect(safe).toContain('<text text-anchor="middle">熵</text>');
  });

  test("text without a picture is none", () => {
    expect(sanitizePicture(sanitize, "<p>no</p>")).toBe("");
  });
});
