import type { AnyDistribution } from "../distributions/distribution";
import { distributionPair } from "../divergences/distribution-pair";
import type { Pmf, UnitOptions } from "../divergences/vectors/pmf";
import { checkOptions, unitOptions } from "../words/check-options";
import type { Locale } from "../words/locale";
import { explainDistributions } from "./explain-distributions";
import { explainVectors } from "./explain-vectors";
import type { Report } from "./report";

/** Options of `explain`. */
export interface ExplainOptions extends UnitOptions {
  /** The language of the words; default "zh-CN". */
  readonly locale?: Locale;
  /** Names of the outcomes, instead of 第 1 个, 第 2 个 … */
  readonly outcomes?: readonly string[];
}

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
  const pair = distributionPair("explain", p, q);
  if (pair) return explainDistributions(pair.p, pair.q, { base, locale });
  return explainVectors(p as Pmf, q as Pmf, { base, normalize, locale, outcomes });
}
