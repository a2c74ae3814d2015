import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "./command-error";
import { findPython, lastLine, type Program, runProgram } from "./lab-python";
import { oneAtATime, released } from "./one-at-a-time";

/** Lab 4 is what the figures are tested in; the Lab extension of plotly 6 draws with plotly.js 3. */
export const labRequirements: readonly string[] = ["jupyterlab>=4.2", "plotly>=6.0"];

/** The Python of the environment in `folder`. */
export function environmentPython(folder: string): string {
  return join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
}

/**
 * The JupyterLab of the environment `folder`, which is made with pip if it is missing.
 *
 * One made by others is used if it has Lab, and never changed.
 *
 * @param log hears what takes long
 * @throws CommandError (exit code 2) where there is no Python that can make one, or pip fails
 */
export async function environmentLab(
  folder: string,
  log: (line: string) => void,
): Promise<Program> {
  const python = environmentPython(folder);
  // By module, not by the script in bin: its first line holds a path, which may hold spaces or have moved.
  const lab: Program = { command: python, args: ["-m", "jupyterlab"] };
  const lock = `${folder}.lock`;
  await released(lock); // half made, it may have Lab and not yet what Lab needs
  if (await hasLab(lab)) return lab;
  await oneAtATime(lock, async () => {
    if (await hasLab(lab)) return;
    const mark = join(folder, "made-by-klab.txt");
    if (existsSync(folder) && !existsSync(mark)) {
      throw new CommandError(
        `klab lab: ${folder} 里没有能用的 JupyterLab；请运行 "${python}" -m pip install jupyterlab plotly，或删去该文件夹 / has no JupyterLab that runs: install it there with the command above, or delete the folder`,
      );
    }
    await makeEnvironment(folder, python, mark, log);
  });
  if (await hasLab(lab)) return lab;
  throw new CommandError(
    `klab lab: 装好的 JupyterLab 不能运行，请删去 ${folder} 再试 / JupyterLab was installed but does not run: delete the folder and try again`,
  );
}

/** Whether `lab` starts a JupyterLab. */
export async function hasLab(lab: Program): Promise<boolean> {
  const { code, stdout } = await runProgram(lab, ["--version"], 60_000);
  return code === 0 && Number.parseInt(stdout, 10) >= 3;
}

async function makeEnvironment(
  folder: string,
  python: string,
  mark: string,
  log: (line: string) => void,
): Promise<void> {
  const found = await findPython();
  if (!found.python) {
    throw new CommandError(
      [
        "klab lab: 没有 JupyterLab，也没有能安装它的 Python（需要3.9以上，带 venv 和 pip；Debian、Ubuntu 上是 python3-venv）/ no JupyterLab, and no Python that could install it (3.9 or later with venv and pip; on Debian and Ubuntu python3-venv)",
        ...found.problems.map((problem) => `  ${problem}`),
        "  不用 Lab 也能运行：npx klab run FILE…；VS Code 也能打开笔记本 / without Lab: npx klab run FILE…, or VS Code",
      ].join("\n"),
    );
  }
  log(
    `第一次：正在把 ${labRequirements.join("、")} 装进 ${folder}，约需一分钟 / first time: installing, about a minute`,
  );
  const made = await runProgram(found.python, ["-m", "venv", "--clear", folder]);
  if (made.code !== 0) {
    throw new CommandError(
      `klab lab: 建不成 / cannot make ${folder}: ${lastLine(made.stderr || made.stdout)}`,
    );
  }
  writeFileSync(
    mark,
    "npm run lab 建立的 Python 环境，可以随时删去 / made by npm run lab; delete it any time\n",
  );
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"];
  const installed = await runProgram({ command: python, args: pip }, labRequirements);
  if (installed.code !== 0) {
    const errors = installed.stderr.match(/^ERROR: .*$/gm) ?? [lastLine(installed.stderr)];
    throw new CommandError(
      [
        "klab lab: pip 没有装成 JupyterLab（联网了吗？）；修好后再运行即可 / pip could not install JupyterLab (is there a network?); run again when that is mended",
        ...errors.slice(-3).map((line) => `  ${line}`),
      ].join("\n"),
    );
  }
}
