import { CellOutputs } from "./cell-outputs";
import { withoutKernelFrames } from "./stack-frames";
import type { Message } from "./wire";

/** What the kernel's messages mean for the cells of one run. */
export class Transcript {
  readonly outputs = new CellOutputs();
  private readonly cellOf = new Map<string, number>();
  private readonly uncaught = new Set<number>();
  private readonly closed = new Set<number>();

  own(request: string, cell: number): void {
    this.cellOf.set(request, cell);
  }

  /** An output belongs to the cell whose request it names, even when it comes after that cell has ended. */
  receive(request: string, { header, content }: Message): void {
    const cell = this.cellOf.get(request);
    if (cell === undefined || this.closed.has(cell)) return;
    this.outputs.apply(cell, header.msg_type, content);
    // tslab survives what nobody caught and calls the cell fine; it prints this.
    const uncaught = /^(?:UncaughtException|UnhandledPromiseRejection):/;
    if (content.name === "stderr" && uncaught.test(`${content.text}`)) this.uncaught.add(cell);
  }

  /** Takes no more of `cell`: what an interrupted cell still says is about the interrupt. */
  close(cell: number): void {
    this.closed.add(cell);
  }

  hasUncaught(cell: number): boolean {
    return this.uncaught.has(cell);
  }

  stderr(cell: number): string {
    return withoutKernelFrames(this.outputs.stderr(cell)).trimEnd();
  }
}
