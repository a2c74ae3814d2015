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
import { regionContributions } from "./regions";
import { Report } from "./report";
import type { Contribution, Witness } from "./report-parts";
import { directionWords } from "./report-words";

const methodWords: Readonly<Record<Locale, Readonly<Record<KlResult["method"], string>>>> = {
  "zh-CN": {
    closedForm: "闭式",
    quadrature: "自适应求积",
    sum: "逐项求和",
    support: "比较支撑集",
  },
  en: {
    closedForm: "closed form",
    quadrature: "adaptive quadrature",
    sum: "sum over the integers",
    support: "comparison of supports",
  },
};

/** As `explain`, for two distributions. */
export function explainDistributions(
  p: Distribution,
  q: Distribution,
  { base, locale }: { readonly base?: number; readonly locale: Locale },
): Report {
  const unit = natsPerUnit("explain", base);
  const result = klOfDistributions("explain", p, q);
  const { formula, tex } = result;
  const witness = witnessOf(p, q, result, locale);
  return new Report({
    value: result.value / unit,
    unit: unitName(base),
    base,
    locale,
    direction: `${directionWords[locale]} (p = ${p}, q = ${q})`,
    method: methodWords[locale][result.method],
    error: result.error / unit,
    source: result.source ?? "Kullback & Leibler (1951)",
    contributions: contributionsOf(p, q, unit, locale),
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
  locale: Locale,
): Contribution[] {
  if (p.kind !== q.kind) return [];
  if (!isMultivariate(p) && !isMultivariate(q)) return regionContributions(p, q, unit, locale);
  if (p.family !== "independent" || q.family !== "independent") return [];
  const [own, other] = [p as Independent, q as Independent];
  return own.components
    .map((component, index) => ({
      index,
      outcome: locale === "en" ? `coordinate ${index + 1}` : `第 ${index + 1} 个坐标`,
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
  locale: Locale,
): Witness | undefined {
  if (value !== Number.POSITIVE_INFINITY) return undefined;
  const zh = locale === "zh-CN";
  if (p.kind !== q.kind) {
    const text = zh
      ? "一个是离散的，一个有密度：没有共同的支撑"
      : "one is discrete and the other has a density: they share no support";
    return { at: Number.NaN, text };
  }
  if (witness !== undefined) {
    const x = readable(witness);
    const text = zh ? `q 在 x = ${x} 处为 0，而 p 允许它` : `q is 0 at x = ${x}, which p allows`;
    return { at: witness, text };
  }
  const text = zh
    ? "积分发散：p 的尾部比 q 重得多，ln(p/q) 的期望是无穷"
    : "the integral diverges: p has so much heavier a tail than q that the expectation of ln(p/q) is infinite";
  return { at: Number.NaN, text };
}
