import { checkOptions, oneOf } from "../../words/check-options";
import { positive } from "../../words/option-kinds";
import { add, divide, multiply, subtract } from "../autodiff/arithmetic";
import { broadcastTo } from "../autodiff/broadcast-to";
import { stack } from "../operations/concatenate";
import { detach } from "../operations/detach";
import { expm1, log1p } from "../operations/elementwise-functions";
import { klLogits, klLogProbs } from "../operations/kl-divergences";
import { logsumexp, max, sum } from "../operations/reductions";
import { logSoftmax, softmax } from "../operations/softmax";
import { broadcastShapes } from "../tensors/broadcast-shapes";
import type { Tensor, TensorLike } from "../tensors/tensor";
import { pairOfRows } from "./pair-of-rows";

/** How a student is compared with its teacher. */
export interface DistillationOptions {
  /** "forward" is D(teacher‖student), which covers what the teacher holds possible; "reverse" the other way; "forward" unless said. */
  readonly direction?: "forward" | "reverse" | "jensenShannon";
  /** Both logits are divided by T first, and the loss is multiplied by T², so that gradients keep their size: 1 unless said. */
  readonly temperature?: number;
}

/**
 * T²·D(softmax(t/T)‖softmax(s/T)) of each row, or D the other way, or their Jensen–Shannon divergence, in nats.
 *
 * The gradient of the forward one in the student's logits is T·(q − p), that of the reverse one T·q·(ln(q/p) − D).
 *
 * @param teacherLogits, studentLogits of one shape, or shapes that broadcast
 * @param options `direction`, `temperature`
 * @returns one value a row
 * @throws RangeError for a temperature ≤ 0 or a row that is −∞ throughout; TypeError if shapes do not broadcast
 *
 * @example
 * distillationLoss([0, 0], [0, 0]).item(); // 0
 *
 * Source: G. Hinton, O. Vinyals and J. Dean, Distilling the knowledge in a neural network (2015).
 */
export function distillationLoss(
  teacherLogits: TensorLike,
  studentLogits: TensorLike,
  options: DistillationOptions = {},
): Tensor {
  checkOptions("distillationLoss", options, {
    direction: oneOf("forward", "reverse", "jensenShannon"),
    temperature: positive,
  });
  const { direction = "forward", temperature = 1 } = options;
  const names = ["teacherLogits", "studentLogits"] as const;
  const given = pairOfRows("distillationLoss", names, [teacherLogits, studentLogits]);
  const [teacher, student] = given.map((x) => divide(x, temperature));
  const scaled = (loss: Tensor): Tensor => multiply(temperature, multiply(temperature, loss));
  if (direction === "forward") return scaled(klLogits(teacher, student));
  if (direction === "reverse") return scaled(klLogits(student, teacher));
  // Near each other, as at high temperatures, by the ratio r = ln q/p: of logarithms that are nearly one few digits are left.
  const apart = subtract(student, teacher);
  const gap = subtract(apart, detach(max(apart, { axis: -1, keepDims: true })));
  if (gap.data.every((x) => x > -2)) {
    const grown = sum(multiply(softmax(teacher), expm1(gap)), { axis: -1, keepDims: true });
    const middle = add(teacher, log1p(divide(expm1(subtract(gap, log1p(grown))), 2)));
    return multiply(0.5, scaled(add(klLogits(teacher, middle), klLogits(student, middle))));
  }
  // Their mean needs them of one shape.
  const shape = broadcastShapes("distillationLoss", teacher.shape, student.shape);
  const [logP, logQ] = [teacher, student].map((x) => logSoftmax(broadcastTo(x, shape)));
  const middle = subtract(logsumexp(stack([logP, logQ]), { axis: 0 }), Math.LN2);
  return multiply(0.5, scaled(add(klLogProbs(logP, middle), klLogProbs(logQ, middle))));
}
