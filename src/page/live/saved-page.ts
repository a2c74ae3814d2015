import { scriptJson } from "../figure-markup";
import type { Edits } from "./kept-edits";
import { editsId } from "./live-ids";
import { liveWords } from "./live-words";

const editedClass = "edited";

/** What a reader without scripts sees of a change. */
function changedCode(page: Document, text: string): Element {
  const [place, note, block, code] = ["noscript", "p", "pre", "code"].map((name) =>
    page.createElement(name),
  );
  place.className = editedClass;
  note.className = "note";
  note.textContent = liveWords.changedTo;
  code.textContent = text;
  block.append(code);
  place.append(note, block);
  return place;
}

/**
 * The page as a file, with a reader's edits as data for the page's own script: the text keeps the code that it came
 * with, to which 重置 goes back. Where no script runs, what it was changed to stands below it.
 *
 * @param pristine the page's HTML as it came, before any script changed it
 */
export function savedPage(pristine: string, edits: Edits): string {
  const page = new DOMParser().parseFromString(pristine, "text/html");
  const data = page.getElementById(editsId);
  if (data) data.textContent = scriptJson(edits);
  for (const old of page.querySelectorAll(`noscript.${editedClass}`)) old.remove();
  for (const [position, { text }] of Object.entries(edits)) {
    const code = page.querySelector(`.cell[data-cell="${CSS.escape(position)}"] .input pre`);
    code?.after(changedCode(page, text));
  }
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}
