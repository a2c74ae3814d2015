import { type CellCode, cellCode } from "./cell-code";

/** What the cells of a page share: the values of names, and which of them are constants. */
export class CellScope {
  readonly values: Record<string, unknown> = Object.create(null);
  readonly #names = new Set<string>();
  #constants: ReadonlySet<string> = new Set();

  /** The cell's code, with the names that cells before it left. */
  code(source: string): CellCode {
    return cellCode(source, { names: this.#names, constants: this.#constants });
  }

  /** Remembers what a cell that ran declared. */
  add({ names, constants }: CellCode): void {
    for (const name of names) this.#names.add(name);
    const kept = [...this.#constants].filter((name) => !names.includes(name));
    this.#constants = new Set([...kept, ...constants]);
  }
}
