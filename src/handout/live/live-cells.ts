import { type Cell, hasTag, joinText, type Notebook } from "../../notebook/nbformat";
import { mayUseLearning } from "../../page/live/live-modules";
import { isScript } from "../comment-mark";
import { cutText } from "../text/cut-text";
import { setUpOf } from "./carry-set-up";

/** How a code cell runs in a page: at once, on request with a way to stop it, or in a kernel alone. */
export type LiveKind = "run" | "training" | "kernel-only";

const importsLibrary = /(?:from|import)\s*\(?\s*["']klab(?:\/[\w-]+)?["']/;
const importsDerivation = /["']klab\/derivation["']/;
const importsLearning = /["']klab\/learn["']/;

const codeOf = ({ cells }: Notebook): string[] =>
  cells.flatMap((cell) => [
    ...setUpOf(cell),
    ...(cell.cell_type === "code" ? [joinText(cell.source)] : []),
  ]);

/** Whether a page's cells are run in it: TypeScript that uses the library. */
export function isLive(notebook: Notebook): boolean {
  return isScript(notebook) && codeOf(notebook).some((code) => importsLibrary.test(code));
}

/** Whether a cell of the notebook may use derivations, which are more than half of the library. */
export const usesDerivations = (notebook: Notebook): boolean =>
  codeOf(notebook).some((code) => importsDerivation.test(code));

/** Whether a cell of the notebook may use what learns, itself or in an explorer. */
export const usesLearning = (notebook: Notebook): boolean =>
  codeOf(notebook).some((code) => importsLearning.test(code) || mayUseLearning(code));

/** How a cell of a live page runs; undefined for what is no code, or too long to be in the page whole. */
export function liveKind(cell: Cell): LiveKind | undefined {
  const source = joinText(cell.source);
  if (cell.cell_type !== "code" || source.trim() === "" || cutText(source).text !== source) {
    return undefined;
  }
  if (hasTag(cell, "kernel-only")) return "kernel-only";
  return hasTag(cell, "training") ? "training" : "run";
}
