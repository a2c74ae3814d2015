import type { Distribution } from "../../distributions/distribution";

/** An expectation by formula, with its TeX; Infinity where it diverges upwards. */
export interface Moment {
  readonly value: (d: Distribution, argument: number) => number;
  readonly tex: string;
}

/** Which expectations of a family are known; the argument is t of e^(tX), k of X^k. */
export interface Moments {
  readonly mean?: Moment;
  readonly meanLog?: Moment;
  readonly varianceOfLog?: Moment;
  readonly meanLogComplement?: Moment;
  readonly exponential?: Moment;
  readonly power?: Moment;
}

export type MomentName = keyof Moments;

/** A moment in terms of the family's own class. */
export function moment<D extends Distribution>(
  tex: string,
  value: (d: D, argument: number) => number,
): Moment {
  return { tex, value: value as unknown as Moment["value"] };
}
