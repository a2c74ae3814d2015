import type { AnyDistribution } from "../../distributions/distribution";
import { isDistribution } from "../../distributions/distribution";
import { seeded } from "../../math/random";
import { checkOptions, oneOf } from "../../words/check-options";
import { shapeError, valueError } from "../../words/errors";
import { shortNumber } from "../../words/number-text";
import { argument, count, integer, positive } from "../../words/option-kinds";
import { add, divide, multiply, negative, subtract } from "../autodiff/arithmetic";
import { valueAndGrad } from "../autodiff/grad";
import { randomNormal } from "../initial-tensors";
import { softplus } from "../operations/activations";
import { slice } from "../operations/concatenate";
import { exp, expm1, square } from "../operations/elementwise-functions";
import { mean, sum } from "../operations/reductions";
import { adam } from "../optimizers/adam";
import { tensor } from "../tensors/as-tensor";
import type { Tensor, TensorLike } from "../tensors/tensor";
import { ganObjectives } from "./gan-objectives";
import {
  constantOf,
  type Generator,
  logDensity,
  logDensityOfRows,
  sampled,
} from "./generator-density";
import { type Layers, layersOf, through } from "./layers-of";
import { normalMixtureLogDensity } from "./normal-mixture-log-density";
import { batchesOf, checkedTable, type RowsSource } from "./rows-source";
import { gameValue } from "./train-discriminator";
import { turnsBetweenSteps } from "./turns-between-steps";

/** What a generator is trained by. */
export type GeneratorObjective = "forwardKl" | "reverseKl" | "vae" | "gan";

/** How a generator is built and trained. */
export interface GeneratorOptions {
  /** "forwardKl" unless said. */
  readonly objective?: GeneratorObjective;
  /** The noise s about the curve: learnt unless said. */
  readonly sd?: number;
  /** Units of each of the two hidden layers: 32 unless said. */
  readonly hidden?: number;
  /** Adam's rate, 3e-3 unless said. */
  readonly rate?: number;
  /** Rows a step, 128 unless said. */
  readonly batch?: number;
  /** Steps, 1000 unless said. */
  readonly steps?: number;
  /** 0 unless said: weights, batches and noise follow from it. */
  readonly seed?: number;
}

/** Where the training has come to; it may be asked at any step, also when the training was left. */
export interface GeneratorState {
  readonly step: number;
  readonly steps: number;
  /** What the generator lowered in the step: an estimate of its objective, in nats. */
  readonly metrics: { readonly loss: number };
  /** The noise s about the curve g(z). */
  readonly sd: number;
  /** g of codes z, one number each: the curve in the space of rows. */
  curve(codes: TensorLike): Tensor;
  /** So many rows g(z) + s·ε. */
  sample(n: number, seed?: number): Tensor;
  /** ln of the model's density at rows, in nats, one a row; z by 1000 points of equal mass. */
  logProb(rows: TensorLike): Tensor;
}

/** The noise to begin with, where it is learnt. */
const startSd = 0.3;

/** What is learnt: the noise too, unless it is given; only a VAE has an encoder. */
type Learnt = Pick<Generator, "layers"> & {
  readonly logSd: Tensor | readonly [];
  readonly encoder: Layers;
};

type Model = Learnt & Generator;

/**
 * Trains one and the same family of models x = g(z) + s·ε, z and ε standard normal, z one number and g a network of two hidden layers, by
 * one of four objectives: D(p‖q) ("forwardKl": E_p[−ln q(x)]), D(q‖p) ("reverseKl": E_q[ln q(x) − ln p(x)], of a source whose density is known),
 * the bound of the VAE ("vae": E_p[−ELBO] by a normal q(z|x)), the game of the GAN ("gan": the non-saturating E_q[−ln D(x)]).
 *
 * The density of the model is known, ln q(x) = ln ∫ N(z; 0, 1) N(x; g(z), s²I) dz, so models by whichever objective are measured alike.
 * An async generator of states, one a step, that yields to others between steps and may be left at any.
 * `for await` starts it: in a cell as it stands, where klab's kernel runs it (`npx klab install`), elsewhere inside of an async
 * function that the cell awaits. An interrupt of the kernel ends it at its next step, by an error.
 *
 * @param source rows, n × d, n numbers; or a distribution to draw of, for "reverseKl" a normal or a mixture of normals
 * @param options `objective`, `sd`, `hidden`, `rate`, `batch`, `steps`, `seed`
 * @throws RangeError for numbers that are not finite, options out of range, and where training diverges, naming the step; TypeError for
 *   shapes, and "reverseKl" of what has no density
 *
 * @example
 * const seen: number[] = [];
 * for await (const { step } of trainGenerator([[0, 1], [1, 0]], { objective: "vae", steps: 2 })) seen.push(step);
 * seen; // [1, 2]
 *
 * Source: Z. Hu et al., On unifying deep generative models (2017), arXiv:1706.00550, section 3; C. M. Bishop, Pattern Recognition and Machine Learning (2006), section 10.1.2.
 */
