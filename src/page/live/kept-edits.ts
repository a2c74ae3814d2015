import { isRecord } from "../../words/is-record";
import { editsId } from "./live-ids";

/** Code that a reader changed: what it was, and what it is. */
export interface Edit {
  readonly original: string;
  readonly text: string;
}

/** Edits by the position of their cell. */
export type Edits = Readonly<Record<string, Edit>>;

function readEdits(json: string | null | undefined): Edits {
  let value: unknown;
  try {
    value = JSON.parse(json ?? "{}");
  } catch {
    return {};
  }
  if (!isRecord(value)) return {};
  const entries = Object.entries(value).flatMap(([position, edit]) => {
    if (!isRecord(edit)) return [];
    const { original, text } = edit;
    return typeof original === "string" && typeof text === "string"
      ? [[position, { original, text }] as const]
      : [];
  });
  return Object.fromEntries(entries);
}

/**
 * What a reader changed, kept on this device from one visit to the next; and what a saved page brings with it.
 *
 * Where the browser keeps nothing, as some do for files, `isForgetful` says so, and nothing is lost before the page
 * is left.
 */
export class KeptEdits {
  readonly #key: string;
  /** What the page's file brings: to take it back is a change as well, to be kept. */
  readonly #saved: Edits;
  #edits: Record<string, Edit> = {};
  isForgetful = false;

  constructor(page: Document) {
    this.#key = `klab-edits:${location.pathname}`;
    this.#saved = readEdits(page.getElementById(editsId)?.textContent);
    let kept: Edits = {};
    try {
      kept = readEdits(localStorage.getItem(this.#key));
    } catch {
      this.isForgetful = true;
    }
    this.#edits = { ...this.#saved, ...kept };
  }

  get edits(): Edits {
    const changed = Object.entries(this.#edits).filter(
      ([, { original, text }]) => original !== text,
    );
    return Object.fromEntries(changed);
  }

  /** What the cell was changed to, where it was the same cell. */
  textFor(position: string, original: string): string | undefined {
    const edit = this.#edits[position];
    return edit?.original === original ? edit.text : undefined;
  }

  keep(position: string, edit: Edit): void {
    if (edit.original === edit.text && !this.#saved[position]) delete this.#edits[position];
    else this.#edits[position] = edit;
    try {
      if (Object.keys(this.#edits).length === 0) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, JSON.stringify(this.#edits));
      this.isForgetful = false;
    } catch {
      this.isForgetful = true;
    }
  }
}
