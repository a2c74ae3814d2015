import type { Edits } from "./kept-edits";

interface StoredCell {
  readonly cell_type: string;
  readonly source: string;
  readonly [field: string]: unknown;
}

interface StoredNotebook {
  readonly cells: readonly StoredCell[];
  readonly [field: string]: unknown;
}

/**
 * The notebook that the page was made of, with a reader's edits; its cells have not run.
 *
 * @param json the notebook without outputs, as the page holds it
 */
export function savedNotebook(json: string, edits: Edits): string {
  const notebook = JSON.parse(json) as StoredNotebook;
  const cells = notebook.cells.map((cell, index) => {
    const edit = edits[String(index + 1)];
    // The page shows a cell without the empty lines at its end.
    return edit && cell.source.trimEnd() === edit.original ? { ...cell, source: edit.text } : cell;
  });
  return `${JSON.stringify({ ...notebook, cells }, null, 1)}\n`;
}
