import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import {
  joinText,
  type Notebook,
  parseNotebook,
  splitText,
  stringifyNotebook,
} from "../notebook/nbformat";
import { readRegularFile } from "../notebook/regular-file";
import { isRecord } from "../words/is-record";
import { HandoutError } from "./handout-error";
import { runnableVersion } from "./versions";
import { writeWhole } from "./write-whole";

const digestOf = ({ cells }: Notebook): string => {
  const sources = cells.map(({ cell_type, source }) => [cell_type, joinText(source)]);
  return createHash("sha256").update(JSON.stringify(sources)).digest("hex");
};

/**
 * The notebook that students work in: solutions blanked, exercises and checks unrun, hints folded.
 *
 * @param notebook the teacher's
 * @throws HandoutError if a tag is nearly a known one, or an exercise has no marked solution
 */
export function studentNotebook(notebook: Notebook): Notebook {
  const version = runnableVersion.reduce((result, transform) => transform(result), notebook);
  const cells = version.cells.map((cell) => ({
    ...cell,
    source: splitText(joinText(cell.source)),
  }));
  const klab = { audience: "student", digest: digestOf(version) };
  return { ...version, cells, metadata: { ...version.metadata, klab } };
}

/** Whether a notebook is one that we wrote and in whose cells nobody has written since. */
function isUntouched(text: string): boolean {
  try {
    const notebook = parseNotebook(text);
    const { klab } = notebook.metadata;
    return isRecord(klab) && klab.audience === "student" && klab.digest === digestOf(notebook);
  } catch {
    return false;
  }
}

/** What keeps a student's notebook from being written in the place of what is there. */
export type StudentObstacle = "edited" | "source";

/** @param source the teacher's notebook, which must not be overwritten, where it is a file */
export function studentObstacle(file: string, source?: string): StudentObstacle | undefined {
  try {
    if (source !== undefined && realpathSync(file) === realpathSync(source)) return "source";
    return isUntouched(readRegularFile(file).toString()) ? undefined : "edited";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? undefined : "edited";
  }
}

export const obstacleText = (file: string, obstacle: StudentObstacle): string =>
  obstacle === "source"
    ? `${file}: 这是教师的笔记本，没有覆盖；请用 --out 另选文件夹 / this is the teacher's notebook and was not overwritten: choose another folder with --out`
    : `${file}: 已有这个文件，而且改过，没有覆盖 / there is such a file, and it has been edited: left as it is`;

/** A notebook to make a student's of. */
export interface StudentEntry {
  /** Its file name without `.ipynb`. */
  readonly name: string;
  readonly notebook: Notebook;
  /** Where the teacher's lies. */
  readonly path?: string;
}

export interface WrittenNotebooks {
  readonly files: readonly string[];
  /** What was left alone, in words. */
  readonly kept: readonly string[];
}

/** Names that differ in case only are one name on most readers' machines. */
function sameNames(entries: readonly StudentEntry[]): string[] {
  const taken = new Set<string>();
  return entries.flatMap(({ name }) => {
    const plain = name.normalize().toLowerCase();
    const isTaken = taken.has(plain);
    taken.add(plain);
    return isTaken
      ? [
          `${name}.ipynb: 学生笔记本同名，会互相覆盖，请分开放 / two students' notebooks would have this name: use two --out folders`,
        ]
      : [];
  });
}

/**
 * Writes `NAME.ipynb` for students of each notebook, once all of them can be made.
 *
 * @throws HandoutError naming each notebook of which none can be made
 */
export function writeStudentNotebooks(
  entries: readonly StudentEntry[],
  out: string,
): WrittenNotebooks {
  const problems = sameNames(entries);
  const made = entries.flatMap(({ name, notebook, path }) => {
    try {
      const text = stringifyNotebook(studentNotebook(notebook));
      return [{ file: join(out, `${name}.ipynb`), text, path }];
    } catch (error) {
      if (!(error instanceof HandoutError)) throw error;
      problems.push(`${name}.ipynb: ${error.message}`);
      return [];
    }
  });
  if (problems.length > 0) throw new HandoutError(problems.join("; "));
  const files: string[] = [];
  const kept: string[] = [];
  for (const { file, text, path } of made) {
    const obstacle = studentObstacle(file, path);
    if (obstacle === undefined) {
      writeWhole(file, text);
      files.push(file);
    } else kept.push(obstacleText(file, obstacle));
  }
  return { files, kept };
}
