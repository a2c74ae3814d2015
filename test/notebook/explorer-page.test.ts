import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { explore, select, slider } from "../../src/index";
import { figureHtml } from "../../src/notebook/figure-html";
import { mimeBundle } from "../../src/notebook/mime";
import { closeTestBrowser, openNotebookPage, testBrowser } from "../support/notebook-page";

const explorer = explore(
  (klab, v) =>
    klab.figures.densityPair(klab.normal(0, 1), klab.normal(v.mu, v.sigma), { points: 401 }),
  { mu: slider(-3, 3, 0, { label: "均值μ" }), sigma: slider(0.2, 3, 1, { label: "标准差σ" }) },
);
const html = (value: { [mimeBundle](): Readonly<Record<string, unknown>> }): string =>
  value[mimeBundle]()["text/html"] as string;

let found = false;
beforeAll(async () => {
  found = (await testBrowser()) !== undefined;
  if (!found) console.log("no browser on this machine: explorers are not tried in a page");
}, 60_000);
afterAll(closeTestBrowser);

/** The explorer's output with another function in it: as a notebook of an enemy would have it. */
const hostile = (source: string): string => {
  const bundle = html(explorer);
  const json = /<script type="application\/json">(.*?)<\/script>/s.exec(bundle)![1];
  const plotly = JSON.parse(json);
  plotly.explorer.source = source;
  const { caption, alt, table } = explorer;
  return figureHtml({ caption, alt, table, plotly });
};

const readout = 'output[aria-live="polite"]';

describe.runIf(await testBrowser())("an explorer in a notebook's page", () => {
  test("recomputes when its slider is moved by keyboard, and says the new value", async () => {
    const { page, requests, errors, close } = await openNotebookPage(html(explorer));
    const input = page.getByLabel("均值μ");
    await input.focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
    await page.waitForFunction(
      (selector) => document.querySelector(selector)?.textContent === "D(P‖Q) = 0.02 nat",
      readout,
    );
    expect(await input.inputValue()).toBe("0.2");
    expect(await page.locator("[data-klab-plot] .gtitle").textContent()).toContain("0.02 nat");
    expect(requests).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });
});
