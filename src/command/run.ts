import { dirname, resolve } from "node:path";
import { timeoutProblem } from "../kernel/cell-timeout";
import { checkFileLimit, kernelsAtATime } from "../kernel/file-limit";
import { KernelError } from "../kernel/kernel-error";
import { ParameterError, withParameters } from "../kernel/notebook-parameters";
import { runFiles } from "../kernel/run-files";
import { makePath } from "../notebook/make-path";
import {
  type NotebookFile,
  readNotebookFiles,
  UnusableNotebooksError,
} from "../notebook/notebook-file";
import { systemReason } from "../notebook/system-reason";
import { printable } from "../notebook/terminal-text";
import { trainingProblems } from "../notebook/training-marks";
import { writeAtomically } from "../notebook/write-atomically";
import { cellProgress } from "./cell-progress";
import { CommandError } from "./command-error";
import { exerciseTable } from "./exercise-table";
import { type JUnitSuite, junitReport } from "./junit-report";
import { ProgressLine } from "./progress-line";
import { type RunCommandOptions, readRunOptions } from "./run-options";
import { RunPictures } from "./run-pictures";
import { reportRun } from "./run-report";
import { storeOutputs } from "./store-outputs";

/**
 * `klab run FILE… [options]`: 0 when every cell of every notebook is fine, 1 when one fails, 2 where something cannot
 * be used: a file, an option, the machine.
 */
export async function runCommand(args: string[]): Promise<number> {
  try {
    const options = readRunOptions(args);
    return await run(readFiles(options), options);
  } catch (error) {
    if (error instanceof UnusableNotebooksError) {
      throw new CommandError(error.problems.map((line) => `klab run: ${line}`).join("\n"));
    }
    if (error instanceof KernelError || error instanceof ParameterError) {
      throw new CommandError(`klab run: ${error.message}`);
    }
    throw error;
  }
}

/** The notebooks as they are to be run, with the parameters in them. */
function readFiles({ files, write, parameters }: RunCommandOptions): NotebookFile[] {
  const problems: string[] = [];
  const read = readNotebookFiles(files, { write }).map((file) => {
    for (const [index, cell] of file.notebook.cells.entries()) {
      const problem = timeoutProblem(cell);
      if (problem) problems.push(`${file.name}: cells[${index}]: ${problem}`);
    }
    try {
      const notebook = withParameters(file.notebook, parameters, file.folder);
      problems.push(...trainingProblems(notebook).map((problem) => `${file.name}: ${problem}`));
      return { ...file, notebook };
    } catch (error) {
      if (!(error instanceof ParameterError)) throw error;
      problems.push(`${file.name}: ${error.message}`);
      return file;
    }
  });
  if (problems.length > 0) throw new UnusableNotebooksError(problems);
  return read;
}

async function run(files: readonly NotebookFile[], options: RunCommandOptions): Promise<number> {
  checkFileLimit();
  const { write, junit, keepGoing, allowErrors } = options;
  // Before anything runs: a report that cannot be written would be known only at the end.
  const suites = new Map(files.map((file) => [file, unfinished(file)]));
  const report = (): void => {
    if (junit !== undefined) writeReport(junit, junitReport([...suites.values()]));
  };
  report();
  const progress = new ProgressLine(process.stderr);
  const say = (text: string): void => {
    progress.clear();
    process.stderr.write(`${printable(text)}\n`);
  };
  const pictures = new RunPictures(say);
  let isWhole = true;
  try {
    const runs = await runFiles(files, {
      ...options,
      parallel: kernelsAtATime(options.parallel),
      onProgress: ({ name, notebook }, at) =>
        progress.set(printable(name), cellProgress(notebook, at)),
      onKernelError(file, { message }) {
        isWhole = false;
        suites.set(file, { name: file.name, problem: message });
        progress.set(printable(file.name), undefined);
        say(`klab run: ${file.name}: ${message}`);
      },
      async onEnd(file, result) {
        const isDue = write && (result.ok || keepGoing || allowErrors);
        const stored = isDue ? await storeOutputs(file, result, pictures.draw) : { note: "" };
        progress.set(printable(file.name), undefined);
        progress.clear();
        const run = { file, result };
        const size = options.small ? "，小规模 / small" : "";
        const [first, ...more] = reportRun(run, size + stored.note).split("\n");
        if (result.ok) console.log(first);
        else say(first);
        if (more.length > 0) say(more.join("\n"));
        if (stored.warning) say(`  ${file.name}: ${stored.warning}`);
        if (stored.problem) say(`klab run: ${file.name}: ${stored.problem}`);
        if (stored.problem) isWhole = false;
        suites.set(file, { name: file.name, run, problem: stored.problem });
      },
    });
    if (junit !== undefined) {
      progress.clear();
      const table = exerciseTable(runs);
      if (table !== "") console.log(table);
    }
    if (!runs.every(({ result }) => result.ok)) return 1;
    return isWhole ? 0 : 2;
  } finally {
    progress.clear();
    await pictures.close();
    report();
  }
}

/** What a report says of a notebook until its run has ended; all there is where the command is killed. */
function unfinished({ name }: NotebookFile): JUnitSuite {
  return { name, problem: "没有跑完 / the run did not finish" };
}

function writeReport(file: string, text: string): void {
  try {
    makePath(dirname(resolve(file)));
    writeAtomically(file, text);
  } catch (error) {
    const reason = systemReason(error);
    if (reason === undefined) throw error;
    throw new CommandError(`klab run: --junit ${file}: 写不进 / cannot write: ${reason}`);
  }
}
