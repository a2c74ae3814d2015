import { type Cell, joinText, type Notebook } from "./nbformat";

export interface Merged {
  readonly notebook: Notebook;
  /** Indices in the file of cells that were edited meanwhile, and keep what the file has of them. */
  readonly edited: readonly number[];
}

/**
 * The notebook that a file holds now, with the outputs of a run that began when it held another.
 *
 * Cells are told by their ids. One that was edited meanwhile keeps its source and its outputs, one that was added
 * stays, one that was deleted stays away. Without ids, cells are told by their order where no code has changed.
 *
 * @param current what the file holds now
 * @param before what it held when the run began
 * @param executed the outcome of the run, cell by cell that of `before`
 * @returns undefined where the cells cannot be told
 */
export function mergeOutputs(
  current: Notebook,
  before: Notebook,
  executed: Notebook,
): Merged | undefined {
  const indices = pair(current, before);
  if (!indices) return undefined;
  const edited: number[] = [];
  const cells = current.cells.map((cell, index): Cell => {
    const source = indices[index];
    if (source === undefined || cell.cell_type !== "code") return cell;
    if (!isSameCode(cell, before.cells[source])) {
      edited.push(index);
      return cell;
    }
    const { source: text, execution_count, outputs } = executed.cells[source];
    const { execution: _, ...metadata } = cell.metadata;
    return { ...cell, source: text, execution_count, outputs, metadata };
  });
  return { notebook: { ...current, cells }, edited };
}

/** For each cell of `current` its index in `before`, undefined where it is new. */
function pair(current: Notebook, before: Notebook): (number | undefined)[] | undefined {
  const [now, then] = [idsOf(current), idsOf(before)];
  if (now && then) return current.cells.map(({ id }) => then.get(id ?? ""));
  const codeThen = codeIndices(before);
  const codeNow = codeIndices(current);
  const isSame =
    codeNow.length === codeThen.length &&
    codeNow.every((index, k) => isSameCode(current.cells[index], before.cells[codeThen[k]]));
  if (!isSame) return undefined;
  const indices: (number | undefined)[] = current.cells.map(() => undefined);
  for (const [k, index] of codeNow.entries()) indices[index] = codeThen[k];
  return indices;
}

/** id → index; undefined unless every cell has one of its own. */
function idsOf({ cells }: Notebook): Map<string, number> | undefined {
  const ids = new Map(
    cells.flatMap(({ id }, index) => (id === undefined ? [] : [[id, index] as const])),
  );
  return ids.size === cells.length ? ids : undefined;
}

const codeIndices = ({ cells }: Notebook): number[] =>
  cells.flatMap(({ cell_type }, index) => (cell_type === "code" ? [index] : []));

const isSameCode = (one: Cell, other: Cell): boolean =>
  one.cell_type === other.cell_type && joinText(one.source) === joinText(other.source);
