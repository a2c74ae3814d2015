import type { AnyDistribution, Distribution } from "../../distributions/distribution";
import type { Mixture } from "../../distributions/families/mixture";
import type { Truncated } from "../../distributions/families/truncated";
import { Rescaled } from "../../distributions/rescaled";
import { factsNamed } from "./facts/facts-named";
import { logMassRatio } from "./log-mass-ratio";
import type { LogRatio } from "./log-ratio";

/** ln p − ln q by parameters, of two members of one family, of two cut alike, and of two mixtures of such. */
export function logRatioOf(p: Distribution, q: Distribution): LogRatio | undefined {
  if (p.family !== q.family) return undefined;
  if (p instanceof Rescaled || q instanceof Rescaled) {
    return p instanceof Rescaled && q instanceof Rescaled ? ofRescaled(p, q) : undefined;
  }
  if (p.family === "mixture") return ofMixtures(p as Mixture, q as Mixture);
  if (p.family === "truncated") return ofTruncated(p as Truncated, q as Truncated);
  return factsNamed(p.family)?.logRatio?.(p as AnyDistribution, q as AnyDistribution);
}

function ofRescaled({ base, unit }: Rescaled, q: Rescaled): LogRatio | undefined {
  const known = logRatioOf(base, q.base);
  return known && ((x, below) => known(x * unit, below === undefined ? below : below * unit));
}

function ofTruncated(p: Truncated, q: Truncated): LogRatio | undefined {
  const base = logRatioOf(p.base, q.base);
  if (!base) return undefined;
  const masses = logMassRatio(p, q, base);
  return (x) => base(x) - masses;
}

/** p − q over q, component by component, as Σ vᵢqᵢ ((wᵢ/vᵢ) pᵢ/qᵢ − 1)/q. */
function ofMixtures(p: Mixture, q: Mixture): LogRatio | undefined {
  if (p.components.length !== q.components.length) return undefined;
  const ratios: LogRatio[] = [];
  for (const [i, component] of p.components.entries()) {
    const ratio = logRatioOf(component, q.components[i]);
    if (!ratio) return undefined;
    ratios.push(ratio);
  }
  return (x) => {
    const logQ = q.logProb(x);
    let excess = 0;
    for (const [i, ratio] of ratios.entries()) {
      const weight = q.weights[i];
      const logP = p.components[i].logProb(x);
      const share = Math.exp(Math.log(weight) + q.components[i].logProb(x) - logQ);
      if (!(share > 0) || logP === Number.NEGATIVE_INFINITY) {
        excess += (Math.exp(Math.log(p.weights[i]) + logP - logQ) || 0) - (share || 0);
        continue;
      }
      const change = p.weights[i] - weight;
      const known = ratio(x);
      const plain = logP - q.components[i].logProb(x);
      const rise = Math.expm1(Number.isFinite(known) ? known : plain);
      excess += share * (change / weight + (p.weights[i] / weight) * rise);
    }
    return Math.log1p(excess);
  };
}
