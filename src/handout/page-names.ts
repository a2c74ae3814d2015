import { HandoutError } from "./handout-error";
import type { Audience } from "./versions";

/** A page's file. */
export const fileName = (name: string, audience: Audience): string =>
  `${name}${audience === "teacher" ? ".teacher" : ""}.html`;

/** The print of a page. */
export const printName = (page: string): string => page.replace(/\.html$/, ".pdf");

/** The deck of a page. */
export const slidesName = (page: string): string => page.replace(/\.html$/, ".slides.html");

/** The list of a folder's handouts: the students' links no page of the teacher's. */
export const indexName = (audience: Audience): string =>
  audience === "teacher" ? "index.teacher.html" : "index.html";

/** Names that differ in case only are one name on most readers' machines. */
export function refuseSameNames(
  entries: readonly { readonly name: string }[],
  audiences: readonly Audience[],
): void {
  const taken = new Map(["index.html", "index.teacher.html"].map((file) => [file, "index"]));
  for (const { name } of entries) {
    for (const audience of audiences) {
      const file = fileName(name, audience).normalize().toLowerCase();
      const other = taken.get(file);
      if (other === undefined) taken.set(file, name);
      else if (/^index\./.test(file))
        throw new HandoutError(
          `${name}.ipynb: 讲义目录要用 index.html 这个名字，请给笔记本换个名字 / index.html is the list of handouts: rename the notebook`,
        );
      else
        throw new HandoutError(
          `${other}.ipynb、${name}.ipynb: 讲义同名，会互相覆盖，请分开放 / their handouts have one name and would overwrite each other: use two --out folders`,
        );
    }
  }
}
