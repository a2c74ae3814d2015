import { shapeError, valueError } from "../words/errors";
import { jsonReady } from "../words/json-ready";
import { checkBits } from "./bits";
import { checkSymbol, checkSymbols } from "./symbols";

const inspect: unique symbol = Symbol.for("nodejs.util.inspect.custom");

/** A binary prefix code: a word for each outcome, none a beginning of another. */
export class PrefixCode {
  /** Words of "0" and "1"; undefined for outcomes of probability 0, which have none. */
  readonly words: readonly (string | undefined)[];
  /** Their lengths in bits; Infinity where there is no word. */
  readonly lengths: readonly number[];

  constructor(lengths: readonly number[]) {
    this.lengths = lengths;
    this.words = canonicalWords(lengths);
  }

  /** Σ 2^(−length) ≤ 1, Kraft's sum. */
  get kraftSum(): number {
    return this.lengths.reduce((sum, length) => sum + 2 ** -length, 0);
  }

  /** The words of `symbols` (outcome indices), one after the other. */
  encode(symbols: ArrayLike<number>): string {
    checkSymbols("PrefixCode.encode", symbols);
    return Array.from(symbols, (symbol, i) => {
      checkSymbol("PrefixCode.encode", symbol, i, this.words.length);
      const word = this.words[symbol];
      if (word !== undefined) return word;
      throw valueError(
        "PrefixCode.encode",
        `symbols[${i}] 是 ${symbol}，它没有码字`,
        `symbols[${i}] is ${symbol}, which has no word`,
      );
    }).join("");
  }

  /** The symbols of a text of words. (A sure outcome's empty word leaves no trace: how often it came is not told.) */
  decode(code: string): number[] {
    checkBits("PrefixCode.decode", code);
    const symbolOf = new Map(
      this.words.flatMap((word, symbol) => (word ? [[word, symbol] as const] : [])),
    );
    const symbols: number[] = [];
    let word = "";
    for (const bit of code) {
      word += bit;
      const symbol = symbolOf.get(word);
      if (symbol !== undefined) {
        symbols.push(symbol);
        word = "";
      }
    }
    if (word === "") return symbols;
    throw shapeError(
      "PrefixCode.decode",
      `code 的末尾 “${word.slice(0, 20)}” 不是码字`,
      `code ends in "${word.slice(0, 20)}", which is no word`,
    );
  }

  /** For JSON.stringify, which knows no ∞: "∞" for a length where there is no word. */
  toJSON(): unknown {
    return jsonReady({ words: this.words.map((word) => word ?? null), lengths: this.lengths });
  }

  toString(): string {
    return this.words.map((word, i) => `${i}: ${word ?? "–"}`).join(", ");
  }

  [inspect](): string {
    return `PrefixCode { ${this} }`;
  }
}

/** Words in order of length, each the one before plus 1: lengths alone determine the code. */
function canonicalWords(lengths: readonly number[]): (string | undefined)[] {
  const order = lengths
    .map((length, symbol) => ({ length, symbol }))
    .filter(({ length }) => length < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.length - b.length || a.symbol - b.symbol);
  const words: (string | undefined)[] = lengths.map(() => undefined);
  let next = 0n;
  let width = 0;
  for (const { length, symbol } of order) {
    next <<= BigInt(length - width);
    width = length;
    words[symbol] = width === 0 ? "" : next.toString(2).padStart(width, "0");
    next += 1n;
  }
  return words;
}
