import { seeded } from "../../math/random";
import { checkOptions } from "../../words/check-options";
import { shapeError, valueError } from "../../words/errors";
import { count, integer, positive } from "../../words/option-kinds";
import { valueAndGrad } from "../autodiff/grad";
import { log } from "../operations/elementwise-functions";
import { klLogits } from "../operations/kl-divergences";
import { mean } from "../operations/reductions";
import { softmax } from "../operations/softmax";
import { oneHot, take } from "../operations/take";
import { adam } from "../optimizers/adam";
import { asTensor } from "../tensors/as-tensor";
import { shapeText, type Tensor, type TensorLike } from "../tensors/tensor";
import { checkProbabilityRows } from "./check-probability-rows";
import { focalLoss, focalWeight, gammaKind } from "./focal-loss";
import { type Layers, layersOf, through } from "./layers-of";
import { batchesOf, checkedTable } from "./rows-source";
import { turnsBetweenSteps } from "./turns-between-steps";

/** How a classifier is built and trained. */
export interface FocalOptions {
  /** γ ≥ 0: 0 is training by D itself; 2 unless said. */
  readonly gamma?: number;
  /** Units of the hidden layer, 64 unless said. */
  readonly hidden?: number;
  /** Adam's rate, 3e-3 unless said. */
  readonly rate?: number;
  /** Rows a step, 128 unless said, or all where there are fewer. */
  readonly batch?: number;
  /** Steps, 500 unless said. */
  readonly steps?: number;
  /** 0 unless said: weights and batches follow from it. */
  readonly seed?: number;
}

/** What a classifier is worth on rows, in nats, with each row's focal weight. */
export interface FocalReport {
  /** Mean of D(target‖prediction). */
  readonly divergence: number;
  /** Share of rows whose most likely class is the target's. */
  readonly accuracy: number;
  /** (1 − e^−D)^γ and D, one a row. */
  readonly weights: Tensor;
  readonly divergences: Tensor;
}

/** Where the training has come to; it may be asked at any step, also when the training was left. */
export interface FocalState {
  readonly step: number;
  readonly steps: number;
  /** Of the step's batch, means in nats: the focal loss, and D. */
  readonly metrics: {
    readonly loss: number;
    readonly divergence: number;
    readonly accuracy: number;
  };
  /** Probabilities of the classes: rows × classes. */
  predict(rows: TensorLike): Tensor;
  report(rows: TensorLike, targets: TensorLike): FocalReport;
}

/**
 * Trains a classifier with soft targets by the focal relative entropy (1 − e^−D)^γ·D, D = D(target‖prediction) in nats, which lets rows
 * that are well predicted count less.
 *
 * An async generator of states, one a step, that yields to others between steps and may be left at any.
 * `for await` starts it: in a cell as it stands, where klab's kernel runs it (`npx klab install`), elsewhere inside of an async
 * function that the cell awaits. An interrupt of the kernel ends it at its next step, by an error.
 *
 * @param rows n × d, or n numbers
 * @param targets n × classes of probabilities, or n labels 0, 1, 2 …
 * @param options `gamma`, `hidden`, `rate`, `batch`, `steps`, `seed`
 * @throws RangeError for numbers that are not finite, targets that are no probabilities, labels out of range, and where training diverges,
 *   naming the step; TypeError for shapes
 *
 * @example
 * const seen: number[] = [];
 * for await (const { step } of trainFocal([[0], [1]], [0, 1], { steps: 2 })) seen.push(step);
 * seen; // [1, 2]
 *
 * Source: T.-Y. Lin et al., Focal loss for dense object detection (2017), for soft targets: declared ours, as `focalKl` of klab.
 */
