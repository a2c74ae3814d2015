import { basename } from "node:path";
import type { Course } from "../handout/course/course";
import { readCourse } from "../handout/course/read-course";
import type { HandoutEntry } from "../handout/making/handout-entry";
import { notebookAssets } from "../handout/notebook-assets";
import {
  type NotebookFile,
  readNotebookFiles,
  UnusableNotebooksError,
} from "../notebook/notebook-file";
import { CommandError } from "./command-error";

/** A notebook to make handouts of, and where it is. */
export interface HandoutFile extends HandoutEntry {
  readonly path: string;
  readonly folder: string;
}

const handoutFile = ({ name, path, folder, notebook }: NotebookFile): HandoutFile => ({
  name: basename(name).replace(/\.ipynb$/i, ""),
  notebook,
  path,
  folder,
  asset: notebookAssets(folder),
});

/** Notebooks as far as they can be read, and a line for each that cannot. */
export interface ReadHandoutFiles {
  readonly files: readonly HandoutFile[];
  readonly problems: readonly string[];
}

/** The notebooks, of any kernel, that handouts are to be made of; a file named twice is read once. */
export function readableHandoutFiles(names: readonly string[]): ReadHandoutFiles {
  const files = new Map<string, NotebookFile>();
  const problems: string[] = [];
  for (const name of names) {
    try {
      for (const file of readNotebookFiles([name], { toRead: true }))
        if (!files.has(file.path)) files.set(file.path, file);
    } catch (error) {
      if (!(error instanceof UnusableNotebooksError)) throw error;
      problems.push(...error.problems);
    }
  }
  return { files: [...files.values()].map(handoutFile), problems };
}

/**
 * The same, all or none.
 *
 * @throws CommandError with a line for each that cannot be read
 */
export function readHandoutFiles(names: readonly string[]): HandoutFile[] {
  const { files, problems } = readableHandoutFiles(names);
  if (problems.length > 0) throw new CommandError(problems.join("\n"));
  return [...files];
}

/** The notebooks with what each shares with those beside it. */
export async function withCourses(files: readonly HandoutFile[]): Promise<HandoutFile[]> {
  const courses = new Map<string, Course>();
  for (const { folder } of files) {
    if (!courses.has(folder)) courses.set(folder, await readCourse(folder));
  }
  return files.map((file) => ({ ...file, course: courses.get(file.folder) }));
}
