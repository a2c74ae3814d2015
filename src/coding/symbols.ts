import { checkVector, shown } from "../divergences/vectors/pmf";
import { shapeError } from "../words/errors";

const kind = { zh: "符号（下标）的数组", en: "an array of symbols (indices)" };

/** Throws a TypeError unless `symbols` is an array, plain, typed or like one; it may be empty. */
export function checkSymbols(caller: string, symbols: unknown): void {
  const { length } = (symbols ?? {}) as { readonly length?: unknown };
  if (typeof symbols === "object" && length === 0) return;
  checkVector(caller, "symbols", symbols, kind);
}

/** Throws a TypeError unless the symbol is a whole number from 0 to count − 1. */
export function checkSymbol(caller: string, symbol: unknown, index: number, count: number): void {
  if (Number.isInteger(symbol) && (symbol as number) >= 0 && (symbol as number) < count) return;
  const given = typeof symbol === "number" ? String(symbol) : shown(symbol);
  throw shapeError(
    caller,
    `symbols[${index}] 是 ${given}，应为 0 到 ${count - 1} 的整数（结果的下标）`,
    `symbols[${index}] is ${given}; give an index of the outcomes, 0 to ${count - 1}`,
  );
}