export async function* trainFocal(
  rows: TensorLike,
  targets: TensorLike,
  options: FocalOptions = {},
): AsyncGenerator<FocalState, void, undefined> {
  const caller = "trainFocal";
  checkOptions(caller, options, {
    gamma: gammaKind,
    hidden: count(1),
    rate: positive,
    batch: count(1),
    steps: count(1),
    seed: integer,
  });
  const { gamma = 2, hidden = 64, rate = 3e-3, batch = 128, steps = 500, seed = 0 } = options;
  const data = checkedTable(caller, "rows", rows);
  const wanted = checkedTargets(caller, targets, data.shape[0]);
  const prng = seeded(seed);
  const order = batchesOf(
    caller,
    "rows",
    data.data.map((_, i) => i).subarray(0, data.shape[0]),
    prng,
  );
  const { start, step: stepOf } = adam({ rate });
  let state = start(layersOf([data.shape[1], hidden, wanted.shape[1]], prng));
  const othersTurn = turnsBetweenSteps("trainFocal");
  for (let step = 1; step <= steps; step++) {
    const { data: picked } = order.next(batch);
    const [x, p] = [take(data, picked), take(wanted, picked)];
    const loss = (layers: Layers): Tensor => mean(focalLoss(p, through(layers, x), { gamma }));
    const { value, gradient } = valueAndGrad(loss)(state.parameters);
    const { divergence, accuracy } = reportOf(state.parameters, x, p, gamma);
    state = stepOf(state, gradient, value);
    const layers = state.parameters;
    yield {
      step,
      steps,
      metrics: { loss: value.item(), divergence, accuracy },
      predict: (given) =>
        softmax(through(layers, checkedTable("predict", "rows", given, data.shape[1]))),
      report(given, asked) {
        const table = checkedTable("report", "rows", given, data.shape[1]);
        return reportOf(
          layers,
          table,
          checkedTargets("report", asked, table.shape[0], wanted.shape[1]),
          gamma,
        );
      },
    };
    await othersTurn();
  }
}

function reportOf(layers: Layers, rows: Tensor, targets: Tensor, gamma: number): FocalReport {
  const logits = through(layers, rows);
  const divergences = klLogits(log(targets), logits);
  const [found, wanted] = [logits, targets].map(likeliest);
  return {
    divergence: mean(divergences).item(),
    accuracy: found.filter((k, row) => k === wanted[row]).length / found.length,
    weights: focalWeight(divergences, gamma),
    divergences,
  };
}

/** The class of the greatest entry of each row. */
function likeliest({ data, shape: [rows, classes] }: Tensor): number[] {
  return Array.from({ length: rows }, (_, row) => {
    const part = data.subarray(row * classes, (row + 1) * classes);
    return part.indexOf(Math.max(...part));
  });
}

function checkedTargets(
  caller: string,
  targets: TensorLike,
  rows: number,
  classes?: number,
): Tensor {
  const given = asTensor(caller, "targets", targets);
  if (given.shape[0] !== rows || given.shape.length > 2) {
    const text = shapeText(given.shape);
    throw shapeError(
      caller,
      `targets 的形状是 ${text}，应为 [${rows}, 类数] 的概率，或 ${rows} 个标签`,
      `targets has shape ${text}; give ${rows} × classes probabilities, or ${rows} labels`,
    );
  }
  if (given.shape.length === 1) {
    const most = given.data.reduce((a, b) => Math.max(a, b), 1);
    const isLabels = given.data.every((k) => Number.isSafeInteger(k) && k >= 0 && k < 1e5);
    if (isLabels && !(classes && most >= classes)) return oneHot(given, classes ?? most + 1);
    const wrong = given.data.find(
      (k) => !(Number.isSafeInteger(k) && k >= 0 && k < (classes ?? 1e5)),
    );
    throw valueError(
      caller,
      `targets 中有 ${wrong}，标签应为 0 到 ${(classes ?? 1e5) - 1} 的整数`,
      `targets has ${wrong}; labels are integers from 0 to ${(classes ?? 1e5) - 1}`,
    );
  }
  const [, width] = given.shape;
  if (classes && width !== classes) {
    throw shapeError(
      caller,
      `targets 有 ${width} 类，应为 ${classes}`,
      `targets has ${width} classes; give ${classes}`,
    );
  }
  checkProbabilityRows(caller, "targets", given);
  return given;
}
