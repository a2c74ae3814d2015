import type { Distribution } from "../../distributions/distribution";
import type { LogRatio } from "../forms/log-ratio";
import { logRatioOf } from "../forms/log-ratio-of";

/** Where ln p and ln q differ by less, their difference is taken by parameters. */
const near = 0.5;

/** ln p(x) − ln q(x), by the parameters where p and q are nearly equal and it is known so, else by subtracting. */
export class PairRatio {
  readonly #known: LogRatio | undefined;

  constructor(p: Distribution, q: Distribution, known: LogRatio | undefined = logRatioOf(p, q)) {
    this.#known = known;
  }

  /** Whether a difference is known to rounding of itself, not of the two logarithms. */
  isExact(difference: number): boolean {
    return this.#known !== undefined && Math.abs(difference) < near;
  }

  /** @param below the distance of x from the upper end, where x itself cannot tell it */
  at(x: number, logP: number, logQ: number, below?: number): number {
    const u = logP === logQ ? 0 : logP - logQ;
    if (this.#known && u > -near && u < near) {
      const known = this.#known(x, below);
      // Far out the logarithms are all rounding, and a term takes their order from them.
      if (Math.abs(known) < 2 * near) return known;
    }
    const size = Math.max(1, Math.min(Math.abs(logP), Math.abs(logQ)));
    return Math.abs(u) <= 2 * Number.EPSILON * size ? 0 : u;
  }
}
