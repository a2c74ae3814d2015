import { shapeError, valueError } from "../../words/errors";
import { shapeText, sizeOf } from "./tensor";

/** Numbers that the engine's arrays hold. */
const most = 2 ** 32;

/** Throws a TypeError unless these are lengths of axes, a RangeError for more numbers than an array holds. */
export function checkShape(caller: string, shape: readonly number[]): void {
  if (Array.isArray(shape) && shape.every((n) => Number.isSafeInteger(n) && n >= 1)) {
    checkSize(caller, shape);
    return;
  }
  const given = Array.isArray(shape) ? shapeText(shape) : String(shape);
  throw shapeError(
    caller,
    `shape 是 ${given}，应为 ≥ 1 的整数组成的数组，例如 [2, 3]`,
    `shape is ${given}; give an array of integers ≥ 1, for example [2, 3]`,
  );
}

/** Throws a RangeError for more numbers than an array holds. */
export function checkSize(caller: string, shape: readonly number[]): void {
  const size = sizeOf(shape);
  if (size < most) return;
  throw valueError(
    caller,
    `形状 ${shapeText(shape)} 有 ${size} 个数，数组装不下；请给小些的形状`,
    `shape ${shapeText(shape)} has ${size} numbers, more than an array holds; give a smaller one`,
  );
}
