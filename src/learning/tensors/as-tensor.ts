import { shapeError, valueError } from "../../words/errors";
import { isTensor, placeText, shapeText, sizeOf, Tensor, type TensorLike } from "./tensor";

/**
 * A tensor of these numbers.
 *
 * D axes have a shape of D lengths; a matrix x = (xᵢⱼ) has 2. −∞ is let in, as the logarithm of 0; NaN and ∞ are not.
 *
 * @param data a number, an array (typed or not), arrays of arrays, or a tensor
 * @param shape lengths ≥ 1 whose product is the number of entries; one may be −1 and follows from the others
 * @throws RangeError if a number is NaN or ∞, or there is none; TypeError if rows differ in length or the shape does not fit
 *
 * @example
 * tensor([[1, 2, 3], [4, 5, 6]]).shape; // [2, 3]
 * tensor([1, 2, 3, 4], [2, -1]).toArray(); // [[1, 2], [3, 4]]
 *
 * Source: C. R. Harris et al., Array programming with NumPy (2020).
 */
export function tensor(data: TensorLike, shape?: readonly number[]): Tensor {
  return madeOf("tensor", "data", data, shape);
}

/** What an operation was given, as a tensor. */
export function asTensor(caller: string, name: string, value: TensorLike): Tensor {
  if (isTensor(value)) return value;
  if (typeof value === "number" && !Number.isNaN(value))
    return new Tensor(Float64Array.of(value), []);
  return madeOf(caller, name, value);
}

function madeOf(caller: string, name: string, data: unknown, shape?: readonly number[]): Tensor {
  if (isTensor(data) && data.record) throw wouldLoseGradient(caller, name);
  const found: number[] = [];
  const numbers = isTensor(data) ? data.data : flat(data) ? Float64Array.from(data) : undefined;
  if (numbers) found.push(...(isTensor(data) ? data.shape : [numbers.length]));
  const collected = numbers ?? Float64Array.from(collect(caller, name, data, found));
  if (collected.length === 0) {
    throw valueError(
      caller,
      `${name} 是空的，至少要有一个数`,
      `${name} is empty; give at least one number`,
    );
  }
  const wrong = collected.findIndex((x) => !(x < Number.POSITIVE_INFINITY));
  if (wrong >= 0) {
    const [given, place] = [collected[wrong], placeText(wrong, found)];
    throw valueError(
      caller,
      `${name}${place} 是 ${given}；请给有限的数（−∞ 可作 0 的对数）`,
      `${name}${place} is ${given}; give finite numbers (−∞ may stand for the logarithm of 0)`,
    );
  }
  return new Tensor(collected, shape ? fitted(caller, shape, collected.length) : found);
}

/** Arrays of numbers of one kind, which need no look at each entry's type. */
const flat = (data: unknown): data is ArrayLike<number> =>
  ArrayBuffer.isView(data) && typeof (data as Float64Array)[0] === "number";

/** All numbers of nested arrays; the lengths are left in `shape`. */
function collect(caller: string, name: string, data: unknown, shape: number[]): number[] {
  const out: number[] = [];
  const visit = (given: unknown, depth: number, place: string): void => {
    if (isTensor(given) && given.record) throw wouldLoseGradient(caller, place);
    const value = isTensor(given) ? given.toArray() : given;
    if (typeof value === "number") {
      if (depth === shape.length) out.push(value);
      else throw unlike(caller, place, "数组", "an array");
      return;
    }
    const isList = Array.isArray(value) || ArrayBuffer.isView(value);
    if (!isList) throw noNumber(caller, place, value);
    const list = value as ArrayLike<unknown>;
    if (out.length === 0 && depth === shape.length) shape.push(list.length);
    else if (depth === shape.length) throw unlike(caller, place, "数", "a number");
    else if (shape[depth] !== list.length) throw ragged(caller, place, shape[depth], list.length);
    for (let i = 0; i < list.length; i++) visit(list[i], depth + 1, `${place}[${i}]`);
  };
  visit(data, 0, name);
  return out;
}

/** Numbers taken out of a tensor are constants: what they were made from would be forgotten in silence. */
const wouldLoseGradient = (caller: string, place: string): TypeError =>
  shapeError(
    caller,
    `${place} 是正在求导的 tensor，抄出数就丢了梯度；请用 stack、concatenate 或 reshape，要当常数请用 detach`,
    `${place} is a tensor under differentiation, and its numbers alone have no gradient; use stack, concatenate or reshape, or detach for a constant`,
  );

const noNumber = (caller: string, place: string, value: unknown): TypeError => {
  const given = value === null ? "null" : typeof value;
  return shapeError(
    caller,
    `${place} 应为数、数组或 tensor，给的是 ${given}`,
    `${place} must be a number, an array or a tensor, got ${given}`,
  );
};

const ragged = (caller: string, place: string, want: number, got: number): TypeError =>
  shapeError(
    caller,
    `${place} 的长度应为 ${want}，与前面各行一样，却是 ${got}`,
    `${place} must have length ${want}, as the rows before it, and has ${got}`,
  );

const unlike = (caller: string, place: string, zh: string, en: string): TypeError =>
  shapeError(
    caller,
    `${place} 应为${zh}，与前面各项一样`,
    `${place} must be ${en}, as the entries before it`,
  );

/** A shape with its −1 filled in, for so many entries. */
export function fitted(caller: string, shape: readonly number[], size: number): readonly number[] {
  const isShape =
    Array.isArray(shape) && shape.every((n) => Number.isSafeInteger(n) && (n >= 1 || n === -1));
  const open = isShape ? shape.filter((n) => n === -1).length : 0;
  const known = isShape ? sizeOf(shape.filter((n) => n !== -1)) : 0;
  const whole =
    isShape && open === 1 && size % known === 0
      ? shape.map((n) => (n === -1 ? size / known : n))
      : shape;
  if (isShape && open <= 1 && sizeOf(whole) === size) return whole;
  const given = Array.isArray(shape) ? shapeText(shape) : String(shape);
  throw shapeError(
    caller,
    `shape 是 ${given}，与 ${size} 个数不符；各轴长度应为 ≥ 1 的整数，乘积为 ${size}，可有一个是 −1`,
    `shape is ${given} and does not fit ${size} numbers; give lengths ≥ 1 whose product is ${size}, one of which may be −1`,
  );
}
