import { type GeneratorName, generators } from "../../divergences/generators";
import { seeded } from "../../math/random";
import { checkOptions, oneOf } from "../../words/check-options";
import { shapeError } from "../../words/errors";
import { count, integer, positive } from "../../words/option-kinds";
import { negative, subtract } from "../autodiff/arithmetic";
import { valueAndGrad } from "../autodiff/grad";
import { mean } from "../operations/reductions";
import { reshape } from "../operations/reshape";
import { adam } from "../optimizers/adam";
import type { Tensor, TensorLike } from "../tensors/tensor";
import { type GanObjective, ganObjectives } from "./gan-objectives";
import { type Layers, layersOf, through } from "./layers-of";
import { batchesOf, checkedTable, type RowsSource } from "./rows-source";
import { turnsBetweenSteps } from "./turns-between-steps";

/** How a discriminator is built and trained. */
export interface DiscriminatorOptions {
  /** The f-divergence, a name of `generators`: "gan" unless said. */
  readonly objective?: GeneratorName;
  /** Units of each of the two hidden layers: 64 unless said. */
  readonly hidden?: number;
  /** Adam's rate, 3e-3 unless said. */
  readonly rate?: number;
  /** Rows of each side a step, 256 unless said. */
  readonly batch?: number;
  /** Steps, 500 unless said. */
  readonly steps?: number;
  /** 0 unless said: weights and batches follow from it. */
  readonly seed?: number;
}

/** Where the discriminator has come to. */
export interface DiscriminatorState {
  readonly step: number;
  readonly steps: number;
  /** The value E_p[T] − E_q[f*(T)] of the step's batch. */
  readonly metrics: { readonly value: number };
  /** The value on other rows: on rows that it was not trained on, a bound of D_f(p‖q) from below in the mean. */
  value(xs: TensorLike, ys: TensorLike): number;
  /** T of rows, one a row; where it is best, f′(p/q). */
  discriminate(rows: TensorLike): Tensor;
}

/** E_p[T] − E_q[f*(T)] of rows of p and q. */
export function gameValue(
  { output, conjugate }: GanObjective,
  layers: Layers,
  [real, fake]: readonly [Tensor, Tensor],
): Tensor {
  return subtract(mean(output(through(layers, real))), mean(conjugate(through(layers, fake))));
}

/**
 * Learns a divergence: raises V = E_p[T(x)] − E_q[f*(T(x))] ≤ D_f(p‖q) over networks T. The best T is f′(p/q), at which V is the
 * divergence; with "gan" it is ln of p/(p + q), and V = 2·JS(p, q) − 2 ln 2, in nats.
 *
 * An async generator of states, one a step, that may be left at any.
 * `for await` starts it: in a cell as it stands, where klab's kernel runs it (`npx klab install`), elsewhere inside of an async
 * function that the cell awaits. An interrupt of the kernel ends it at its next step, by an error.
 *
 * @param xs rows of p: n × d, n numbers, or a distribution to draw of
 * @param ys rows of q, likewise
 * @param options `objective`, `hidden`, `rate`, `batch`, `steps`, `seed`
 * @throws RangeError for numbers that are not finite, options out of range, and where training diverges, naming the step; TypeError for shapes
 *
 * @example
 * const seen: number[] = [];
 * for await (const { step } of trainDiscriminator([0, 1], [1, 2], { steps: 2 })) seen.push(step);
 * seen; // [1, 2]
 *
 * Source: X. Nguyen, M. J. Wainwright and M. I. Jordan, Estimating divergence functionals and the likelihood ratio by convex risk minimization (2010).
 */
export async function* trainDiscriminator(
  xs: RowsSource,
  ys: RowsSource,
  options: DiscriminatorOptions = {},
): AsyncGenerator<DiscriminatorState, void, undefined> {
  checkOptions("trainDiscriminator", options, {
    objective: oneOf(...Object.keys(generators)),
    hidden: count(1),
    rate: positive,
    batch: count(1),
    steps: count(1),
    seed: integer,
  });
  const { objective: name = "gan", hidden = 64, rate = 3e-3 } = options;
  const { batch = 256, steps = 500, seed = 0 } = options;
  const prng = seeded(seed);
  const p = batchesOf("trainDiscriminator", "xs", xs, prng);
  const q = batchesOf("trainDiscriminator", "ys", ys, prng);
  if (p.columns !== q.columns) {
    throw shapeError(
      "trainDiscriminator",
      `xs 有 ${p.columns} 列而 ys 有 ${q.columns} 列，应相同`,
      `xs has ${p.columns} columns and ys ${q.columns}; give the same`,
    );
  }
  const objective = ganObjectives[name];
  const { start, step: stepOf } = adam({ rate });
  let state = start(layersOf([p.columns, hidden, hidden, 1], prng));
  const othersTurn = turnsBetweenSteps("trainDiscriminator");
  for (let step = 1; step <= steps; step++) {
    const rows = [p.next(batch), q.next(batch)] as const;
    const loss = (layers: Layers): Tensor => negative(gameValue(objective, layers, rows));
    const { value, gradient } = valueAndGrad(loss)(state.parameters);
    state = stepOf(state, gradient, value);
    const layers = state.parameters;
    yield {
      step,
      steps,
      metrics: { value: -value.item() },
      value: (a, b) =>
        gameValue(objective, layers, [
          checkedTable("value", "xs", a, p.columns),
          checkedTable("value", "ys", b, p.columns),
        ]).item(),
      discriminate: (given) =>
        reshape(
          objective.output(through(layers, checkedTable("discriminate", "rows", given, p.columns))),
          [-1],
        ),
    };
    await othersTurn();
  }
}
