import type { Span } from "./tex-token";

/** What was repaired, supposed or passed over in reading a formula. */
export type NoteKind = "repair" | "reading" | "ambiguity" | "skipped";

/** One remark about one place of the formula. */
export interface ReadingNote {
  readonly kind: NoteKind;
  readonly at: Span;
  readonly text: string;
}

/** Collects remarks in one language: a supposition once for the block, a repair or omission at each of its places. */
export class Notes {
  readonly list: ReadingNote[] = [];
  readonly #isEnglish: boolean;

  constructor(locale: string) {
    this.#isEnglish = locale === "en";
  }

  add(kind: NoteKind, at: Span, zh: string, en: string): void {
    const text = this.#isEnglish ? en : zh;
    const isOfPlace = kind === "repair" || kind === "skipped";
    const isSame = (note: ReadingNote): boolean =>
      note.text === text && note.kind === kind && (!isOfPlace || isEqual(note.at, at));
    if (this.list.some(isSame)) return;
    this.list.push({ kind, at, text });
  }
}

const isEqual = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1];

/** The texts of notes, each once: for lists that name no places. */
export const textsOf = (notes: readonly ReadingNote[]): readonly string[] => [
  ...new Set(notes.map(({ text }) => text)),
];

/** The texts of notes, each once, with the characters of the formula that it is about, counted from 1. */
export function placedTexts(notes: readonly ReadingNote[], locale: string): readonly string[] {
  const places = new Map<string, number[]>();
  for (const { text, at } of notes) {
    const own = places.get(text) ?? [];
    if (!own.includes(at[0] + 1)) own.push(at[0] + 1);
    places.set(text, own);
  }
  return [...places].map(([text, own]) => {
    const list = own.sort((a, b) => a - b).join(locale === "en" ? ", " : "、");
    if (locale !== "en") return `${text}（第${list}个字符）`;
    return `${text} (character${own.length > 1 ? "s" : ""} ${list})`;
  });
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
