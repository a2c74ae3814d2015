import { availableParallelism } from "node:os";
import type { NotebookFile } from "../notebook/notebook-file";
import { KernelError } from "./kernel-error";
import { runNotebook } from "./run-notebook";
import type { RunOptions, RunProgress, RunResult } from "./run-result";

type ForEach = "timeout" | "keepGoing" | "allowErrors" | "small" | "outputLimit" | "signal" | "env";

export interface RunFilesOptions extends Pick<RunOptions, ForEach> {
  readonly onProgress?: (file: NotebookFile, progress: RunProgress) => void;
  /** Called as each notebook ends, in whichever order they do; awaited. */
  readonly onEnd?: (file: NotebookFile, result: RunResult) => void | Promise<void>;
  /** Called for a notebook whose kernel does not start; the others go on. Without it, they all end. */
  readonly onKernelError?: (file: NotebookFile, error: KernelError) => void;
  /** How many kernels at a time (default: one per core). */
  readonly parallel?: number;
}

export interface FileRun {
  readonly file: NotebookFile;
  readonly result: RunResult;
}

/**
 * Runs several notebooks, each in a kernel of its own, and gives their results in the order of `files`.
 *
 * A notebook that fails does not stop the others; a kernel that does not start (see `onKernelError`), or an exception
 * in a callback, ends them all.
 *
 * @throws KernelError if a kernel cannot be started; the reason of `signal` when it is aborted
 */
export async function runFiles(
  files: readonly NotebookFile[],
  {
    onProgress,
    onEnd,
    onKernelError,
    parallel = availableParallelism(),
    signal,
    ...options
  }: RunFilesOptions = {},
): Promise<FileRun[]> {
  const stop = new AbortController();
  const anySignal = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const runs: FileRun[] = [];
  const queue = files.entries();
  const runOne = async (file: NotebookFile): Promise<RunResult | undefined> => {
    try {
      return await runNotebook(file.notebook, {
        ...options,
        cwd: file.folder,
        signal: anySignal,
        onProgress: (progress) => onProgress?.(file, progress),
      });
    } catch (error) {
      if (!(error instanceof KernelError) || !onKernelError || anySignal.aborted) throw error;
      onKernelError(file, error);
      return undefined;
    }
  };
  const work = async (): Promise<void> => {
    for (const [index, file] of queue) {
      const result = await runOne(file);
      if (!result) continue;
      await onEnd?.(file, result);
      runs[index] = { file, result };
    }
  };
  const workers = Math.max(1, Math.min(parallel, files.length));
  const ends = await Promise.allSettled(
    Array.from({ length: workers }, () =>
      work().catch((error) => {
        stop.abort(error);
        throw error;
      }),
    ),
  );
  const failed = ends.find((end) => end.status === "rejected");
  if (failed) throw stop.signal.reason;
  return runs.filter(Boolean); // those that had a kernel
}
