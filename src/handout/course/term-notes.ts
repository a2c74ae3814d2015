import type { GlossaryTerm } from "./course";

const symbols: Readonly<Record<string, string>> = {
  "\\Vert": "‖",
  "\\parallel": "‖",
  "\\|": "‖",
  "\\mid": "|",
  "\\ln": "ln ",
  "\\log": "log ",
  "\\theta": "θ",
  "\\,": "",
};

/** Markdown of one line as plain text; its formulas are short, and read without TeX's marks. */
function plainText(markdown: string): string {
  return markdown
    .replace(/\\text\{([^}]*)\}/g, "$1")
    .replace(/\\(?:[A-Za-z]+|[,|])/g, (command) => symbols[command] ?? "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[$*`{}]/g, "")
    .replace(/ +/g, " ")
    .trim();
}

/** What a page says of a term when it is pointed at, or reached with the keyboard. */
export interface TermNote {
  readonly term: string;
  /** relative entropy：两者之差 */
  readonly text: string;
  readonly see: string | undefined;
}

/** A page's terms: each is explained where it comes first. */
export class TermNotes {
  readonly #terms: ReadonlyMap<string, TermNote>;
  readonly #pattern: RegExp | undefined;
  readonly #seen = new Set<string>();

  constructor(glossary: readonly GlossaryTerm[]) {
    this.#terms = new Map(
      glossary.map(({ term, english, sentence, see }) => [
        term,
        { term, text: [english, plainText(sentence)].filter((part) => part).join("："), see },
      ]),
    );
    const names = [...this.#terms.keys()].sort((a, b) => b.length - a.length);
    const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    // A term of one character, 熵, may be the end of a longer word.
    const alternatives = escaped.map((name) =>
      [...name].length === 1 ? `(?<!\\p{Script=Han})${name}` : name,
    );
    this.#pattern = names.length > 0 ? new RegExp(alternatives.join("|"), "gu") : undefined;
  }

  /** The text in pieces: those that are notes are terms that come for the first time. */
  split(text: string): (string | TermNote)[] {
    if (!this.#pattern) return [text];
    const pieces: (string | TermNote)[] = [];
    let end = 0;
    for (const { 0: name, index } of text.matchAll(this.#pattern)) {
      const note = this.#terms.get(name);
      if (!note || this.#seen.has(name)) continue;
      this.#seen.add(name);
      pieces.push(text.slice(end, index), note);
      end = index + name.length;
    }
    return [...pieces, text.slice(end)].filter((piece) => piece !== "");
  }
}
