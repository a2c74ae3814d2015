import type { MetricVerdict } from "../notebook/judge-metrics";
import type { Notebook } from "../notebook/nbformat";

export interface RunOptions {
  /** The folder in which the kernel runs: the notebook's. */
  readonly cwd: string;
  /** Seconds each cell may take (default 120) that says nothing else in its metadata. */
  readonly timeout?: number;
  /** Goes on after a cell that fails, as long as the kernel lives. */
  readonly keepGoing?: boolean;
  /** Errors that cells raise are outputs as others, and the run goes on; time-outs and deaths fail it. */
  readonly allowErrors?: boolean;
  /** Runs trainings with the values of `klab.small` in place of their own; the notebook keeps its code. */
  readonly small?: boolean;
  /** Bytes of a cell's outputs that are kept (default 1 MB). */
  readonly outputLimit?: number;
  readonly onProgress?: (progress: RunProgress) => void;
  /** Ends the run; the returned promise is then rejected with its reason. */
  readonly signal?: AbortSignal;
  /** Environment variables of the kernel in addition to this process's. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface RunProgress {
  /** Index of the cell among all cells, from 0. */
  readonly cellIndex: number;
  /** Number of the cell among the code cells, from 1. */
  readonly codeCell: number;
  readonly codeCells: number;
  readonly state: "running" | "passed" | "failed";
}

/**
 * error: the cell raised one; abort: the kernel skipped it; timeout: it did not end; death: the kernel did; metric: one
 * of its metrics is not printed, no number, or outside of its band.
 */
export type FailureKind = "error" | "abort" | "timeout" | "death" | "metric";

export interface RunFailure {
  readonly cellIndex: number;
  readonly kind: FailureKind;
  /** One line. */
  readonly message: string;
  readonly stderr: string;
}

/** What cells left open when the last had ended, and how many of it. */
export interface OpenHandle {
  readonly kind: string;
  readonly count: number;
  /** A child's command, a socket's peer, a server's port: of the first few. */
  readonly names: readonly string[];
}

export interface CellRun {
  readonly index: number;
  readonly seconds: number;
  readonly stderr?: string;
  /** Why it failed; `isAllowed`: an error that does not fail the run. */
  readonly failure?: RunFailure;
  readonly isAllowed?: boolean;
  /** What came of its metrics, where it declares any and raised no error. */
  readonly metrics?: readonly MetricVerdict[];
}

export interface RunResult {
  /** The notebook with the outputs of this run; cells that did not run have none. */
  readonly notebook: Notebook;
  readonly ok: boolean;
  /** The first failure. */
  readonly failure?: RunFailure;
  /** More than one only with `keepGoing`. */
  readonly failures?: readonly RunFailure[];
  /** The cells that ran, in order. */
  readonly cells: readonly CellRun[];
  /** What is still open after the last cell, though it was waited for. */
  readonly open?: readonly OpenHandle[];
  readonly seconds: number;
}
