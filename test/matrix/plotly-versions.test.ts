import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mimeBundle, plotlyMime } from "../../src/display/mime";
import { figures, normal } from "../../src/index";
import { openBrowser } from "../../src/pictures/browser";

const versions = ["2", "3", "4"] as const;
const full = process.env.KLAB_FULL === "1";
const cache = resolve("node_modules/.cache/klab/plotly-versions");

/** plotly.js 2 and 3 beside the 4 that klab depends on. */
function installed(): string | undefined {
  if (!full) return "set KLAB_FULL=1, or run npm run test:full";
  if (existsSync(join(cache, "node_modules/plotly3/plotly.js"))) return undefined;
  mkdirSync(cache, { recursive: true });
  const dependencies = { plotly2: "npm:plotly.js-dist@2", plotly3: "npm:plotly.js-dist@3" };
  writeFileSync(join(cache, "package.json"), JSON.stringify({ private: true, dependencies }));
  const options = { cwd: cache, encoding: "utf8", shell: process.platform === "win32" } as const;
  const { status, stderr } = spawnSync("npm", ["install", "--no-audit", "--no-fund"], options);
  return status === 0 ? undefined : `npm could not install plotly.js 2 and 3: ${stderr.trim()}`;
}

const missing = installed();
if (missing) console.log(`skipped: plotly.js 2, 3 and 4: ${missing}`);

const file = (version: string): string =>
  version === "4"
    ? resolve("node_modules/plotly.js-dist/plotly.js")
    : join(cache, `node_modules/plotly${version}/plotly.js`);

interface Json {
  readonly data: readonly { readonly type: string; readonly showlegend?: boolean }[];
  readonly layout: object;
}

const json = Object.entries({
  pmfPair: figures.pmfPair([0.1, 0.4, 0.5], [0.8, 0.1, 0.1], { labels: ["晴", "阴", "雨"] }),
  pmfPairWithInfinity: figures.pmfPair([0.5, 0.5], [1, 0]),
  densityPair: figures.densityPair(normal(0, 1), normal(1, 2)),
}).map(([name, figure]) => [name, figure[mimeBundle]()[plotlyMime] as Json] as const);

const ways = {
  "as @nteract/transform-plotly does": "Plotly.newPlot(place, figure.data, figure.layout)",
  "as one object": "Plotly.newPlot(place, figure)",
};

describe.skipIf(missing)("a figure's JSON", () => {
  let browser: Browser;

  beforeAll(async () => {
    const found = await openBrowser();
    if (!found) throw new Error("no browser");
    browser = found;
  }, 120_000);
  afterAll(() => browser?.close());

  const open = async (version: string): Promise<{ page: Page; said: string[] }> => {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) said.push(message.text());
    });
    await page.setContent("<div id=place></div>");
    await page.addScriptTag({ path: file(version) });
    return { page, said };
  };

  test.each(versions)(
    "is valid for plotly.js %s, and drawn by it in both ways",
    async (version) => {
      const { page, said } = await open(version);
      expect(await page.evaluate("Plotly.version")).toMatch(new RegExp(`^${version}\\.`));
      for (const [name, figure] of json) {
        const text = JSON.stringify(figure);
        // Plotly's own validation falls over a legend that no trace stands in; drawing does not.
        const hasLegend = figure.data.some(({ showlegend }) => showlegend !== false);
        const layout = hasLegend ? figure.layout : { ...figure.layout, legend: undefined };
        // "unused": the colour of a grid that is not shown, which a figure may well say.
        const problems = await page.evaluate(
          `Plotly.validate((${text}).data, ${JSON.stringify(layout)})
          ?.filter(({ code }) => code !== "unused").map((problem) => problem.msg) ?? []`,
        );
        expect(problems, name).toEqual([]);
        for (const [way, call] of Object.entries(ways)) {
          const drawn = await page.evaluate(`(async () => {
          const [place, figure] = [document.getElementById("place"), ${text}];
          Plotly.purge(place);
          await ${call};
          return { marks: place.querySelectorAll(".bars path, .scatterlayer path.js-line").length,
            title: place.querySelector(".gtitle")?.textContent };
        })()`);
          const { marks, title } = drawn as { marks: number; title: string };
          expect(marks, `${name} ${way}`).toBeGreaterThanOrEqual(figure.data.length);
          expect(title, `${name} ${way}`).toContain("‖");
        }
      }
      expect(said).toEqual([]);
      await page.close();
    },
    120_000,
  );
});
