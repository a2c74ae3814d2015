import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { labProject } from "../../src/command/lab-project";

// Outside the checkout, whose own .venv would be found.
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "klab 课程 "));
  mkdirSync(join(folder, "empty"));
  mkdirSync(join(folder, "node_modules/klab"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** `klab lab` on a machine with no program on its PATH. */
function lab(...args: string[]): { status: number | null; stderr: string } {
  const env = { ...process.env, PATH: join(folder, "empty"), Path: join(folder, "empty") };
  return spawnSync(process.execPath, [resolve("src/command/klab.cjs"), "lab", ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
}

test("without Jupyter and Python it says what is missing and what to do instead", () => {
  const { status, stderr } = lab("--no-browser");
  expect(status).toBe(2);
  expect(stderr).toContain("no JupyterLab, and no Python");
  expect(stderr).toContain("npx klab run");
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(readdirSync(folder)).toEqual(["empty", "node_modules"]);
});

test("an environment made by others is not touched", () => {
  mkdirSync(join(folder, ".venv"));
  const { status, stderr } = lab();
  expect(status).toBe(2);
  expect(stderr).toContain("pip install jupyterlab plotly");
  expect(readdirSync(join(folder, ".venv"))).toEqual([]);
});

test.each([
  [["--port", "70000"], "--port 70000"],
  [["--port", "eight"], "--port eight"],
  [["extra"], "extra"],
  [["--ServerApp.port=1"], "usage"],
])("%j is refused, exit code 2", (args, named) => {
  const { status, stderr } = lab(...args);
  expect(status).toBe(2);
  expect(stderr).toContain(named);
});

test("the project is the folder whose node_modules holds klab, also from a workspace in it", () => {
  mkdirSync(join(folder, "notebooks"));
  const project = labProject(join(folder, "notebooks"));
  expect(project).toMatchObject({ root: folder, page: "/lab/tree/notebooks" });
  mkdirSync(join(folder, "node_modules/@types/node"), { recursive: true });
  expect(labProject(folder).hasNodeTypes).toBe(true);
  expect(labProject(join(folder, "empty")).root).toBe(folder);
});
