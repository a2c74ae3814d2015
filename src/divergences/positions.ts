import { shapeError, valueError } from "../math/errors";
import { type Pmf, checkVector } from "./pmf";

/** Where outcomes lie, and their indices from left to right. */
export function positionsOf(
  caller: string,
  positions: Pmf | undefined,
  count: number,
): { readonly sorted: readonly number[]; readonly at: Pmf } {
  const indices = Array.from({ length: count }, (_, i) => i);
  if (positions === undefined) return { sorted: indices, at: indices };
  checkVector(caller, "options.positions", positions);
  if (positions.length !== count) {
    throw shapeError(
      caller,
      `options.positions 有 ${positions.length} 项，而结果有 ${count} 个`,
      `options.positions has ${positions.length} entries for ${count} outcomes`,
    );
  }
  for (let i = 0; i < count; i++) {
    if (Number.isFinite(positions[i])) continue;
    throw valueError(
      caller,
      `options.positions[${i}] 是 ${positions[i]}，应为有限的数`,
      `options.positions[${i}] is ${positions[i]}; give a finite number`,
    );
  }
  indices.sort((a, b) => positions[a]! - positions[b]!);
  return { sorted: indices, at: positions };
}
