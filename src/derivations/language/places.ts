import { ExpressionError, ExpressionKindError } from "./expression-error";
import type { SourceText } from "./source-text";

interface Token {
  readonly text: string;
  readonly at: number;
}

// mathjs reads these as operators; they are no names.
const words = new Set(["to", "in", "Infinity"]);

/**
 * Finds where a node was typed: mathjs's tree has no places, but names and numbers come out of it in the order in
 * which they went in.
 */
export class Places {
  readonly #typed: string;
  readonly #tokens: readonly Token[];
  #cursor = 0;

  constructor({ typed, text, origin }: SourceText) {
    this.#typed = typed;
    const tokens: Token[] = [];
    for (const match of text.matchAll(
      /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[\p{L}_·][\p{L}\p{N}_′⋆]*/gu,
    )) {
      if (!words.has(match[0])) tokens.push({ text: match[0], at: origin[match.index] });
    }
    this.#tokens = tokens;
  }

  /** Where the next name or number is. */
  get here(): number {
    return this.#tokens[this.#cursor]?.at ?? this.#tokens[this.#tokens.length - 1]?.at ?? 0;
  }

  /** Goes past `name` and says where it was. */
  name(name: string): number {
    return this.#find((text) => text === name).at;
  }

  number(): Token {
    return this.#find((text) => /^[\d.]/.test(text));
  }

  error(at: number, zh: string, en: string): ExpressionError {
    return new ExpressionError({ expression: this.#typed, at }, zh, en);
  }

  kindError(at: number, zh: string, en: string): ExpressionKindError {
    return new ExpressionKindError({ expression: this.#typed, at }, zh, en);
  }

  #find(matches: (text: string) => boolean): Token {
    for (let i = this.#cursor; i < this.#tokens.length; i++) {
      const token = this.#tokens[i];
      if (!matches(token.text)) continue;
      this.#cursor = i + 1;
      return token;
    }
    return { text: "", at: this.here };
  }
}
