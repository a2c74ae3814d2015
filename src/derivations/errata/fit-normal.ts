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
    mean = maximizeOnGrid((x) => -loss(normal(x, s)), around(m, width), 1e-6).at;
    sd = Math.exp(
      maximizeOnGrid((x) => -loss(normal(mean, Math.exp(x))), around(Math.log(s), width / 2), 1e-6)
        .at,
    );
    const moved = Math.max(Math.abs(mean - m), Math.abs(sd - s));
    width = Math.min(width, Math.max(moved * 2, width / 8));
  }
  return normal(mean, sd);
}
