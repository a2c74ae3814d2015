import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { makeVersion } from "../../../src/handout/versions";
import { writeHandouts } from "../../../src/handout/write-handouts";
import { joinText, type Notebook } from "../../../src/notebook/nbformat";
import { firefoxCommand, Marionette } from "./marionette";

const command = firefoxCommand();
if (!command) console.log("skipped: no Firefox found");
const folder = mkdtempSync(join(tmpdir(), "klab 火狐 "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runAll = `
  const [done] = arguments;
  const problems = [];
  const ran = [];
  addEventListener("error", (event) => problems.push(event.message));
  addEventListener("securitypolicyviolation", (event) => problems.push(event.violatedDirective));
  document.body.dataset.patience = "60";
  // The cells come alive some time after the page is loaded.
  const find = () => [...document.querySelectorAll("button")].find((b) => b.textContent === "全部运行");
  const begin = () => {
    const count = document.querySelectorAll("[data-live=run]").length;
    const button = count > 0 && find();
    if (!button) return setTimeout(begin, 50);
    document.addEventListener("klab-ran", ({ target, detail }) => {
      const text = (detail.outputs ?? []).map((o) => (o.kind === "stream" ? o.text : "")).join("");
      ran.push({ cell: target.dataset.cell, text, failure: detail.failure?.message ?? detail.stopped });
      if (ran.length === count) done({ ran, problems, count });
    });
    button.click();
  };
  begin();
`;

interface Found {
  readonly ran: readonly { cell: string; text: string; failure?: string }[];
  readonly problems: readonly string[];
  readonly count: number;
}

test.runIf(command)(
  "a lesson runs in Firefox, from disk, as in the kernel",
  { timeout: 240_000 },
  async () => {
    const name = "02-relative-entropy";
    const notebook = JSON.parse(readFileSync(`notebooks/${name}.ipynb`, "utf8")) as Notebook;
    await writeHandouts([{ name, notebook }], {
      out: folder,
      audiences: ["teacher"],
      renderer: undefined,
      log: () => {},
    });
    const firefox = await Marionette.start(command as string);
    try {
      const url = pathToFileURL(join(folder, `${name}.teacher.html`)).href;
      await firefox.send("WebDriver:Navigate", { url });
      const { ran, problems, count } = (await firefox.evaluate(runAll)) as Found;
      expect(count).toBeGreaterThan(20);
      expect(problems).toEqual([]);
      // A page numbers the cells that it has: set-up cells run, and are not in it.
      const { cells } = makeVersion(notebook, "teacher");
      for (const { cell, text, failure } of ran) {
        const { outputs = [] } = cells[Number(cell) - 1];
        const stored = outputs.map((o) => (o.output_type === "stream" ? joinText(o.text) : ""));
        expect([cell, failure ?? "", text]).toEqual([cell, "", stored.join("")]);
      }
    } finally {
      await firefox.close();
    }
  },
);
