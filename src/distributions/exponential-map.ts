import { sigmoid } from "../math/sigmoid";
/** A change of variable that puts the ends of an interval exponentially far away. */
export interface ExponentialMap {
  toX(v: number): number;
  toV(x: number): number;
  /** dx/dv. */
  slope(v: number): number;
}

/** Of [low, high] to the whole line: a logistic, an exponential or a sinh, by how many ends are finite. */
export function exponentialMap(low: number, high: number): ExponentialMap {
  if (Number.isFinite(low) && Number.isFinite(high)) {
    const width = high - low;
    return {
      toX: (v) => (v < 0 ? low + width * sigmoid(v) : high - width * sigmoid(-v)),
      toV: (x) => Math.log(x - low) - Math.log(high - x),
      slope: (v) => width * sigmoid(v) * sigmoid(-v),
    };
  }
  if (Number.isFinite(low) || Number.isFinite(high)) {
    const [end, sign] = Number.isFinite(low) ? [low, 1] : [high, -1];
    return {
      toX: (v) => end + sign * Math.exp(sign * v),
      toV: (x) => sign * Math.log(sign * (x - end)),
      slope: (v) => Math.exp(sign * v),
    };
  }
  return { toX: Math.sinh, toV: Math.asinh, slope: Math.cosh };
}
