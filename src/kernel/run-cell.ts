import { terminalText } from "../notebook/terminal-text";
import type { Kernel } from "./kernel";
import { KernelDiedError } from "./kernel-error";
import { within } from "./kernel-process";
import type { FailureKind, OpenHandle } from "./run-result";
import { withoutKernelFrames } from "./stack-frames";
import type { Transcript } from "./transcript";

/** How long an interrupted cell may take to tidy up. */
const interruptGrace = 2_000;

/** How long is waited, in milliseconds, for what the last cell left open: an interval never ends. */
const settleLimits = { timers: 2_000, work: 5_000 };

export interface CellEnd {
  readonly count: number | null;
  readonly failure?: {
    readonly kind: FailureKind;
    readonly message: string;
    /** What the kernel's process wrote before it ended, outside of any cell's output. */
    readonly lastWords?: string;
  };
  /** What is still open after the last cell. */
  readonly open?: readonly OpenHandle[];
  /** Whether the kernel would run another cell. */
  readonly isDeaf?: boolean;
}

/**
 * Runs `code` as cell `cell` and says how it ended; never rejects.
 *
 * What a cell leaves to timers, sockets and children comes to light in the cells after it; after the last, `isLast`,
 * it is waited for.
 */
export async function runCell(
  kernel: Kernel,
  transcript: Transcript,
  cell: number,
  code: string,
  { timeout, isLast }: { readonly timeout: number; readonly isLast: boolean },
): Promise<CellEnd> {
  const running = execute(kernel, transcript, cell, code);
  let end = await within(timeout * 1000, running);
  if (end && !end.failure && isLast) {
    const limit = timeout * 1000 + settleLimits.work;
    end = await within(limit, settled(kernel, transcript, cell, end));
  }
  if (end) return end;
  transcript.close(cell);
  const isInterrupted = kernel.interrupt() && (await within(interruptGrace, running)) !== undefined;
  const message = `${timeout} 秒内没有结束 / did not end within ${timeout} s`;
  return { count: null, failure: { kind: "timeout", message }, isDeaf: !isInterrupted };
}

async function execute(
  kernel: Kernel,
  transcript: Transcript,
  cell: number,
  code: string,
): Promise<CellEnd> {
  try {
    const { content } = await kernel.execute(code, (id) => transcript.own(id, cell));
    const count = typeof content.execution_count === "number" ? content.execution_count : null;
    if (content.status === "abort" || content.status === "aborted") {
      const message = "内核跳过了这个单元格 / the kernel skipped the cell";
      return { count, failure: { kind: "abort", message } };
    }
    // A rejection nobody handles is reported one turn of the event loop after the reply.
    if (content.status === "ok") await kernel.request("kernel_info_request");
    if (content.status === "ok" && !transcript.hasUncaught(cell)) return { count };
    return raised(transcript, cell, count);
  } catch (error) {
    return dead(error);
  }
}

/** `end`, unless what the cell left open fails; with what is open still. */
async function settled(
  kernel: Kernel,
  transcript: Transcript,
  cell: number,
  end: CellEnd,
): Promise<CellEnd> {
  try {
    const open = await kernel.settle(settleLimits);
    await kernel.request("kernel_info_request"); // after what came of it was published
    const last = transcript.hasUncaught(cell) ? raised(transcript, cell, end.count) : end;
    return open.length > 0 ? { ...last, open } : last;
  } catch (error) {
    return dead(error);
  }
}

function raised(transcript: Transcript, cell: number, count: number | null): CellEnd {
  const message = headline(transcript.stderr(cell)) || "出错 / error";
  return { count, failure: { kind: "error", message } };
}

function dead(error: unknown): CellEnd {
  const { message } = error as Error;
  const written = error instanceof KernelDiedError ? error.stderr : "";
  // Of a full heap Node tells in pages; this line is the cause.
  const fatal = /^FATAL ERROR: .*/m.exec(written)?.[0];
  const lastWords = fatal ? "" : withoutKernelFrames(terminalText(written)).trim();
  return {
    count: null,
    isDeaf: true,
    failure: {
      kind: "death",
      message: fatal ? `${message}: ${fatal}` : message,
      ...(lastWords ? { lastWords } : {}),
    },
  };
}

/** The line of an error report that says what happened. */
export function headline(stderr: string): string {
  const line =
    /^.*\b\w*(?:Error|Exception)\b(?: \[\w+\])?: .*$/m.exec(stderr)?.[0] ??
    /^(.*)\n[ \t]+at /m.exec(stderr)?.[1] ??
    /^.*\S.*$/m.exec(stderr)?.[0] ??
    "";
  return line.trim();
}
