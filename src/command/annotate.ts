import { createRequire } from "node:module";
import { basename, extname, join, resolve } from "node:path";
import { type AnnotatedCell, annotatedCells } from "../derivations/articles/annotated-cells";
import type { ArticlePart } from "../derivations/articles/article-part";
import { partsOfHtml } from "../derivations/articles/parts-of-html";
import { partsOfMarkdown } from "../derivations/articles/parts-of-markdown";
import { partsOfText } from "../derivations/articles/parts-of-text";
import { makePath } from "../notebook/make-path";
import {
  type Cell,
  joinText,
  type Notebook,
  NotebookFormatError,
  parseNotebook,
  splitText,
  stringifyNotebook,
} from "../notebook/nbformat";
import { readRegularFile } from "../notebook/regular-file";
import { systemReason } from "../notebook/system-reason";
import { writeAtomically } from "../notebook/write-atomically";
import { CommandError } from "./command-error";
import { parseCommand } from "./parse-command";
import { runCommand } from "./run";

/**
 * `klab annotate FILE… [--out DIR] [--write]`: an article to a notebook in which each of its formulas is read, checked
 * and annotated. Nothing from the file is executed; `--write` runs the notebook that was made.
 *
 * @returns 0, or what running gave
 * @throws CommandError with exit code 2 for a file that cannot be read or a folder that cannot be written
 */
export async function annotateCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand(args, {
    out: { type: "string", default: "annotated" },
    write: { type: "boolean", default: false },
  });
  if (positionals.length === 0) {
    throw new CommandError("klab annotate: 没有给出文件 / no file given");
  }
  if (values.out === "") {
    throw new CommandError("klab annotate: --out 后缺少文件夹 / --out needs a folder");
  }
  const articles = [...new Set(positionals)].map((file) => ({ file, text: read(file) }));
  const names = new Map<string, string>();
  for (const { file } of articles) {
    const name = outputName(file);
    const other = names.get(name);
    if (other !== undefined) {
      throw new CommandError(
        `klab annotate: ${other} 与 ${file} 都会写成 ${name} / both would be written to ${name}`,
      );
    }
    names.set(name, file);
  }
  makePath(values.out);
  const written: string[] = [];
  for (const { file, text } of articles) {
    const { cells, counts, formulas } = annotatedCells(
      basename(file),
      partsOf(file, text),
      "zh-CN",
    );
    const path = join(values.out, outputName(file));
    writeAtomically(path, stringifyNotebook(notebookOf(cells)));
    written.push(path);
    const { holds, fails, undecided, unread } = counts;
    console.log(
      `${path}: ${formulas} 个式子，成立 ${holds}，不成立 ${fails}，判断不了 ${undecided}，没有全读懂 ${unread} / ${formulas} formulas, ${holds} hold, ${fails} fail, ${undecided} undecided, ${unread} not all read`,
    );
  }
  if (!findsKlab(values.out)) {
    const advice = `klab annotate: ${values.out} 里的笔记本找不到klab：先在这个文件夹里 npm install klab / the notebooks in ${values.out} do not find klab: npm install klab in that folder first`;
    if (values.write) throw new CommandError(advice);
    console.error(advice);
  }
  return values.write ? runCommand([...written, "--write"]) : 0;
}

/** Whether what runs in a folder can import klab. */
function findsKlab(folder: string): boolean {
  try {
    createRequire(join(resolve(folder), "notebook.js")).resolve("klab");
    return true;
  } catch {
    return false;
  }
}

const outputName = (file: string): string =>
  `${basename(file).replace(/\.[^.]+$/, "")}.annotated.ipynb`;

function read(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readRegularFile(file));
  } catch (error) {
    const reason =
      error instanceof TypeError
        ? "不是 UTF-8 文本 / not UTF-8 text"
        : (systemReason(error) ?? (error as Error).message);
    throw new CommandError(`klab annotate: ${file}: ${reason}`);
  }
}

function partsOf(file: string, text: string): readonly ArticlePart[] {
  switch (extname(file).toLowerCase()) {
    case ".md":
    case ".markdown":
      return partsOfMarkdown(text);
    case ".html":
    case ".htm":
    case ".xhtml":
      return partsOfHtml(text);
    case ".ipynb":
      return partsOfNotebook(file, text);
    default:
      return partsOfText(text);
  }
}

/** Of a notebook's own text; its code is left alone. */
function partsOfNotebook(file: string, text: string): readonly ArticlePart[] {
  try {
    return parseNotebook(text)
      .cells.filter((cell) => cell.cell_type === "markdown")
      .flatMap((cell) => partsOfMarkdown(joinText(cell.source)));
  } catch (error) {
    if (!(error instanceof NotebookFormatError)) throw error;
    throw new CommandError(`klab annotate: ${file}: ${error.message}`);
  }
}

function notebookOf(cells: readonly AnnotatedCell[]): Notebook {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { display_name: "TypeScript", language: "typescript", name: "tslab" },
      language_info: { name: "typescript" },
    },
    cells: cells.map(({ kind, source }, i): Cell => {
      const base = { id: `annotated-${i + 1}`, metadata: {}, source: splitText(source) };
      return kind === "markdown"
        ? { ...base, cell_type: "markdown" }
        : { ...base, cell_type: "code", execution_count: null, outputs: [] };
    }),
  };
}
