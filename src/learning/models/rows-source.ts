import { type AnyDistribution, isDistribution } from "../../distributions/distribution";
import type { Prng } from "../../math/random";
import { shapeError, valueError } from "../../words/errors";
import { take } from "../operations/take";
import { asTensor } from "../tensors/as-tensor";
import { placeText, shapeText, Tensor, type TensorLike } from "../tensors/tensor";

/** Where rows come from: a table of them, a list of numbers, or a distribution to draw of. */
export type RowsSource = TensorLike | AnyDistribution;

/** So many rows at a time. */
export interface Batches {
  readonly columns: number;
  /** Rows at random: drawn anew of a distribution, of a table in a new order each time all have been seen. */
  next(size: number): Tensor;
}

export function batchesOf(caller: string, name: string, source: RowsSource, prng: Prng): Batches {
  if (isDistribution(source)) return drawn(source as AnyDistribution, prng);
  const data = checkedTable(caller, name, source as TensorLike);
  const [count, columns] = data.shape;
  const order = Array.from({ length: count }, (_, i) => i);
  let at = count;
  return {
    columns,
    next(wanted) {
      const size = Math.min(wanted, count);
      if (at + size > count) {
        for (let i = count - 1; i > 0; i--) {
          const j = Math.floor(prng() * (i + 1));
          [order[i], order[j]] = [order[j], order[i]];
        }
        at = 0;
      }
      at += size;
      return take(data, order.slice(at - size, at));
    },
  };
}

function drawn(d: AnyDistribution, prng: Prng): Batches {
  const columns = d.dimension;
  return {
    columns,
    next(size) {
      const rows: readonly (number | readonly number[])[] = d.sample(size, prng);
      return new Tensor(Float64Array.from(rows.flat()), [size, columns]);
    },
  };
}

/** n × d finite numbers; n numbers are one column. `columns` is how many a trained model takes. */
export function checkedTable(
  caller: string,
  name: string,
  rows: TensorLike,
  columns?: number,
): Tensor {
  const { data, shape } = asTensor(caller, name, rows);
  if (shape.length < 1 || shape.length > 2) {
    const given = shapeText(shape);
    throw shapeError(
      caller,
      `${name} 的形状是 ${given}，应为 [行数, 列数] 或一列数`,
      `${name} has shape ${given}; give n × d numbers, or n`,
    );
  }
  const width = shape[1] ?? 1;
  if (columns !== undefined && width !== columns) {
    throw shapeError(
      caller,
      `${name} 有 ${width} 列，模型要 ${columns} 列`,
      `${name} has ${width} columns, and the model takes ${columns}`,
    );
  }
  const wrong = data.findIndex((x) => !Number.isFinite(x));
  if (wrong < 0) return new Tensor(data, [shape[0], width]);
  const [place, given] = [placeText(wrong, shape), data[wrong]];
  throw valueError(
    caller,
    `${name}${place} 是 ${given}，应为有限的数`,
    `${name}${place} is ${given}; give finite numbers`,
  );
}
