import { CompensatedSum } from "../../math/compensated-sum";
import { logRatio } from "../../math/relative-entropy-term";
import { type Weights, weights } from "./weights";

/** A checked vector as normalised probabilities and their surprisals −ln pᵢ in nats. */
export interface Surprisals {
  readonly length: number;
  share(i: number): number;
  /** Infinity for probability 0. */
  surprisal(i: number): number;
}

/** Surprisals of v/Σv, each to the last digits. */
export function surprisals(
  caller: string,
  name: string,
  v: unknown,
  normalize: boolean | undefined,
): Surprisals {
  return surprisalsOf(weights(caller, name, v, normalize));
}

/** Surprisals of a vector that has been checked. */
export function surprisalsOf({ values, total }: Weights): Surprisals {
  const z = total.high;
  return {
    length: values.length,
    share: (i) => values[i] / z,
    surprisal: (i) => {
      const x = values[i];
      if (x === 0) return Number.POSITIVE_INFINITY;
      if (x <= z / 2) return -logRatio(x, z);
      // Near 1 the logarithm is that of what the others leave, which is summed without x.
      const rest = new CompensatedSum();
      for (let j = 0; j < values.length; j++) if (j !== i) rest.add(values[j]);
      return Math.abs(Math.log1p(-rest.total / z)); // |−0| = 0
    },
  };
}

/** Σ pᵢ·(−ln qᵢ) of two checked vectors, in nats; terms with pᵢ = 0 count 0. */
export function meanSurprisal(p: Surprisals, q: Surprisals = p): number {
  const sum = new CompensatedSum();
  for (let i = 0; i < p.length; i++) {
    const share = p.share(i);
    if (share > 0) sum.add(share * q.surprisal(i));
  }
  return sum.total;
}
