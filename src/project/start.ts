import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { cellProgress } from "../command/cell-progress";
import { ProgressLine } from "../command/progress-line";
import { progressText } from "../command/progress-text";
import { reportRun } from "../command/run-report";
import { plotlyMime } from "../display/mime";
import { readCourse } from "../handout/course/read-course";
import { HandoutError } from "../handout/handout-error";
import { cachedRecords } from "../handout/making/page-records";
import { notebookAssets } from "../handout/notebook-assets";
import { writeStudentNotebooks } from "../handout/student-notebook";
import { writeHandouts } from "../handout/write-handouts";
import { guardExit } from "../kernel/guard-exit";
import { KernelError } from "../kernel/kernel-error";
import { type FileRun, runFiles } from "../kernel/run-files";
import {
  type NotebookFile,
  readNotebookFiles,
  UnusableNotebooksError,
} from "../notebook/notebook-file";
import { trainingProblems } from "../notebook/training-marks";
import { openFigureRenderer } from "../pictures/figure-renderer";
import { MissingToolError } from "../pictures/missing-tool-error";
import { CourseRuns } from "./course-runs";

const root = join(__dirname, "../..");

/**
 * The main job: runs every notebook of the course in a kernel of its own and makes the handouts of what
 * came out. The notebooks on disk are left as they are.
 *
 * @returns the exit code: 1 if a cell failed, 2 if something is missing
 */
export async function start(): Promise<number> {
  const started = performance.now();
  guardExit(() => {}); // a signal ends the browser that draws, too
  try {
    const runs = await runCourse();
    const good = runs.filter(({ result }) => result.ok);
    const bad = runs.filter(({ result }) => !result.ok).map(({ file }) => nameOf(file));
    const out = join(root, "handouts");
    if (good.length > 0) {
      await makeHandouts(good, out);
      console.log(summary(good, out, (performance.now() - started) / 1000));
    }
    if (bad.length === 0) return 0;
    console.error(
      `${bad.join("、")}: 有单元出错，讲义没有更新 / a cell failed, the handouts were not updated`,
    );
    return 1;
  } catch (error) {
    const known = [KernelError, HandoutError, MissingToolError, UnusableNotebooksError];
    if (!known.some((kind) => error instanceof kind)) throw error;
    console.error((error as Error).message);
    return 2;
  }
}

const nameOf = ({ folder, path }: NotebookFile): string =>
  relative(folder, path).replace(/\.ipynb$/, "");

async function runCourse(): Promise<FileRun[]> {
  const folder = join(root, "notebooks");
  const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
  const files = readNotebookFiles(names.sort().map((name) => join(folder, name)));
  const problems = files.flatMap((file) =>
    trainingProblems(file.notebook).map((problem) => `${relative(root, file.path)}: ${problem}`),
  );
  if (problems.length > 0) throw new UnusableNotebooksError(problems);
  const progress = new ProgressLine(process.stderr);
  const runs = new CourseRuns(root);
  try {
    return await runFiles(files, {
      onProgress: ({ path, notebook }, at) =>
        progress.set(relative(root, path), cellProgress(notebook, at)),
      onEnd(file, result) {
        const name = relative(root, file.path);
        progress.set(name, undefined);
        progress.clear();
        if (result.ok) runs.keep(file, result.notebook);
        const report = reportRun({ file: { ...file, name }, result });
        if (result.ok) console.log(report);
        else console.error(report);
      },
    });
  } finally {
    progress.clear();
  }
}

async function makeHandouts(runs: readonly FileRun[], out: string): Promise<void> {
  const log = (line: string): void => console.log(line);
  const course = await readCourse(join(root, "notebooks"));
  const entries = runs.map(({ file, result }) => ({
    name: nameOf(file),
    notebook: result.notebook,
    asset: notebookAssets(file.folder),
    course,
  }));
  const renderer = await openFigureRenderer({ log });
  try {
    await writeHandouts(entries, {
      out,
      audiences: ["student", "teacher"],
      renderer,
      log,
      records: cachedRecords({ anew: process.argv.includes("--no-cache") }),
      onProgress: (progress) => {
        if (progress.total > 1) log(progressText(progress));
      },
    });
    for (const line of writeStudentNotebooks(entries, out).kept) log(line);
  } finally {
    await renderer?.close();
  }
}

function summary(runs: readonly FileRun[], out: string, seconds: number): string {
  const outputs = runs.flatMap(({ result }) =>
    result.notebook.cells.flatMap((c) => c.outputs ?? []),
  );
  const figures = outputs.filter((output) => "data" in output && plotlyMime in output.data).length;
  const cells = runs.reduce((sum, { result }) => sum + result.cells.length, 0);
  const metrics = runs.flatMap(({ result }) => result.cells.flatMap((cell) => cell.metrics ?? []));
  const bands = metrics.length;
  const zh = `已验证：${runs.length}本笔记本的${cells}个代码单元在tslab内核中全部通过，训练的${bands}项指标都在范围内，${figures}张图`;
  const en = `verified: ${cells} code cells of ${runs.length} notebooks ran in tslab, ${bands} metrics of trainings within their bands, ${figures} figures`;
  return [
    "",
    `${zh} / ${en}（${seconds.toFixed(1)} s）`,
    `讲义 / handouts: ${join(out, "index.html")}`,
    ...runs.map(({ file }) => {
      const name = nameOf(file);
      return `  ${join(out, `${name}.html`)}（教师 / teacher: ${name}.teacher.html；学生笔记本 / student's notebook: ${name}.ipynb）`;
    }),
  ].join("\n");
}
