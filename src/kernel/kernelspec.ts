import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { makePath } from "../notebook/make-path";
import { writeAtomically } from "../notebook/write-atomically";
import { findTslab, kernelArguments } from "./find-tslab";
import { KernelError } from "./kernel-error";

/**
 * Writes the kernelspec `tslab` to `folder` (made if missing) and returns the path of its kernel.json.
 *
 * Its paths are absolute, so that the kernel starts from any folder and without PATH. Names as tslab's own
 * kernelspec has them: Jupyter copies them into the notebooks it saves.
 *
 * @throws KernelError if tslab is missing
 */
export function writeKernelspec(folder: string): string {
  const tslab = findTslab(__dirname, process.cwd());
  const spec = {
    argv: [process.execPath, ...kernelArguments(tslab, "{connection_file}")],
    display_name: "TypeScript",
    language: "typescript",
    interrupt_mode: "signal",
  };
  makePath(resolve(folder));
  const file = join(folder, "kernel.json");
  writeAtomically(file, `${JSON.stringify(spec, null, 2)}\n`);
  return file;
}

/**
 * Where Jupyter looks for a user's kernelspecs: https://docs.jupyter.org/en/stable/use/jupyter-directories.html
 *
 * @throws KernelError where the user has no home folder and no variable names another
 */
export function userDataFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
  home: string = homedir(),
): string {
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR;
  if (home === "" && !(platform === "win32" ? env.APPDATA : env.XDG_DATA_HOME)) {
    throw new KernelError(
      "没有主目录（HOME 为空），请设 HOME、JUPYTER_DATA_DIR 或用 --prefix / no home folder (HOME is empty): set HOME or JUPYTER_DATA_DIR, or use --prefix",
    );
  }
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  if (platform === "win32") return join(env.APPDATA ?? join(home, "AppData", "Roaming"), "jupyter");
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "jupyter");
}
