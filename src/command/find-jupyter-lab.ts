import { join } from "node:path";
import { environmentLab, hasLab } from "./lab-environment";
import type { Program } from "./lab-python";

const onPath: Program = { command: "jupyter", args: ["lab"] };

/**
 * JupyterLab: `jupyter` on PATH if it has Lab, else the project's `.venv`, made with pip where there is none.
 *
 * @param root the project's folder, in which `.venv` is
 * @param log hears what takes long
 * @throws CommandError (exit code 2) as `environmentLab`
 */
export async function findJupyterLab(root: string, log: (line: string) => void): Promise<Program> {
  return (await hasLab(onPath)) ? onPath : await environmentLab(join(root, ".venv"), log);
}
