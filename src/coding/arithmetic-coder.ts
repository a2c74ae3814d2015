import { type MeasureOptions, type Pmf, pmfOnly } from "../divergences/vectors/pmf";
import { weights } from "../divergences/vectors/weights";
import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import { BitReader, BitWriter } from "./bits";
import { frequencyBits, frequencyTable } from "./frequency-table";
import { checkSymbol, checkSymbols } from "./symbols";

/** Codes sequences of symbols for a law q in about −log₂ q bits a symbol. */
export interface ArithmeticCoder {
  /** The code of `symbols` (indices of q), a text of "0" and "1". */
  encode(symbols: ArrayLike<number>): string;
  /**
   * The first `count` symbols of what `encode` gave. Other codes give other symbols, and so does a code cut off, as
   * if zeros followed; it is a RangeError where symbols need more bits than are left.
   */
  decode(code: string, count: number): number[];
}

const top = 2 ** 32;
const half = top / 2;
const quarter = top / 4;
/** A code has two bits more than its symbols shift, and a decoder looks 32 bits ahead. */
const lookahead = 30;
/** Symbols of one code: longer arrays do not fit into the memory of a kernel. */
const most = 100_000_000;
const share = 2 ** (frequencyBits - 14);

/** ⌊range · c / 2^28⌋ exactly, for range ≤ 2^32 and c ≤ 2^28, in two products that doubles hold. */
function portion(range: number, c: number): number {
  const high = Math.floor(c / 16384);
  return Math.floor((range * high + Math.floor((range * (c - high * 16384)) / 16384)) / share);
}

/**
 * An arithmetic coder for symbols that follow q: integers only, so that decoding is exact on every machine.
 *
 * Data from p cost H(p, q) = H(p) + D(p ‖ q) bits a symbol, and 2 bits at the end; no blocks are needed. A symbol
 * rarer than 2^-28 in q costs 28 bits, so that data full of such symbols cost less than H(p, q).
 *
 * @param q the model: probabilities of symbols 0, 1, 2 … (kept to 28 bits)
 * @param options `normalize`
 * @returns `encode(symbols)` and `decode(code, count)`
 * @throws RangeError or TypeError as `entropy`; encode: RangeError for a symbol that q does not allow
 *
 * @example
 * const coder = arithmeticCoder([0.9, 0.1]);
 * coder.decode(coder.encode([0, 0, 1, 0]), 4); // [0, 0, 1, 0]
 *
 * Source: I. H. Witten, R. M. Neal and J. G. Cleary, Arithmetic coding for data compression (1987).
 */
export function arithmeticCoder(q: Pmf, options: MeasureOptions = {}): ArithmeticCoder {
  checkOptions("arithmeticCoder", options, ["normalize"]);
  const { values, total } = weights("arithmeticCoder", "q", q, options.normalize, pmfOnly);
  const cumulative = frequencyTable(values, total.high);
  return {
    encode: (symbols) => encode(cumulative, symbols),
    decode: (code, count) => decode(cumulative, code, count),
  };
}

function encode(cumulative: Float64Array, symbols: ArrayLike<number>): string {
  checkSymbols("arithmeticCoder.encode", symbols);
  const out = new BitWriter();
  let low = 0;
  let range = top;
  for (let i = 0; i < symbols.length; i++) {
    const symbol = symbols[i];
    checkSymbol("arithmeticCoder.encode", symbol, i, cumulative.length - 1);
    const [from, to] = [cumulative[symbol], cumulative[symbol + 1]];
    if (from === to) rejectSymbol(symbol, i);
    const start = portion(range, from);
    range = portion(range, to) - start;
    low += start;
    for (;;) {
      if (low + range <= half) out.write(0);
      else if (low >= half) {
        out.write(1);
        low -= half;
      } else if (low >= quarter && low + range <= half + quarter) {
        out.defer();
        low -= quarter;
      } else break;
      low *= 2;
      range *= 2;
    }
  }
  if (symbols.length > 0) {
    out.defer();
    out.write(low < quarter ? 0 : 1);
  }
  return out.text();
}

function decode(cumulative: Float64Array, code: string, count: number): number[] {
  if (typeof count !== "number") {
    throw shapeError(
      "arithmeticCoder.decode",
      `count 应为整数，给的是 ${typeof count}`,
      `count must be an integer, got ${typeof count}`,
    );
  }
  if (!(Number.isInteger(count) && count >= 0 && count <= most)) {
    throw valueError(
      "arithmeticCoder.decode",
      `count 是 ${count}，应为 0 到 ${most} 的整数`,
      `count is ${count}; give an integer from 0 to ${most}`,
    );
  }
  const bits = new BitReader(code);
  let offset = 0; // the code's value less low
  for (let i = 0; i < 32; i++) offset = offset * 2 + bits.next();
  let low = 0;
  let range = top;
  const symbols: number[] = [];
  while (symbols.length < count) {
    const symbol = locate(cumulative, range, offset);
    symbols.push(symbol);
    const start = portion(range, cumulative[symbol]);
    range = portion(range, cumulative[symbol + 1]) - start;
    low += start;
    offset -= start;
    for (;;) {
      if (low + range <= half) {
        // the leading bit is 0
      } else if (low >= half) low -= half;
      else if (low >= quarter && low + range <= half + quarter) low -= quarter;
      else break;
      low *= 2;
      range *= 2;
      offset = offset * 2 + bits.next();
    }
    if (bits.beyond > lookahead) rejectCount(count, symbols.length - 1);
  }
  return symbols;
}

/** The symbol whose part of the range holds `offset`. */
function locate(cumulative: Float64Array, range: number, offset: number): number {
  let left = 0;
  let right = cumulative.length - 1;
  while (right - left > 1) {
    const middle = (left + right) >> 1;
    if (portion(range, cumulative[middle]) <= offset) left = middle;
    else right = middle;
  }
  return left;
}

function rejectSymbol(symbol: number, index: number): never {
  throw valueError(
    "arithmeticCoder.encode",
    `symbols[${index}] 是 ${symbol}，而 q[${symbol}] 为 0，无法编码`,
    `symbols[${index}] is ${symbol}, but q[${symbol}] is 0: it has no code`,
  );
}

function rejectCount(count: number, symbols: number): never {
  throw valueError(
    "arithmeticCoder.decode",
    `code 只够约 ${symbols} 个符号，而 count 是 ${count}；code 被截断了，或 count 太大`,
    `code ends after about ${symbols} symbols, but count is ${count}: it was cut off, or count is too large`,
  );
}
