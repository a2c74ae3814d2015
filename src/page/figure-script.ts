import { drawNotebookFiguresScript } from "./scripts/draw-notebook-figures-script";
import { mountNotebookExplorersScript } from "./scripts/mount-notebook-explorers-script";

/** The script that brings the figures named `id` in a notebook's page to life, with their controls if they have any. */
export function figureScript(id: string, kind: "figure" | "explorer"): string {
  const script = kind === "explorer" ? mountNotebookExplorersScript : drawNotebookFiguresScript;
  return `(${script})(${JSON.stringify(id)})`;
}
