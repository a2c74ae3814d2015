import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { licencesHtml } from "../../src/handout/licences-html";
import { shareAssets } from "../../src/handout/shared-assets";
import { writeHandouts } from "../../src/handout/write-handouts";
import { openBrowser } from "../../src/pictures/browser";
import { fromBase110 } from "../../src/words/base110";
import { lesson } from "./fixture";

const folder = mkdtempSync(join(tmpdir(), "klab shared "));
const browser = await openBrowser({ log: console.log });
if (!browser) console.log("skipped: no browser found, shared pages were not opened");

beforeAll(async () => {
  for (const out of ["a", "b"]) {
    await writeHandouts([{ name: "课 1", notebook: lesson() }], {
      out: join(folder, out),
      audiences: ["student", "teacher"],
      renderer: undefined,
      log: () => {},
      shared: true,
    });
  }
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const read = (file: string): Buffer => readFileSync(join(folder, file));
const assets = (): string[] => readdirSync(join(folder, "a/assets")).sort();

describe("klab handout --shared", () => {
  test("leaves library, plotly.js, scripts and fonts beside the page, once for all pages", () => {
    const page = read("a/课 1.html");
    expect(page.length).toBeLessThan(250_000);
    const names = assets().map((name) => name.replace(/-[\da-f]{12}\./, "."));
    expect(names).toEqual(expect.arrayContaining(["plotly.js", "KaTeX_Main400.woff2"]));
    expect(new Set(names.filter((name) => !name.startsWith("page."))).size).toBe(
      names.filter((name) => !name.startsWith("page.")).length,
    );
    const referred = [...page.toString().matchAll(/assets\/([\w.-]+)/g)].map(([, name]) => name);
    expect(referred.length).toBeGreaterThan(4);
    for (const name of referred) expect(assets()).toContain(name);
  });

  test("is the same bytes each time, files included", () => {
    expect(read("b/课 1.html").equals(read("a/课 1.html"))).toBe(true);
    for (const name of assets())
      expect(read(`b/assets/${name}`).equals(read(`a/assets/${name}`))).toBe(true);
  });

  test.skipIf(!browser)("works from disk without a network", { timeout: 60_000 }, async () => {
    const context = await browser!.newContext({ offline: true });
    const page = await context.newPage();
    const messages: string[] = [];
    const requests: string[] = [];
    page.on("console", (message) => messages.push(message.text()));
    page.on("pageerror", (error) => messages.push(String(error)));
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(join(folder, "a/课 1.html")).href);
    await page.locator("figure.plot").first().scrollIntoViewIfNeeded();
    await page.locator("figure.plot[data-state=live]").first().waitFor({ timeout: 30_000 });
    const failed = "[...document.fonts].filter(({ status }) => status === 'error').length";
    expect(await page.evaluate(failed)).toBe(0);
    expect(messages).toEqual([]);
    expect(requests.filter((url) => !/^(?:file|data|blob):/.test(url))).toEqual([]);
    await context.close();
  });

  test("lets a page run and load what lies beside it, and still nothing from a network", () => {
    const [policy = ""] = /script-src [^"]*/.exec(read("a/课 1.html").toString()) ?? [];
    expect(policy).toMatch(/^script-src 'self' file: 'sha256-/);
    expect(policy).toContain("font-src data: 'self' file:");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/https?:|'unsafe-eval'/);
  });

  test("leaves style sheets beside the page, in the order in which they hold in one file", async () => {
    await writeHandouts([{ name: "一", notebook: lesson() }], {
      out: join(folder, "one"),
      audiences: ["student"],
      renderer: undefined,
      log: () => {},
    });
    const whole = read("one/一.html").toString();
    const parts = read("a/课 1.html")
      .toString()
      .slice(0, read("a/课 1.html").toString().indexOf("<body"));
    const sheets = parts.replace(
      /<link rel="stylesheet" href="([^"]*)">/g,
      (_, file: string) => `<style>${read(`a/${file}`)}</style>`,
    );
    expect(parts.match(/<link rel="stylesheet"/g)).toHaveLength(2);
    const rules = (text: string): string =>
      [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)]
        .map(([, css]) => css)
        .join("\n")
        .replace(/@font-face\{[^}]*\}/g, "")
        .replace(/\s+/g, "");
    expect(rules(sheets)).toBe(rules(whole.slice(0, whole.indexOf("<body"))));
  });

  test("leaves a student's notebook beside the page, and a teacher's, with the solutions, in it", () => {
    const notebook = /id="notebook-packed"[^>]*>([^<]*)</;
    const [student, teacher] = ["a/课 1.html", "a/课 1.teacher.html"].map((name) =>
      notebook.exec(read(name).toString()),
    );
    expect(student?.[1]).toBe("");
    expect(teacher?.[1].length).toBeGreaterThan(100);
    const kept = assets().filter((name) => name.startsWith("notebook"));
    expect(kept).toHaveLength(1);
    const literal = /\]=(".*");/.exec(read(`a/assets/${kept[0]}`).toString())?.[1] ?? "";
    const text = gunzipSync(fromBase110(JSON.parse(literal))).toString();
    expect(text).toContain("相对熵初步");
    expect(text).not.toContain("SECRET");
  });

  test("leaves a page with nothing to share as it is", () => {
    const page = "<html><head><style>p{}</style></head><body><script>1</script></body></html>";
    expect(shareAssets(page)).toEqual({ html: page, assets: new Map() });
  });
});

describe("许可", () => {
  test("names whose work a page embeds, and no more", () => {
    const all = licencesHtml(
      'id="plotly-packed" font-family:KaTeX_Main Noto Sans SC id="notebook-packed" data-part="live-derivation" <div class="reveal">',
    );
    for (const name of [
      "plotly.js",
      "KaTeX",
      "Noto Sans SC",
      "Sucrase",
      "acorn",
      "node-inspect-extracted",
      "mathjs",
      "unified-latex",
      "reveal.js",
    ])
      expect(all).toContain(name);
    expect(all).not.toMatch(/(?:reveal\.js|unified-latex)：/); // version and owner are there
    expect(all).toMatch(/plotly\.js \d+\.\d+\.\d+.*MIT.*Copyright/);
    const none = licencesHtml("<p>文</p>");
    expect(none).toContain("<summary>许可</summary>");
    expect(none).not.toMatch(/plotly|KaTeX|mathjs/);
  });

  test("stands at the end of every page", () => {
    expect(read("a/课 1.html").toString()).toMatch(
      /<details class="licences">.*plotly\.js.*<\/details><\/footer>/s,
    );
  });
});
