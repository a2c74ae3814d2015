import { evenly } from "./grid";
import { drawn } from "./plain-rows";

/** So many standard deviations about a mean of the plane, by the root of the covariance. */
export function ellipse(
  [x, y]: readonly number[],
  [[a], [b, c]]: readonly (readonly number[])[],
  deviations: number,
): [number[], number[]] {
  const turn = evenly(0, 2 * Math.PI, 61);
  return [
    turn.map((t) => drawn(x + deviations * a * Math.cos(t))),
    turn.map((t) => drawn(y + deviations * (b * Math.cos(t) + c * Math.sin(t)))),
  ];
}
