import { Tensor, type Vjp } from "../tensors/tensor";

/** The output of an operation. It is recorded only where a derivative may be asked for: where an input is. */
export function recorded(
  data: Float64Array,
  shape: readonly number[],
  parents: readonly Tensor[],
  vjps: readonly Vjp[],
): Tensor {
  const isTracked = parents.some(({ record }) => record !== undefined);
  return new Tensor(data, shape, isTracked ? { parents, vjps } : undefined);
}

/** The same numbers as a thing to differentiate by; a derivative of it goes on to `source` where that is recorded. */
export function variableOf(source: Tensor): Tensor {
  const record = source.record
    ? { parents: [source], vjps: [(g: Tensor): Tensor => g] }
    : { parents: [], vjps: [] };
  return new Tensor(source.data, source.shape, record);
}

/** The same numbers without their record. */
export const withoutRecord = ({ data, shape }: Tensor): Tensor => new Tensor(data, shape);
