import type { Span } from "./tex-token";

/** What was repaired, supposed or passed over in reading a formula. */
export type NoteKind = "repair" | "reading" | "ambiguity" | "skipped";

/** One remark about one place of the formula. */
export interface ReadingNote {
  readonly kind: NoteKind;
  readonly at: Span;
  readonly text: string;
}

/** Collects remarks in one language, each once. */
export class Notes {
  readonly list: ReadingNote[] = [];
  readonly #isEnglish: boolean;

  constructor(locale: string) {
    this.#isEnglish = locale === "en";
  }

  add(kind: NoteKind, at: Span, zh: string, en: string): void {
    const text = this.#isEnglish ? en : zh;
    if (this.list.some((note) => note.text === text && note.kind === kind)) return;
    this.list.push({ kind, at, text });
  }
}

/** A part of a formula that has no meaning here, with the place and the reason. */
export class UnreadError extends Error {
  readonly at: Span;
  readonly zh: string;
  readonly en: string;

  constructor(at: Span, zh: string, en: string) {
    super(`${zh} / ${en}`);
    this.at = at;
    this.zh = zh;
    this.en = en;
  }
}
