import { scriptJson } from "../figure-markup";
import type { Edits } from "./kept-edits";
import { editsId } from "./live-ids";

/**
 * The page as a file, with a reader's edits: its code in the text, for those who open it without scripts, and as data
 * for the page's own script.
 *
 * @param pristine the page's HTML as it came, before any script changed it
 */
export function savedPage(pristine: string, edits: Edits): string {
  const page = new DOMParser().parseFromString(pristine, "text/html");
  const data = page.getElementById(editsId);
  if (data) data.textContent = scriptJson(edits);
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}
