import { chained, negative } from "../autodiff/arithmetic";
import { recorded } from "../autodiff/recorded";
import { sigmoid } from "../operations/activations";
import type { Tensor } from "../tensors/tensor";

/**
 * −Σ ln p(x) of Bernoulli entries with these logits, ln(1 + eˡ) − x·l each, to a number; both of one shape.
 *
 * One operation, where the formula as it stands makes ten tables of the data's size a step: their memory is the engine's to
 * clear, and it looks through all else that it keeps each time, a notebook kernel's compiler too, which took more time than
 * the training. And one e^−|l| an entry, for the loss and its slope.
 */
export function bernoulliLoss(x: Tensor, logits: Tensor): Tensor {
  const [{ data: xs }, { data: ls }] = [x, logits];
  const slopes = new Float64Array(logits.record ? ls.length : 0);
  let total = 0;
  for (let from = 0; from < ls.length; from += block) {
    let part = 0;
    // Σ ln(1 + eᵢ) is the logarithm of a product, 1 + rest: sums of positive numbers, so that small ones keep their digits.
    let rest = 0;
    for (let i = from; i < Math.min(from + block, ls.length); i++) {
      const l = ls[i];
      const e = Math.exp(-Math.abs(l));
      rest += e + rest * e;
      part += (l > 0 ? l : 0) - xs[i] * l;
      if (logits.record) slopes[i] = (l > 0 ? 1 : e) / (1 + e) - xs[i];
    }
    total += part + Math.log1p(rest);
  }
  return recorded(
    Float64Array.of(total),
    [],
    [x, logits],
    [(g, [, l]) => negative(chained(g, l)), (g, [a, l]) => chained(g, surplus(l, a, slopes))],
  );
}

/** Entries whose product of 1 + e ≤ 2 is below 2⁶⁴. */
const block = 64;

/** σ(l) − x: what a probability has too much. */
const surplus = (l: Tensor, x: Tensor, data: Float64Array): Tensor =>
  recorded(
    data,
    l.shape,
    [l, x],
    [(g, [a]) => chained(chained(g, sigmoid(a)), sigmoid(negative(a))), (g) => negative(g)],
  );
