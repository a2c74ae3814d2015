import { type Cell, joinText, type Notebook } from "../notebook/nbformat";
import { type Bands, smallSource, trainingMarks } from "../notebook/training-marks";

/** The code that a run executes for `cell`. */
export const codeToRun = (cell: Cell, isSmall: boolean): string =>
  isSmall ? smallSource(cell) : joinText(cell.source);

/**
 * What a cell's metrics are compared with.
 *
 * A small run has bands of its own, or none: but as long as no cell was smaller than it is, it is the whole run.
 */
export function bandsOf({ cells }: Notebook, index: number, isSmall: boolean): Bands | undefined {
  const { metrics, smallMetrics } = trainingMarks(cells[index]);
  if (!isSmall) return metrics;
  const isWhole = cells
    .slice(0, index + 1)
    .every((cell) => trainingMarks(cell).small === undefined);
  return smallMetrics ?? (isWhole ? metrics : undefined);
}
