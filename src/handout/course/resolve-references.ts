import { type Cell, joinText, type Notebook } from "../../notebook/nbformat";
import { changeProse } from "./change-prose";
import type { Course, Target } from "./course";
import { lessonLabel, lessonNumber } from "./course";

const reference = /\[(图|练习|式|节)\]\(([^)\s#]*)#cell-id=([\w-]+)\)/g;

const kinds: Readonly<Record<string, (target: Target) => string | undefined>> = {
  图: ({ figure }) => figure && `图${figure}`,
  练习: ({ exercise }) => exercise && `练习${exercise}`,
  式: ({ equation }) => equation && `式(${equation})`,
  节: ({ section }) => section && `第${section}节`,
};

/**
 * Cross-references with their numbers: `[图](02-lesson.ipynb#cell-id=3123beef)`, which Jupyter follows as it stands,
 * becomes 第02课图3. Figures, exercises (练习), formulas (式) and sections (节).
 *
 * @param name the notebook's own
 * @param onUnknown hears of a reference that leads to nothing of its kind
 */
export function resolveReferences(
  notebook: Notebook,
  course: Course,
  name: string,
  onUnknown: (cell: number, text: string) => void = () => {},
): Notebook {
  const resolve = (cell: Cell, index: number): Cell => {
    if (cell.cell_type !== "markdown") return cell;
    const source = joinText(cell.source);
    if (!source.includes("#cell-id=")) return cell;
    const resolved = changeProse(source, (prose) =>
      prose.replace(reference, (whole, kind: string, file: string, id: string) => {
        const lesson = file === "" ? name : file.replace(/\.ipynb$/, "");
        const target = course.targets.get(lesson)?.get(id);
        const number = target && kinds[kind](target);
        if (number === undefined) {
          onUnknown(index + 1, `没有可编号的${kind} / nothing to number: ${whole}`);
          return whole;
        }
        const other = file === "" ? undefined : lessonNumber(lesson);
        const words = other === undefined ? number : `${lessonLabel(other)}${number}`;
        return `[${words}](${file}#cell-id=${id})`;
      }),
    );
    return resolved === source ? cell : { ...cell, source: resolved };
  };
  return { ...notebook, cells: notebook.cells.map(resolve) };
}
