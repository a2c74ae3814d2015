import { asTensor } from "../tensors/as-tensor";
import { broadcastShapes, eachRun, type Run } from "../tensors/broadcast-shapes";
import { checkDomain } from "../tensors/check-domain";
import { sizeOf, type Tensor, type TensorLike } from "../tensors/tensor";
import { sumTo } from "./broadcast-to";
import { recorded } from "./recorded";

/**
 * Fills `out` from `x`. Each operation has a loop of its own: one loop that all share would call a function for each
 * entry, which takes several times as long.
 */
export type Loop = (out: Float64Array, x: Float64Array) => void;

/** The same of two inputs, along a run: see `Run`. */
export type PairLoop = (
  out: Float64Array,
  [x, y]: readonly [Float64Array, Float64Array],
  run: Run,
) => void;

/** An operation on each entry; `slope` is the gradient at the input, given that at the output. */
export interface Unary {
  readonly name: string;
  readonly loop: Loop;
  readonly slope: (g: Tensor, x: Tensor, y: Tensor) => Tensor;
  /** Where it is a number, in words: elsewhere it is refused. */
  readonly domain?: string;
}

export function unary({ name, loop, slope, domain }: Unary): (x: TensorLike) => Tensor {
  return (x) => {
    const input = asTensor(name, "x", x);
    const out = new Float64Array(input.data.length);
    loop(out, input.data);
    if (domain) checkDomain(name, domain, out, input.shape, [input]);
    return recorded(out, input.shape, [input], [(g, [from], to) => slope(g, from, to)]);
  };
}

/** An operation on pairs of entries, with a slope for each input; stretched inputs have theirs summed here. */
export interface Binary {
  readonly name: string;
  readonly loop: PairLoop;
  readonly slopes: readonly [PairSlope, PairSlope];
  readonly domain?: string;
}

export type PairSlope = (g: Tensor, a: Tensor, b: Tensor, y: Tensor) => Tensor;

export function binary({
  name,
  loop,
  slopes: [slopeA, slopeB],
  domain,
}: Binary): (a: TensorLike, b: TensorLike) => Tensor {
  return (a, b) => {
    const inputs = [asTensor(name, "a", a), asTensor(name, "b", b)] as const;
    const [x, y] = inputs;
    const shape = broadcastShapes(name, x.shape, y.shape);
    const out = new Float64Array(sizeOf(shape));
    const data = [x.data, y.data] as const;
    eachRun(shape, x.shape, y.shape, (run) => loop(out, data, run));
    if (domain) checkDomain(name, domain, out, shape, inputs);
    return recorded(out, shape, inputs, [
      (g, [from, other], to) => sumTo(slopeA(g, from, other, to), from.shape),
      (g, [other, from], to) => sumTo(slopeB(g, other, from, to), from.shape),
    ]);
  };
}
