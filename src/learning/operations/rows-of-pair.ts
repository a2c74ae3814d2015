import { shapeError, valueError } from "../../words/errors";
import { broadcastTo } from "../autodiff/broadcast-to";
import { recorded } from "../autodiff/recorded";
import { asTensor } from "../tensors/as-tensor";
import { broadcastShapes } from "../tensors/broadcast-shapes";
import { placeText, type Tensor, type TensorLike, type Vjp } from "../tensors/tensor";
import { reshape } from "./reshape";

/** How far apart Σp and Σq may be and yet differ by rounding alone, as everywhere in klab. */
const tolerance = 1e-9;
/** How far a sum may be from 1: so far that small changes of one entry can be tried. */
const loose = 1e-3;

export interface Sums {
  readonly phi: number;
  readonly p: number;
  readonly q: number;
}

/**
 * Both stretched to one shape, and for each row D = Φ + Σp − Σq, Φ = Σ p ln(p/q) − p + q, whose terms are ≥ 0 and keep their digits;
 * Σp − Σq is left out where it is rounding.
 */
export function rowsOfPair(
  caller: string,
  [nameP, nameQ]: readonly [string, string],
  [p, q]: readonly [TensorLike, TensorLike],
  sumsOf: (p: Float64Array, q: Float64Array) => Sums,
): { readonly pair: [Tensor, Tensor]; readonly values: Float64Array; readonly kept: number[] } {
  const [a, b] = [asTensor(caller, nameP, p), asTensor(caller, nameQ, q)];
  const shape = broadcastShapes(caller, a.shape, b.shape);
  const pair: [Tensor, Tensor] = [broadcastTo(a, shape), broadcastTo(b, shape)];
  if (shape.length === 0) throw noRow(caller, nameP);
  const n = shape[shape.length - 1];
  const kept = [...shape.slice(0, -1), 1];
  const values = new Float64Array(pair[0].data.length / n);
  for (let row = 0; row < values.length; row++) {
    const part = ({ data }: Tensor): Float64Array => data.subarray(row * n, (row + 1) * n);
    const sums = sumsOf(part(pair[0]), part(pair[1]));
    const place = placeText(row, shape.slice(0, -1));
    checkSum(caller, `${nameP}${place}`, sums.p);
    checkSum(caller, `${nameQ}${place}`, sums.q);
    const difference = sums.p - sums.q;
    const isRounding = Math.abs(difference) <= tolerance;
    values[row] = Math.max(0, isRounding ? sums.phi : sums.phi + difference);
  }
  return { pair, values, kept };
}

const noRow = (caller: string, name: string): TypeError =>
  shapeError(
    caller,
    `${name} 是一个数，应至少有一轴，例如 [0.5, 0.5]`,
    `${name} is one number and must have an axis at least, for example [0.5, 0.5]`,
  );

/** NaN comes from training that diverged, and is named by the optimizer. */
function checkSum(caller: string, name: string, total: number): void {
  if (!(Math.abs(total - 1) > loose)) return;
  throw valueError(
    caller,
    `${name} 的概率之和是 ${total}，应为 1；logits 请用 klLogits，其余请先归一化`,
    `the probabilities of ${name} sum to ${total} and must sum to 1; use klLogits for logits, and normalise others`,
  );
}

/** The rows' values in the shape of the rows, with a slope for each input. */
export function rowValues(
  values: Float64Array,
  kept: readonly number[],
  pair: readonly Tensor[],
  vjps: readonly Vjp[],
): Tensor {
  return reshape(recorded(values, kept, pair, vjps), kept.slice(0, -1));
}
