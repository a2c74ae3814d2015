import { fitted } from "../words/text-width";

/** The part of a terminal's stream that a line which rewrites itself needs. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** One line at the foot of a terminal that tells what is going on; nothing elsewhere. */
export class ProgressLine {
  private readonly parts = new Map<string, string>();

  constructor(private readonly terminal: Terminal) {}

  /** Says `text` of `name`; undefined when there is no more to say. */
  set(name: string, text: string | undefined): void {
    if (text === undefined) this.parts.delete(name);
    else this.parts.set(name, text);
    if (!this.terminal.isTTY) return;
    const line = [...this.parts].map(([of, part]) => `${of} ${part}`).join("   ");
    // One column stays free: a full line would wrap, and could not be rewritten.
    this.terminal.write(`\r${fitted(line, (this.terminal.columns || 80) - 1)}\x1b[K`);
  }

  /** Removes the line, so that other text can be written. */
  clear(): void {
    if (this.terminal.isTTY) this.terminal.write("\r\x1b[K");
  }
}
