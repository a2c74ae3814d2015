import { digamma } from "../../math/log-gamma";
import { logGammaBregman } from "../../math/log-gamma-bregman";
import { type LogRatio, locationScaleRatio } from "./log-ratio";

interface StudentParameters {
  readonly df: number;
  readonly location: number;
  readonly scale: number;
}

/** Of two Student densities; a Cauchy density is one with df 1. */
export function studentTRatio(p: StudentParameters, q: StudentParameters): LogRatio {
  const change = p.df - q.df;
  const constant = change === 0 ? 0 : logConstants(p.df, q.df);
  return locationScaleRatio(p, q, (z, d) => {
    const far = Math.abs(z) > 1e100;
    // (z + d)²/ν_p over z²/ν_q, each with 1 added, less 1.
    const growth = far
      ? (d / z) * (2 + d / z) * (q.df / p.df) - change / p.df
      : ((d * (2 * z + d) - ((z * z) / q.df) * change) * q.df) / (p.df * (q.df + z * z));
    const byDf = change === 0 ? 0 : (change / 2) * Math.log1p(((z + d) / p.df) * (z + d));
    return constant - byDf - ((q.df + 1) / 2) * Math.log1p(growth);
  });
}

/** The change of ln Γ((ν + 1)/2) − ln Γ(ν/2) − ½ ln ν. */
function logConstants(dfP: number, dfQ: number): number {
  const [a, b] = [dfP / 2, dfQ / 2];
  const d = a - b;
  const slope = digamma(b + 0.5) - digamma(b);
  const bend = logGammaBregman(a + 0.5, b + 0.5, d) - logGammaBregman(a, b, d);
  return d * slope + bend - Math.log1p(d / b) / 2;
}
