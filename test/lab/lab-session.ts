import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { LabMachine } from "./lab-machine";

/** `klab lab`, started as a reader starts it. */
export class LabSession {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    private readonly exit: Promise<number | null>,
  ) {}

  /** `more`: Jupyter's options. */
  static async start(machine: LabMachine, more: readonly string[] = []): Promise<LabSession> {
    const options = ["lab", "--port", "0", "--print-url", "--"];
    const expose = ["--LabApp.expose_app_in_browser=True", ...more];
    const child = spawn(
      process.execPath,
      [resolve("src/command/klab.cjs"), ...options, ...expose],
      { cwd: machine.root, env: machine.env },
    );
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
    const exit = new Promise<number | null>((done) => child.once("exit", done));
    const url = await new Promise<string>((done, fail) => {
      child.stdout.setEncoding("utf8").once("data", (text: string) => done(text.trim()));
      void exit.then((code) => fail(new Error(`klab lab ended with ${code}: ${stderr}`)));
    });
    return new LabSession(child, url, exit);
  }

  /** Ctrl-C; resolves with the exit code. */
  async interrupt(): Promise<number | null> {
    this.child.kill("SIGINT");
    return await this.exit;
  }

  /** A page of Lab with `notebook` open and its kernel ready. */
  async open(browser: Browser, notebook: string): Promise<LabPage> {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
    const page = await context.newPage();
    const url = new URL(this.url);
    url.pathname = `/lab/tree/${notebook}`;
    await page.goto(url.href);
    await page.locator(".jp-NotebookPanel .jp-Cell").first().waitFor({ timeout: 60_000 });
    const lab = new LabPage(page);
    await lab.ready();
    return lab;
  }
}

/** A notebook open in JupyterLab. */
export class LabPage {
  constructor(readonly page: Page) {}

  async ready(): Promise<void> {
    await this.page.waitForFunction(
      "jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'",
      undefined,
      { timeout: 60_000 },
    );
  }

  /** Does what the menu item of that name does; resolves when it has been done. */
  async command(name: string): Promise<void> {
    await this.page.evaluate(`jupyterapp.commands.execute(${JSON.stringify(name)})`);
  }

  /** Starts cell `index` without waiting for its end. */
  async startCell(index: number): Promise<void> {
    await this.page.evaluate(
      `(() => { jupyterapp.shell.currentWidget.content.activeCellIndex = ${index};
        void jupyterapp.commands.execute("notebook:run-cell"); })()`,
    );
  }

  /** Waits until the kernel is "busy" or "idle". */
  async untilKernel(status: "busy" | "idle"): Promise<void> {
    const kernel = "jupyterapp.shell.currentWidget.sessionContext.session.kernel";
    await this.page.waitForFunction(`${kernel}.status === "${status}"`, undefined, {
      timeout: 30_000,
    });
  }

  /** Runs cell `index` and waits for its end. */
  async runCell(index: number): Promise<void> {
    await this.page.evaluate(
      `(() => { jupyterapp.shell.currentWidget.content.activeCellIndex = ${index};
        return jupyterapp.commands.execute("notebook:run-cell").then(() => undefined); })()`,
    );
  }

  /**
   * A new kernel process in place of this one, as the Restart button asks for after its question.
   *
   * Lab then calls the kernel's status unknown until a cell is run: tslab does not announce its start.
   */
  async restart(): Promise<void> {
    await this.page.evaluate(
      "jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()",
    );
  }

  /** The text of each output of cell `index`. */
  async outputs(index: number): Promise<string[]> {
    const cell = this.page.locator(".jp-NotebookPanel .jp-Cell").nth(index);
    return await cell.locator(".jp-OutputArea-output").allInnerTexts();
  }

  async save(): Promise<void> {
    await this.page.evaluate("jupyterapp.shell.currentWidget.context.save()");
  }

  /** How many elements of the notebook match, all cells together. */
  count(selector: string): Promise<number> {
    return this.page.locator(`.jp-NotebookPanel ${selector}`).count();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
