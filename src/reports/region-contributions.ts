import type { Distribution } from "../distributions/distribution";
import { CompensatedSum } from "../math/compensated-sum";
import { integrateDensity } from "../math/integrals/integrate-density";
import { readable } from "../words/number-text";
import type { Contribution } from "./report-parts";
import type { ReportWords } from "./report-words";

const levels = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];
const mostOutcomes = 60;

/**
 * Where D(p ‖ q) comes from: p ln(p/q) of each integer, or its integral between quantiles of p. Greatest first.
 *
 * @param unit nats per unit
 */
export function regionContributions(
  p: Distribution,
  q: Distribution,
  unit: number,
  word: ReportWords,
): Contribution[] {
  const list = p.kind === "discrete" ? byOutcome(p, q, word) : byInterval(p, q);
  return list
    .map((c) => ({ ...c, value: c.value / unit }))
    .sort((a, b) => b.value - a.value || a.index - b.index);
}

/** p ln(p/q) at x, from the logarithms. */
function term(p: Distribution, q: Distribution, x: number): number {
  const logP = p.logProb(x);
  return logP === Number.NEGATIVE_INFINITY ? 0 : Math.exp(logP) * (logP - q.logProb(x));
}

function byOutcome(p: Distribution, q: Distribution, word: ReportWords): Contribution[] {
  const low = Math.max(p.support[0], p.quantile(1e-9));
  const high = Math.min(p.support[1], p.quantile(1 - 1e-9), low + mostOutcomes - 1);
  const list: Contribution[] = [];
  for (let k = low; k <= high; k++) {
    if (p.prob(k) === 0) continue;
    list.push({
      index: list.length,
      outcome: String(k),
      p: p.prob(k),
      q: q.prob(k),
      value: term(p, q, k),
    });
  }
  const rest = new CompensatedSum();
  const last = Math.min(p.support[1], p.quantile(1 - 1e-15));
  for (let k = high + 1; k <= last; k++) rest.add(term(p, q, k));
  const above = p.survival?.(high) ?? 1 - p.cdf(high);
  if (above > 1e-12) {
    const outcome = word.above(high);
    const qAbove = q.survival?.(high) ?? 1 - q.cdf(high);
    list.push({ index: list.length, outcome, p: above, q: qAbove, value: rest.total });
  }
  return list;
}

function byInterval(p: Distribution, q: Distribution): Contribution[] {
  const cuts = levels.map((u) => p.quantile(u));
  const points = [p, q].flatMap((d) => [...d.kinks, ...(d.landmarks ?? []), ...d.support]);
  const between = (d: Distribution, low: number, high: number): number => {
    const [above, beyond] = d.cdf(low) > 0.5 ? [d.survival?.(low), d.survival?.(high)] : [];
    const byTails = above !== undefined && beyond !== undefined;
    return byTails ? above - beyond : d.cdf(high) - d.cdf(low);
  };
  return levels.slice(1).flatMap((_, i) => {
    const [low, high] = [cuts[i], cuts[i + 1]];
    if (!(low < high)) return [];
    const { value } = integrateDensity(
      (x, logJacobian) => {
        const logP = p.logProb(x);
        const weight = Math.exp(logP + logJacobian);
        return weight === 0 ? 0 : weight * (logP - q.logProb(x));
      },
      low,
      high,
      points,
    );
    const outcome = `${readable(low)} … ${readable(high)}`;
    return [{ index: i, outcome, p: between(p, low, high), q: between(q, low, high), value }];
  });
}
