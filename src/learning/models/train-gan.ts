import { type GeneratorName, generators } from "../../divergences/generators";
import { seeded } from "../../math/random";
import { checkOptions, oneOf } from "../../words/check-options";
import { argument, count, flag, integer, positive } from "../../words/option-kinds";
import { negative } from "../autodiff/arithmetic";
import { valueAndGrad } from "../autodiff/grad";
import { randomNormal } from "../initial-tensors";
import { mean } from "../operations/reductions";
import { reshape } from "../operations/reshape";
import { adam } from "../optimizers/adam";
import { Tensor, type TensorLike } from "../tensors/tensor";
import { ganObjectives } from "./gan-objectives";
import { type Layers, layersOf, through } from "./layers-of";
import { batchesOf, checkedTable, type RowsSource } from "./rows-source";
import { gameValue } from "./train-discriminator";
import { turnsBetweenSteps } from "./turns-between-steps";

/** How generator and discriminator are built and trained. */
export interface GanOptions {
  /** The f-divergence, a name of `generators`: "gan" unless said. */
  readonly objective?: GeneratorName;
  /** Whether the generator raises E_q[T] in place of lowering −E_q[f*(T)], which stands still while the discriminator is far ahead: true unless said. */
  readonly nonSaturating?: boolean;
  /** How many numbers a row is made from: 4 unless said. */
  readonly latent?: number;
  /** Units of each of the two hidden layers on either side: 64 unless said. */
  readonly hidden?: number;
  /** Adam's rate on either side, 1e-3 unless said. */
  readonly rate?: number;
  /** Rows a step, 128 unless said. */
  readonly batch?: number;
  /** Steps, 2000 unless said. */
  readonly steps?: number;
  /** 0 unless said: weights, batches and noise follow from it. */
  readonly seed?: number;
}

/** Where the game has come to; it may be asked at any step, also when the training was left. */
export interface GanState {
  readonly step: number;
  readonly steps: number;
  /** Of the step's batch: the discriminator's value E_p[T] − E_q[f*(T)], a lower bound of the divergence in the mean, and what the generator lowered. */
  readonly metrics: { readonly value: number; readonly generatorLoss: number };
  /** So many rows of the generator. */
  sample(n: number, seed?: number): Tensor;
  /** T of rows, one a row. */
  discriminate(rows: TensorLike): Tensor;
}

/**
 * Trains a generator and a discriminator against each other on rows: the discriminator raises V = E_p[T(x)] − E_q[f*(T(x))] ≤
 * D_f(p‖q), T its output through the activation of f, the generator lowers it. With "gan", V ≤ 2·JS(p, q) − 2 ln 2, in nats.
 *
 * An async generator of states, one a step, that yields to others between steps and may be left at any.
 * `for await` starts it: in a cell as it stands, where klab's kernel runs it (`npx klab install`), elsewhere inside of an async
 * function that the cell awaits. An interrupt of the kernel ends it at its next step, by an error.
 * The samples are of the
 * mean of the generator's weights over its last steps, which does not run to and fro with the game.
 *
 * @param rows n × d, n numbers, or a distribution to draw of
 * @param options `objective`, `nonSaturating`, `latent`, `hidden`, `rate`, `batch`, `steps`, `seed`
 * @throws RangeError for numbers that are not finite, options out of range, and where training diverges, naming the step; TypeError for shapes
 *
 * @example
 * const seen: number[] = [];
 * for await (const { step } of trainGan([[0, 1], [1, 0]], { steps: 2 })) seen.push(step);
 * seen; // [1, 2]
 *
 * Source: I. Goodfellow et al., Generative adversarial nets (2014); S. Nowozin, B. Cseke and R. Tomioka, f-GAN (2016).
 */
export async function* trainGan(
  rows: RowsSource,
  options: GanOptions = {},
): AsyncGenerator<GanState, void, undefined> {
  checkOptions("trainGan", options, {
    objective: oneOf(...Object.keys(generators)),
    nonSaturating: flag,
    latent: count(1),
    hidden: count(1),
    rate: positive,
    batch: count(1),
    steps: count(1),
    seed: integer,
  });
  const { objective: name = "gan", nonSaturating = true, latent = 4, hidden = 64 } = options;
  const { rate = 1e-3, batch = 128, steps = 2000, seed = 0 } = options;
  const prng = seeded(seed);
  const source = batchesOf("trainGan", "rows", rows, prng);
  const objective = ganObjectives[name];
  const { output, conjugate } = objective;
  const { start, step: stepOf } = adam({ rate, beta1: 0.5 });
  let generator = start(layersOf([latent, hidden, hidden, source.columns], prng));
  let discriminator = start(layersOf([source.columns, hidden, hidden, 1], prng));
  let steady: Layers = generator.parameters;
  const othersTurn = turnsBetweenSteps("trainGan");
  for (let step = 1; step <= steps; step++) {
    const real = source.next(batch);
    const noise = (): Tensor => randomNormal([real.shape[0], latent], { prng });
    const fake = through(generator.parameters, noise());
    const game = (layers: Layers): Tensor => negative(gameValue(objective, layers, [real, fake]));
    const up = valueAndGrad(game)(discriminator.parameters);
    discriminator = stepOf(discriminator, up.gradient, up.value);
    const z = noise();
    const loss = (layers: Layers): Tensor => {
      const v = through(discriminator.parameters, through(layers, z));
      return negative(mean(nonSaturating ? output(v) : conjugate(v)));
    };
    const down = valueAndGrad(loss)(generator.parameters);
    generator = stepOf(generator, down.gradient, down.value);
    steady = blended(steady, generator.parameters, 1 / Math.max(1, Math.min(step / 5, kept)));
    const [made, judging] = [steady, discriminator.parameters];
    yield {
      step,
      steps,
      metrics: { value: -up.value.item(), generatorLoss: down.value.item() },
      sample(n, from = 0) {
        argument(count(1))("sample", "n", n);
        argument(integer)("sample", "seed", from);
        return through(made, randomNormal([n, latent], { prng: seeded(from) }));
      },
      discriminate: (given) =>
        reshape(
          output(through(judging, checkedTable("discriminate", "rows", given, source.columns))),
          [-1],
        ),
    };
    await othersTurn();
  }
}

/** Over a fifth of the steps, and at most so many, the weights of the generator are averaged. */
const kept = 200;

function blended(old: Layers, fresh: Layers, share: number): Layers {
  const mix = (a: Tensor, b: Tensor): Tensor =>
    new Tensor(
      a.data.map((x, i) => x + share * (b.data[i] - x)),
      a.shape,
    );
  return old.map(({ weights, bias }, i) => ({
    weights: mix(weights, fresh[i].weights),
    bias: mix(bias, fresh[i].bias),
  }));
}
