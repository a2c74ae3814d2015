import type { AnyDistribution } from "../distributions/distribution";
import { crossEntropy } from "../divergences/cross-entropy";
import { distributionPair } from "../divergences/distribution-pair";
import { entropy } from "../divergences/entropy";
import { kl } from "../divergences/kl";
import { klPmf } from "../divergences/vectors/kl-pmf";
import { normalizedPair } from "../divergences/vectors/normalized-pair";
import type { Pmf, UnitOptions } from "../divergences/vectors/pmf";
import { nearLogRatio } from "../math/relative-entropy-term";
import { checkOptions, unitOptions } from "../words/check-options";
import { shapeError } from "../words/errors";
import type { Locale } from "../words/locale";
import { shortNumber } from "../words/number-text";
import { natsPerUnit, unitName } from "../words/units";
import { explainDistributions } from "./explain-distributions";
import { Report } from "./report";
import type { Contribution, Witness } from "./report-parts";
import { directionWords } from "./report-words";

/** Options of `explain`. */
export interface ExplainOptions extends UnitOptions {
  /** The language of the words; default "zh-CN". */
  readonly locale?: Locale;
  /** Names of the outcomes, instead of 第 1 个, 第 2 个 … */
  readonly outcomes?: readonly string[];
}

const sumWords: Readonly<Record<Locale, string>> = {
  "zh-CN": "对所有结果精确求和，逐项不抵消",
  en: "exact sum over the outcomes, without cancellation",
};

/**
 * D(p ‖ q) as a report: value, unit, direction, method, error, what each outcome contributes, why it is infinite
 * where it is, H(p, q) − H(p), and the reverse direction. It shows itself at the end of a cell.
 *
 * @param p what is true: probabilities, or a distribution
 * @param q the model: as p, and as long
 * @param options `base`, `normalize`, `locale` ("zh-CN" or "en"), `outcomes` (their names)
 * @throws as `kl`; TypeError if `outcomes` is not as long as p
 *
 * @example
 * explain([0.5, 0.5], [0.9, 0.1], { base: 2 }).caption; // "D(p‖q) = 0.736966 bit"
 * explain([0.3, 0.5, 0.2], [0.5, 0.5, 0]).witness?.text; // "q 在第 3 个结果为 0，而 p 为 0.2"
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), sections 2.3 and 5.4.
 */
export function explain(
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  options: ExplainOptions = {},
): Report {
  checkOptions("explain", options, ["locale", "outcomes", ...unitOptions]);
  const { base, normalize, locale = "zh-CN", outcomes } = options;
  const unit = natsPerUnit("explain", base);
  const pair = distributionPair("explain", p, q);
  if (pair) return explainDistributions(pair.p, pair.q, { base, locale });
  const value = klPmf("explain", p as Pmf, q as Pmf, { normalize }) / unit;
  if (outcomes !== undefined) checkOutcomes(outcomes);
  if (outcomes && outcomes.length !== (p as Pmf).length) {
    throw shapeError(
      "explain",
      `outcomes 有 ${outcomes.length} 个名字而 p 有 ${(p as Pmf).length} 项`,
      `outcomes has ${outcomes.length} names but p has ${(p as Pmf).length} entries`,
    );
  }
  const nameOf = (i: number): string =>
    outcomes?.[i] ?? (locale === "en" ? `outcome ${i + 1}` : `第 ${i + 1} 个`);
  const contributions: Contribution[] = [];
  let witness: Witness | undefined;
  normalizedPair("explain", p, q, { normalize }).forEach((a, b, d, index) => {
    contributions.push({
      index,
      outcome: nameOf(index),
      p: a,
      q: b,
      value: contribution(a, b, d) / unit,
    });
    if (b === 0 && a > 0) witness ??= witnessOf(index, a, locale, outcomes?.[index]);
  });
  contributions.sort((x, y) => y.value - x.value || x.index - y.index);
  const both = { base, normalize };
  return new Report({
    value,
    unit: unitName(base),
    base,
    locale,
    direction: directionWords[locale],
    method: sumWords[locale],
    error: value * 1e-15,
    source: "Kullback & Leibler (1951)",
    contributions,
    ...(witness ? { witness } : {}),
    crossEntropy: crossEntropy(p, q, both),
    entropy: entropy(p, both),
    reverse: kl(q, p, both),
  });
}

/** Throws a TypeError unless the names of the outcomes are an array of texts. */
function checkOutcomes(outcomes: unknown): void {
  const wrong = Array.isArray(outcomes) ? outcomes.findIndex((x) => typeof x !== "string") : -1;
  if (Array.isArray(outcomes) && wrong < 0) return;
  const where = wrong < 0 ? "options.outcomes" : `options.outcomes[${wrong}]`;
  const given = typeof (wrong < 0 ? outcomes : (outcomes as unknown[])[wrong]);
  throw shapeError(
    "explain",
    `${where} 应为${wrong < 0 ? "文本的数组" : "文本"}，给的是 ${given}`,
    `${where} must be ${wrong < 0 ? "an array of texts" : "a text"}, got ${given}`,
  );
}

/** p ln(p/q) of one outcome, from p − q where they are near. */
function contribution(p: number, q: number, d: number): number {
  if (p === 0) return 0;
  if (q === 0) return Number.POSITIVE_INFINITY;
  return p * nearLogRatio(p, q, d);
}

function witnessOf(index: number, p: number, locale: Locale, name: string | undefined): Witness {
  const given = shortNumber(p, 12);
  const zh = `q 在${name ? `“${name}”` : `第 ${index + 1} 个结果`}为 0，而 p 为 ${given}`;
  const en = `q is 0 at ${name ? `“${name}”` : `outcome ${index + 1}`}, where p is ${given}`;
  return { at: index, text: locale === "en" ? en : zh };
}
