import { CellError } from "./cell-error";

const namespace =
  /(?<!declare\s+)\b(namespace|module)\s+([\p{L}_$][\p{L}\p{N}_$.]*)\s*(\{(?:[^{}]|\{[^{}]*\})*)/gu;
const value = /[{;\s](?:const|let|var|function|class|enum|async|abstract|namespace)\s/;

/**
 * A namespace with values in it goes with the types where code is rid of them: better to say so than to do without.
 *
 * @param source a cell
 * @param plain the cell without types, line by line
 * @throws CellError where a namespace went
 */
export function refuseNamespaces(source: string, plain: string): void {
  for (const found of source.matchAll(namespace)) {
    const [, word, name, body] = found;
    const line = source.slice(0, found.index).split("\n").length;
    // In a text or a comment it is still there.
    const stays = plain.split("\n")[line - 1]?.includes(`${word} ${name}`) ?? false;
    if (stays || !value.test(body)) continue;
    throw new CellError(
      `${word} ${name}：讲义里不能用namespace，改用对象或几个const / ${word} ${name}: a handout has no namespaces, use an object or some const`,
      line,
    );
  }
}
