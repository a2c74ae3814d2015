import { type Tape, tapesOf } from "../tensors/tape";
import { Tensor, type Vjp } from "../tensors/tensor";

/** The output of an operation. It is recorded only where a derivative may be asked for: where an input is. */
export function recorded(
  data: Float64Array,
  shape: readonly number[],
  parents: readonly Tensor[],
  vjps: readonly Vjp[],
  tapes: readonly Tape[] = tapesOf(parents),
): Tensor {
  if (tapes.length === 0) return new Tensor(data, shape);
  const made = new Tensor(data, shape, { parents, vjps, tapes });
  for (const tape of tapes) tape.keep(made);
  return made;
}

/** The same numbers as a thing to differentiate by; a derivative of it goes on to `source` where that is recorded. */
export function variableOf(source: Tensor, tape: Tape): Tensor {
  const parents = source.record ? [source] : [];
  const tapes = [tape, ...(source.record?.tapes ?? [])];
  return recorded(source.data, source.shape, parents, [(g) => g], tapes);
}

/** The same numbers without their record. */
export const withoutRecord = ({ data, shape }: Tensor): Tensor => new Tensor(data, shape);
