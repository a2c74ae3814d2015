import type { Notebook } from "../notebook/nbformat";

/** The cell tags that say something to klab. */
export const knownTags: readonly string[] = (
  "exercise solution check prediction training kernel-only teacher slide hide-input hide-output parameters " +
  "remove-cell remove-input remove-output"
).split(" ");

/** Tags of what students are not to see. */
const secretTags: readonly string[] = ["solution", "teacher"];

/** Tags of other tools that are near ours and mean what they mean. */
const foreignTags = new Set(["hide-cell", "injected-parameters", "raises-exception"]);

/** A tag of a notebook that klab does not know. */
export interface UnknownTag {
  /** From 1. */
  readonly cell: number;
  readonly tag: string;
  /** The known tag that was meant, where one is near. */
  readonly near?: string;
}

const plain = (tag: string): string =>
  tag
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** Insertions, deletions, replacements and swaps of neighbours that make one word of another. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min(
        rows[i - 1][j] + 1,
        row[j - 1] + 1,
        rows[i - 1][j - 1] + (isSame ? 0 : 1),
      );
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) least = Math.min(least, rows[i - 2][j - 2] + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length][b.length];
}

/** The known tag that was meant by one that is not known. */
export function nearTag(tag: string): string | undefined {
  const word = plain(tag);
  if (word === "" || word.length > 40) return undefined;
  const isNear = (written: string, known: string): boolean => {
    const wanted = plain(known);
    return distance(written.replace(/\d+$/, ""), wanted) <= (wanted.length >= 7 ? 2 : 1);
  };
  const parts = tag.split(/[^\p{L}\p{N}]+/u).map(plain);
  return (
    knownTags.find((known) => isNear(word, known)) ??
    // "teacher-only", "hidden-solution": whatever else they say, a student is not to see the cell.
    secretTags.find((known) => parts.some((part) => isNear(part, known)))
  );
}

/** The tags of a notebook that klab does not know, cell by cell. */
export function unknownTags({ cells }: Notebook): UnknownTag[] {
  return cells.flatMap(({ metadata }, index) =>
    (metadata.tags ?? [])
      .map(String)
      .filter((tag) => !knownTags.includes(tag) && !foreignTags.has(tag))
      .map((tag) => {
        const near = nearTag(tag);
        return { cell: index + 1, tag, ...(near === undefined ? {} : { near }) };
      }),
  );
}

/** Names a tag that is nearly a known one: which cell has it and what was meant. */
export const nearMissText = ({ cell, tag, near }: UnknownTag): string =>
  `第${cell}格的标签${JSON.stringify(tag)}不认识，像是${near} / cell ${cell}: tag ${JSON.stringify(tag)} is unknown, ${near} was probably meant`;
