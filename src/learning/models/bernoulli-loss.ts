import { sigmoid as sigmoidOf, softplus as softplusOf } from "../../math/sigmoid";
import { chained, negative } from "../autodiff/arithmetic";
import { binary } from "../autodiff/elementwise";
import { recorded } from "../autodiff/recorded";
import { sigmoid } from "../operations/activations";
import type { Tensor } from "../tensors/tensor";

/**
 * −Σ ln p(x) of Bernoulli entries with these logits, ln(1 + eˡ) − x·l each, to a number; both of one shape.
 *
 * One operation, where the formula as it stands makes ten tables of the data's size a step: their memory is the engine's to
 * clear, and it looks through all else that it keeps each time, a notebook kernel's compiler too, which took more time than
 * the training.
 */
export function bernoulliLoss(x: Tensor, logits: Tensor): Tensor {
  const [{ data: xs }, { data: ls }] = [x, logits];
  const columns = logits.shape[logits.shape.length - 1] ?? 1;
  let total = 0;
  for (let from = 0; from < ls.length; from += columns) {
    let row = 0;
    for (let i = from; i < from + columns; i++) row += softplusOf(ls[i]) - xs[i] * ls[i];
    total += row;
  }
  return recorded(
    Float64Array.of(total),
    [],
    [x, logits],
    [(g, [, l]) => negative(chained(g, l)), (g, [a, l]) => chained(g, surplus(l, a))],
  );
}

/** σ(l) − x: what a probability has too much. */
const surplus = binary({
  name: "surplus",
  loop: (out, [l, x], [at, n, i, di, j, dj]) => {
    for (let k = 0; k < n; k++) out[at + k] = sigmoidOf(l[i + k * di]) - x[j + k * dj];
  },
  slopes: [(g, l) => chained(chained(g, sigmoid(l)), sigmoid(negative(l))), (g) => negative(g)],
});
