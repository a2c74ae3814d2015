import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { buildSync } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../../src/pictures/browser";

const require = createRequire(import.meta.url);
const origin = "http://lab.test";
let browser: Browser | undefined;

/** The browser of all tests of a file, or undefined where the machine has none. */
export async function testBrowser(): Promise<Browser | undefined> {
  browser ??= await openBrowser({ log: console.log });
  return browser;
}

export async function closeTestBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

export interface NotebookPage {
  readonly page: Page;
  /** Every request the page, its frames and its Workers tried, but for the page and the library's files. */
  readonly requests: readonly string[];
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** The browser bundle of the sources as they are, made as the build makes it. */
const bundle = (): string =>
  buildSync({
    entryPoints: ["src/index.ts"],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    globalName: "klab",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    external: ["klab/learn"],
  }).outputFiles[0].text;

/** What learns: it takes what it shares with klab from klab's bundle, so both are of one build. */
const built = (name: string): string => readFileSync(join("dist/browser", name), "utf8");

let made: Readonly<Record<string, string>> | undefined;
const files = (): Readonly<Record<string, string>> =>
  (made ??= {
    "/files/node_modules/plotly.js-dist/plotly.js": readFileSync(
      require.resolve("plotly.js-cartesian-dist-min"),
      "utf8",
    ),
    "/files/node_modules/klab/dist/browser/klab.js": bundle(),
  });

const learningFiles = (): Readonly<Record<string, string>> => ({
  ...files(),
  ...Object.fromEntries(
    ["klab.js", "klab-learn-all.js"].map((name) => [`/files/dist/browser/${name}`, built(name)]),
  ),
  "/files/node_modules/klab/dist/browser/klab.js": "",
});

/** A page as JupyterLab's with one cell output; the server is not there, its files are. */
export async function openNotebookPage(
  html: string,
  options: {
    readonly touch?: boolean;
    readonly served?: boolean;
    /** The build's bundles, as in klab's own project: what learns is there. */
    readonly learns?: boolean;
  } = {},
): Promise<NotebookPage> {
  const context = await (await testBrowser())!.newContext({ hasTouch: options.touch ?? false });
  const requests: string[] = [];
  const errors: string[] = [];
  await context.route("**/*", async (route) => {
    const { pathname, origin: from } = new URL(route.request().url());
    const body = `<!doctype html><html lang="zh-CN"><title>笔记本</title><script id="jupyter-config-data" type="application/json">{"baseUrl":"/"}</script><main><h1>笔记本</h1>${html}</main>`;
    const there = options.learns ? learningFiles() : files();
    const file = options.served === false ? undefined : there[pathname];
    if (from === origin && pathname === "/") {
      await route.fulfill({ contentType: "text/html; charset=utf-8", body });
    } else if (from === origin && file) {
      await route.fulfill({
        contentType: "text/javascript; charset=utf-8",
        body: file,
      });
    } else {
      requests.push(route.request().url());
      await route.fulfill({
        status: 404,
        body: "",
        headers: { "access-control-allow-origin": "*" },
      });
    }
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`${origin}/`);
  return { page, requests, errors, close: () => context.close() };
}
