import { cellsNeverRun } from "../never-ran";
import type { HandoutEntry } from "./handout-entry";
import type { NeverRan } from "./written-handouts";

/** Which cells of notebooks have no output because they never ran; `log` hears of them. */
export function neverRanIn(
  entries: readonly HandoutEntry[],
  log: (line: string) => void,
): NeverRan[] {
  const neverRan = entries
    .map(({ name, notebook }) => ({ name, cells: cellsNeverRun(notebook) }))
    .filter(({ cells }) => cells.length > 0);
  for (const { name, cells } of neverRan) {
    log(
      `${name}: 第${cells.join("、")}格没有运行过 / never ran: ${cells.length === 1 ? "cell" : "cells"} ${cells.join(", ")}`,
    );
  }
  return neverRan;
}
