import {
  type MultivariateNormal,
  multivariateNormal,
} from "../../distributions/families/multivariate-normal";
import { type Matrix, solveLower } from "../../math/linear-algebra";
import { seeded } from "../../math/random";
import { checkOptions, oneOf } from "../../words/check-options";
import { shapeError } from "../../words/errors";
import { argument, count, integer, positive } from "../../words/option-kinds";
import { add, multiply, negative, subtract } from "../autodiff/arithmetic";
import { valueAndGrad } from "../autodiff/grad";
import { randomNormal, zeros } from "../initial-tensors";
import { turnsBetweenSteps } from "../models/turns-between-steps";
import { exp, square } from "../operations/elementwise-functions";
import { matmul } from "../operations/matmul";
import { mean, sum } from "../operations/reductions";
import { transpose } from "../operations/transpose";
import { adam } from "../optimizers/adam";
import { diverged } from "../optimizers/optimizer";
import { tensor } from "../tensors/as-tensor";
import { checkFunction } from "../tensors/check-differentiable";
import { isTensor, shapeText, Tensor } from "../tensors/tensor";

/** How a posterior is approximated. */
export interface PosteriorOptions {
  /** How many unknowns z has: 1 unless said. */
  readonly dimension?: number;
  /** "full" unless said; "diagonal" for unknowns that are independent (mean field). */
  readonly covariance?: "full" | "diagonal";
  /** Adam's rate, 0.05 unless said. */
  readonly rate?: number;
  /** Draws of z a step, 32 unless said. */
  readonly draws?: number;
  /** Steps, 500 unless said. */
  readonly steps?: number;
  /** 0 unless said: the draws follow from it. */
  readonly seed?: number;
}

/** Where the approximation has come to. */
export interface PosteriorState {
  readonly step: number;
  readonly steps: number;
  /** q(z): a multivariate normal, of one dimension too. */
  readonly distribution: MultivariateNormal;
  /** Of the step's draws, in nats. */
  readonly metrics: { readonly elbo: number };
  /** The bound by so many new draws, 1000 unless said. */
  elbo(draws?: number, seed?: number): number;
}

/** ln p(x, z) for a batch of z: draws × dimension → one number a draw. */
export type LogJoint = (z: Tensor) => Tensor;

/** Mean, logarithms of the diagonal of the root L of the covariance, and L below the diagonal. */
interface NormalParameters {
  readonly [part: string]: Tensor;
  readonly mean: Tensor;
  readonly logDiagonal: Tensor;
  readonly below: Tensor;
}

/**
 * Stochastic variational inference: a normal q(z) whose ELBO = E_q[ln p(x, z) − ln q(z)] = ln p(x) − D(q‖p(z|x)) is raised step by
 * step, by draws z = m + Lε that the gradient goes through (reparameterisation), in nats.
 *
 * ln q is not differentiated in its own parameters, whose part has mean 0: where q comes to the posterior itself, nothing is random.
 * An async generator of states, one a step, that may be left at any.
 * `for await` starts it: in a cell as it stands, where klab's kernel runs it (`npx klab install`), elsewhere inside of an async
 * function that the cell awaits. An interrupt of the kernel ends it at its next step, by an error.
 *
 * @param logJoint from z, draws × dimension, to ln p(x, z), one a draw
 * @param options `dimension`, `covariance`, `rate`, `draws`, `steps`, `seed`
 * @throws RangeError where it diverges, naming the step; TypeError for a function that does not give one number a draw
 *
 * @example
 * const seen: number[] = [];
 * for await (const { step } of trainPosterior((z) => multiply(-0.5, sum(square(z), { axis: 1 })), { steps: 2 })) seen.push(step);
 * seen; // [1, 2]
 *
 * Source: D. P. Kingma and M. Welling, Auto-encoding variational Bayes (2014); G. Roeder, Y. Wu and D. Duvenaud, Sticking the landing (2017).
 */
