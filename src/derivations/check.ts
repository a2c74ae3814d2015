import { checkOption } from "../words/check-option";
import { checkOptions } from "../words/check-options";
import { shapeError } from "../words/errors";
import { storable } from "../words/json-ready";
import type { Locale } from "../words/locale";
import { checkedLater, count, type OptionKind } from "../words/option-kinds";
import { checkChain } from "./checking/check-chain";
import type { Interruption } from "./checking/clock";
import type { CheckResult } from "./checking/verdict";
import { compiledOf, derivationBrand } from "./compiled";
import type { Derivation } from "./derivation";

/** Seconds: ∞ is no budget. */
const duration: OptionKind = (caller, name, value) =>
  checkOption(caller, name, value, {
    accepts: (x) => x > 0,
    zh: "正的秒数",
    en: "a positive number of seconds",
  });

/** Options of `check`. */
export interface CheckOptions {
  /** Of the samples; default 0. */
  readonly seed?: number;
  /** The language of the notes; default that of the derivation. */
  readonly locale?: Locale;
  /** Seconds that the check may take; default 10. What is not finished by then is said to be undecided. */
  readonly budget?: number;
  /** Calls the check off as soon as its `aborted` is true: an AbortSignal, or a flag of your own. */
  readonly signal?: Interruption;
}

/**
 * Tries every relation of a derivation in every world, and looks for a counter-example.
 *
 * Each side is computed with two accuracies, whose difference is what may be excused; `≈` is tried on 24 samples of
 * size m and of size 16 m; `=const` on the spread over the grid, `=const(λ)` along λ alone; `≈ O(ε^2)` by halving ε, which
 * needs a grid. ∞ = ∞ holds. What passes is not proved: no counter-example was found.
 *
 * @param derivation made by `derivation`
 * @param options `seed` of the samples (an integer ≥ 0, default 0), `locale` of the notes, `budget` in seconds (> 0,
 *   default 10), `signal` to call it off
 * @returns `ok`, and a verdict for each relation, from the second step on; without a relation nothing is claimed and
 *   `ok` is false
 * @throws TypeError for what is no derivation, RangeError for a seed or a budget out of range
 *
 * @example
 * check(derivation({ id: "gibbs", steps: [{ expression: "KL(P ‖ Q)" }, { relation: "≥", expression: "0" }] })).ok; // true
 */
export function check(derivation: Derivation, options: CheckOptions = {}): CheckResult {
  if ((derivation as Partial<Derivation> | null)?.[derivationBrand] !== true) {
    throw shapeError(
      "check",
      "第一个参数应是 derivation(…) 的结果",
      "the first argument must be made by derivation(…)",
    );
  }
  checkOptions("check", options, {
    seed: count(0),
    locale: checkedLater,
    budget: duration,
    signal: checkedLater,
  });
  const { seed = 0, locale = derivation.locale, budget, signal } = options;
  const { ok, steps } = checkChain(compiledOf(derivation), { seed, locale, budget, signal });
  return storable({ ok, steps: steps.map(storable) });
}
