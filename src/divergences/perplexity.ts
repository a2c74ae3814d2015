import { type AnyDistribution, isDistribution } from "../distributions/distribution";
import { checkOptions } from "../words/check-options";
import { crossEntropyNats } from "./cross-entropy";
import type { MeasureOptions, Pmf } from "./vectors/pmf";
import { meanSurprisal, surprisals } from "./vectors/surprisals";

/** Options of `perplexity`. */
export interface PerplexityOptions extends MeasureOptions {
  /** What predicts p; default p itself. */
  readonly model?: Pmf | AnyDistribution;
}

/**
 * e^H(p), the number of equally likely outcomes that surprise as much as p; with a model q, e^H(p, q).
 *
 * @param p probabilities, or a distribution
 * @param options `model` (q), `normalize`
 * @returns in [1, n] for n outcomes without model; Infinity where the model forbids what p allows
 * @throws RangeError or TypeError as `crossEntropy`
 *
 * @example
 * perplexity([0.25, 0.25, 0.25, 0.25]); // 4
 * perplexity([0.5, 0.5], { model: [0.9, 0.1] }); // 3.333333333333333
 *
 * Source: D. Jurafsky and J. H. Martin, Speech and Language Processing, 3rd ed. draft (2024), section 3.3.
 */
export function perplexity(p: Pmf | AnyDistribution, options: PerplexityOptions = {}): number {
  checkOptions("perplexity", options, ["model", "normalize"]);
  const { model, normalize } = options;
  if (model !== undefined) {
    const names = ["p", "options.model"] as const;
    return Math.exp(crossEntropyNats("perplexity", p, model, normalize, names));
  }
  if (isDistribution(p)) return Math.exp(p.entropy);
  return Math.exp(meanSurprisal(surprisals("perplexity", "p", p, normalize)));
}
