import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../../src/pictures/browser";
import { LabMachine, labPython } from "./lab-machine";
import { type LabPage, LabSession } from "./lab-session";

const { missing } = await labPython();
if (missing) console.log(`skipped: keys of an explorer in JupyterLab: ${missing}`);

const panel = "jupyterapp.shell.currentWidget.content";

describe.skipIf(missing)("an explorer's controls in JupyterLab", () => {
  let browser: Browser;
  let machine: LabMachine;
  let session: LabSession;
  let lab: LabPage;
  let mean: Locator;

  beforeAll(async () => {
    const found = await openBrowser({ loopback: true });
    if (!found) throw new Error("no browser");
    browser = found;
    machine = new LabMachine();
    session = await LabSession.start(machine, ["--LabApp.labextensions_path=/nowhere"]);
    lab = await session.open(browser, machine.lesson);
    await lab.command("notebook:run-all-cells");
    const figure = lab.page.locator("figure[data-klab-mounted]");
    await figure.first().waitFor({ timeout: 60_000 });
    mean = figure.getByLabel("Q的均值μ", { exact: true });
  }, 180_000);
  afterAll(async () => {
    await session?.interrupt();
    await browser?.close();
    machine?.remove();
  }, 60_000);

  /** What Lab's shortcuts would change: which cell is active, in which mode, and what cells there are. */
  const state = (): Promise<unknown> =>
    lab.page.evaluate(
      `[${panel}.activeCellIndex, ${panel}.mode, ...${panel}.widgets.map((cell) => cell.model.type + cell.model.sharedModel.getSource())]`,
    );
  const value = async (): Promise<number> => Number(await mean.inputValue());

  /** In command mode, where single keys are shortcuts, with the explorer's own cell active. */
  const focus = async (): Promise<void> => {
    await mean.scrollIntoViewIfNeeded();
    await mean.fill("0");
    await mean.focus();
    await lab.page.evaluate(`${panel}.mode = "command"`);
    await mean.focus();
  };

  test.each([
    ["ArrowRight", 1],
    ["ArrowUp", 1],
    ["ArrowLeft", -1],
    ["ArrowDown", -1],
    ["PageUp", 1],
    ["PageDown", -1],
    ["End", 1],
    ["Home", -1],
  ])("%s moves the slider, and nothing in the notebook", async (key, direction) => {
    await focus();
    const before = await state();
    await lab.page.keyboard.press(key);
    await expect.poll(value).not.toBe(0);
    expect(Math.sign(await value())).toBe(direction);
    expect(await state()).toEqual(before);
    expect(await mean.evaluate((input) => input === document.activeElement)).toBe(true);
  });

  test("an arrow held moves it on, and the figure follows", async () => {
    await focus();
    const title = lab.page.locator("figure[data-klab-mounted] figcaption");
    const before = await title.textContent();
    for (let i = 0; i < 20; i++) await lab.page.keyboard.press("ArrowRight");
    const step = Number((await mean.getAttribute("step")) ?? 1);
    expect(await value()).toBeCloseTo(20 * step, 9);
    await expect.poll(() => title.textContent()).not.toBe(before);
  });

  test.each(["a", "b", "m", "y", "r", "x", "z", "o", "l", "1", "dd", "00", "Enter"])(
    "%s is none of Lab's shortcuts while a control has the focus",
    async (keys) => {
      await focus();
      const before = await state();
      if (keys === "Enter") await lab.page.keyboard.press(keys);
      else for (const key of keys) await lab.page.keyboard.press(key);
      await lab.page.waitForTimeout(300);
      expect(await state()).toEqual(before);
      expect(await lab.page.locator(".jp-Dialog").count()).toBe(0);
    },
  );

  test("Shift and Tab lead to the control before", async () => {
    await focus();
    await lab.page.keyboard.press("Shift+Tab");
    const other = lab.page
      .locator("figure[data-klab-mounted]")
      .getByLabel("Q的标准差σ", { exact: true });
    expect(await other.evaluate((input) => input === document.activeElement)).toBe(true);
  });

  test("outside the explorer the same keys are Lab's: the test's own control", async () => {
    await lab.page.evaluate(
      `${panel}.activeCellIndex = 3; ${panel}.mode = "command"; ${panel}.activate()`,
    );
    await lab.page.keyboard.press("ArrowDown");
    await expect.poll(() => lab.page.evaluate(`${panel}.activeCellIndex`)).toBe(4);
    const [, , ...cells] = (await state()) as unknown[];
    await lab.page.keyboard.press("b");
    await expect.poll(async () => ((await state()) as unknown[]).length).toBe(cells.length + 3);
  });
});
