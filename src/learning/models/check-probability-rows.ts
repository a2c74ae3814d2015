import { valueError } from "../../words/errors";
import type { Tensor } from "../tensors/tensor";

/** Throws unless each row along the last axis is of probabilities. */
export function checkProbabilityRows(caller: string, name: string, { data, shape }: Tensor): void {
  const n = shape[shape.length - 1] ?? 1;
  for (let row = 0; row < data.length / n; row++) {
    const part = data.subarray(row * n, (row + 1) * n);
    const total = part.reduce((a, b) => a + b, 0);
    if (part.every((x) => x >= 0) && Math.abs(total - 1) <= 1e-9) continue;
    throw valueError(
      caller,
      `${name} 的第 ${row} 行应为概率（≥ 0，和为 1），和是 ${total}`,
      `row ${row} of ${name} must be probabilities (≥ 0, sum 1), and sums to ${total}`,
    );
  }
}
