import { type Cell, hasTag, joinText, type Notebook } from "../notebook/nbformat";
import { type Kernel, startKernel } from "./kernel";
import { type CellEnd, runCell, Transcript } from "./run-cell";
import type { CellRun, RunFailure, RunOptions, RunResult } from "./run-result";

/** tslab skips what it is asked within 200 ms after an error; then it listens again. */
const abortWindow = 300;

/**
 * Runs the code cells of `notebook` in order, in a tslab kernel of its own that is ended before this returns.
 *
 * The run stops at the first cell that fails, by an error in a timer too, which fails the cell that runs when it
 * comes (for the last cell a second is waited, if any timer is pending). A cell tagged `raises-exception` must raise one. Blank cells
 * and cells tagged `skip-execution` are not run; the latter keep their outputs.
 *
 * @param notebook what to run; it is not changed
 * @param options `cwd`: the kernel's folder; `timeout`: seconds a cell may take (120); `env`; `signal`;
 *   `onProgress`: called as each cell starts and ends
 * @returns the executed notebook and, if a cell failed, which and why
 * @throws KernelError if tslab is missing or does not start; the reason of `signal` when it is aborted
 */
export async function runNotebook(notebook: Notebook, options: RunOptions): Promise<RunResult> {
  const { cwd, env, signal } = options;
  const started = performance.now();
  const state: RunState = { transcript: new Transcript(), counts: new Map(), cells: [] };
  signal?.throwIfAborted();
  if (notebook.cells.some(isRun)) {
    const onOutput = state.transcript.receive.bind(state.transcript);
    const kernel = await startKernel({ cwd, env, onOutput });
    const abort = (): void => void kernel.close({ busy: true });
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    try {
      state.failure = await runCells(notebook, kernel, state, options);
    } finally {
      signal?.removeEventListener("abort", abort);
      const busy = state.failure?.kind === "timeout" || state.failure?.kind === "death";
      await kernel.close({ busy: busy || signal?.aborted });
    }
    signal?.throwIfAborted();
  }
  const { failure, cells } = state;
  return {
    notebook: executed(notebook, state),
    ok: failure === undefined,
    ...(failure ? { failure } : {}),
    cells,
    seconds: (performance.now() - started) / 1000,
  };
}

interface RunState {
  readonly transcript: Transcript;
  readonly counts: Map<number, number | null>;
  readonly cells: CellRun[];
  failure?: RunFailure;
}

async function runCells(
  { cells }: Notebook,
  kernel: Kernel,
  { transcript, counts, cells: runs }: RunState,
  { timeout = 120, onProgress = () => {}, signal }: RunOptions,
): Promise<RunFailure | undefined> {
  const codeCells = cells.filter((cell) => cell.cell_type === "code").length;
  const last = cells.map(isRun).lastIndexOf(true);
  let codeCell = 0;
  for (const [index, cell] of cells.entries()) {
    if (cell.cell_type === "code") codeCell++;
    if (!isRun(cell)) continue;
    const position = { cellIndex: index, codeCell, codeCells };
    onProgress({ ...position, state: "running" });
    const started = performance.now();
    const end = await runCell(kernel, transcript, index, joinText(cell.source), {
      timeout,
      isLast: index === last,
    });
    if (signal?.aborted) return undefined;
    const failure = hasTag(cell, "raises-exception") ? unlessRaised(end.failure) : end.failure;
    counts.set(index, end.count);
    const stderr = transcript.stderr(index);
    const seconds = (performance.now() - started) / 1000;
    runs.push({ index, seconds, ...(stderr ? { stderr } : {}) });
    onProgress({ ...position, state: failure ? "failed" : "passed" });
    if (failure) {
      const { kind, message, lastWords } = failure;
      const text = [stderr, lastWords].filter(Boolean).join("\n");
      return { cellIndex: index, kind, message, stderr: text };
    }
    if (end.failure) await new Promise((resolve) => setTimeout(resolve, abortWindow));
  }
  return undefined;
}

type CellFailure = NonNullable<CellEnd["failure"]>;

/** The verdict on a cell that is to raise an exception. */
function unlessRaised(failure: CellFailure | undefined): CellFailure | undefined {
  if (failure?.kind === "error") return undefined;
  const message =
    "标有 raises-exception，却没有出错 / tagged raises-exception, but raised no exception";
  return failure ?? { kind: "error", message };
}

function isRun(cell: Cell): boolean {
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
