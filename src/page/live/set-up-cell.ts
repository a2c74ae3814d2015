import type { RunnableCell } from "./live-session";

/** Code that the page does not show, and that runs before the cells that need it. */
export class SetUpCell implements RunnableCell {
  readonly isTraining = false;
  readonly isShown = false;
  readonly position: string;
  readonly #source: string;

  /** @param position told from those of the page's cells, which are numbers */
  constructor(position: string, source: string) {
    this.position = position;
    this.#source = source;
  }

  source(): string {
    return this.#source;
  }

  isEdited(): boolean {
    return false;
  }

  waits(): void {}
  begins(): void {}
  waitsFor(): void {}
  puts(): void {}
  adds(): void {}
  ends(): void {}
  stops(): void {}
}

/** The cells of an element that `setUpHtml` wrote. */
export function setUpCells({ id, textContent }: HTMLElement): SetUpCell[] {
  const sources = JSON.parse(textContent ?? "[]") as string[];
  return sources.map((source, i) => new SetUpCell(`${id}-${i}`, source));
}
