import type { Notebook } from "../notebook/nbformat";

export interface RunOptions {
  /** The folder in which the kernel runs: the notebook's. */
  readonly cwd: string;
  /** Seconds each cell may take (default 120). */
  readonly timeout?: number;
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

/** error: the cell raised one; abort: the kernel skipped it; timeout: it did not end; death: the kernel did. */
export type FailureKind = "error" | "abort" | "timeout" | "death";

export interface RunFailure {
  readonly cellIndex: number;
  readonly kind: FailureKind;
  /** One line. */
  readonly message: string;
  readonly stderr: string;
}

export interface CellRun {
  readonly index: number;
  readonly seconds: number;
  readonly stderr?: string;
}

export interface RunResult {
  /** The notebook with the outputs of this run; cells after a failure have none. */
  readonly notebook: Notebook;
  readonly ok: boolean;
  readonly failure?: RunFailure;
  /** The cells that ran, in order. */
  readonly cells: readonly CellRun[];
  readonly seconds: number;
}
