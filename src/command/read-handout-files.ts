import { basename } from "node:path";
import { notebookAssets } from "../handout/notebook-assets";
import type { HandoutEntry } from "../handout/write-handouts";
import { readNotebookFiles, UnusableNotebooksError } from "../notebook/notebook-file";
import { CommandError } from "./command-error";

/**
 * The notebooks that handouts are to be made of, of any kernel.
 *
 * @throws CommandError with a line for each that cannot be read
 */
export function readHandoutFiles(
  files: readonly string[],
): (HandoutEntry & { readonly path: string })[] {
  try {
    return readNotebookFiles(files, { toRead: true }).map(({ name, path, folder, notebook }) => ({
      name: basename(name).replace(/\.ipynb$/i, ""),
      notebook,
      path,
      asset: notebookAssets(folder),
    }));
  } catch (error) {
    if (error instanceof UnusableNotebooksError) throw new CommandError(error.message);
    throw error;
  }
}
