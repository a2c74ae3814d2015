import { isRecord } from "../words/is-record";

/** A notebook file (nbformat 4) as far as klab reads it; unknown members are kept. */
export interface Notebook {
  readonly nbformat: number;
  readonly nbformat_minor: number;
  readonly metadata: NotebookMetadata;
  readonly cells: readonly Cell[];
}

export interface NotebookMetadata {
  readonly kernelspec?: {
    readonly name?: string;
    readonly display_name?: string;
    readonly language?: string;
  };
  readonly language_info?: { readonly name?: string };
  readonly title?: string;
  readonly [key: string]: unknown;
}

/** Text as nbformat stores it: one string, or its lines. */
export type MultilineText = string | readonly string[];

export interface Cell {
  readonly id?: string;
  readonly cell_type: "code" | "markdown" | "raw";
  readonly source: MultilineText;
  readonly metadata: { readonly tags?: readonly string[]; readonly [key: string]: unknown };
  readonly execution_count?: number | null;
  readonly outputs?: readonly Output[];
  readonly attachments?: unknown;
}

export type Output = StreamOutput | DisplayData | ErrorOutput;

export interface StreamOutput {
  readonly output_type: "stream";
  readonly name: "stdout" | "stderr";
  readonly text: MultilineText;
}

export interface DisplayData {
  readonly output_type: "display_data" | "execute_result";
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly execution_count?: number | null;
}

export interface ErrorOutput {
  readonly output_type: "error";
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

/** A file that is no notebook, or not one klab can use. */
export class NotebookFormatError extends Error {
  override readonly name: string = "NotebookFormatError";
}

export function joinText(text: MultilineText): string {
  return typeof text === "string" ? text : text.join("");
}

/** Lines with their ends, as Jupyter writes them, so that diffs go line by line. */
export function splitText(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

export function hasTag(cell: Cell, tag: string): boolean {
  return cell.metadata.tags?.includes(tag) ?? false;
}

/**
 * Reads a notebook.
 *
 * @param upgrade makes nbformat 4 of what the file is, where it can
 * @throws NotebookFormatError naming what is missing and where
 */
export function parseNotebook(
  text: string,
  upgrade: (value: unknown) => unknown = (value) => value,
): Notebook {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new NotebookFormatError(`不是 JSON / not JSON: ${(error as Error).message}`);
  }
  if (isTooDeep(value)) {
    throw new NotebookFormatError(
      `嵌套超过 ${deepest} 层，Jupyter 也打不开 / nests deeper than ${deepest} levels, which Jupyter cannot open either`,
    );
  }
  value = upgrade(value);
  // The version first: before nbformat 4 the cells lay elsewhere.
  const format = isRecord(value) ? value.nbformat : undefined;
  if (typeof format === "number" && format !== 4) {
    throw new NotebookFormatError(
      `只读 nbformat 4，文件是 ${format} / reads nbformat 4, the file is ${format}`,
    );
  }
  if (!isRecord(value) || !Array.isArray(value.cells) || format !== 4) {
    throw new NotebookFormatError(
      "不是笔记本：缺少 cells 或 nbformat / no notebook: cells or nbformat missing",
    );
  }
  const metadata = value.metadata ?? {};
  if (!isRecord(metadata) || !isRecord(metadata.kernelspec ?? {})) {
    throw new NotebookFormatError(
      "metadata 或其 kernelspec 应为对象 / metadata and its kernelspec must be objects",
    );
  }
  for (const [index, cell] of value.cells.entries()) {
    const problem = cellProblem(cell);
    if (problem) throw new NotebookFormatError(`cells[${index}]: ${problem}`);
  }
  return { nbformat_minor: 5, ...value, metadata } as unknown as Notebook;
}

/** Python's JSON reader, and so Jupyter's, takes no more than about a thousand levels. */
const deepest = 500;

/** Whether `value`, JSON, nests deeper than that. Without recursion, which would end sooner. */
function isTooDeep(value: unknown): boolean {
  const stack: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { value: outer, depth } = next;
    if (typeof outer !== "object" || outer === null) continue;
    if (depth > deepest) return true;
    for (const inner of Object.values(outer)) {
      if (typeof inner === "object") stack.push({ value: inner, depth: depth + 1 });
    }
  }
  return false;
}

/** As Jupyter writes notebooks: keys sorted, one space of indent, a newline at the end. */
export function stringifyNotebook(notebook: Notebook): string {
  return `${JSON.stringify(sortKeys(notebook), null, 1)}\n`;
}

/** The same JSON value with the keys of every object in order. */
export function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, sortKeys(member)]));
}

const isText = (value: unknown): boolean =>
  typeof value === "string" ||
  (Array.isArray(value) && value.every((line) => typeof line === "string"));

function cellProblem(cell: unknown): string | undefined {
  if (!isRecord(cell)) return "不是对象 / not an object";
  if (!["code", "markdown", "raw"].includes(cell.cell_type as string)) {
    return `未知的 cell_type / unknown cell_type: ${JSON.stringify(cell.cell_type)}`;
  }
  if (!isText(cell.source)) return "source 应为文本 / source must be text";
  if (!isRecord(cell.metadata)) return "缺少 metadata / metadata missing";
  if (!Array.isArray(cell.metadata.tags ?? [])) return "tags 应为列表 / tags must be a list";
  // Only code has outputs, but what other cells bring under that name is read as well.
  const outputs = cell.cell_type === "code" ? cell.outputs : (cell.outputs ?? []);
  if (!Array.isArray(outputs)) return "缺少 outputs / outputs missing";
  const bad = outputs.findIndex((output) => !isOutput(output));
  return bad < 0 ? undefined : `outputs[${bad}] 不是输出 / outputs[${bad}] is no output`;
}

/** Whether `value` has what its kind of output needs; kinds that are not known are nobody's trouble. */
function isOutput(value: unknown): boolean {
  if (!isRecord(value)) return false;
  switch (value.output_type) {
    case "stream":
      return isText(value.text);
    case "display_data":
    case "execute_result":
      return isRecord(value.data) && isRecord(value.metadata ?? {});
    case "error":
      return Array.isArray(value.traceback ?? []) && isText(value.traceback ?? []);
    default:
      return typeof value.output_type === "string";
  }
}
