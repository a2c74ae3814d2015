import { type Prng, seeded } from "../../math/random";
import { checkOptions } from "../../words/check-options";
import { shapeError, valueError } from "../../words/errors";
import { argument, count, finiteNumber, integer, positive } from "../../words/option-kinds";
import { add, divide, multiply, subtract } from "../autodiff/arithmetic";
import { valueAndGrad } from "../autodiff/grad";
import { glorot, randomNormal, zeros } from "../initial-tensors";
import { relu, sigmoid } from "../operations/activations";
import { slice } from "../operations/concatenate";
import { exp, expm1, square } from "../operations/elementwise-functions";
import { matmul } from "../operations/matmul";
import { sum } from "../operations/reductions";
import { take } from "../operations/take";
import { adam } from "../optimizers/adam";
import { heldAlone } from "../optimizers/optimizer";
import { asTensor } from "../tensors/as-tensor";
import { placeText, shapeText, type Tensor, type TensorLike } from "../tensors/tensor";
import { bernoulliLoss } from "./bernoulli-loss";
import { checkedTable } from "./rows-source";
import { turnsBetweenSteps } from "./turns-between-steps";

/** How an autoencoder is built and trained. */
export interface VaeOptions {
  /** How many numbers stand for a row: 2 unless said, which can be drawn as a map. */
  readonly latent?: number;
  /** Units of the hidden layer on either side, 128 unless said. */
  readonly hidden?: number;
  /** β, the weight of D(q(z|x)‖p(z)) in the loss: 1 unless said, the ELBO itself. */
  readonly beta?: number;
  /** Adam's rate, 3e-3 unless said. */
  readonly rate?: number;
  /** Rows a step, 128 unless said, or all where there are fewer. */
  readonly batch?: number;
  /** Steps, 780 unless said. */
  readonly steps?: number;
  /** 0 unless said: weights, batches and draws follow from it. */
  readonly seed?: number;
}

/** Weights and biases of the two networks: x → h → (mean, ln variance), z → h → logits. */
export interface VaeParameters {
  readonly [layer: string]: Tensor;
}

/** Where the training has come to; it may be asked at any step, also when the training was left. */
export interface VaeState {
  readonly step: number;
  readonly steps: number;
  readonly parameters: VaeParameters;
  /** Of the step's batch, means a row in nats: elbo = −(reconstruction + kl). */
  readonly metrics: {
    readonly elbo: number;
    readonly reconstruction: number;
    readonly kl: number;
  };
  /** q(z|x) of rows: rows × latent each. */
  encode(rows: TensorLike): { readonly mean: Tensor; readonly logVariance: Tensor };
  /** The probabilities of each column, given codes: rows × columns. */
  decode(codes: TensorLike): Tensor;
  /** The mean ELBO of rows, in nats, with one draw of z a row. */
  elbo(rows: TensorLike, seed?: number): number;
}

interface Parts {
  readonly reconstruction: Tensor;
  readonly kl: Tensor;
}

/**
 * Trains a variational autoencoder on rows of numbers from 0 to 1, by Bernoulli likelihood: each step lowers −ELBO =
 * E_q(z|x)[−ln p(x|z)] + β·D(q(z|x)‖N(0, I)), in nats a row, by one draw of z; D by its formula ½ Σ μ² + σ² − 1 − ln σ².
 *
 * An async generator of states, one a step, that yields to others between steps and may be left at any.
 * `for await` starts it: in a cell as it stands, where klab's kernel runs it (`npx klab install`), elsewhere inside of an async
 * function that the cell awaits. An interrupt of the kernel ends it at its next step, by an error.
 *
 * @param rows n × d, each entry in [0, 1]
 * @param options `latent`, `hidden`, `beta`, `rate`, `batch`, `steps`, `seed`
 * @throws RangeError for an entry out of range, and where training diverges, naming the step; TypeError if rows are no matrix
 *
 * @example
 * const seen: number[] = [];
 * for await (const { step } of trainVae([[0, 1], [1, 0]], { steps: 2 })) seen.push(step);
 * seen; // [1, 2]
 *
 * Source: D. P. Kingma and M. Welling, Auto-encoding variational Bayes (2014), appendices B and C.
 */
export async function* trainVae(
  rows: TensorLike,
  options: VaeOptions = {},
): AsyncGenerator<VaeState, void, undefined> {
  const { latent, hidden, beta, rate, batch, steps, seed } = settled(options);
  const data = checkRows("trainVae", rows);
  const prng = seeded(seed);
  const { start, step: stepOf } = adam({ rate });
  let state = heldAlone(start(begin(data.shape[1], { latent, hidden }, prng)));
  const batches = batchesOf(data, Math.min(batch, data.shape[0]), prng);
  const othersTurn = turnsBetweenSteps("trainVae");
  for (let step = 1; step <= steps; step++) {
    const x = batches();
    const noise = randomNormal([x.shape[0], latent], { prng });
    let seen: Parts | undefined;
    const loss = (parameters: VaeParameters): Tensor => {
      seen = partsOf(parameters, x, noise);
      return add(seen.reconstruction, multiply(beta, seen.kl));
    };
    const { value, gradient } = valueAndGrad(loss)(state.parameters);
    state = stepOf(state, gradient, value);
    yield stateOf({ step, steps, parameters: state.parameters, seen });
    await othersTurn();
  }
}

