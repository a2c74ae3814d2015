/**
 * W = W₀(e^x), Lambert's function on the scale of logarithms: the solution of W + ln W = x, for any x.
 *
 * By Newton's steps in ln W, which converge from everywhere.
 *
 * @example
 * lambertWOfExp(1); // 1
 */
export function lambertWOfExp(x: number): number {
  let y = x > 1 ? Math.log(x) : x; // ln W
  for (let i = 0; i < 100; i++) {
    const w = Math.exp(y);
    const step = (w + y - x) / (w + 1);
    y -= step;
    if (Math.abs(step) <= 1e-16 * Math.max(1, Math.abs(y))) break;
  }
  return Math.exp(y);
}
