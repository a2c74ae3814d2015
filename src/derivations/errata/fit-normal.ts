import { type Normal, normal } from "../../distributions/families/normal";
import { maximizeOnGrid } from "../../math/maximize-on-grid";

const around = (centre: number, width: number): readonly number[] =>
  [-1, -0.5, 0, 0.5, 1].map((u) => centre + u * width);

/** The normal of least `loss` near a start: mean and spread in turn, each by Brent's method, until neither moves. */
export function fitNormal(
  loss: (candidate: Normal) => number,
  start: readonly [mean: number, sd: number],
): Normal {
  let [mean, sd] = start;
  let width = 1;
  for (let round = 0; round < 40 && width > 1e-5; round++) {
    const [m, s] = [mean, sd];
    // A thousandth of the way: the other of the two still moves, and the way gets shorter with each round.
    const close = 1e-3;
    mean = maximizeOnGrid((x) => -loss(normal(x, s)), around(m, width), close).at;
    const spread = (x: number): number => -loss(normal(mean, Math.exp(x)));
    sd = Math.exp(maximizeOnGrid(spread, around(Math.log(s), width / 2), close).at);
    const moved = Math.max(Math.abs(mean - m), Math.abs(sd - s));
    width = Math.min(width, Math.max(moved * 2, width / 8));
  }
  return normal(mean, sd);
}
