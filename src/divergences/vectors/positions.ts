import { shapeError, valueError } from "../../words/errors";
import { checkVector, type Pmf, shown } from "./pmf";

/** Where outcomes lie, and their indices from left to right. */
export function positionsOf(
  caller: string,
  positions: Pmf | undefined,
  count: number,
): { readonly sorted: readonly number[]; readonly at: Pmf } {
  const indices = Array.from({ length: count }, (_, i) => i);
  if (positions === undefined) return { sorted: indices, at: indices };
  checkVector(caller, "options.positions", positions, {
    zh: "数的数组",
    en: "an array of numbers",
  });
  if (positions.length !== count) {
    throw shapeError(
      caller,
      `options.positions 有 ${positions.length} 项，而结果有 ${count} 个`,
      `options.positions has ${positions.length} entries for ${count} outcomes`,
    );
  }
  for (let i = 0; i < count; i++) {
    const x: unknown = positions[i];
    if (Number.isFinite(x)) continue;
    const report = typeof x === "number" ? valueError : shapeError;
    throw report(
      caller,
      `options.positions[${i}] 是 ${typeof x === "number" ? x : shown(x)}，应为有限的数`,
      `options.positions[${i}] is ${typeof x === "number" ? x : shown(x)}; give a finite number`,
    );
  }
  indices.sort((a, b) => positions[a] - positions[b]);
  return { sorted: indices, at: positions };
}
