import type { Distribution } from "../../distributions/distribution";
import { valueError } from "../../words/errors";
import { logCellMass } from "./log-cell-mass";

/** What is left of two densities in cells of one width. */
export interface Binned {
  readonly divergence: number;
  readonly entropy: number;
}

/** Σ P(cell) ln(P(cell)/Q(cell)) and −Σ P(cell) ln P(cell) in nats, over the cells that hold all of P but 2e-12. */
export function binned(caller: string, P: Distribution, Q: Distribution, width: number): Binned {
  const first = Math.floor(P.quantile(1e-12) / width);
  const last = Math.ceil(P.quantile(1 - 1e-12) / width);
  if (!(width > 0 && last - first <= 1e6)) {
    throw valueError(
      caller,
      `格宽是 ${width}，应 > 0，且格数不超过一百万`,
      `the width is ${width}; give one > 0 with at most a million cells`,
    );
  }
  let [divergence, entropy] = [0, 0];
  for (let i = first; i < last; i++) {
    const logP = logCellMass(P, i * width, (i + 1) * width);
    const p = Math.exp(logP);
    if (!(p > 0)) continue;
    divergence += p * (logP - logCellMass(Q, i * width, (i + 1) * width));
    entropy -= p * logP;
  }
  return { divergence, entropy };
}
