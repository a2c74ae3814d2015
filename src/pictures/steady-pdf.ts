const date = /(\/(?:CreationDate|ModDate) \(D:)\d{14}/g;
const never = "20000101000000";
/** What a cell of a table's head is called by those that it heads. */
const named = /\/ID \((node\d{8})\)>>\nendobj/g;
const leaf = /\/Limits \[\(node\d{8}\) \(node\d{8}\)\]\n\/Names \[([^\]]*)\]/g;
const pair = /\((node\d{8})\) \d+ 0 R/g;
const place = /^\d{10}(?= 00000 n)/gm;

/** `text` in which each match is replaced, and where an offset of it is then. */
function replaced(
  text: string,
  pattern: RegExp,
  by: (...match: string[]) => string,
): { readonly text: string; readonly moved: (offset: number) => number } {
  const shifts: { readonly at: number; readonly by: number }[] = [];
  const result = text.replace(pattern, (...match) => {
    const now = by(...(match as string[]));
    const at = match.find((part) => typeof part === "number") as number;
    shifts.push({ at, by: now.length - match[0].length });
    return now;
  });
  const moved = (offset: number): number =>
    shifts.reduce((sum, shift) => (shift.at < offset ? sum + shift.by : sum), offset);
  return { text: result, moved };
}

/** Names that Chromium counts up from page to page, replaced by the number of their object; the tree of names sorted. */
function withSteadyNames(pdf: string): string {
  const objectAt = (place: number): string =>
    pdf.slice(0, pdf.lastIndexOf(" 0 obj\n", place)).slice(-9).split("\n").pop() ?? "";
  const names = new Map(
    [...pdf.matchAll(named)].map(({ 1: name, index }) => [
      name,
      `node${objectAt(index).padStart(8, "0")}`,
    ]),
  );
  const renamed = pdf.replace(/\((node\d{8})\)/g, (all, name: string) =>
    names.has(name) ? `(${names.get(name)})` : all,
  );
  const pairs = [...renamed.matchAll(leaf)].flatMap(([, list]) => list.match(pair) ?? []).sort();
  let next = 0;
  const { text, moved } = replaced(renamed, leaf, (_, list) => {
    const mine = pairs.slice(next, (next += list.match(pair)?.length ?? 0));
    const nameOf = (entry: string): string => entry.slice(0, entry.indexOf(" "));
    return `/Limits [${nameOf(mine[0])} ${nameOf(mine[mine.length - 1])}]\n/Names [${mine.join(" ")}]`;
  });
  const table = text.lastIndexOf("\nxref\n");
  const objects = text
    .slice(table)
    .replace(place, (offset) => `${moved(Number(offset))}`.padStart(10, "0"))
    .replace(/(?<=startxref\n)\d+/, (offset) => `${moved(Number(offset))}`);
  return text.slice(0, table) + objects;
}

/** The same bytes for the same page: a PDF says when it was made, and how many nodes the browser had made before it. */
export function steadyPdf(pdf: Buffer): Buffer {
  const text = pdf.toString("latin1").replace(date, (_, head: string) => head + never);
  return Buffer.from(withSteadyNames(text), "latin1");
}
