import { withoutRecord } from "../autodiff/recorded";
import { asTensor } from "../tensors/as-tensor";
import type { Tensor, TensorLike } from "../tensors/tensor";

/**
 * The same numbers as a constant: no derivative goes through it.
 *
 * @example
 * grad((x) => multiply(x, detach(x)))(tensor(3)).item(); // 3
 */
export const detach = (x: TensorLike): Tensor => withoutRecord(asTensor("detach", "x", x));
