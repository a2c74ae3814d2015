import { normal } from "../../distributions/families/normal";
import { add, multiply, subtract } from "../autodiff/arithmetic";
import { exp, square } from "../operations/elementwise-functions";
import { logsumexp, sum } from "../operations/reductions";
import { reshape } from "../operations/reshape";
import { Tensor } from "../tensors/tensor";
import { type Layers, through } from "./layers-of";

/** x = g(z) + s·ε: the network g, and ln s. */
export interface Generator {
  readonly layers: Layers;
  readonly logSd: Tensor;
}

/** Rows g(z) + s·ε. */
export const sampled = ({ layers, logSd }: Generator, z: Tensor, noise: Tensor): Tensor =>
  add(through(layers, z), multiply(exp(logSd), noise));

/** The middles of so many parts of equal mass of the standard normal. */
function codesOf(points: number): Tensor {
  const prior = normal(0, 1);
  const middles = Float64Array.from({ length: points }, (_, k) =>
    prior.quantile((k + 0.5) / points),
  );
  return new Tensor(middles, [points, 1]);
}

/** ln of the density at each row, z by so many points of equal mass. */
export function logDensity({ layers, logSd }: Generator, rows: Tensor, points: number): Tensor {
  const [n, columns] = rows.shape;
  const centres = reshape(through(layers, codesOf(points)), [1, points, columns]);
  const squares = sum(square(subtract(reshape(rows, [n, 1, columns]), centres)), { axis: 2 });
  const logs = logsumexp(multiply(squares, multiply(-0.5, exp(multiply(-2, logSd)))), { axis: 1 });
  return subtract(logs, add(multiply(columns, logSd), constantOf(columns) + Math.log(points)));
}

export const constantOf = (columns: number): number => (columns / 2) * Math.log(2 * Math.PI);

/** The same, of numbers that nobody differentiates, by 1000 points: a few rows at a time, each of which meets all of them. */
export function logDensityOfRows(model: Generator, { data, shape }: Tensor): Tensor {
  const [rows, columns] = shape;
  const out = new Float64Array(rows);
  for (let at = 0; at < rows; at += 64) {
    const part = data.subarray(at * columns, (at + 64) * columns);
    out.set(logDensity(model, new Tensor(part, [part.length / columns, columns]), 1000).data, at);
  }
  return new Tensor(out, [rows]);
}
