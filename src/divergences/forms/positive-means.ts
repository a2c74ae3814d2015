import type { AnyDistribution } from "../../distributions/distribution";
import { type ChiSquared, chiSquared } from "../../distributions/families/chi-squared";
import { type Exponential, exponential } from "../../distributions/families/exponential";
import { type Gamma, gamma } from "../../distributions/families/gamma";
import { type HalfNormal, halfNormal } from "../../distributions/families/half-normal";
import { type Rayleigh, rayleigh } from "../../distributions/families/rayleigh";
import { type Weibull, weibull } from "../../distributions/families/weibull";
import { blend } from "./closed-form";

type Mean<D> = (p: D, q: D, w: number) => D | null | undefined;

/** The standard deviation whose precision is the blend of two. */
function scaleOf(p: number, q: number, w: number): number | undefined {
  const precision = blend((q / p) ** 2, 1, w); // in units of 1/q²
  return precision > 0 ? q / Math.sqrt(precision) : undefined;
}

const exponentialMean: Mean<Exponential> = (p, q, w) => {
  const rate = blend(p.rate, q.rate, w);
  return rate > 0 ? exponential(rate) : null;
};

const gammaMean: Mean<Gamma> = (p, q, w) => {
  const [shape, rate] = [blend(p.shape, q.shape, w), blend(p.rate, q.rate, w)];
  return shape > 0 && rate > 0 ? gamma(shape, rate) : null;
};

const chiSquaredMean: Mean<ChiSquared> = (p, q, w) => {
  const df = blend(p.df, q.df, w);
  return df > 0 ? chiSquared(df) : null;
};

const weibullMean: Mean<Weibull> = (p, q, w) => {
  if (p.shape !== q.shape) return undefined;
  const rate = blend((q.scale / p.scale) ** p.shape, 1, w);
  return rate > 0 ? weibull(p.shape, q.scale * rate ** (-1 / p.shape)) : null;
};

const rayleighMean: Mean<Rayleigh> = (p, q, w) => {
  const scale = scaleOf(p.scale, q.scale, w);
  return scale === undefined ? null : rayleigh(scale);
};

const halfNormalMean: Mean<HalfNormal> = (p, q, w) => {
  const scale = scaleOf(p.scale, q.scale, w);
  return scale === undefined ? null : halfNormal(scale);
};

/** For each family, the member proportional to p^w q^(1−w). */
export const positiveMeans: Readonly<Record<string, Mean<AnyDistribution>>> = {
  exponential: exponentialMean as unknown as Mean<AnyDistribution>,
  gamma: gammaMean as unknown as Mean<AnyDistribution>,
  chiSquared: chiSquaredMean as unknown as Mean<AnyDistribution>,
  weibull: weibullMean as unknown as Mean<AnyDistribution>,
  rayleigh: rayleighMean as unknown as Mean<AnyDistribution>,
  halfNormal: halfNormalMean as unknown as Mean<AnyDistribution>,
};
