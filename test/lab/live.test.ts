import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { plotlyMime } from "../../src/display/mime";
import { storedFigure } from "../../src/handout/outputs/stored-figure";
import type { Notebook } from "../../src/notebook/nbformat";
import { readFigure } from "../../src/page/figure-model";
import { openBrowser } from "../../src/pictures/browser";
import { LabMachine, labPython, lessonFigures } from "./lab-machine";
import { type LabPage, LabSession } from "./lab-session";

const { missing } = await labPython();
if (missing) console.log(`skipped: JupyterLab in a browser: ${missing}`);

/** Where Python's plotly puts its Lab extension is one folder of several; none of them is read. */
const withoutExtensions = ["--LabApp.labextensions_path=/nowhere"];
const drawn = ".jp-OutputArea .js-plotly-plot .main-svg:first-of-type";
const stderr = '[data-mime-type="application/vnd.jupyter.stderr"]';
const pictures = resolve(".klab/screenshots");

describe.skipIf(missing)("lesson 02 in JupyterLab", () => {
  let browser: Browser;
  let machine: LabMachine;
  let session: LabSession | undefined;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    const found = await openBrowser({ loopback: true });
    if (!found) throw new Error("no browser");
    browser = found;
    machine = new LabMachine();
  }, 120_000);
  afterEach(async () => {
    await session?.interrupt();
    session = undefined;
  }, 30_000);
  afterAll(async () => {
    await browser?.close();
    machine?.remove();
  });

  const start = async (options: readonly string[] = []): Promise<LabSession> =>
    (session = await LabSession.start(machine, options));

  const shoot = async ({ page }: LabPage, name: string): Promise<void> => {
    const place = page
      .locator(".jp-OutputArea")
      .filter({ has: page.locator("img, figure, .js-plotly-plot") });
    await place.first().scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${pictures}/${name}.png` });
  };

  test.each([
    ["Python's plotly extension", []],
    ["no extension, plotly.js from the project's own files", withoutExtensions],
  ])(
    "runs without error and draws its figures with %s",
    async (how, options) => {
      const lab = await (await start(options)).open(browser, machine.lesson);
      const outside: string[] = [];
      lab.page.on("request", (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (protocol.startsWith("http") && hostname !== "127.0.0.1") outside.push(request.url());
      });
      await lab.command("notebook:run-all-cells");
      await lab.page
        .locator(drawn)
        .nth(lessonFigures - 1)
        .waitFor({ timeout: 30_000 });
      await shoot(lab, options.length ? "live-html" : "live-extension");
      expect(await lab.count(".js-plotly-plot")).toBe(lessonFigures);
      expect(await lab.count(".js-plotly-plot .bars path")).toBeGreaterThan(5);
      // A Report is a table in both.
      expect(await lab.count('[data-mime-type="text/html"] table')).toBeGreaterThanOrEqual(2);
      expect(await lab.count(stderr)).toBe(0);
      if (options.length) {
        expect(await lab.count("[data-klab-figure] > [data-klab-still]:visible")).toBe(0);
      }
      // The lesson's explorer: every control lives, whether Plotly's JSON could be drawn or not.
      const figure = lab.page.locator("figure[data-klab-mounted]");
      // Mean and deviation of P and of Q.
      expect(await figure.locator("input[type=range]").count()).toBe(4);
      await figure.getByLabel("Q的均值μ", { exact: true }).focus();
      await lab.page.keyboard.press("Home");
      await figure.getByLabel("Q的标准差σ", { exact: true }).fill("1");
      await figure
        .locator("output", { hasText: "D(P‖Q) = 4.5 nat，D(Q‖P) = 4.5 nat" })
        .waitFor({ timeout: 30_000 });
      expect(await figure.locator("figcaption").textContent()).toBe(
        "图：同一对分布，两个方向这里恰好相等　D(P‖Q) = 4.5 nat，D(Q‖P) = 4.5 nat",
      );
      expect(await figure.locator(".gtitle").textContent()).toContain("恰好相等");
      expect(await figure.locator("iframe, input").count()).toBe(5);
      await figure.scrollIntoViewIfNeeded();
      await lab.page.screenshot({
        path: `${pictures}/explorer-${options.length ? "html" : "extension"}.png`,
      });
      expect(outside).toEqual([]);
      await lab.save();
      await lab.close();
      const { cells } = JSON.parse(machine.read(machine.lesson)) as Notebook;
      const bundles = cells.flatMap((cell) => cell.outputs ?? []).filter((o) => "data" in o);
      expect(
        JSON.stringify(bundles).match(/data-klab-figure=/g)?.length,
        how,
      ).toBeGreaterThanOrEqual(lessonFigures);
      expect(JSON.stringify(bundles)).not.toContain("Plotly.version");
      // Of the explorer Lab saves the HTML alone, in which a handout finds it.
      const saved = bundles.map((output) => ("data" in output ? output.data : {}));
      const explorers = saved.map(storedFigure).filter((json) => readFigure(json)?.explorer);
      expect(explorers.length).toBe(1);
      expect(saved.filter((data) => plotlyMime in data).length).toBe(lessonFigures - 1);
    },
    180_000,
  );

  test("saved by Lab and reopened by somebody who has not run it, it shows sentences and tables", async () => {
    machine.forgetSignatures();
    const lab = await (await start(withoutExtensions)).open(browser, machine.lesson);
    const output = '.jp-OutputArea [data-mime-type="text/html"]';
    await lab.page
      .locator(`${output} figure figcaption`)
      .nth(lessonFigures - 1)
      .waitFor();
    await shoot(lab, "untrusted-saved");
    expect(await lab.count(".js-plotly-plot")).toBe(0);
    expect(await lab.count(`${output} script`)).toBe(0);
    expect(await lab.count(`${output} figure > p`)).toBe(lessonFigures);
    expect(await lab.count(`${output} figure details table`)).toBe(lessonFigures);
    expect(await lab.count(`${output} table`)).toBeGreaterThanOrEqual(5);
    await lab.close();
  }, 120_000);

  test.each([
    ["without the extension", withoutExtensions],
    ["with the extension", []],
  ])(
    "as it was committed and %s, it shows pictures to a reader who has not run it",
    async (_, options) => {
      const fresh = new LabMachine();
      try {
        session = await LabSession.start(fresh, options);
        const lab = await session.open(browser, fresh.lesson);
        const picture = options.length
          ? '.jp-OutputArea [data-mime-type="image/png"] img'
          : ".jp-OutputArea :is(.js-plotly-plot, .jp-RenderedPlotly, .jp-RenderedImage)";
        await lab.page
          .locator(picture)
          .nth(lessonFigures - 1)
          .waitFor();
        await shoot(lab, options.length ? "untrusted-committed" : "untrusted-committed-extension");
        expect(await lab.count(picture)).toBe(lessonFigures);
        expect(await lab.count('[data-mime-type="text/html"] table')).toBeGreaterThanOrEqual(2);
        await lab.close();
      } finally {
        await session?.interrupt();
        session = undefined;
        fresh.remove();
      }
    },
    120_000,
  );
});
