import { scriptJson } from "../figure-markup";
import type { Edits } from "./kept-edits";
import { editsId } from "./live-ids";

/**
 * The page as a file, with a reader's edits as data for the page's own script: the text keeps the code that it came
 * with, to which 重置 goes back.
 *
 * @param pristine the page's HTML as it came, before any script changed it
 */
export function savedPage(pristine: string, edits: Edits): string {
  const page = new DOMParser().parseFromString(pristine, "text/html");
  const data = page.getElementById(editsId);
  if (data) data.textContent = scriptJson(edits);
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}
