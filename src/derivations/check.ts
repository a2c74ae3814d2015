import { shapeError, valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { checkChain } from "./checking/check-chain";
import type { CheckResult } from "./checking/verdict";
import { compiledOf, derivationBrand } from "./compiled";
import type { Derivation } from "./derivation";

/** Options of `check`. */
export interface CheckOptions {
  /** Of the samples; default 0. */
  readonly seed?: number;
  /** The language of the notes; default that of the derivation. */
  readonly locale?: Locale;
}

/**
 * Tries every relation of a derivation in every world, and looks for a counter-example.
 *
 * Each side is computed with two accuracies, whose difference is what may be excused; `≈` is tried on 24 samples of
 * size m and of size 16 m; `=const` on the spread over the grid. ∞ = ∞ holds. What passes is not proved: no
 * counter-example was found.
 *
 * @param derivation made by `derivation`
 * @param options `seed` of the samples (an integer ≥ 0, default 0), `locale` of the notes
 * @returns `ok`, and a verdict for each relation, from the second step on
 * @throws TypeError for what is no derivation, RangeError for a seed out of range
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
  const { seed = 0, locale = derivation.locale } = options;
  if (!(Number.isSafeInteger(seed) && seed >= 0)) {
    throw valueError(
      "check",
      `seed 是 ${seed}，应为 ≥ 0 的整数`,
      `seed is ${seed}; give an integer ≥ 0`,
    );
  }
  return checkChain(compiledOf(derivation), { seed, locale });
}
