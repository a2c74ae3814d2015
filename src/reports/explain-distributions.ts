import {
  type AnyDistribution,
  type Distribution,
  isMultivariate,
} from "../distributions/distribution";
import type { Independent } from "../distributions/families/independent";
import { klOfDistributions } from "../divergences/lines/kl-of-distributions";
import type { KlResult } from "../divergences/lines/kl-result";
import type { Locale } from "../words/locale";
import { readable } from "../words/number-text";
import { natsPerUnit, unitName } from "../words/units";
import { regionContributions } from "./region-contributions";
import { Report } from "./report";
import type { Contribution, Witness } from "./report-parts";
import { type ReportWords, reportWords } from "./report-words";

/** As `explain`, for two distributions. */
export function explainDistributions(
  p: Distribution,
  q: Distribution,
  { base, locale }: { readonly base?: number; readonly locale: Locale },
): Report {
  const unit = natsPerUnit("explain", base);
  const result = klOfDistributions("explain", p, q);
  const { formula, tex } = result;
  const word = reportWords[locale];
  const witness = witnessOf(p, q, result, word);
  return new Report({
    value: result.value / unit,
    unit: unitName(base),
    base,
    locale,
    direction: `${word.meaning} (p = ${p}, q = ${q})`,
    method: word.methods[result.method],
    error: result.error / unit,
    source: result.source ?? "Kullback & Leibler (1951)",
    contributions: contributionsOf(p, q, unit, word),
    ...(witness ? { witness } : {}),
    ...(formula ? { formula } : {}),
    ...(tex ? { tex } : {}),
    crossEntropy:
      (result.value === Number.POSITIVE_INFINITY ? result.value : p.entropy + result.value) / unit,
    entropy: p.entropy / unit,
    reverse: reverseOf(p, q) / unit,
  });
}

/** NaN where the other direction is not known. */
function reverseOf(p: AnyDistribution, q: AnyDistribution): number {
  try {
    return klOfDistributions("explain", q, p).value;
  } catch {
    return Number.NaN;
  }
}

/** By outcome or region on the line, by coordinate where those are independent. */
function contributionsOf(
  p: AnyDistribution,
  q: AnyDistribution,
  unit: number,
  word: ReportWords,
): Contribution[] {
  if (p.kind !== q.kind) return [];
  if (!isMultivariate(p) && !isMultivariate(q)) return regionContributions(p, q, unit, word);
  if (p.family !== "independent" || q.family !== "independent") return [];
  const [own, other] = [p as Independent, q as Independent];
  return own.components
    .map((component, index) => ({
      index,
      outcome: word.coordinate(index + 1),
      p: Number.NaN,
      q: Number.NaN,
      value: klOfDistributions("explain", component, other.components[index]).value / unit,
    }))
    .sort((a, b) => b.value - a.value || a.index - b.index);
}

function witnessOf(
  p: Distribution,
  q: Distribution,
  { value, witness }: KlResult,
  word: ReportWords,
): Witness | undefined {
  if (value !== Number.POSITIVE_INFINITY) return undefined;
  if (p.kind !== q.kind) return { at: Number.NaN, text: word.noSharedSupport };
  if (witness === undefined) return { at: Number.NaN, text: word.heavierTail };
  return { at: witness, text: word.zeroAt(readable(witness)) };
}
