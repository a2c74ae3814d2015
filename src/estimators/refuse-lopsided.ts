import { valueError } from "../words/errors";
import { lopsidedness } from "./robust-scale";
import type { Points } from "./samples";

/** How many times as far samples may reach to one side as to the other: 2.3 is an exponential law's, 8 a log-normal's of σ = 2. */
const most = 5;
/** Of fewer samples that says little. */
const enough = 50;

/**
 * Throws where one bandwidth serves neither the steep side nor the tail of samples, as of log-normals of σ = 3: kernels
 * then answered 0.45 [0.28, 0.59] where D = 0.056.
 */
export function refuseLopsided(name: string, points: Points): void {
  if (points.n < enough) return;
  for (let j = 0; j < points.d; j++) {
    const ratio = lopsidedness(points, j);
    if (!(ratio > most && ratio < Number.POSITIVE_INFINITY)) continue;
    const times = ratio.toFixed(0);
    throw valueError(
      "estimateKl",
      `${name} 的第 ${j} 个坐标一边的尾巴有另一边的 ${times} 倍长，一个核宽顾不了两头；请两边都取对数（D 不变），例如 xs.map(Math.log)，有正有负时用 xs.map(Math.asinh)，或用 method: "nearestNeighbours"`,
      `coordinate ${j} of ${name} reaches ${times} times as far to one side as to the other, so no one bandwidth serves; take logarithms of both samples (D stays the same), for example xs.map(Math.log), or xs.map(Math.asinh) of either sign, or take method: "nearestNeighbours"`,
    );
  }
}
