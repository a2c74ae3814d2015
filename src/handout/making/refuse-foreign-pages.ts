import { HandoutError } from "../handout-error";
import { isForeign } from "../is-foreign";

/** Of other tools' pages that bear the names of ours: nbconvert, too, writes NAME.html. */
export function refuseForeignPages(files: readonly string[]): void {
  const foreign = files.filter(isForeign);
  if (foreign.length === 0) return;
  throw new HandoutError(
    `${foreign.join("、")}: 已有同名文件，不是klab写的，没有覆盖；请用 --out 另选文件夹 / not written by klab and left as it is: choose another folder with --out`,
  );
}
