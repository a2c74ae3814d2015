import { cholesky, solveLower } from "../math/linear-algebra";

/** A concave function with its gradient and minus its second derivatives. */
export interface Concave {
  readonly value: number;
  readonly gradient: Float64Array;
  /** Negative definite second derivatives, with their sign turned. */
  readonly curvature: number[][];
}

/** Climbs a concave function of `width` weights by Newton's steps, halved until they rise. */
export function newtonAscent(at: (weights: Float64Array) => Concave, width: number): Float64Array {
  let weights: Float64Array = new Float64Array(width);
  let here = at(weights);
  for (let step = 0; step < 50; step++) {
    const direction = newtonDirection(here);
    const slope = direction.reduce((sum, x, i) => sum + x * here.gradient[i], 0);
    if (!(slope > 1e-10 * (1 + Math.abs(here.value)))) break;
    let rate = 1;
    for (; rate > 1e-6; rate /= 2) {
      const next = weights.map((w, i) => w + rate * direction[i]);
      const there = at(next);
      if (there.value > here.value) {
        [weights, here] = [next, there];
        break;
      }
    }
    if (rate <= 1e-6) break;
  }
  return weights;
}

function newtonDirection({ gradient, curvature }: Concave): number[] {
  for (let ridge = 1e-9; ; ridge *= 100) {
    const l = cholesky(curvature.map((row, i) => row.map((x, j) => (i === j ? x + ridge : x))));
    if (!l) continue;
    const half = solveLower(l, Array.from(gradient));
    const n = half.length;
    const x = new Array<number>(n).fill(0);
    for (let i = n - 1; i >= 0; i--) {
      let sum = half[i];
      for (let j = i + 1; j < n; j++) sum -= l[j][i] * x[j];
      x[i] = sum / l[i][i];
    }
    return x;
  }
}

/** Adds weight·row·rowᵀ to a symmetric matrix. */
export function addOuter(matrix: number[][], row: Float64Array, weight: number): void {
  for (let i = 0; i < row.length; i++) {
    const scaled = weight * row[i];
    const target = matrix[i];
    for (let j = 0; j < row.length; j++) target[j] += scaled * row[j];
  }
}

export function zeroMatrix(n: number): number[][] {
  return Array.from({ length: n }, () => new Array<number>(n).fill(0));
}