export async function* trainGenerator(
  source: RowsSource,
  options: GeneratorOptions = {},
): AsyncGenerator<GeneratorState, void, undefined> {
  const caller = "trainGenerator";
  checkOptions(caller, options, {
    objective: oneOf("forwardKl", "reverseKl", "vae", "gan"),
    hidden: count(1),
    rate: positive,
    batch: count(1),
    steps: count(1),
    seed: integer,
    sd: positive,
  });
  const { objective = "forwardKl", hidden = 32, rate = 3e-3, sd } = options;
  const { batch = 128, steps = 1000, seed = 0 } = options;
  const prng = seeded(seed);
  const logTarget = objective === "reverseKl" ? targetOf(caller, source) : undefined;
  const data = batchesOf(caller, "source", source, prng);
  const noise = (n: number, columns: number): Tensor => randomNormal([n, columns], { prng });
  // A game runs to and fro where steps remember many.
  const { start, step: stepOf } = adam({ rate, ...(objective === "gan" ? { beta1: 0.5 } : {}) });
  const whole = (learnt: Learnt): Model => ({
    ...learnt,
    logSd: Array.isArray(learnt.logSd) ? tensor(Math.log(sd as number)) : (learnt.logSd as Tensor),
  });
  let state = start<Learnt>({
    layers: layersOf([1, hidden, hidden, data.columns], prng),
    logSd: sd === undefined ? tensor(Math.log(startSd)) : [],
    encoder: objective === "vae" ? layersOf([data.columns, hidden, hidden, 2], prng) : [],
  });
  let judge = start(layersOf([data.columns, hidden, hidden, 1], prng));
  const othersTurn = turnsBetweenSteps("trainGenerator");
  for (let step = 1; step <= steps; step++) {
    const x = data.next(batch);
    const [n, columns] = x.shape;
    const made = (model: Model): Tensor => sampled(model, noise(n, 1), noise(n, columns));
    let loss: (model: Model) => Tensor;
    if (logTarget) {
      loss = (model) => {
        const rows = made(model);
        return mean(subtract(logDensity(model, rows, 128), logTarget(rows)));
      };
    } else if (objective === "vae") {
      loss = (model) => minusElbo(model, x, noise(n, 1));
    } else if (objective === "gan") {
      const pair = [x, made(whole(state.parameters))] as const;
      const game = (layers: Layers): Tensor => negative(gameValue(ganObjectives.gan, layers, pair));
      const up = valueAndGrad(game)(judge.parameters);
      judge = stepOf(judge, up.gradient, up.value);
      const { parameters } = judge;
      loss = (model) => mean(softplus(negative(through(parameters, made(model)))));
    } else loss = (model) => negative(mean(logDensity(model, x, 128)));
    const { value, gradient } = valueAndGrad((learnt: Learnt) => loss(whole(learnt)))(
      state.parameters,
    );
    if (step === 1 && objective !== "gan") checkStart(caller, value.item(), sd ?? startSd);
    state = stepOf(state, gradient, value);
    yield stateOf(step, steps, value.item(), whole(state.parameters));
    await othersTurn();
  }
}

/** Before the first step the rate has had no say: the noise is too small for the data, or they are too large. */
function checkStart(caller: string, loss: number, sd: number): void {
  if (Number.isFinite(loss)) return;
  const given = shortNumber(sd);
  throw valueError(
    caller,
    `第 1 步之前损失就是 ${loss}，与学习率无关：噪声 sd 是 ${given}，相对数据太小；请取大些的 sd，或缩小数据的尺度`,
    `the loss is ${loss} before step 1, whatever the rate: the noise, sd ${given}, is too small for the data; give a larger sd, or scale the data`,
  );
}

function targetOf(caller: string, source: RowsSource): (rows: Tensor) => Tensor {
  if (isDistribution(source)) return normalMixtureLogDensity(caller, source as AnyDistribution);
  throw shapeError(
    caller,
    'objective 是 "reverseKl" 时 source 应为正态分布或其混合：D(q‖p) 要 p 的密度，样本没有',
    'with objective "reverseKl" source must be a normal or a mixture of normals: D(q‖p) needs the density of p, which samples do not have',
  );
}

/** E_q(z|x)[−ln p(x|z)] + D(q(z|x)‖N(0, 1)) a row, with one draw of z. */
function minusElbo({ layers, logSd, encoder }: Model, x: Tensor, noise: Tensor): Tensor {
  const [n, columns] = x.shape;
  const code = through(encoder, x);
  const [centre, logVariance] = [slice(code, 0, 1, { axis: 1 }), slice(code, 1, 2, { axis: 1 })];
  const z = add(centre, multiply(exp(multiply(0.5, logVariance)), noise));
  const off = sum(square(subtract(x, through(layers, z))));
  const reconstruction = add(
    divide(multiply(off, multiply(0.5, exp(multiply(-2, logSd)))), n),
    add(multiply(columns, logSd), constantOf(columns)),
  );
  const kl = sum(add(square(centre), subtract(expm1(logVariance), logVariance)));
  return add(reconstruction, divide(kl, 2 * n));
}

function stateOf(step: number, steps: number, loss: number, model: Model): GeneratorState {
  const { layers, logSd } = model;
  const columns = layers[layers.length - 1].bias.shape[0];
  return {
    step,
    steps,
    metrics: { loss },
    sd: Math.exp(logSd.item()),
    curve: (codes) => through(layers, checkedTable("curve", "codes", codes, 1)),
    sample(n, from = 0) {
      argument(count(1))("sample", "n", n);
      argument(integer)("sample", "seed", from);
      const prng = seeded(from);
      return sampled(model, randomNormal([n, 1], { prng }), randomNormal([n, columns], { prng }));
    },
    logProb: (rows) => logDensityOfRows(model, checkedTable("logProb", "rows", rows, columns)),
  };
}