export async function* trainPosterior(
  logJoint: LogJoint,
  options: PosteriorOptions = {},
): AsyncGenerator<PosteriorState, void, undefined> {
  const caller = "trainPosterior";
  checkFunction(caller, logJoint, "logJoint");
  checkOptions(caller, options, {
    dimension: count(1),
    covariance: oneOf("full", "diagonal"),
    rate: positive,
    draws: count(1),
    steps: count(1),
    seed: integer,
  });
  const { dimension = 1, covariance = "full", rate = 0.05 } = options;
  const { draws = 32, steps = 500, seed = 0 } = options;
  const prng = seeded(seed);
  const mask = lowerMask(dimension, covariance === "full");
  const { start, step: stepOf } = adam({ rate });
  let state = start<NormalParameters>({
    mean: zeros([dimension]),
    logDiagonal: zeros([dimension]),
    below: zeros([dimension, dimension]),
  });
  const othersTurn = turnsBetweenSteps("trainPosterior");
  for (let step = 1; step <= steps; step++) {
    const noise = randomNormal([draws, dimension], { prng });
    const loss = (q: NormalParameters): Tensor => negative(bound(logJoint, q, { noise, mask }));
    const { value, gradient } = valueAndGrad(loss)(state.parameters);
    state = stepOf(state, gradient, value);
    const { parameters } = state;
    checkSpread(rootOf(parameters, mask), step, rate);
    yield {
      step,
      steps,
      distribution: normalOf(parameters, mask),
      metrics: { elbo: -value.item() },
      elbo(number = 1000, from = 0) {
        argument(count(1))("elbo", "draws", number);
        argument(integer)("elbo", "seed", from);
        const fresh = randomNormal([number, dimension], { prng: seeded(from) });
        return bound(logJoint, parameters, { noise: fresh, mask }).item();
      },
    };
    await othersTurn();
  }
}

interface Draws {
  readonly noise: Tensor;
  readonly mask: Tensor;
}

/** Which entries of L lie below the diagonal and are free. */
const lowerMask = (d: number, isFull: boolean): Tensor =>
  new Tensor(
    Float64Array.from({ length: d * d }, (_, at) =>
      isFull && Math.floor(at / d) > at % d ? 1 : 0,
    ),
    [d, d],
  );

function bound(logJoint: LogJoint, q: NormalParameters, { noise, mask }: Draws): Tensor {
  const [draws] = noise.shape;
  const scaled = multiply(noise, exp(q.logDiagonal));
  const z = add(q.mean, add(scaled, matmul(noise, transpose(multiply(q.below, mask)))));
  const joint = logJoint(z);
  if (!isTensor(joint) || joint.shape.length !== 1 || joint.shape[0] !== draws) {
    const given = isTensor(joint) ? shapeText(joint.shape) : typeof joint;
    throw shapeError(
      "trainPosterior",
      `logJoint 给出 ${given}，应为每个抽样一个数：[${draws}]；请沿 axis: 1 求和`,
      `logJoint gives ${given} and must give one number a draw, [${draws}]; sum along axis: 1`,
    );
  }
  // ln q(z) by constants: its parameters' own slopes have mean 0.
  const root = rootOf(q, mask);
  const away = subtract(z, tensor(q.mean.data.slice()));
  const unit = matmul(
    away,
    tensor(
      root.map((_, i) =>
        solveLower(
          root,
          root.map((__, j) => (i === j ? 1 : 0)),
        ),
      ),
    ),
  );
  const log = root.reduce(
    (total, row, i) => total + Math.log(row[i]),
    (root.length * Math.log(2 * Math.PI)) / 2,
  );
  return mean(add(joint, add(multiply(0.5, sum(square(unit), { axis: 1 })), log)));
}

/** L, as numbers. */
const rootOf = ({ logDiagonal, below }: NormalParameters, mask: Tensor): Matrix =>
  Array.from(logDiagonal.data, (log, i) =>
    Array.from(logDiagonal.data, (_, j) => {
      const at = i * logDiagonal.data.length + j;
      return i === j ? Math.exp(log) : below.data[at] * mask.data[at];
    }),
  );

/** A spread that leaves the doubles, or their squares, has run away. */
function checkSpread(root: Matrix, step: number, rate: number): void {
  const wrong = root.flat().find((x, at) => {
    const isDiagonal = at % (root.length + 1) === 0;
    return !Number.isFinite(x * x) || (isDiagonal && x * x === 0);
  });
  if (wrong !== undefined) throw diverged("trainPosterior", step, rate, wrong);
}

function normalOf(q: NormalParameters, mask: Tensor): MultivariateNormal {
  const root = rootOf(q, mask);
  const covariance = root.map((a) =>
    root.map((b) => a.reduce((total, x, k) => total + x * b[k], 0)),
  );
  return multivariateNormal(q.mean.data, covariance);
}
