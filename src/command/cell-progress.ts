import type { RunProgress } from "../kernel/run-result";
import { hasTag, type Notebook } from "../notebook/nbformat";

/** How far a notebook's run is, in a few characters: a training is named, for it takes longer than other cells. */
export function cellProgress(
  { cells }: Notebook,
  { cellIndex, codeCell, codeCells }: RunProgress,
): string {
  const cell = cells[cellIndex];
  const isTraining = cell !== undefined && hasTag(cell, "training");
  return `${codeCell}/${codeCells}${isTraining ? " 训练 / training" : ""}`;
}
