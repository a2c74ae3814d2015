import { readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openFigureRenderer } from "../handout/figure-renderer";
import { HandoutError } from "../handout/handout-error";
import { notebookAssets } from "../handout/notebook-assets";
import type { Audience } from "../handout/versions";
import { type HandoutEntry, writeHandouts } from "../handout/write-handouts";
import { type Notebook, NotebookFormatError, parseNotebook } from "../notebook/nbformat";
import { CommandError } from "./command-error";

const usage =
  "klab handout FILE… [--out DIR] [--for student|teacher]\n  笔记本 → 讲义，不运行代码 / notebooks → handouts, without running them";

interface HandoutArguments {
  readonly files: readonly string[];
  readonly out: string;
  readonly audience: Audience;
}

function parse(args: string[]): HandoutArguments | "help" {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: "string", default: "handouts" },
        for: { type: "string", default: "student" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return "help";
    if (positionals.length === 0) throw new Error("没有给出笔记本 / no notebook given");
    const audience = values.for;
    if (audience !== "student" && audience !== "teacher")
      throw new Error(`--for ${audience}: student 或 teacher / student or teacher`);
    if (values.out === "") throw new Error("--out: 缺少文件夹 / folder missing");
    return { files: [...new Set(positionals)], out: values.out, audience };
  } catch (error) {
    const [reason] = (error as Error).message.split("\n");
    throw new CommandError(`klab handout: ${reason}（${usage.split("\n")[0]}）`);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: "没有这个文件 / no such file",
      EISDIR: "是文件夹，不是笔记本 / a folder, no notebook",
      EACCES: "没有读权限 / no permission to read",
    };
    throw new CommandError(`${file}: ${reasons[code ?? ""] ?? message}`);
  }
}

function languageOf({ metadata }: Notebook): string | undefined {
  const { kernelspec, language_info } = metadata ?? {};
  const language = kernelspec?.language ?? language_info?.name;
  return typeof language === "string" ? language.toLowerCase() : undefined;
}

function readNotebook(file: string): Notebook {
  let notebook: Notebook;
  try {
    notebook = parseNotebook(readText(file));
  } catch (error) {
    if (error instanceof NotebookFormatError) throw new CommandError(`${file}: ${error.message}`);
    throw error;
  }
  const language = languageOf(notebook);
  if (language !== undefined && language !== "typescript" && language !== "javascript") {
    throw new CommandError(
      `${file}: 笔记本的语言是 ${language}，只做 TypeScript 的讲义 / the notebook is in ${language}, handouts are made of TypeScript ones`,
    );
  }
  return notebook;
}

function readEntry(file: string): HandoutEntry {
  return {
    name: basename(file).replace(/\.ipynb$/i, ""),
    notebook: readNotebook(file),
    asset: notebookAssets(dirname(resolve(file))),
  };
}

function refuseSameNames(entries: readonly HandoutEntry[]): void {
  const names = entries.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new CommandError(
      `${twice}: 两个笔记本同名，讲义会互相覆盖 / two notebooks of this name would overwrite each other`,
    );
  }
}

/**
 * `klab handout FILE… [--out DIR] [--for student|teacher]`: notebooks to pages that open from disk.
 *
 * @returns the exit code, 0
 * @throws CommandError with exit code 2 for unusable input, an unwritable folder or a missing library
 */
export async function handoutCommand(args: string[]): Promise<number> {
  const parsed = parse(args);
  if (parsed === "help") {
    console.log(usage);
    return 0;
  }
  const { files, out, audience } = parsed;
  const entries = files.map(readEntry);
  refuseSameNames(entries);
  const log = (line: string): void => console.log(line);
  try {
    const renderer = await openFigureRenderer({ log });
    try {
      const written = await writeHandouts(entries, { out, audiences: [audience], renderer, log });
      for (const file of written.files) log(file);
    } finally {
      await renderer?.close();
    }
  } catch (error) {
    if (error instanceof HandoutError) throw new CommandError(error.message);
    throw error;
  }
  return 0;
}
