import { shapeError } from "../../words/errors";
import { checkSize } from "./check-shape";
import { shapeText, sizeOf } from "./tensor";

type Shape = readonly number[];

const isSame = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((n, axis) => n === b[axis]);

/** The shape that two shapes broadcast to: axes are matched from the last, and one of length 1 stretches. */
export function broadcastShapes(caller: string, a: Shape, b: Shape): Shape {
  if (isSame(a, b)) return a;
  const axes = Math.max(a.length, b.length);
  const shape = Array.from({ length: axes }, (_, axis) => {
    const m = a[axis - axes + a.length] ?? 1;
    const n = b[axis - axes + b.length] ?? 1;
    if (m === n || n === 1) return m;
    if (m === 1) return n;
    const fromEnd = axis - axes;
    throw shapeError(
      caller,
      `形状 ${shapeText(a)} 与 ${shapeText(b)} 无法广播：倒数第 ${-fromEnd} 轴长 ${m} 与 ${n}，应相等或有一个为 1；请先 reshape`,
      `shapes ${shapeText(a)} and ${shapeText(b)} do not broadcast: axis ${fromEnd} has ${m} and ${n}, which must be equal or one of them 1; reshape one first`,
    );
  });
  checkSize(caller, shape);
  return shape;
}

/** Throws a TypeError unless one shape can be stretched to the other. */
export function checkStretches(caller: string, from: Shape, to: Shape): void {
  if (sizeOf(broadcastShapes(caller, from, to)) === sizeOf(to)) return;
  const [small, large] = [shapeText(from), shapeText(to)];
  throw shapeError(
    caller,
    `${small} 不能伸展成 ${large}；要求和请用 sum`,
    `${small} cannot be stretched to ${large}; sum it instead`,
  );
}

/**
 * [at, count, i, di, j, dj]: entries at, at + 1 … of an output meet those at i, i + di … of one input and at j, j + dj … of another.
 */
export type Run = readonly [number, number, number, number, number, number];

/**
 * Visits an output of this shape in runs along which two inputs advance evenly, as long as they can be: one run for equal
 * shapes or a number, one for each row where a row or column is stretched.
 */
export function eachRun(shape: Shape, a: Shape, b: Shape, visit: (run: Run) => void): void {
  // Axes from the last: how long, and how far each input advances; a stretched one does not.
  const axes: { count: number; di: number; dj: number }[] = [{ count: 1, di: 1, dj: 1 }];
  let [sizeA, sizeB] = [1, 1];
  for (let back = 1; back <= shape.length; back++) {
    const count = shape[shape.length - back];
    const [m, n] = [a[a.length - back] ?? 1, b[b.length - back] ?? 1];
    const [di, dj] = [m === 1 ? 0 : sizeA, n === 1 ? 0 : sizeB];
    sizeA *= m;
    sizeB *= n;
    if (count === 1) continue;
    const inner = axes[axes.length - 1];
    if (inner.count === 1) axes[axes.length - 1] = { count, di, dj };
    else if (di === inner.di * inner.count && dj === inner.dj * inner.count) inner.count *= count;
    else axes.push({ count, di, dj });
  }
  const [run, ...outer] = axes;
  const visitFrom = (depth: number, at: number, i: number, j: number): number => {
    if (depth < 0) {
      visit([at, run.count, i, run.di, j, run.dj]);
      return at + run.count;
    }
    const { count, di, dj } = outer[depth];
    let next = at;
    for (let k = 0; k < count; k++) next = visitFrom(depth - 1, next, i + k * di, j + k * dj);
    return next;
  };
  visitFrom(outer.length - 1, 0, 0, 0);
}
