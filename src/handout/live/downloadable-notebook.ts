import { joinText, type Notebook } from "../../notebook/nbformat";

/** A notebook as JSON for a page's 下载为.ipynb: what its readers have, without outputs, each source one text. */
export function downloadableNotebook(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) => {
    const source = joinText(cell.source);
    return cell.cell_type === "code"
      ? { ...cell, source, outputs: [], execution_count: null }
      : { ...cell, source };
  });
  return JSON.stringify({ ...notebook, cells });
}
