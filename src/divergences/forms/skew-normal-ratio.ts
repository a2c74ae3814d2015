import { meanOnSegment } from "../../math/mean-on-segment";
import { millsRatio } from "../../math/normal-log-cdf";
import { normalCdf } from "../../math/normal-quantile";
import { type LogRatio, locationScaleRatio, normalRise } from "./log-ratio";

interface SkewParameters {
  readonly location: number;
  readonly scale: number;
  readonly shape: number;
}

/** (ln Φ)′ = φ/Φ. */
function logCdfSlope(z: number): number {
  if (z < -2) return 1 / millsRatio(z);
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / normalCdf(z);
}

/** Of two skew normal densities. */
export function skewNormalRatio(p: SkewParameters, q: SkewParameters): LogRatio {
  const change = p.shape - q.shape;
  return locationScaleRatio(p, q, (z, d) => {
    const step = q.shape * d + change * (z + d);
    if (!(Math.abs(step) < 0.5)) return Number.NaN;
    return normalRise(z, d) + step * meanOnSegment(logCdfSlope, q.shape * z, step);
  });
}
