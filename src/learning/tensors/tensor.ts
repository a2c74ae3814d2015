import { shapeError } from "../../words/errors";
import { shortNumber } from "../../words/number-text";
import type { Tape } from "./tape";

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
  /** Of the derivatives that it is kept for. */
  readonly tapes: readonly Tape[];
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

/** A tensor of this shape with the same number everywhere. */
export const filled = (shape: readonly number[], value: number): Tensor =>
  new Tensor(new Float64Array(sizeOf(shape)).fill(value), shape);

export const isTensor = (value: unknown): value is Tensor =>
  (value as { [brand]?: true } | null | undefined)?.[brand] === true;

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
