import type { Prng } from "../../math/random";
import { checkOption } from "../../words/check-option";
import { checkOptions } from "../../words/check-options";
import { shapeError, valueError } from "../../words/errors";
import {
  argument,
  checkedLater,
  count,
  generator,
  type OptionKind,
} from "../../words/option-kinds";
import { pick } from "./pick";

/** A text, taken character by character, or a list of words. */
export type Writing = string | readonly string[];

/** How a table is made. */
export interface LanguageModelOptions {
  /** How many symbols before the next one count: 1 unless said; 0 for none. */
  readonly order?: number;
  /** How many observations the table of one symbol less counts for: 1 unless said; 0 for what was seen alone. */
  readonly smoothing?: number;
  /** Symbols that may come up in other writings, besides those of this one. */
  readonly vocabulary?: Writing;
}

/** What comes next, as probabilities. */
export interface LanguageModel {
  /** The symbols, in the order in which they first occur, and then those of `options.vocabulary`. */
  readonly vocabulary: readonly string[];
  readonly order: number;
  /** Probabilities of each symbol of the vocabulary after these. */
  next(before: Writing): Float64Array;
  /** H(p, q) = −mean of ln q(symbol | those before it) over a writing, in nats a symbol. */
  crossEntropy(writing: Writing): number;
  /** e^H(p, q). */
  perplexity(writing: Writing): number;
  /** So many symbols, drawn one after the other. */
  sample(n: number, prng: Prng): string[];
}

const notNegative: OptionKind = (caller, name, value) =>
  checkOption(caller, name, value, {
    accepts: (x) => x >= 0 && x < Number.POSITIVE_INFINITY,
    zh: "≥ 0 的有限数",
    en: "a finite number ≥ 0",
  });

/**
 * A language model as a table of counts: q(s | before) = (n(before, s) + m·q′(s | one less before))/(n(before) + m), down to the
 * uniform distribution over the vocabulary; H(p, q) in nats, perplexity e^H(p, q).
 *
 * @param writing a text, taken character by character, or a list of words; at least one
 * @param options `order`, `smoothing` m; `vocabulary`, symbols that the writing need not have
 * @returns probabilities of what comes next, cross-entropy and perplexity of other writings (∞ for one with a symbol that has probability 0, as has one that is not in the vocabulary), and samples
 * @throws RangeError for an empty writing or options out of range; TypeError for what is no writing
 *
 * @example
 * languageModel("abab", { order: 1, smoothing: 0 }).perplexity("abab"); // Math.sqrt(Math.SQRT2)
 *
 * Source: D. Jurafsky and J. H. Martin, Speech and Language Processing, 3rd ed. draft (2024), chapter 3.
 */
export function languageModel(writing: Writing, options: LanguageModelOptions = {}): LanguageModel {
  const caller = "languageModel";
  checkOptions(caller, options, {
    order: count(0, 20),
    smoothing: notNegative,
    vocabulary: checkedLater,
  });
  const { order = 1, smoothing = 1, vocabulary: besides = [] } = options;
  const symbols = symbolsOf(caller, "writing", writing);
  const vocabulary = [...new Set([...symbols, ...listOf(caller, "options.vocabulary", besides)])];
  const places = new Map(vocabulary.map((symbol, k) => [symbol, k]));
  const tables = Array.from({ length: order + 1 }, (_, n) => countsOf(symbols, n, places));
  const seenAfter = (before: readonly string[]): Seen[] => {
    const seen: Seen[] = [];
    for (let n = 0; n <= Math.min(order, before.length); n++) {
      const after = tables[n].get(keyOf(before.slice(before.length - n)));
      if (!after) break; // never seen, nor is what is longer
      seen.push(after);
    }
    return seen;
  };
  const chanceOf = (seen: readonly Seen[], k: number): number =>
    seen.reduce(
      (shorter, { counts, total }) => (counts[k] + smoothing * shorter) / (total + smoothing),
      1 / vocabulary.length,
    );
  const nextOf = (before: readonly string[]): Float64Array => {
    const seen = seenAfter(before);
    return Float64Array.from(vocabulary, (_, k) => chanceOf(seen, k));
  };
  const crossEntropy = (method: string, other: Writing): number => {
    const read = symbolsOf(method, "writing", other);
    let sum = 0;
    for (const [i, symbol] of read.entries()) {
      const k = places.get(symbol);
      sum -=
        k === undefined
          ? Number.NEGATIVE_INFINITY
          : Math.log(chanceOf(seenAfter(read.slice(Math.max(0, i - order), i)), k));
    }
    return sum / read.length;
  };
  return {
    vocabulary,
    order,
    next: (before) => nextOf(listOf("next", "before", before)),
    crossEntropy: (other) => crossEntropy("crossEntropy", other),
    perplexity: (other) => Math.exp(crossEntropy("perplexity", other)),
    sample(n, prng) {
      argument(count(0))("sample", "n", n);
      argument(generator)("sample", "prng", prng);
      const out: string[] = [];
      while (out.length < n) {
        const q = nextOf(out.slice(Math.max(0, out.length - order)));
        out.push(vocabulary[pick(q, prng())]);
      }
      return out;
    },
  };
}

/** Symbols apart by what none of them may hold. */
const keyOf = (before: readonly string[]): string => JSON.stringify(before);

/** How often each symbol of the vocabulary came next. */
interface Seen {
  readonly counts: Float64Array;
  total: number;
}

function countsOf(
  symbols: readonly string[],
  n: number,
  places: ReadonlyMap<string, number>,
): Map<string, Seen> {
  const table = new Map<string, Seen>();
  for (let i = n; i < symbols.length; i++) {
    const key = keyOf(symbols.slice(i - n, i));
    const seen = table.get(key) ?? { counts: new Float64Array(places.size), total: 0 };
    seen.counts[places.get(symbols[i]) as number]++;
    seen.total++;
    table.set(key, seen);
  }
  return table;
}

/** Characters of a text (not halves of one), or the words of a list. */
function listOf(caller: string, name: string, writing: Writing): readonly string[] {
  if (typeof writing === "string") return [...writing];
  if (Array.isArray(writing) && writing.every((word) => typeof word === "string")) return writing;
  throw shapeError(
    caller,
    `${name} 应为文字，或由词组成的数组`,
    `${name} must be a text, or an array of words`,
  );
}

function symbolsOf(caller: string, name: string, writing: Writing): readonly string[] {
  const symbols = listOf(caller, name, writing);
  if (symbols.length > 0) return symbols;
  throw valueError(
    caller,
    `${name} 是空的，至少要有一个字符或词`,
    `${name} is empty; give at least one character or word`,
  );
}
