import { createHash } from "node:crypto";

/**
 * Pieces of HTML of our own that wait outside while what an author wrote is sanitised.
 *
 * A seal stands for each in the text. Only a seal in text counts, none in an attribute, and a seal cannot be written
 * by an author: it holds a hash of all that the author wrote.
 */
export class SealedHtml {
  readonly #pieces: string[] = [];
  readonly #mark: string;

  /** @param source what the author wrote */
  constructor(source: string) {
    this.#mark = `klab${createHash("sha256").update(source).digest("hex").slice(0, 32)}x`;
  }

  /** What an author cannot write: marks what is ours in the text. */
  get own(): string {
    return this.#mark;
  }

  /** What stands for `html` in the text. */
  seal(html: string): string {
    return `${this.#mark}${this.#pieces.push(html) - 1}x`;
  }

  /** Puts the pieces back into sanitised HTML. */
  open(html: string): string {
    const seal = new RegExp(`${this.#mark}(\\d+)x`, "g");
    const piece = (_: string, index: string): string => this.#pieces[Number(index)] ?? "";
    return html
      .split(/(<[^>]*>)/)
      .map((part) => (part.startsWith("<") ? part.replace(seal, "") : part.replace(seal, piece)))
      .join("");
  }
}
