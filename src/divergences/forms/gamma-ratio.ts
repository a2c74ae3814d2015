import { binetSlope } from "../../math/binet";
import { logGammaBregman } from "../../math/log-gamma-bregman";
import { log1pmx } from "../../math/log1pmx";
import { nearLogRatio } from "../../math/relative-entropy-term";
import type { LogRatio } from "./log-ratio";

interface GammaParameters {
  readonly shape: number;
  readonly rate: number;
}

/** ln y − ψ(y) > 0. */
export function logOverDigamma(y: number): number {
  return 1 / (2 * y) - binetSlope(y);
}

/** ln(x/y), also where x is near y. */
export function logNear(x: number, y: number): number {
  const t = (x - y) / y;
  return t > -0.5 && t < 1 ? Math.log1p(t) : Math.log(x / y);
}

/** Of two gamma densities, or with 1/x for x, of two inverse gamma ones. */
export function gammaRatio(p: GammaParameters, q: GammaParameters): LogRatio {
  const change = p.shape - q.shape;
  const t = (p.rate - q.rate) / q.rate;
  const rates = t < -0.5 ? nearLogRatio(p.rate, q.rate, p.rate - q.rate) - t : log1pmx(t);
  const constant = p.shape * rates - logGammaBregman(p.shape, q.shape, change);
  const slope = change === 0 ? 0 : logOverDigamma(q.shape);
  return (x) => {
    const y = q.rate * x;
    const byShape = change === 0 ? 0 : change * (logNear(y, q.shape) + slope);
    return constant - t * (y - p.shape) + byShape;
  };
}

interface WeibullParameters {
  readonly shape: number;
  readonly scale: number;
}

/** Of two Weibull densities, and of what is one in other parameters. */
export function weibullRatio(
  p: WeibullParameters,
  q: WeibullParameters,
  logScales: number = nearLogRatio(p.scale, q.scale, p.scale - q.scale),
): LogRatio {
  const change = p.shape - q.shape;
  const logShapes = nearLogRatio(p.shape, q.shape, change);
  return (x) => {
    const log = logNear(x, q.scale);
    const d = change * log - p.shape * logScales;
    return logShapes + d - Math.exp(q.shape * log) * Math.expm1(d);
  };
}

interface BetaParameters {
  readonly alpha: number;
  readonly beta: number;
}

/** Of two beta densities. */
export function betaRatio(p: BetaParameters, q: BetaParameters): LogRatio {
  const [a, b] = [p.alpha - q.alpha, p.beta - q.beta];
  const [sumP, sumQ] = [p.alpha + p.beta, q.alpha + q.beta];
  const constant =
    logGammaBregman(sumP, sumQ, a + b) -
    logGammaBregman(p.alpha, q.alpha, a) -
    logGammaBregman(p.beta, q.beta, b);
  // ln x − E ln X, from ln x − ln(α/(α + β)).
  const ofSum = logOverDigamma(sumQ);
  const [ofAlpha, ofBeta] = [logOverDigamma(q.alpha) - ofSum, logOverDigamma(q.beta) - ofSum];
  return (x, below = 1 - x) => {
    const first = a === 0 ? 0 : a * (logNear(x, q.alpha / sumQ) + ofAlpha);
    const second = b === 0 ? 0 : b * (logNear(below, q.beta / sumQ) + ofBeta);
    return constant + first + second;
  };
}
