import { terminalText } from "../notebook/terminal-text";
import { CellOutputs } from "./cell-outputs";
import type { Kernel } from "./kernel";
import { KernelDiedError } from "./kernel-error";
import { within } from "./kernel-process";
import type { FailureKind } from "./run-result";
import { withoutKernelFrames } from "./stack-frames";
import type { Message } from "./wire";

/** How long an interrupted cell may take to tidy up. */
const interruptGrace = 2_000;

/** How long is waited for what the last cell left to timers: an interval never ends. */
const settleTime = 1_000;

export interface CellEnd {
  readonly count: number | null;
  readonly failure?: {
    readonly kind: FailureKind;
    readonly message: string;
    /** What the kernel's process wrote before it ended, outside of any cell's output. */
    readonly lastWords?: string;
  };
}

/** What the kernel's messages mean for the cells of one run. */
export class Transcript {
  readonly outputs = new CellOutputs();
  private readonly cellOf = new Map<string, number>();
  private readonly uncaught = new Set<number>();
  private ended = false;

  own(request: string, cell: number): void {
    this.cellOf.set(request, cell);
  }

  /** An output belongs to the cell whose request it names, even when it comes after that cell has ended. */
  receive(request: string, { header, content }: Message): void {
    const cell = this.cellOf.get(request);
    if (cell === undefined || this.ended) return;
    this.outputs.apply(cell, header.msg_type, content);
    // tslab survives what nobody caught and calls the cell fine; it prints this.
    const uncaught = /^(?:UncaughtException|UnhandledPromiseRejection):/;
    if (content.name === "stderr" && uncaught.test(`${content.text}`)) this.uncaught.add(cell);
  }

  /** Takes no more: what an interrupted cell still says is about the interrupt. */
  end(): void {
    this.ended = true;
  }

  hasUncaught(cell: number): boolean {
    return this.uncaught.has(cell);
  }

  stderr(cell: number): string {
    return withoutKernelFrames(this.outputs.stderr(cell)).trimEnd();
  }
}

/**
 * Runs `code` as cell `cell` and says how it ended; never rejects.
 *
 * What a cell leaves to timers comes to light in the cells after it; after the last, `isLast`, it is waited for.
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
  if (end && !end.failure && isLast)
    end = await within(timeout * 1000 + settleTime, settled(kernel, transcript, cell, end));
  if (end) return end;
  transcript.end();
  if (kernel.interrupt()) await within(interruptGrace, running);
  const message = `${timeout} 秒内没有结束 / did not end within ${timeout} s`;
  return { count: null, failure: { kind: "timeout", message } };
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

/** `end`, unless what the cell left to timers fails. */
async function settled(
  kernel: Kernel,
  transcript: Transcript,
  cell: number,
  end: CellEnd,
): Promise<CellEnd> {
  try {
    await kernel.settle(settleTime);
    await kernel.request("kernel_info_request"); // after what the timers published
    return transcript.hasUncaught(cell) ? raised(transcript, cell, end.count) : end;
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
  if (fatal) return { count: null, failure: { kind: "death", message: `${message}: ${fatal}` } };
  const lastWords = withoutKernelFrames(terminalText(written)).trim();
  return {
    count: null,
    failure: { kind: "death", message, ...(lastWords ? { lastWords } : {}) },
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
