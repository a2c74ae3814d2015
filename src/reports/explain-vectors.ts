import { klOfPair } from "../divergences/vectors/kl-of-vectors";
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
import { reportWords } from "./report-words";

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
    direction: reportWords[locale].meaning,
    method: reportWords[locale].methods.vectors,
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
  const word = reportWords[locale];
  const list: Contribution[] = [];
  pair.forEach((p, q, d, index) => {
    const nats = p === 0 ? 0 : q === 0 ? Number.POSITIVE_INFINITY : p * nearLogRatio(p, q, d);
    const outcome = outcomes?.[index] ?? word.numbered(index + 1);
    list.push({ index, outcome, p, q, value: nats / unit });
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
  const outcome = outcomes?.[index] || index + 1;
  const text = reportWords[locale].zeroAtOutcome(outcome, shortNumber(found.p, 12));
  return { at: index, text };
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
