import { shapeError } from "../../words/errors";
import { asTensor } from "../tensors/as-tensor";
import { broadcastShapes } from "../tensors/broadcast-shapes";
import { shapeText, type Tensor, type TensorLike } from "../tensors/tensor";

/** Two tensors with rows of one length, refused by the caller's own name; shapes of rows may broadcast. */
export function pairOfRows(
  caller: string,
  [nameA, nameB]: readonly [string, string],
  [a, b]: readonly [TensorLike, TensorLike],
): [Tensor, Tensor] {
  const pair: [Tensor, Tensor] = [asTensor(caller, nameA, a), asTensor(caller, nameB, b)];
  const [shapeA, shapeB] = pair.map(({ shape }) => shape);
  if (shapeA.length === 0 || shapeA[shapeA.length - 1] !== shapeB[shapeB.length - 1]) {
    const [x, y] = [shapeText(shapeA), shapeText(shapeB)];
    throw shapeError(
      caller,
      `${nameA} 的形状是 ${x}，${nameB} 是 ${y}；最后一轴应等长，例如 [0.5, 0.5]`,
      `${nameA} has shape ${x} and ${nameB} ${y}; the last axis must have one length, as of [0.5, 0.5]`,
    );
  }
  broadcastShapes(caller, shapeA, shapeB);
  return pair;
}
