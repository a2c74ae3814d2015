import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { mimeBundle, plotlyMime } from "../../src/display/mime";
import { figures, normal } from "../../src/index";
import { explorer } from "../support/explorer-output";
import { gallery } from "../support/figures";
import { closeTestBrowser, testBrowser } from "../support/notebook-page";

const browser = await testBrowser();
if (!browser) console.log("no browser on this machine: Plotly's JSON is not drawn as VS Code does");
afterAll(closeTestBrowser);
const plotly = readFileSync(createRequire(import.meta.url).resolve("plotly.js-dist"), "utf8");

interface Drawn {
  readonly page: Page;
  readonly errors: readonly string[];
  readonly requests: readonly string[];
}

/** A page that knows Plotly and nothing of klab, and draws `{ data, layout }` as VS Code's renderer does. */
async function openViewer(): Promise<Drawn> {
  const page = await (await browser!.newContext({ hasTouch: true })).newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => errors.push(message.text()));
  page.on("request", (request) => requests.push(request.url()));
  await page.setContent('<!doctype html><meta charset="utf-8"><div id="plot"></div>');
  await page.addScriptTag({ content: plotly });
  return { page, errors, requests };
}

const draw = async (page: Page, json: unknown): Promise<void> => {
  const { data, layout } = json as { data: unknown; layout: unknown };
  await page.evaluate(
    `Plotly.newPlot("plot", ${JSON.stringify(data)}, ${JSON.stringify(layout)}).then(() => undefined)`,
  );
};

describe.runIf(browser)("Plotly's JSON alone, drawn as VS Code draws it", () => {
  test("every figure is drawn, with its title, without an error or a request", async () => {
    const { page, errors, requests } = await openViewer();
    for (const [name, make] of Object.entries(gallery)) {
      const figure = make();
      await draw(page, figure[mimeBundle]()[plotlyMime]);
      expect(await page.locator(".main-svg").count(), name).toBeGreaterThan(0);
      expect(await page.locator(".gtitle").textContent(), name).toContain(
        figure.layout.title!.text.replace(/<.*/s, "").trim(),
      );
    }
    expect(errors).toEqual([]);
    expect(requests).toEqual([]);
    await page.context().close();
  }, 120_000);

  test("an explorer has one slider, whose every position draws that position's figure", async () => {
    const { page, errors } = await openViewer();
    const json = explorer[mimeBundle]()[plotlyMime] as {
      layout: { sliders: { steps: { label: string }[] }[] };
    };
    await draw(page, json);
    expect(await page.locator(".slider-group").count()).toBe(1);
    const rail = page.locator(".slider-rail-touch-rect");
    const labels = json.layout.sliders[0].steps.map(({ label }) => label);
    const box = (await rail.boundingBox())!;
    for (const at of [0, labels.length - 1, Math.floor(labels.length / 4)]) {
      const x = box.x + 2 + ((box.width - 4) * at) / (labels.length - 1);
      await page.touchscreen.tap(x, box.y + box.height / 2);
      await page.mouse.click(x, box.y + box.height / 2);
      const wanted = explorer.at({ mu: Number(labels[at].replace("−", "-")) });
      const title = wanted.layout.title!.text.replace(/<[^>]*>/g, "");
      // Plotly sets characters of no width about an index.
      await expect
        .poll(async () => (await page.locator(".gtitle").textContent())?.replace(/\u200b/g, ""))
        .toBe(title);
      // The title may stand before the frame's curves do.
      const farthest = async (): Promise<number> => {
        const drawn = await page.evaluate<number[]>(
          "document.getElementById('plot').data.map((trace) => trace.y[200])",
        );
        const heights = wanted.data.map((trace) => (trace.y as number[])[200]);
        expect(drawn).toHaveLength(heights.length);
        return Math.max(...heights.map((height, i) => Math.abs(drawn[i] - height)));
      };
      await expect.poll(farthest).toBeLessThan(5e-5);
    }
    expect(errors).toEqual([]);
    await page.context().close();
  }, 60_000);

  test("frames are played by Plotly's own button once they are added, as Lab's extension does", async () => {
    const { page, errors } = await openViewer();
    const { data, layout, frames } = figures.normalFits(normal(0, 1))[mimeBundle]()[
      plotlyMime
    ] as Record<string, unknown>;
    await draw(page, { data, layout });
    await page.evaluate(
      `Plotly.addFrames("plot", ${JSON.stringify(frames)}).then(() => undefined)`,
    );
    await page.locator(".updatemenu-button").first().click();
    await page.waitForTimeout(500);
    expect(errors).toEqual([]);
    await page.context().close();
  }, 60_000);
});