function settled(options: VaeOptions): Required<VaeOptions> {
  checkOptions("trainVae", options, {
    latent: count(1),
    hidden: count(1),
    beta: finiteNumber,
    rate: positive,
    batch: count(1),
    steps: count(1),
    seed: integer,
  });
  const { latent = 2, hidden = 128, beta = 1, rate = 3e-3 } = options;
  const { batch = 128, steps = 780, seed = 0 } = options;
  return { latent, hidden, beta, rate, batch, steps, seed };
}

function checkRows(caller: string, rows: TensorLike, columns?: number): Tensor {
  const data = asTensor(caller, "rows", rows);
  if (data.shape.length !== 2) {
    const shape = shapeText(data.shape);
    throw shapeError(
      caller,
      `rows 的形状是 ${shape}，应为 [行数, 列数]`,
      `rows has shape ${shape}; give n × d numbers`,
    );
  }
  if (columns !== undefined) checkedTable(caller, "rows", data, columns);
  const wrong = data.data.findIndex((x) => !(x >= 0 && x <= 1));
  if (wrong < 0) return data;
  const [place, given] = [placeText(wrong, data.shape), data.data[wrong]];
  throw valueError(
    caller,
    `rows${place} 是 ${given}，应在 0 到 1 之间；像素请先除以 255`,
    `rows${place} is ${given} and must be from 0 to 1; divide pixels by 255`,
  );
}

function begin(
  columns: number,
  { latent, hidden }: { readonly latent: number; readonly hidden: number },
  prng: Prng,
): VaeParameters {
  return {
    encoder: glorot([columns, hidden], { prng }),
    encoderBias: zeros([hidden]),
    code: glorot([hidden, 2 * latent], { prng }),
    codeBias: zeros([2 * latent]),
    decoder: glorot([latent, hidden], { prng }),
    decoderBias: zeros([hidden]),
    logits: glorot([hidden, columns], { prng }),
    logitsBias: zeros([columns]),
  };
}

/** Rows in a new order each time all have been seen. */
function batchesOf(data: Tensor, size: number, prng: Prng): () => Tensor {
  const order = Array.from({ length: data.shape[0] }, (_, i) => i);
  let at = order.length;
  return () => {
    if (at + size > order.length) {
      for (let i = order.length - 1; i > 0; i--) {
        const j = Math.floor(prng() * (i + 1));
        [order[i], order[j]] = [order[j], order[i]];
      }
      at = 0;
    }
    at += size;
    return take(data, order.slice(at - size, at));
  };
}

const layer = (x: Tensor, weights: Tensor, bias: Tensor): Tensor => add(matmul(x, weights), bias);

function encoded(p: VaeParameters, x: Tensor): { mean: Tensor; logVariance: Tensor } {
  const code = layer(relu(layer(x, p.encoder, p.encoderBias)), p.code, p.codeBias);
  const latent = code.shape[1] / 2;
  return {
    mean: slice(code, 0, latent, { axis: 1 }),
    logVariance: slice(code, latent, 2 * latent, { axis: 1 }),
  };
}

const decodedLogits = (p: VaeParameters, z: Tensor): Tensor =>
  layer(relu(layer(z, p.decoder, p.decoderBias)), p.logits, p.logitsBias);

function partsOf(p: VaeParameters, x: Tensor, noise: Tensor): Parts {
  const { mean, logVariance } = encoded(p, x);
  const z = add(mean, multiply(exp(multiply(0.5, logVariance)), noise));
  const logits = decodedLogits(p, z);
  // −ln p(x|z) of a Bernoulli with these logits, and D(q‖N(0, I)): e^v − 1 − v ≥ 0.
  const reconstruction = bernoulliLoss(x, logits);
  const kl = sum(add(square(mean), subtract(expm1(logVariance), logVariance)));
  const rows = x.shape[0];
  return { reconstruction: divide(reconstruction, rows), kl: divide(kl, 2 * rows) };
}

function stateOf({
  step,
  steps,
  parameters,
  seen,
}: {
  readonly step: number;
  readonly steps: number;
  readonly parameters: VaeParameters;
  readonly seen: Parts | undefined;
}): VaeState {
  const [columns] = parameters.encoder.shape;
  const [latent] = parameters.decoder.shape;
  const [reconstruction, kl] = [seen?.reconstruction.item() ?? 0, seen?.kl.item() ?? 0];
  return {
    step,
    steps,
    parameters,
    metrics: { elbo: -(reconstruction + kl), reconstruction, kl },
    encode: (rows) => encoded(parameters, checkRows("encode", rows, columns)),
    decode: (codes) =>
      sigmoid(decodedLogits(parameters, checkedTable("decode", "codes", codes, latent))),
    elbo(rows, seed = 0) {
      const x = checkRows("elbo", rows, columns);
      argument(integer)("elbo", "seed", seed);
      const noise = randomNormal([x.shape[0], latent], { prng: seeded(seed) });
      const parts = partsOf(parameters, x, noise);
      return -(parts.reconstruction.item() + parts.kl.item());
    },
  };
}
