import { realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { kernelProblem } from "./kernel-problem";
import { type Notebook, NotebookFormatError, parseNotebook } from "./nbformat";
import { readRegularFile } from "./regular-file";
import { systemReason } from "./system-reason";
import { upgradeNotebook } from "./upgrade-notebook";
import { isWritable } from "./write-atomically";

/** A notebook that can be run, and where it is. */
export interface NotebookFile {
  /** As the reader named it. */
  readonly name: string;
  /** The file itself, behind any symbolic link. */
  readonly path: string;
  /** The folder it is run in. */
  readonly folder: string;
  readonly text: string;
  readonly notebook: Notebook;
}

/** Files that cannot be run, one line each. */
export class UnusableNotebooksError extends Error {
  override readonly name: string = "UnusableNotebooksError";

  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
  }
}

/**
 * Reads and checks all `names` before anything is run; a file named twice is returned once.
 *
 * @throws UnusableNotebooksError with a line for each file that is missing, malformed, for another kernel
 *   or, with `write`, not writable; with `toRead`, notebooks of any kernel pass, and of nbformat 2 and 3
 */
export function readNotebookFiles(
  names: readonly string[],
  { write = false, toRead = false }: { readonly write?: boolean; readonly toRead?: boolean } = {},
): NotebookFile[] {
  const files = new Map<string, NotebookFile>();
  const problems: string[] = [];
  for (const name of names) {
    try {
      const file = readNotebookFile(name, toRead);
      if (write && !isWritable(file.path)) {
        problems.push(`${name}: 不可写 / not writable`);
      }
      if (!files.has(file.path)) files.set(file.path, file);
    } catch (error) {
      problems.push(`${name}: ${reason(error)}`);
    }
  }
  if (problems.length > 0) throw new UnusableNotebooksError(problems);
  return [...files.values()];
}

function readNotebookFile(name: string, toRead: boolean): NotebookFile {
  if (name === "") throw new NotebookFormatError("文件名为空 / an empty file name");
  const path = realpathSync(name);
  const bytes = readRegularFile(path);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotebookFormatError("不是 UTF-8 文本 / not UTF-8 text");
  }
  const notebook = parseNotebook(text, toRead ? upgradeNotebook : undefined);
  const problem = toRead ? undefined : kernelProblem(notebook);
  if (problem) throw new NotebookFormatError(problem);
  return { name, path, folder: dirname(resolve(name)), text, notebook };
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return "没有这个文件 / no such file";
  if (code === "EISDIR") return "是文件夹，不是笔记本 / a folder, not a notebook";
  // Node's own message may quote the file, whatever is in it.
  return systemReason(error) ?? message.replace(/\p{Cc}.*/su, "…");
}
