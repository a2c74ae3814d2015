import { klOfPair } from "../divergences/vectors/kl-pmf";
import {
  type NormalizedPair,
  normalizedPair,
  pairOf,
} from "../divergences/vectors/normalized-pair";
import { checkVector, type Pmf, rejectEntry, type UnitOptions } from "../divergences/vectors/pmf";
import { meanSurprisal, surprisalsOf } from "../divergences/vectors/surprisals";
import { nearLogRatio } from "../math/relative-entropy-term";
import { shapeError } from "../words/errors";
import type { Locale } from "../words/locale";
import { shortNumber } from "../words/number-text";
import { natsPerUnit, unitName } from "../words/units";
import { Report } from "./report";
import type { Contribution, Witness } from "./report-parts";
import { directionWords } from "./report-words";

const sumWords: Readonly<Record<Locale, string>> = {
  "zh-CN": "对所有结果精确求和，逐项不抵消",
  en: "exact sum over the outcomes, without cancellation",
};

/** In which language, and by which names, outcomes are called. */
interface Naming {
  readonly locale: Locale;
  readonly outcomes: readonly string[] | undefined;
}

/** As `explain`, for two vectors: each is read and checked once, and everything comes from that. */
export function explainVectors(p: Pmf, q: Pmf, options: UnitOptions & Naming): Report {
  const { base, normalize, locale, outcomes } = options;
  const unit = natsPerUnit("explain", base);
  const pair = normalizedPair("explain", copyOf("p", p), copyOf("q", q), { normalize });
  checkOutcomes(outcomes, pair.p.values.length);
  const value = klOfPair(pair) / unit;
  const truth = surprisalsOf(pair.p);
  const contributions = contributionsOf(pair, unit, options);
  const witness = witnessOf(contributions, options);
  return new Report({
    value,
    unit: unitName(base),
    base,
    locale,
    direction: directionWords[locale],
    method: sumWords[locale],
    error: value * 1e-15,
    source: "Kullback & Leibler (1951)",
    contributions: contributions.sort((x, y) => y.value - x.value || x.index - y.index),
    ...(witness ? { witness } : {}),
    crossEntropy: meanSurprisal(truth, surprisalsOf(pair.q)) / unit,
    entropy: meanSurprisal(truth) / unit,
    reverse: klOfPair(pairOf(pair.q, pair.p)) / unit,
  });
}

/** A copy, so that a vector that computes its entries is asked for each once; of the same precision. */
function copyOf(name: string, v: Pmf): Pmf {
  checkVector("explain", name, v);
  if (ArrayBuffer.isView(v)) return (v as unknown as Float64Array).slice();
  const copy: number[] = [];
  for (let i = 0; i < v.length; i++) {
    const x = v[i];
    if (typeof x !== "number") rejectEntry("explain", name, i, x);
    copy.push(x);
  }
  return copy;
}

/** p ln(p/q) of each outcome, from p − q where they are near. */
function contributionsOf(
  pair: NormalizedPair,
  unit: number,
  { locale, outcomes }: Naming,
): Contribution[] {
  const list: Contribution[] = [];
  pair.forEach((p, q, d, index) => {
    const numbered = locale === "en" ? `outcome ${index + 1}` : `第 ${index + 1} 个`;
    const nats = p === 0 ? 0 : q === 0 ? Number.POSITIVE_INFINITY : p * nearLogRatio(p, q, d);
    list.push({ index, outcome: outcomes?.[index] ?? numbered, p, q, value: nats / unit });
  });
  return list;
}

/** The first outcome that p allows and q forbids. */
function witnessOf(
  contributions: readonly Contribution[],
  { locale, outcomes }: Naming,
): Witness | undefined {
  const found = contributions.find(({ p, q }) => q === 0 && p > 0);
  if (!found) return undefined;
  const { index } = found;
  const name = outcomes?.[index];
  const given = shortNumber(found.p, 12);
  const zh = `q 在${name ? `“${name}”` : `第 ${index + 1} 个结果`}为 0，而 p 为 ${given}`;
  const en = `q is 0 at ${name ? `“${name}”` : `outcome ${index + 1}`}, where p is ${given}`;
  return { at: index, text: locale === "en" ? en : zh };
}

/** Throws a TypeError unless the names of the outcomes, if any, are an array of texts, one for each. */
function checkOutcomes(outcomes: unknown, count: number): void {
  if (outcomes === undefined) return;
  const wrong = Array.isArray(outcomes) ? outcomes.findIndex((x) => typeof x !== "string") : -1;
  if (Array.isArray(outcomes) && wrong < 0) {
    if (outcomes.length === count) return;
    throw shapeError(
      "explain",
      `outcomes 有 ${outcomes.length} 个名字而 p 有 ${count} 项`,
      `outcomes has ${outcomes.length} names but p has ${count} entries`,
    );
  }
  const where = wrong < 0 ? "options.outcomes" : `options.outcomes[${wrong}]`;
  const given = typeof (wrong < 0 ? outcomes : (outcomes as unknown[])[wrong]);
  throw shapeError(
    "explain",
    `${where} 应为${wrong < 0 ? "文本的数组" : "文本"}，给的是 ${given}`,
    `${where} must be ${wrong < 0 ? "an array of texts" : "a text"}, got ${given}`,
  );
}
