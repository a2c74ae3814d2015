import type { Notebook } from "../notebook/nbformat";
import { HandoutError } from "./handout-error";
import { nearMissText, unknownTags } from "./tag-check";

/**
 * Names unknown tags. A near miss may have been meant to keep a cell from students: it stops their versions, all of them.
 *
 * @param isStrict whether students are to get them
 * @throws HandoutError naming each near miss, if so
 */
export function nameUnknownTags(
  entries: readonly { readonly name: string; readonly notebook: Notebook }[],
  isStrict: boolean,
  log: (line: string) => void,
): void {
  const problems: string[] = [];
  for (const { name, notebook } of entries) {
    for (const tag of unknownTags(notebook)) {
      if (tag.near !== undefined) {
        const text = `${name}.ipynb: ${nearMissText(tag)}`;
        if (isStrict) problems.push(text);
        else log(text);
      } else {
        const { cell } = tag;
        const quoted = JSON.stringify(tag.tag);
        log(
          `${name}: 第${cell}格的标签${quoted}不认识，没有作用 / cell ${cell}: tag ${quoted} is unknown and does nothing`,
        );
      }
    }
  }
  if (problems.length > 0) throw new HandoutError(problems.join("; "));
}
