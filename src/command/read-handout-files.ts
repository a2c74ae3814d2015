import { basename } from "node:path";
import type { Course } from "../handout/course/course";
import { readCourse } from "../handout/course/read-course";
import type { HandoutEntry } from "../handout/making/handout-entry";
import { notebookAssets } from "../handout/notebook-assets";
import { readNotebookFiles, UnusableNotebooksError } from "../notebook/notebook-file";
import { CommandError } from "./command-error";

/** A notebook to make handouts of, and where it is. */
export interface HandoutFile extends HandoutEntry {
  readonly path: string;
  readonly folder: string;
}

/**
 * The notebooks that handouts are to be made of, of any kernel.
 *
 * @throws CommandError with a line for each that cannot be read
 */
export function readHandoutFiles(files: readonly string[]): HandoutFile[] {
  try {
    return readNotebookFiles(files, { toRead: true }).map(({ name, path, folder, notebook }) => ({
      name: basename(name).replace(/\.ipynb$/i, ""),
      notebook,
      path,
      folder,
      asset: notebookAssets(folder),
    }));
  } catch (error) {
    if (error instanceof UnusableNotebooksError) throw new CommandError(error.message);
    throw error;
  }
}

/** The notebooks with what each shares with those beside it. */
export async function withCourses(files: readonly HandoutFile[]): Promise<HandoutFile[]> {
  const courses = new Map<string, Course>();
  for (const { folder } of files) {
    if (!courses.has(folder)) courses.set(folder, await readCourse(folder));
  }
  return files.map((file) => ({ ...file, course: courses.get(file.folder) }));
}
