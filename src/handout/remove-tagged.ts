import { type Cell, hasTag, type Notebook } from "../notebook/nbformat";

/** A cell with its source or outputs taken out for good; it still counts as run. */
function removeParts(cell: Cell): Cell {
  const noInput = hasTag(cell, "remove-input") ? { source: "" } : {};
  const noOutput =
    hasTag(cell, "remove-output") && cell.cell_type === "code" ? { outputs: [] } : {};
  const ran = "outputs" in noOutput && (cell.outputs ?? []).length > 0;
  const count = ran && typeof cell.execution_count !== "number" ? { execution_count: 0 } : {};
  return { ...cell, ...noInput, ...noOutput, ...count };
}

const removing = ["remove-cell", "remove-input", "remove-output"];

/** What is tagged remove-… is shown in no handout, whoever reads it. */
export function removeTagged(notebook: Notebook): Notebook {
  const { cells } = notebook;
  if (!cells.some((cell) => removing.some((tag) => hasTag(cell, tag)))) return notebook;
  return {
    ...notebook,
    cells: cells.filter((cell) => !hasTag(cell, "remove-cell")).map(removeParts),
  };
}
