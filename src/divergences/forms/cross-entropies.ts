import { logGamma } from "../../math/log-gamma";
import type { Expect } from "./by-moments";

/** −E[ln q(X)] of a gamma distribution q. */
export function gammaCross(shape: number, rate: number, expect: Expect): number {
  const mean = rate * expect("mean");
  if (mean === Number.POSITIVE_INFINITY) return mean;
  const power = shape === 1 ? 0 : (shape - 1) * expect("meanLog");
  return logGamma(shape) - shape * Math.log(rate) - power + mean;
}

/** −E[ln q(X)] of a Weibull distribution q. */
export function weibullCross(shape: number, scale: number, expect: Expect): number {
  const power = expect("power", shape) / scale ** shape;
  if (power === Number.POSITIVE_INFINITY) return power;
  return shape * Math.log(scale) - Math.log(shape) - (shape - 1) * expect("meanLog") + power;
}
