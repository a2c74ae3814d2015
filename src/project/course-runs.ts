import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Notebook } from "../notebook/nbformat";
import type { NotebookFile } from "../notebook/notebook-file";

/**
 * The notebooks of the course as the main job last ran them, whole: tests look at what came out and need not run them
 * again. A run counts for the same text, the same build and the same Node only.
 */
export class CourseRuns {
  /** @param root the folder of the checkout, which holds the build */
  constructor(private readonly root: string) {}

  /** Keeps what came of `file`. */
  keep(file: NotebookFile, executed: Notebook): void {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(this.fileOf(file), JSON.stringify({ key: this.keyOf(file), executed }));
  }

  /** What came of `file`; undefined where it has not run, or something has changed since. */
  find(file: NotebookFile): Notebook | undefined {
    try {
      const { key, executed } = JSON.parse(readFileSync(this.fileOf(file), "utf8"));
      return key === this.keyOf(file) ? executed : undefined;
    } catch {
      return undefined; // it has not run here
    }
  }

  private get folder(): string {
    return join(this.root, ".klab/course-runs");
  }

  private fileOf({ path }: NotebookFile): string {
    return join(this.folder, `${basename(path, ".ipynb")}.json`);
  }

  private keyOf({ text }: NotebookFile): string {
    const build = readFileSync(join(this.root, "dist/.inputs"));
    return createHash("sha256").update(build).update(process.version).update(text).digest("hex");
  }
}
