import type { Distribution } from "../../distributions/distribution";
import { normal } from "../../distributions/families/normal";

/** A regression line with normal noise: marginal and posterior are normal, and known at once. */
export interface LinearGaussian {
  readonly marginal: Distribution;
  posterior(value: number): Distribution;
}

interface Normal {
  readonly mean: number;
  readonly sd: number;
}

const normalOf = (d: Distribution): Normal | undefined =>
  (d as { readonly family?: string }).family === "normal"
    ? { mean: d.mean, sd: Math.sqrt(d.variance) }
    : undefined;

const places = 64;
const rounding = 1e-12;

/**
 * The closed form of ∫ N(a; μ, σ) N(b; α + βa, s) da, where p(b | a) is seen to be such a line.
 *
 * It is looked at in 64 places of a; the caller has to compare with a quadrature, lest a bend between them be missed.
 */
export function linearGaussian(
  own: Distribution,
  given: (value: number) => Distribution,
): LinearGaussian | undefined {
  const prior = normalOf(own);
  if (!prior) return undefined;
  const spread = (i: number): number => prior.mean + prior.sd * 9 * (i / places - 0.5) * 2;
  const at = (a: number): Normal | undefined => normalOf(given(a));
  const [low, high] = [at(spread(0)), at(spread(places))];
  if (!low || !high) return undefined;
  const slope = (high.mean - low.mean) / (spread(places) - spread(0));
  const intercept = low.mean - slope * spread(0);
  const { sd } = low;
  const scale = Math.abs(low.mean) + Math.abs(high.mean) + sd;
  for (let i = 0; i <= places; i++) {
    const here = at(spread(i));
    const line = intercept + slope * spread(i);
    if (!here || Math.abs(here.mean - line) > rounding * scale) return undefined;
    if (Math.abs(here.sd - sd) > rounding * sd) return undefined;
  }
  const precision = 1 / prior.sd ** 2 + (slope / sd) ** 2;
  return {
    marginal: normal(intercept + slope * prior.mean, Math.hypot(sd, slope * prior.sd)),
    posterior: (value) =>
      normal(
        (prior.mean / prior.sd ** 2 + (slope * (value - intercept)) / sd ** 2) / precision,
        1 / Math.sqrt(precision),
      ),
  };
}
