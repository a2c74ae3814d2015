import { standardized } from "../../distributions/standardized";
import { nearLogRatio } from "../../math/relative-entropy-term";

/**
 * ln p(x) − ln q(x) from the differences of the parameters, so that nothing cancels where p and q are nearly equal;
 * NaN where the two logarithms should be subtracted.
 *
 * @param below the distance of x from the upper end of the support, where x itself cannot tell it
 */
export type LogRatio = (x: number, below?: number) => number;

interface Located {
  readonly location: number;
  readonly scale: number;
}

/** The change of ln f, f the standard density, from z to z + d. */
export type LogRise = (z: number, d: number) => number;

/** Of two densities f((x − m)/s)/s. */
export function locationScaleRatio(p: Located, q: Located, rise: LogRise): LogRatio {
  const [shift, stretch] = [q.location - p.location, q.scale - p.scale];
  const logScales = nearLogRatio(q.scale, p.scale, stretch);
  return (x) => {
    const z = standardized(x, q.location, q.scale);
    return logScales + rise(z, (shift + z * stretch) / p.scale);
  };
}

export const normalRise: LogRise = (z, d) => -d * (z + d / 2);

export const laplaceRise: LogRise = (z, d) =>
  z * (z + d) > 0 ? -d * Math.sign(z) : Math.abs(z) - Math.abs(z + d);

export const logisticRise: LogRise = (z, d) => {
  // Even: on the side where e^−z is small nothing cancels.
  const [a, change] = z < 0 ? [-z, -d] : [z, d];
  return -change - 2 * Math.log1p(Math.expm1(-change) / (1 + Math.exp(a)));
};

export const gumbelRise: LogRise = (z, d) => -d - Math.exp(-z) * Math.expm1(-d);
