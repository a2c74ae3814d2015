/**
 * f*(t) of f(u) = (u − 1) ln u: W + 1/W + t − 2 with W = W₀(e^(1−t)), Lambert's function.
 *
 * W solves W + ln W = 1 − t, by Newton's steps in ln W, which converge from everywhere.
 *
 * @example
 * jeffreysConjugate(0); // 0
 */
export function jeffreysConjugate(t: number): number {
  const target = 1 - t;
  let y = target > 1 ? Math.log(target) : target; // ln W
  for (let i = 0; i < 100; i++) {
    const w = Math.exp(y);
    const step = (w + y - target) / (w + 1);
    y -= step;
    if (Math.abs(step) <= 1e-16 * Math.max(1, Math.abs(y))) break;
  }
  const w = Math.exp(y);
  return w + 1 / w + t - 2;
}
