import { addCopyButtons } from "./add-copy-buttons";
import { FigureReviver } from "./alive/figure-reviver";
import { copyFormulasAsTex } from "./copy-formulas-as-tex";
import { readFragment } from "./explorer-address";
import { keepScrollersMarked } from "./keep-scrollers-marked";
import { toolsId } from "./live/live-ids";
import { colourPageCode } from "./live/set-coloured";
import { fitFormulas } from "./look/fit-formulas";
import { keepReadable } from "./look/keep-readable";
import type { PageReader } from "./reader/offer-reader-choice";
import { unpack } from "./unpack";

/** Brings figures to life where they are looked at. */
function reviveFigures(figures: Iterable<HTMLElement>, reviver: FigureReviver): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        if (target instanceof HTMLElement) reviver.revive(target);
      }
    },
    { rootMargin: "200px" },
  );
  for (const figure of figures) observer.observe(figure);
}

/** Runs the scripts for controls and cells, which are packed, and then whatever they are for. */
async function bringToLife(pristine: string): Promise<void> {
  if (document.getElementById(toolsId)) {
    const script = document.createElement("script");
    script.textContent = await unpack(toolsId);
    document.head.append(script);
  }
  const reviver = new FigureReviver((drawing) => reader?.drawing(drawing) ?? drawing);
  const reader: PageReader | undefined = window.klabReader?.(() => reviver.redraw());
  window.klabLiveCells?.({ revive: (figure) => void reviver.revive(figure), pristine });
  const figures = document.querySelectorAll<HTMLElement>("figure.plot");
  await reader?.start();
  if (figures.length > 0) reviveFigures(figures, reviver);
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
    keepReadable(document);
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
  if ("DecompressionStream" in window) void bringToLife(pristine);
}
