import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Notebook, parseNotebook } from "../../notebook/nbformat";
import { type Course, readGuide, targetsOf } from "./course";
import { readBibliography } from "./read-bibliography";

const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
};

/** The notebooks of a folder by name, those that cannot be read left out: they are not what is asked for. */
function notebooksIn(folder: string): Map<string, Notebook> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
  const notebooks = new Map<string, Notebook>();
  for (const name of names.sort()) {
    try {
      const notebook = parseNotebook(textOf(join(folder, name)) ?? "");
      notebooks.set(name.replace(/\.ipynb$/, ""), notebook);
    } catch {
      // somebody else's, or broken
    }
  }
  return notebooks;
}

/**
 * What the notebooks of a folder share: `references.bib`, the guide's tables, numbers of figures and exercises.
 *
 * @throws HandoutError if there is a bibliography and what reads it is missing
 */
export async function readCourse(folder: string): Promise<Course> {
  const notebooks = notebooksIn(folder);
  const targets = new Map([...notebooks].map(([name, notebook]) => [name, targetsOf(notebook)]));
  const bibliography = await readBibliography(textOf(join(folder, "references.bib")) ?? "");
  return { ...readGuide(notebooks), bibliography, targets };
}
