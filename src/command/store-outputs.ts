import { rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { RunResult } from "../kernel/run-result";
import { mergeOutputs } from "../notebook/merge-outputs";
import { type Notebook, parseNotebook, stringifyNotebook } from "../notebook/nbformat";
import type { NotebookFile } from "../notebook/notebook-file";
import { readRegularFile } from "../notebook/regular-file";
import { type DrawPicture, storableNotebook } from "../notebook/storable-notebook";
import { systemReason } from "../notebook/system-reason";
import { isWritable, writeAtomically } from "../notebook/write-atomically";

export interface Stored {
  /** What the report says behind the verdict; empty where the file has it all already. */
  readonly note: string;
  /** What a reader must know: that cells were edited meanwhile. */
  readonly warning?: string;
  /** Why the outputs are not in the file. */
  readonly problem?: string;
}

/** An editor that writes in place may be in the middle of it: looked at so often, so many milliseconds apart. */
const looks = 10;
const pause = 100;

const written = "，已写入 / written";

/**
 * Stores what a run gave in the file it was read from.
 *
 * Where the file has been saved meanwhile, the outputs are put into what it holds now; where that cannot be, they go
 * to a file beside it.
 */
export async function storeOutputs(
  file: NotebookFile,
  { notebook: result }: RunResult,
  images: DrawPicture,
): Promise<Stored> {
  try {
    const before = parseNotebook(file.text);
    const executed = await storableNotebook(result, { images, before });
    for (let look = 0; look < looks; look++) {
      const outcome = tryToStore(file, before, executed);
      if (outcome) return outcome;
      await sleep(pause);
    }
    return storeBeside(file, executed);
  } catch (error) {
    return cannotWrite(error);
  }
}

/** undefined where the file holds no notebook now, or one whose cells cannot be told, or may not be written any more. */
function tryToStore(
  { path, text }: NotebookFile,
  before: Notebook,
  executed: Notebook,
): Stored | undefined {
  const current = readNow(path);
  if (current === undefined || !isWritable(path)) return undefined;
  if (current === text) {
    const after = stringifyNotebook(executed);
    if (after === text) return { note: "" };
    return writeAtomically(path, after, current) ? { note: written } : undefined;
  }
  const now = parsed(current);
  const merged = now && mergeOutputs(now, before, executed);
  if (!merged) return undefined;
  const after = stringifyNotebook(merged.notebook);
  if (after !== current && !writeAtomically(path, after, current)) return undefined;
  const note = `${written}（运行时文件被改过，已并入 / the file was saved meanwhile: merged）`;
  if (merged.edited.length === 0) return { note };
  const cells = merged.edited.map((index) => index + 1).join(", ");
  return {
    note,
    warning: `运行时改过的单元格没有存输出 / edited while it ran, their outputs are not stored: ${cells}`,
  };
}

/** The file is gone, or something else has taken its name. */
const gone: readonly unknown[] = ["ENOENT", "EISDIR", "ENOTREG", "ELOOP"];

function readNow(path: string): string | undefined {
  try {
    return readRegularFile(path).toString();
  } catch (error) {
    if (gone.includes((error as NodeJS.ErrnoException).code)) return undefined;
    throw error;
  }
}

function parsed(text: string): Notebook | undefined {
  try {
    return parseNotebook(text);
  } catch {
    return undefined;
  }
}

/** Beside the notebook, under a name that nothing has. */
function storeBeside({ path }: NotebookFile, executed: Notebook): Stored {
  const name = basename(path).replace(/\.ipynb$/i, "");
  for (let number = 1; ; number++) {
    const other = join(dirname(path), `${name}.outputs${number > 1 ? `-${number}` : ""}.ipynb`);
    try {
      writeFileSync(other, stringifyNotebook(executed), { flag: "wx" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") continue;
      rmSync(other, { force: true });
      return cannotWrite(error);
    }
    return {
      note: "",
      problem: `运行时文件被改成了别的样子，没有动它，输出在 / the file has changed beyond merging and is left alone, the outputs are in: ${other}`,
    };
  }
}

function cannotWrite(error: unknown): Stored {
  const reason = systemReason(error);
  if (reason === undefined) throw error;
  return { note: "", problem: `写不进 / cannot write: ${reason}` };
}
