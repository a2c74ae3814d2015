import { KernelError } from "../kernel/kernel-error";
import { runFiles } from "../kernel/run-files";
import type { RunResult } from "../kernel/run-result";
import { stringifyNotebook } from "../notebook/nbformat";
import {
  type NotebookFile,
  readNotebookFiles,
  UnusableNotebooksError,
} from "../notebook/notebook-file";
import { type DrawPicture, storableNotebook } from "../notebook/storable-notebook";
import { writeAtomically } from "../notebook/write-atomically";
import type { FigureRenderer } from "../pictures/figure-renderer";
import { CommandError } from "./command-error";
import { parseCommand } from "./parse-command";
import { ProgressLine } from "./progress-line";
import { reportRun } from "./run-report";

/** The longest a timer of JavaScript can wait: 2^31 − 1 milliseconds. */
const longestTimeout = 2_147_483;

/** `klab run FILE… [--write] [--timeout s]`: 0 when every cell of every notebook is fine, 1 when one fails. */
export async function runCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand(args, {
    write: { type: "boolean", default: false },
    timeout: { type: "string", default: "120" },
  });
  const timeout = Number(values.timeout);
  if (values.timeout.trim() === "" || !(timeout > 0 && timeout <= longestTimeout)) {
    throw new CommandError(
      `klab run: --timeout 应为 0 到 ${longestTimeout} 之间的秒数 / --timeout must be seconds between 0 and ${longestTimeout}: ${values.timeout}`,
    );
  }
  if (positionals.length === 0) {
    throw new CommandError(
      "klab run: 没有给出笔记本 / no notebook given: klab run FILE… [--write] [--timeout s]",
    );
  }
  try {
    return await run(readNotebookFiles(positionals, values), timeout, values.write);
  } catch (error) {
    if (error instanceof UnusableNotebooksError) {
      throw new CommandError(error.problems.map((line) => `klab run: ${line}`).join("\n"));
    }
    if (error instanceof KernelError) throw new CommandError(`klab run: ${error.message}`);
    throw error;
  }
}

async function run(files: NotebookFile[], timeout: number, write: boolean): Promise<number> {
  const progress = new ProgressLine(process.stderr);
  const say = (text: string): void => {
    progress.clear();
    process.stderr.write(`${text}\n`);
  };
  const pictures = new Pictures(say);
  try {
    const runs = await runFiles(files, {
      timeout,
      onProgress: ({ name }, { codeCell, codeCells }) =>
        progress.set(name, `${codeCell}/${codeCells}`),
      async onEnd(file, result) {
        const changed = write && result.ok && (await store(file, result, pictures.draw));
        progress.set(file.name, undefined);
        progress.clear();
        const report = reportRun({ file, result }, changed ? "，已写入 / written" : "");
        const [first, ...warnings] = report.split("\n");
        if (!result.ok) return say(report);
        console.log(first);
        if (warnings.length > 0) say(warnings.join("\n"));
      },
    });
    return runs.every(({ result }) => result.ok) ? 0 : 1;
  } finally {
    progress.clear();
    await pictures.close();
  }
}

/** Stores what the run gave; false when the file has it already. */
async function store(
  { path, name, text, notebook }: NotebookFile,
  { notebook: executed }: RunResult,
  images: DrawPicture,
): Promise<boolean> {
  const after = stringifyNotebook(await storableNotebook(executed, { images, before: notebook }));
  if (after === text) return false;
  try {
    writeAtomically(path, after);
  } catch (error) {
    throw new CommandError(`klab run: ${name}: 写不进 / cannot write: ${(error as Error).message}`);
  }
  return true;
}

/** Draws figures with a browser that is opened when the first one comes. */
class Pictures {
  private renderer?: Promise<FigureRenderer | undefined>;
  private silenced = false;

  constructor(private readonly say: (line: string) => void) {}

  readonly draw: DrawPicture = async (plotlyJson) => {
    if (this.silenced) return undefined;
    try {
      this.renderer ??= this.open();
      const renderer = await this.renderer;
      if (renderer) return await renderer.render(plotlyJson);
      this.stop(
        "找不到浏览器，图只存数据，不存画面 / no browser: figures are stored without pictures",
      );
    } catch (error) {
      this.stop(`图没有画面 / figures without pictures: ${(error as Error).message}`);
    }
    return undefined;
  };

  async close(): Promise<void> {
    await (await this.renderer?.catch(() => undefined))?.close();
  }

  private async open(): Promise<FigureRenderer | undefined> {
    const { openFigureRenderer } = await import("../pictures/figure-renderer.js");
    return openFigureRenderer({ log: this.say });
  }

  private stop(line: string): void {
    this.silenced = true;
    this.say(`klab run: ${line}`);
  }
}
