import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { joinText, type Notebook } from "../../src/notebook/nbformat";
import { openBrowser } from "../../src/pictures/browser";
import { LabMachine, labPython, lessonFigures } from "./lab-machine";

const lab = await labPython();
const { missing } = lab;
const python = lab.missing === undefined ? lab.python : "";
if (missing) console.log(`skipped: nbclient and nbconvert: ${missing}`);

const execute = `
import sys, nbformat
from nbclient import NotebookClient
source, target, folder = sys.argv[1:]
notebook = nbformat.read(source, as_version=4)
NotebookClient(notebook, kernel_name="tslab", timeout=120, resources={"metadata": {"path": folder}}).execute()
nbformat.validate(notebook)
nbformat.write(notebook, target)
`;

/** What a reader sees of a cell as text: each stream whole, and the plain text of each display. */
function texts({ cells }: Notebook): string[][] {
  return cells.map(({ outputs = [] }) => {
    const streams = new Map<string, string>();
    const displays: string[] = [];
    for (const output of outputs) {
      if ("text" in output) {
        streams.set(output.name, (streams.get(output.name) ?? "") + joinText(output.text));
      } else if ("data" in output) {
        displays.push(joinText(output.data["text/plain"] as string));
      }
    }
    return [...streams].map(([name, text]) => `${name}: ${text}`).concat(displays);
  });
}

describe.skipIf(missing)("lesson 02 in the hands of Jupyter's other programs", () => {
  let machine: LabMachine;
  let browser: Browser;
  const executed = "notebooks/executed.ipynb";

  const run = (command: string, args: readonly string[]): void => {
    const env = {
      ...machine.env,
      JUPYTER_PATH: [join(machine.folder, "prefix/share/jupyter"), process.env.JUPYTER_PATH ?? ""]
        .filter(Boolean)
        .join(delimiter),
    };
    const { status, stderr } = spawnSync(command, args, {
      cwd: machine.root,
      env,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`${args.slice(0, 3)}: ${stderr}`);
  };
  const klab = (...args: string[]): void =>
    run(process.execPath, [resolve("src/command/klab.cjs"), ...args]);
  const toHtml = (file: string): string => {
    run(python, ["-m", "nbconvert", "--to", "html", file]);
    return join(machine.root, file.replace(/\.ipynb$/, ".html"));
  };
  const open = async (file: string): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.goto(pathToFileURL(file).href);
    return page;
  };

  beforeAll(async () => {
    machine = new LabMachine();
    klab("install", "--prefix", join(machine.folder, "prefix"));
    const folder = join(machine.root, "notebooks");
    run(python, [
      "-c",
      execute,
      join(machine.root, machine.lesson),
      join(machine.root, executed),
      folder,
    ]);
    const found = await openBrowser();
    if (!found) throw new Error("no browser");
    browser = found;
    mkdirSync(".klab/screenshots", { recursive: true });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    machine?.remove();
  });

  test("nbclient, with the kernel that klab install registers, gets the texts that klab run gets", () => {
    const ours = "notebooks/ours.ipynb";
    copyFileSync(join(machine.root, machine.lesson), join(machine.root, ours));
    klab("run", ours, "--write");
    const [theirs, own] = [executed, ours].map((file) => texts(JSON.parse(machine.read(file))));
    expect(theirs).toEqual(own);
    expect(own?.flat().length).toBeGreaterThan(20);
  }, 120_000);

  test("nbconvert's page of the committed notebook shows its figures as pictures", async () => {
    const page = await open(toHtml(machine.lesson));
    const widths = await page
      .locator('.jp-OutputArea img[src^="data:image/png"]')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
    expect(widths).toHaveLength(lessonFigures);
    for (const width of widths) expect(width).toBeGreaterThan(400);
    expect(await page.locator(".jp-OutputArea table").count()).toBeGreaterThanOrEqual(2);
    await page.close();
  }, 120_000);

  test("nbconvert's page of a notebook just executed draws its figures from node_modules beside it", async () => {
    const page = await open(toHtml(executed));
    await page
      .locator(".js-plotly-plot")
      .nth(lessonFigures - 1)
      .locator(".main-svg")
      .first()
      .waitFor({ timeout: 30_000 });
    expect(await page.locator(".js-plotly-plot").count()).toBe(lessonFigures);
    expect(await page.locator("[data-klab-still]:visible").count()).toBe(0);
    await page.locator(".js-plotly-plot").first().scrollIntoViewIfNeeded();
    await page.screenshot({ path: ".klab/screenshots/nbconvert-live.png" });
    // Its explorer recomputes, though a page from disk may read no file.
    const figure = page.locator("figure[data-klab-mounted]");
    await figure.getByLabel("Q的均值μ", { exact: true }).focus();
    await page.keyboard.press("End");
    await figure.getByLabel("Q的标准差σ", { exact: true }).fill("1");
    await figure
      .locator("output", { hasText: "D(P‖Q) = 4.5 nat，D(Q‖P) = 4.5 nat" })
      .waitFor({ timeout: 30_000 });
    expect(await figure.locator("figcaption").textContent()).toBe(
      "图：同一对分布，两个方向这里恰好相等　D(P‖Q) = 4.5 nat，D(Q‖P) = 4.5 nat",
    );
    await page.screenshot({ path: ".klab/screenshots/nbconvert-explorer.png" });
    await page.close();
  }, 120_000);

  test("that page, sent away without node_modules, says in words and tables what its figures show", async () => {
    const away = join(machine.folder, "away.html");
    copyFileSync(toHtml(executed), away);
    const page = await open(away);
    await page.waitForFunction("klabPlotly.then((Plotly) => Plotly === null)");
    expect(await page.locator(".js-plotly-plot").count()).toBe(0);
    const sentences = await page.locator("[data-klab-figure] > [data-klab-still]").allInnerTexts();
    expect(sentences).toHaveLength(lessonFigures);
    // Of a divergence, or of the bound that makes it ≥ 0.
    for (const sentence of sentences) expect(sentence).toMatch(/nat|≥ 0/);
    expect(await page.locator("[data-klab-figure] details table").count()).toBe(lessonFigures);
    await page.close();
  }, 120_000);
});
