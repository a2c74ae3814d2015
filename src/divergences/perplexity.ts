import type { Distribution } from "../distributions/distribution";
import { crossEntropy } from "./cross-entropy";
import { entropy } from "./entropy";
import type { MeasureOptions, Pmf } from "./pmf";

export interface PerplexityOptions extends MeasureOptions {
  /** What predicts p; default p itself. */
  readonly model?: Pmf | Distribution;
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
export function perplexity(p: Pmf | Distribution, options: PerplexityOptions = {}): number {
  const { model, normalize } = options;
  if (model === undefined) return Math.exp(entropy(p, { normalize }));
  return Math.exp(crossEntropy(p, model, { normalize }));
}
