import { shapeError, valueError } from "../../words/errors";

/**
 * The codewords, checked.
 *
 * @throws TypeError unless it is a list of strings, RangeError for a word with other characters than 0 and 1
 */
export function checkedCodewords(caller: string, codewords: readonly string[]): readonly string[] {
  if (!Array.isArray(codewords) || codewords.length === 0) {
    throw shapeError(
      caller,
      'codewords 应为码字的数组，例如 ["0", "10", "11"]',
      'codewords must be a list of codewords, for example ["0", "10", "11"]',
    );
  }
  for (const [i, word] of codewords.entries()) {
    if (typeof word !== "string" || !/^[01]+$/.test(word)) {
      throw valueError(
        caller,
        `codewords[${i}] 是 ${JSON.stringify(word)}，应只含 0 与 1，且不空`,
        `codewords[${i}] is ${JSON.stringify(word)}; use only 0 and 1, at least one of them`,
      );
    }
  }
  return codewords;
}

/** The first pair of which one word begins the other, as indices. */
export function prefixClash(codewords: readonly string[]): [number, number] | undefined {
  for (const [i, short] of codewords.entries()) {
    const j = codewords.findIndex((word, at) => at !== i && word.startsWith(short));
    if (j >= 0) return [i, j];
  }
  return undefined;
}

/** Names of the outcomes: given, or 1, 2, 3 …
 *
 * @throws TypeError unless there is one each
 */
export function outcomeLabels(
  caller: string,
  count: number,
  labels: readonly string[] | undefined,
): readonly string[] {
  if (labels === undefined) return Array.from({ length: count }, (_, i) => String(i + 1));
  if (labels.length === count) return labels;
  throw shapeError(
    caller,
    `labels 有 ${labels.length} 个，结果有 ${count} 个，应一一对应`,
    `${labels.length} labels for ${count} outcomes; give one each`,
  );
}
