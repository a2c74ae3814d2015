import { judgeMetrics, type MetricVerdict, metricText } from "../notebook/judge-metrics";
import { isJavaScript } from "../notebook/kernel-problem";
import {
  type Cell,
  hasTag,
  joinText,
  type Notebook,
  NotebookFormatError,
} from "../notebook/nbformat";
import { trainingProblems } from "../notebook/training-marks";
import { cellTimeout } from "./cell-timeout";
import { type Kernel, startKernel } from "./kernel";
import { type CellEnd, runCell } from "./run-cell";
import type { CellRun, OpenHandle, RunFailure, RunOptions, RunResult } from "./run-result";
import { bandsOf, codeToRun } from "./small-run";
import { Transcript } from "./transcript";

/** tslab skips what it is asked within 200 ms after an error; then it listens again. */
const abortWindow = 300;

/** What a notebook keeps of one cell's outputs, in bytes. */
export const defaultOutputLimit = 1_000_000;

/**
 * Runs the code cells of `notebook` in order, in a tslab kernel of its own that is ended before this returns.
 *
 * The run stops at the first cell that fails, unless told to go on. An error in a timer, or in the answer to a
 * request, fails the cell that runs when it comes; after the last cell, what is open then is waited for, up to two
 * seconds for timers, five for children, sockets and the rest, and named where it does not end. A cell tagged
 * `raises-exception` must raise one, and one that declares metrics must print them within their bands. Blank cells and
 * cells tagged `skip-execution` are not run; the latter keep their outputs. A small run keeps the notebook's code.
 *
 * @param notebook what to run; it is not changed
 * @returns the executed notebook and, if cells failed, which and why
 * @throws NotebookFormatError if what a cell says of its training is malformed; KernelError if tslab is missing or
 *   does not start; the reason of `signal` when it is aborted
 */
export async function runNotebook(notebook: Notebook, options: RunOptions): Promise<RunResult> {
  const { cwd, env, signal, outputLimit = defaultOutputLimit } = options;
  const started = performance.now();
  const state: RunState = { transcript: new Transcript(), counts: new Map(), cells: [] };
  signal?.throwIfAborted();
  const [problem] = trainingProblems(notebook);
  if (problem) throw new NotebookFormatError(problem);
  if (notebook.cells.some(isRun)) {
    const onOutput = state.transcript.receive.bind(state.transcript);
    const language = { isJavaScript: isJavaScript(notebook) };
    const kernel = await startKernel({ cwd, env, onOutput, outputLimit, ...language });
    const abort = (): void => void kernel.close({ busy: true });
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    try {
      await runCells(notebook, kernel, state, options);
    } finally {
      signal?.removeEventListener("abort", abort);
      await kernel.close({ busy: state.isDeaf || signal?.aborted });
    }
    signal?.throwIfAborted();
  }
  const { cells, open } = state;
  const failures = cells.flatMap(({ failure, isAllowed }) =>
    failure && !isAllowed ? [failure] : [],
  );
  return {
    notebook: executed(notebook, state),
    ok: failures.length === 0,
    ...(failures.length > 0 ? { failure: failures[0], failures } : {}),
    cells,
    ...(open ? { open } : {}),
    seconds: (performance.now() - started) / 1000,
  };
}

interface RunState {
  readonly transcript: Transcript;
  readonly counts: Map<number, number | null>;
  readonly cells: CellRun[];
  open?: readonly OpenHandle[];
  /** The kernel would not answer: it died, or a cell holds it. */
  isDeaf?: boolean;
}

async function runCells(
  notebook: Notebook,
  kernel: Kernel,
  state: RunState,
  { timeout = 120, small = false, onProgress = () => {}, signal, ...after }: RunOptions,
): Promise<void> {
  const { cells } = notebook;
  const { transcript, counts } = state;
  const codeCells = cells.filter((cell) => cell.cell_type === "code").length;
  const last = cells.map(isRun).lastIndexOf(true);
  let codeCell = 0;
  for (const [index, cell] of cells.entries()) {
    if (cell.cell_type === "code") codeCell++;
    if (!isRun(cell)) continue;
    const position = { cellIndex: index, codeCell, codeCells };
    onProgress({ ...position, state: "running" });
    const started = performance.now();
    const end = await runCell(kernel, transcript, index, codeToRun(cell, small), {
      timeout: cellTimeout(cell) ?? timeout,
      isLast: index === last,
    });
    if (signal?.aborted) return;
    const broken = hasTag(cell, "raises-exception") ? unlessRaised(end.failure) : end.failure;
    const bands = broken ? undefined : bandsOf(notebook, index, small);
    const metrics = bands && judgeMetrics(transcript.outputs.outputs(index), bands);
    const found = broken ?? missed(metrics ?? []);
    counts.set(index, end.count);
    const stderr = transcript.stderr(index);
    const failure = found && runFailure(index, found, stderr);
    const isAllowed = after.allowErrors === true && failure?.kind === "error";
    state.cells.push({
      index,
      seconds: (performance.now() - started) / 1000,
      ...(stderr ? { stderr } : {}),
      ...(failure ? { failure } : {}),
      ...(isAllowed ? { isAllowed } : {}),
      ...(metrics ? { metrics } : {}),
    });
    state.open = end.open;
    state.isDeaf = end.isDeaf;
    onProgress({ ...position, state: failure && !isAllowed ? "failed" : "passed" });
    if (end.isDeaf || (failure && !isAllowed && !after.keepGoing)) return;
    if (end.failure && index !== last)
      await new Promise((resolve) => setTimeout(resolve, abortWindow));
  }
}

type CellFailure = NonNullable<CellEnd["failure"]>;

function runFailure(cellIndex: number, failure: CellFailure, stderr: string): RunFailure {
  const { kind, message, lastWords } = failure;
  return { cellIndex, kind, message, stderr: [stderr, lastWords].filter(Boolean).join("\n") };
}

/** The verdict on a cell that ran, by its metrics. */
function missed(metrics: readonly MetricVerdict[]): CellFailure | undefined {
  const message = metrics
    .filter(({ ok }) => !ok)
    .map(metricText)
    .join("; ");
  return message === "" ? undefined : { kind: "metric", message };
}

/** The verdict on a cell that is to raise an exception. */
function unlessRaised(failure: CellFailure | undefined): CellFailure | undefined {
  if (failure?.kind === "error") return undefined;
  const message =
    "标有 raises-exception，却没有出错 / tagged raises-exception, but raised no exception";
  return failure ?? { kind: "error", message };
}

/** Whether a run executes `cell`. */
export function isRun(cell: Cell): boolean {
  const isBlank = joinText(cell.source).trim() === "";
  return cell.cell_type === "code" && !isBlank && !hasTag(cell, "skip-execution");
}

/** The notebook with the outputs of this run in place of those before. */
function executed(notebook: Notebook, { transcript, counts }: RunState): Notebook {
  const cells = notebook.cells.map((cell, index): Cell => {
    if (cell.cell_type !== "code" || hasTag(cell, "skip-execution")) return cell;
    const count = counts.get(index) ?? null;
    return { ...cell, execution_count: count, outputs: transcript.outputs.outputs(index) };
  });
  return { ...notebook, cells };
}
