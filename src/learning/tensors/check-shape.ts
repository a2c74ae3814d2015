import { shapeError } from "../../words/errors";
import { shapeText } from "./tensor";

/** Throws a TypeError unless these are lengths of axes. */
export function checkShape(caller: string, shape: readonly number[]): void {
  if (Array.isArray(shape) && shape.every((n) => Number.isSafeInteger(n) && n >= 1)) return;
  const given = Array.isArray(shape) ? shapeText(shape) : String(shape);
  throw shapeError(
    caller,
    `shape 是 ${given}，应为 ≥ 1 的整数组成的数组，例如 [2, 3]`,
    `shape is ${given}; give an array of integers ≥ 1, for example [2, 3]`,
  );
}
