interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Changes of a text by places in it, made all at once; of two at one place the earlier given comes first. */
export class TextEdits {
  readonly #edits: Edit[] = [];

  constructor(readonly source: string) {}

  insert(at: number, text: string): void {
    this.#edits.push({ start: at, end: at, text });
  }

  /** Keeps the line ends of what is replaced, so that no line moves. */
  replace(start: number, end: number, text: string): void {
    const lines = this.source.slice(start, end).replace(/[^\n]/g, "");
    this.#edits.push({ start, end, text: text + lines });
  }

  apply(): string {
    const sorted = this.#edits
      .map((edit, order) => ({ ...edit, order }))
      .sort((a, b) => a.start - b.start || a.order - b.order);
    let at = 0;
    let text = "";
    for (const edit of sorted) {
      text += this.source.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    return text + this.source.slice(at);
  }
}
