import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Notebook } from "../../src/notebook/nbformat";
import { openBrowser } from "../../src/pictures/browser";
import { notebookOf, onLinux, until } from "../kernel/workspace";
import { LabMachine, labPython } from "./lab-machine";
import { type LabPage, LabSession } from "./lab-session";

const { missing } = await labPython();
if (missing) console.log(`skipped: the kernel under JupyterLab: ${missing}`);

const [progressCell, figureCell, endlessCell, plainCell] = [0, 1, 2, 3];
const notebook = notebookOf(
  `import { figures, progress } from "klab";
for (const i of progress(40, "训练")) await new Promise((resume) => setTimeout(resume, 50));`,
  "figures.pmfPair([0.5, 0.5], [0.9, 0.1]);",
  'console.log("开始");\nwhile (true) {}',
  'console.log("还在");',
);

describe.skipIf(missing)("a kernel under JupyterLab", () => {
  const name = "notebooks/control.ipynb";
  let browser: Browser;
  let machine: LabMachine;
  let session: LabSession;
  let lab: LabPage;

  beforeAll(async () => {
    const found = await openBrowser({ loopback: true });
    if (!found) throw new Error("no browser");
    browser = found;
    machine = new LabMachine();
    machine.write(name, notebook);
    session = await LabSession.start(machine);
    lab = await session.open(browser, name);
  }, 180_000);
  afterAll(async () => {
    await session?.interrupt();
    await browser?.close();
    machine?.remove();
  }, 60_000);

  test("shows progress in one place, and the saved file has its last state", async () => {
    await lab.startCell(progressCell);
    const seen = new Set<string>();
    for (const end = Date.now() + 30_000; Date.now() < end; ) {
      const outputs = await lab.outputs(progressCell);
      expect(outputs.length).toBeLessThanOrEqual(1);
      for (const text of outputs) seen.add(text.trim());
      if (outputs[0]?.includes("完成")) break;
      await new Promise((resume) => setTimeout(resume, 50));
    }
    expect(seen.size).toBeGreaterThan(4);
    expect([...seen].at(-1)).toBe(`训练 ${"█".repeat(24)} 40/40 完成`);
    await lab.untilKernel("idle");
    await lab.save();
    const [cell] = (JSON.parse(machine.read(name)) as Notebook).cells;
    expect(cell?.outputs).toHaveLength(1);
    expect(JSON.stringify(cell?.outputs)).toContain("40/40 完成");
  }, 90_000);

  test("stops an endless loop when interrupted, and goes on with the next cell", async () => {
    await lab.startCell(endlessCell);
    // While it still compiles, tslab would not see the interrupt before the loop ends.
    await expect.poll(() => lab.outputs(endlessCell), { timeout: 20_000 }).toEqual(["开始\n"]);
    await lab.command("notebook:interrupt-kernel");
    await lab.untilKernel("idle");
    // tslab skips what it is asked within 200 ms after an error.
    await new Promise((resume) => setTimeout(resume, 400));
    await lab.startCell(plainCell);
    await expect.poll(() => lab.outputs(plainCell), { timeout: 20_000 }).toEqual(["还在\n"]);
    await lab.untilKernel("idle");
    if (onLinux) expect(machine.kernels()).toHaveLength(1);
  }, 90_000);

  test("restarted and run again, it leaves no other kernel and no stale display", async () => {
    const before = machine.kernels();
    await lab.runCell(figureCell);
    const figure = lab.page.locator(".jp-NotebookPanel .js-plotly-plot .main-svg");
    await figure.first().waitFor();
    await lab.restart();
    for (const cell of [progressCell, figureCell]) await lab.runCell(cell);
    await expect
      .poll(() => lab.outputs(progressCell), { timeout: 20_000 })
      .toEqual([`训练 ${"█".repeat(24)} 40/40 完成`]);
    await figure.first().waitFor();
    expect(await lab.count(".js-plotly-plot")).toBe(1);
    if (!onLinux) return;
    await until(() => machine.kernels().length === 1);
    expect(machine.kernels()).not.toEqual(before);
  }, 120_000);

  test("Ctrl-C ends the server and its kernel, even a busy one", async () => {
    await lab.startCell(endlessCell);
    await lab.untilKernel("busy");
    expect(await session.interrupt()).toBe(0);
    if (onLinux) expect(machine.processes().filter((line) => !line.includes("chrom"))).toEqual([]);
  }, 60_000);
});
