import { addCopyButtons } from "./add-copy-buttons";
import { copyFormulasAsTex } from "./copy-formulas-as-tex";
import { readFragment } from "./explorer-address";
import { keepScrollersMarked } from "./keep-scrollers-marked";
import { toolsId } from "./live/live-ids";
import { colourPageCode } from "./live/set-coloured";
import { fitFormulas } from "./look/fit-formulas";
import { keepReadable } from "./look/keep-readable";
import { remembered } from "./remembered";
import { unpack } from "./unpack";

/** Runs the scripts for figures, controls and cells, which are packed. */
async function bringToLife(pristine: string): Promise<void> {
  const script = document.createElement("script");
  script.textContent = await unpack(toolsId);
  document.head.append(script);
  await window.klabFigures?.(pristine);
}

/**
 * What a handout's script does. It runs under a policy that allows it by its hash: changing a character changes the
 * page's policy with it.
 */
export function runHandoutPage(): void {
  // A link to an explorer's position names the figure, and more than its id.
  const { id } = readFragment(location.hash);
  if (location.hash.includes("?")) document.getElementById(id)?.scrollIntoView();
  const { documentElement } = document;
  if ("ran" in documentElement.dataset) {
    keepReadable(document, remembered.get("labels") ?? documentElement.dataset.locale);
    return;
  }
  const pristine = documentElement.outerHTML;
  documentElement.dataset.ran = "";
  colourPageCode(document);
  addCopyButtons();
  copyFormulasAsTex();
  fitFormulas(document);
  keepScrollersMarked();
  // A browser without it shows the page as one without scripts: with pictures, and no controls.
  if ("DecompressionStream" in window && document.getElementById(toolsId))
    void bringToLife(pristine);
}
