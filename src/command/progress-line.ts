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

/** As much of `text` as fits in `columns`, Chinese characters counting two. */
export function fitted(text: string, columns: number): string {
  let width = 0;
  let shown = "";
  for (const character of text) {
    width += isWide(character) ? 2 : 1;
    if (width > columns) return shown;
    shown += character;
  }
  return shown;
}

/** East Asian wide and full-width characters (Unicode UAX #11), by their blocks. */
function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
    character,
  );
}
