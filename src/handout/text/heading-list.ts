/** A heading of the page, for its table of contents. */
export interface Heading {
  readonly level: number;
  readonly id: string;
  /** Its text as HTML, without links. */
  readonly html: string;
  readonly text: string;
}

/** Collects a page's headings: one first-level heading, no level skipped, no id twice. */
export class HeadingList {
  readonly entries: Heading[] = [];
  readonly #ids = new Map<string, number>();
  #hasTitle = false;
  #lastLevel = 1;

  /** The level at which a heading written at `level` is set. */
  place(level: number): number {
    const wanted = this.#hasTitle ? Math.max(2, level) : 1;
    this.#hasTitle = true;
    this.#lastLevel = Math.min(wanted, this.#lastLevel + 1);
    return this.#lastLevel;
  }

  add(level: number, html: string, text: string): Heading {
    const name =
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, "-")
        .replace(/^-|-$/g, "") || "section";
    const count = (this.#ids.get(name) ?? 0) + 1;
    this.#ids.set(name, count);
    // The prefix keeps names like "location" off the page's global scope.
    const heading = { level, html, text, id: `h-${name}${count > 1 ? `-${count}` : ""}` };
    this.entries.push(heading);
    return heading;
  }

  /** Forgets the headings from the `first` on that `html` does not show: their author hid them. */
  keepShown(first: number, html: string): void {
    const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
    const shown = this.entries.splice(first).filter(({ id }) => ids.has(id));
    this.entries.push(...shown);
    if (this.entries.length > 0) return;
    this.#hasTitle = false;
    this.#lastLevel = 1;
  }
}
