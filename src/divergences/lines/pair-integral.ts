import type { Integral } from "../../math/integrals/integrate";

/** An integral or sum over what two distributions allow. */
export interface PairIntegral extends Integral {
  /** An x that one of the two allows and the other forbids, where that makes the value infinite. */
  readonly witness?: number;
  /** True where it is Infinity because the integral or sum diverges, not because a number overflowed. */
  readonly diverges: boolean;
  /** How much of the value hangs on how a density given as a function goes on where it underflows. */
  readonly guessed: number;
}
