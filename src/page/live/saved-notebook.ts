import { isRecord } from "../../words/is-record";
import type { Edits } from "./kept-edits";

interface StoredCell {
  readonly cell_type: string;
  readonly source: string;
  readonly [field: string]: unknown;
}

/** Code before a cell that the page does not show: folded, where it runs. */
function withSetUp(cell: StoredCell, position: number): readonly StoredCell[] {
  const { metadata } = cell;
  if (!isRecord(metadata) || !isRecord(metadata.klab) || !Array.isArray(metadata.klab.setUp)) {
    return [cell];
  }
  const { setUp, ...klab } = metadata.klab;
  const folded = (setUp as unknown[]).map(String).map((source, i) => ({
    cell_type: "code",
    ...(typeof cell.id === "string" ? { id: `set-up-${position}-${i + 1}` } : {}),
    source,
    metadata: { jupyter: { source_hidden: true } },
    outputs: [],
    execution_count: null,
  }));
  // One of which the page had nothing but outputs is among them.
  if (cell.cell_type === "code" && cell.source === "") return folded;
  const { klab: _, ...rest } = metadata;
  const marks = Object.keys(klab).length > 0 ? { klab } : {};
  return [...folded, { ...cell, metadata: { ...rest, ...marks } }];
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
  const cells = notebook.cells.flatMap((cell, index) => {
    const edit = edits[String(index + 1)];
    // The page shows a cell without the empty lines at its end.
    const isEdited = edit !== undefined && cell.source.trimEnd() === edit.original;
    return withSetUp(isEdited ? { ...cell, source: edit.text } : cell, index + 1);
  });
  return `${JSON.stringify({ ...notebook, cells }, null, 1)}\n`;
}
