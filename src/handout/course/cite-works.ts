import { type Cell, joinText, type Notebook } from "../../notebook/nbformat";
import { escapeRegExp } from "../../words/escape-reg-exp";
import { changeProse } from "./change-prose";
import { addressOf, gbt7714 } from "./gbt7714";
import { type BibliographyEntry, firstFamily, yearOf } from "./read-bibliography";

/** `[@key]`, `[@one; @two]`, and what stands after a key: `[@key, 第5章]`. */
const bracketed = /\[(@[\w:.-]+(?:,[^\];]*)?(?:\s*;\s*@[\w:.-]+(?:,[^\];]*)?)*)\]/g;

const listHead = /^(?:#{1,6}\s+参考文献|\*\*参考文献\*\*)\s*$/m;

/** The numbers of works on one page, in the order in which they come first. */
class Citations {
  readonly #numbers = new Map<BibliographyEntry, number>();

  number(entry: BibliographyEntry): number {
    const number = this.#numbers.get(entry) ?? this.#numbers.size + 1;
    this.#numbers.set(entry, number);
    return number;
  }

  get entries(): readonly BibliographyEntry[] {
    return [...this.#numbers.keys()];
  }
}

const attribute = (text: string): string => text.replace(/["\\]/g, "");

/** A link to a work's place in the list, its text in full when pointed at. */
const mark = (entry: BibliographyEntry, number: number): string =>
  `[\\[${number}\\]](#ref-${number} "${attribute(gbt7714(entry))}")`;

/** Shannon 1948, Kullback与Leibler（1951）: the names of the course's sources as running text has them. */
function mention(entry: BibliographyEntry): RegExp | undefined {
  const family = firstFamily(entry);
  const year = yearOf(entry);
  if (family === "" || year === "") return undefined;
  const others = "(?:(?:\\s*(?:与|和|、|,|&|and)\\s*[A-Z][\\w-]+)*(?:等|\\s+et al\\.?)?)";
  return new RegExp(
    `(?<![\\w[@])${escapeRegExp(family)}${others}\\s*[（(]?\\s*${year}(?!\\d)[）)]?`,
    "g",
  );
}

/** What an author added to an entry of a list, after what the bibliography knows: chapters, a remark. */
function remarkOf(item: string): string {
  const afterLink = /\]\([^)]*\)(?!.*\]\([^)]*\))/.exec(item);
  const rest = afterLink ? item.slice(afterLink.index + afterLink[0].length) : item;
  const remark = /(?:第|\d[\d.]*(?:至[\d.]+)?节|\p{Script=Han})[\s\S]*$/u.exec(rest);
  return remark === null || (!afterLink && remark.index === 0) ? "" : remark[0].trim();
}

/** `- Shannon, C. E. (1948). …`: the entry that an item of a list names by author and year. */
function entryOf(
  item: string,
  entries: readonly BibliographyEntry[],
): BibliographyEntry | undefined {
  return entries.find((entry) => {
    const family = firstFamily(entry);
    const year = yearOf(entry);
    return family !== "" && item.startsWith(`${family}, `) && item.includes(`(${year})`);
  });
}

const listItem = (entry: BibliographyEntry, number: number, remark = ""): string => {
  const text = gbt7714(entry).replace(/[*_`\\<[\]]/g, "\\$&");
  const address = addressOf(entry);
  const link = address === undefined ? "" : ` [↗](${address} "${attribute(entry.title ?? "")}")`;
  return `- <a name="ref-${number}"></a>\\[${number}\\] ${text}${link}${remark === "" ? "" : ` ${remark}`}`;
};

/**
 * Citations with their numbers, and the list of what is cited, by GB/T 7714-2015.
 *
 * A work is cited by `[@key]`, or by its first author and year in running text. The lesson's own list, after 参考文献,
 * keeps its order, its remarks and what the bibliography does not know; what is cited besides comes at its end.
 */
export function citeWorks(
  notebook: Notebook,
  bibliography: readonly BibliographyEntry[],
  onUnknown: (cell: number, text: string) => void = () => {},
): Notebook {
  if (bibliography.length === 0) return notebook;
  const citations = new Citations();
  const mentions = bibliography.flatMap((entry) => {
    const pattern = mention(entry);
    return pattern ? [{ entry, pattern }] : [];
  });
  const cite = (prose: string, cell: number): string => {
    const marked = prose.replace(bracketed, (whole, inside: string) => {
      const parts = inside.split(";").map((part) => {
        const [, key, note = ""] = /^\s*@([\w:.-]+)(?:,\s*(.*))?$/.exec(part) ?? [];
        const entry = bibliography.find(({ id }) => id === key);
        if (!entry) onUnknown(cell, `references.bib里没有 / not in references.bib: ${key}`);
        return entry && mark(entry, citations.number(entry)) + (note === "" ? "" : note.trim());
      });
      return parts.every((part) => part !== undefined) ? parts.join("") : whole;
    });
    return mentions.reduce(
      (text, { entry, pattern }) =>
        // Names within a link are the link's.
        text.replace(pattern, (found, at: number) =>
          isInLink(text, at) ? found : `${found}${mark(entry, citations.number(entry))}`,
        ),
      marked,
    );
  };
  let hasList = false;
  const cells = notebook.cells.map((cell, index): Cell => {
    if (cell.cell_type !== "markdown") return cell;
    const source = joinText(cell.source);
    const head = listHead.exec(source);
    const start = head ? head.index : source.length;
    const text = changeProse(source.slice(0, start), (prose) => cite(prose, index + 1));
    if (head) hasList = true;
    const list = head ? withEntries(source.slice(start), bibliography, citations) : "";
    return text + list === source ? cell : { ...cell, source: text + list };
  });
  const missing = hasList ? [] : citations.entries;
  if (missing.length === 0) return { ...notebook, cells };
  const items = missing.map((entry) => listItem(entry, citations.number(entry)));
  const list: Cell = {
    cell_type: "markdown",
    id: "klab-references",
    metadata: {},
    source: `## 参考文献\n\n${items.join("\n")}`,
  };
  return { ...notebook, cells: [...cells, list] };
}

const isInLink = (text: string, at: number): boolean => {
  const before = text.slice(0, at);
  return before.lastIndexOf("[") > before.lastIndexOf("]") || /\]\([^)]*$/.test(before);
};

/** A lesson's list with the entries that the bibliography knows, and what is cited and not in it. */
function withEntries(
  list: string,
  bibliography: readonly BibliographyEntry[],
  citations: Citations,
): string {
  const listed = new Set<BibliographyEntry>();
  const lines = list.split("\n").map((line) => {
    const item = /^- (.*)$/.exec(line)?.[1];
    const entry = item === undefined ? undefined : entryOf(item, bibliography);
    if (item === undefined || entry === undefined) return line;
    listed.add(entry);
    return listItem(entry, citations.number(entry), remarkOf(item));
  });
  const missing = citations.entries.filter((entry) => !listed.has(entry));
  const items = missing.map((entry) => listItem(entry, citations.number(entry)));
  const last = lines.map((line) => line.startsWith("- ")).lastIndexOf(true);
  return [...lines.slice(0, last + 1), ...items, ...lines.slice(last + 1)].join("\n");
}
