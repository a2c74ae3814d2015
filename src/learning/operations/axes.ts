import { checkOptions } from "../../words/check-options";
import { shapeError, valueError } from "../../words/errors";
import type { OptionKind } from "../../words/option-kinds";
import { flag } from "../../words/option-kinds";
import { shapeText } from "../tensors/tensor";

/** Along which axis; −1 is the last. */
export interface AxisOption {
  readonly axis?: number;
}

/** Along which axes; all where none is said. `keepDims` leaves them with length 1, so that the result broadcasts back. */
export interface AxesOptions {
  readonly axis?: number | readonly number[];
  readonly keepDims?: boolean;
}

const axisKind: OptionKind = (caller, name, value) => {
  const each = Array.isArray(value) ? value : [value];
  const wrong = each.find((axis) => !Number.isSafeInteger(axis));
  if (wrong === undefined && each.length > 0) return;
  throw shapeError(
    caller,
    `options.${name} 应为整数，−1 是最后一轴，给的是 ${String(value)}`,
    `options.${name} must be an integer, −1 being the last axis, got ${String(value)}`,
  );
};

export function checkAxisOption(caller: string, options: AxisOption | undefined): void {
  checkOptions(caller, options, { axis: axisKind });
}

export function checkAxesOptions(caller: string, options: AxesOptions | undefined): void {
  checkOptions(caller, options, { axis: axisKind, keepDims: flag });
}

/** An axis counted from the front. */
export function axisOf(caller: string, shape: readonly number[], axis: number): number {
  const found = axis < 0 ? axis + shape.length : axis;
  if (found >= 0 && found < shape.length) return found;
  if (shape.length === 0) {
    throw valueError(
      caller,
      `axis 是 ${axis}，给的却是一个数，没有轴；请给数组，例如 [1, 2]`,
      `axis is ${axis}, of one number, which has no axis; give an array, for example [1, 2]`,
    );
  }
  throw valueError(
    caller,
    `axis 是 ${axis}，形状 ${shapeText(shape)} 的轴从 ${-shape.length} 到 ${shape.length - 1}`,
    `axis is ${axis}; shape ${shapeText(shape)} has axes ${-shape.length} to ${shape.length - 1}`,
  );
}

/** The shapes of a reduction: with the axes kept at length 1, and as it is asked for. */
export function reducedShapes(
  caller: string,
  shape: readonly number[],
  { axis, keepDims = false }: AxesOptions,
): { readonly kept: readonly number[]; readonly asked: readonly number[] } {
  const list = typeof axis === "number" ? [axis] : (axis ?? shape.map((_, each) => each));
  const axes = new Set(list.map((each) => axisOf(caller, shape, each)));
  if (axes.size < list.length) {
    throw valueError(
      caller,
      `axis 是 ${shapeText(list)}，同一轴说了两次；每轴请只说一次`,
      `axis is ${shapeText(list)}, which names an axis twice; name each once`,
    );
  }
  const kept = shape.map((n, each) => (axes.has(each) ? 1 : n));
  return { kept, asked: keepDims ? kept : shape.filter((_, each) => !axes.has(each)) };
}

/** A shape seen from one axis: entry k of it, of block `outer`, at place `inner` lies at (outer·n + k)·inners + inner. */
export interface Strides {
  readonly outers: number;
  readonly n: number;
  readonly inners: number;
}

export function stridesOf(shape: readonly number[], axis: number): Strides {
  const product = (part: readonly number[]): number => part.reduce((a, b) => a * b, 1);
  return {
    outers: product(shape.slice(0, axis)),
    n: shape[axis],
    inners: product(shape.slice(axis + 1)),
  };
}
