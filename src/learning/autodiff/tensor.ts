import { shapeError, valueError } from "../../words/errors";
import { shortNumber } from "../../words/number-text";

const inspect: unique symbol = Symbol.for("nodejs.util.inspect.custom");
/** By this a tensor is known, also one of another copy of klab. */
const brand: unique symbol = Symbol.for("klab.tensor");

/** Numbers, lists of numbers, lists of those, and so on. */
export type NestedNumbers = number | ArrayLike<number> | readonly NestedNumbers[];

/** What an operation takes: a tensor, or numbers to make one of. */
export type TensorLike = Tensor | NestedNumbers;

/**
 * What a gradient at the output is worth at one input: the vector-Jacobian product gᵀ ∂output/∂input.
 *
 * Written in the operations themselves, so that it can be differentiated again.
 */
export type Vjp = (g: Tensor, inputs: readonly Tensor[], output: Tensor) => Tensor;

/** How a tensor was made: from which inputs, and what each needs for its gradient. */
export interface OperationRecord {
  readonly parents: readonly Tensor[];
  readonly vjps: readonly Vjp[];
}

/**
 * Numbers in rows: `data`, the last axis running fastest, and `shape`. Never changed: operations make new ones.
 *
 * Made by `tensor`; a number is a tensor of shape [].
 */
export class Tensor {
  readonly data: Float64Array;
  readonly shape: readonly number[];
  /** Not seen by what compares or prints tensors: they are equal if their numbers are. */
  #record: OperationRecord | undefined;

  /** @internal */
  constructor(data: Float64Array, shape: readonly number[], record?: OperationRecord) {
    this.data = data;
    this.shape = shape;
    this.#record = record;
  }

  /** How it was made, where a derivative may be asked for. @internal */
  get record(): OperationRecord | undefined {
    return this.#record;
  }

  /** Lets go of what it was made from. @internal */
  forget(): void {
    this.#record = undefined;
  }

  get [brand](): true {
    return true;
  }

  /** The number, of a tensor of one entry. */
  item(): number {
    if (this.data.length === 1) return this.data[0];
    const shape = shapeText(this.shape);
    throw shapeError(
      "item",
      `形状 ${shape} 有 ${this.data.length} 项，不是一个数；请先求和或取平均`,
      `shape ${shape} has ${this.data.length} entries and is not one number; take the sum or mean first`,
    );
  }

  /** The numbers as nested arrays. */
  toArray(): NestedNumbers {
    return nested(this, (x) => x) as NestedNumbers;
  }

  toJSON(): { data: number[]; shape: readonly number[] } {
    return { data: Array.from(this.data), shape: this.shape };
  }

  toString(): string {
    const { shape } = this;
    if (shape.length === 0) return `tensor(${shortNumber(this.data[0])})`;
    return `tensor(${rowsText(nested(this, shortNumber))}, [${shape.join(", ")}])`;
  }

  [inspect](): string {
    return this.toString();
  }
}

type Nested = string | number | Nested[];

function nested({ data, shape }: Tensor, text: (x: number) => string | number): Nested {
  let at = 0;
  const rowsFrom = (axis: number): Nested =>
    axis === shape.length
      ? text(data[at++])
      : Array.from({ length: shape[axis] }, () => rowsFrom(axis + 1));
  return rowsFrom(0);
}

/** At most six rows of six: a batch of pictures is no text. */
function rowsText(rows: Nested): string {
  if (!Array.isArray(rows)) return String(rows);
  const shown = rows.length > 6 ? [...rows.slice(0, 5), "…"] : rows;
  return `[${shown.map(rowsText).join(", ")}]`;
}

export const shapeText = (shape: readonly number[]): string => `[${shape.join(", ")}]`;

export const sizeOf = (shape: readonly number[]): number => shape.reduce((n, m) => n * m, 1);

export const isTensor = (value: unknown): value is Tensor =>
  (value as { [brand]?: true } | null | undefined)?.[brand] === true;

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
  ArrayBuffer.isView(data) && !(data instanceof DataView);

/** Where entry `at` of this shape lies: "[1][2]"; nothing of a number. */
export function placeText(at: number, shape: readonly number[]): string {
  let rest = at;
  const indices = [...shape].reverse().map((n) => {
    const index = rest % n;
    rest = Math.floor(rest / n);
    return `[${index}]`;
  });
  return indices.reverse().join("");
}

/** All numbers of nested arrays; the lengths are left in `shape`. */
function collect(caller: string, name: string, data: unknown, shape: number[]): number[] {
  const out: number[] = [];
  const visit = (value: unknown, depth: number, place: string): void => {
    if (typeof value === "number") {
      if (depth === shape.length) out.push(value);
      else throw ragged(caller, place, `[${shape.join(", ")}]`, value);
      return;
    }
    const isList = Array.isArray(value) || ArrayBuffer.isView(value) || isTensor(value);
    if (!isList) throw noNumber(caller, place, value);
    const list = (isTensor(value) ? value.toArray() : value) as ArrayLike<unknown>;
    if (out.length === 0 && depth === shape.length) shape.push(list.length);
    else if (shape[depth] !== list.length) throw ragged(caller, place, shape[depth], list.length);
    for (let i = 0; i < list.length; i++) visit(list[i], depth + 1, `${place}[${i}]`);
  };
  visit(data, 0, name);
  return out;
}

const noNumber = (caller: string, place: string, value: unknown): TypeError => {
  const given = value === null ? "null" : typeof value;
  return shapeError(
    caller,
    `${place} 应为数、数组或 tensor，给的是 ${given}`,
    `${place} must be a number, an array or a tensor, got ${given}`,
  );
};

const ragged = (caller: string, place: string, want: unknown, got: unknown): TypeError =>
  shapeError(
    caller,
    `${place} 的长度应为 ${want ?? 0}，与前面各行一样，却是 ${got}`,
    `${place} must have length ${want ?? 0}, as the rows before it, and has ${got}`,
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
