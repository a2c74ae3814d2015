// Tensors to begin with.
import { normalQuantile } from "../math/normal-quantile";
import { type Prng, seeded } from "../math/random";
import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import { finiteNumber, generator, positive } from "../words/option-kinds";
import { checkShape } from "./tensors/check-shape";
import { sizeOf, Tensor } from "./tensors/tensor";

function made(caller: string, shape: readonly number[], number: (at: number) => number): Tensor {
  checkShape(caller, shape);
  const data = new Float64Array(sizeOf(shape));
  for (let at = 0; at < data.length; at++) data[at] = number(at);
  if (data.some(Number.isNaN)) {
    throw valueError(
      caller,
      "options.prng 给出了不是数的值；应给 [0, 1) 中的数，例如 seeded(0)",
      "options.prng gave what is no number; it must give numbers in [0, 1), for example seeded(0)",
    );
  }
  return new Tensor(data, [...shape]);
}

/**
 * Zeros: x = 0 everywhere.
 *
 * @throws TypeError if `shape` is none
 *
 * @example
 * zeros([2]).data; // Float64Array.of(0, 0)
 *
 * Source: C. R. Harris et al., Array programming with NumPy (2020).
 */
export function zeros(shape: readonly number[]): Tensor {
  return made("zeros", shape, () => 0);
}

/**
 * Ones: x = 1 everywhere.
 *
 * @throws TypeError if `shape` is none
 *
 * @example
 * ones([2]).data; // Float64Array.of(1, 1)
 *
 * Source: C. R. Harris et al., Array programming with NumPy (2020).
 */
export function ones(shape: readonly number[]): Tensor {
  return made("ones", shape, () => 1);
}

/** Where random numbers come from: `seeded(0)` unless said. */
export interface RandomOptions {
  readonly prng?: Prng;
}

/** As `RandomOptions`, with mean and standard deviation, 0 and 1 unless said. */
export interface RandomNormalOptions extends RandomOptions {
  readonly mean?: number;
  readonly sd?: number;
}

/**
 * Draws of a normal distribution, x = mean + sd·z, z ~ N(0, 1).
 *
 * @param options `prng`, `mean`, `sd`
 * @throws TypeError if `shape` is none; RangeError for a mean or deviation out of range
 *
 * @example
 * randomNormal([2], { mean: 3, sd: 1e-300 }).data; // Float64Array.of(3, 3)
 *
 * Source: L. Devroye, Non-uniform random variate generation (1986), section II.2.
 */
export function randomNormal(shape: readonly number[], options: RandomNormalOptions = {}): Tensor {
  checkOptions("randomNormal", options, { prng: generator, mean: finiteNumber, sd: positive });
  const { prng = seeded(0), mean = 0, sd = 1 } = options;
  return made("randomNormal", shape, () => mean + sd * standardNormal(prng));
}

/** A prng may give 0, of which the quantile is −∞: the middle of its step of 2⁻⁵³ instead. */
const standardNormal = (prng: Prng): number => normalQuantile(prng() + 2 ** -54);

/**
 * Draws for the weights of a layer: uniform within ±√(6/(inputs + outputs)), so that signals keep their size both ways.
 *
 * @param shape inputs × outputs
 * @param options `prng`
 * @throws TypeError if `shape` is none of a matrix
 *
 * @example
 * Math.abs(glorot([4, 2]).data[0]) <= 1; // true
 *
 * Source: X. Glorot and Y. Bengio, Understanding the difficulty of training deep feedforward neural networks (2010).
 */
export function glorot(shape: readonly number[], options: RandomOptions = {}): Tensor {
  checkOptions("glorot", options, { prng: generator });
  const { prng = seeded(0) } = options;
  if (!Array.isArray(shape) || shape.length !== 2) {
    throw shapeError(
      "glorot",
      `shape 应为 [输入数, 输出数]，给的是 ${String(shape)}`,
      `shape must be [inputs, outputs], got ${String(shape)}`,
    );
  }
  const bound = Math.sqrt(6 / (shape[0] + shape[1]));
  return made("glorot", shape, () => bound * (2 * prng() - 1));
}
