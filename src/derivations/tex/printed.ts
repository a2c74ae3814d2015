/** How a printed term may stand beside others. */
export interface Printed {
  readonly tex: string;
  /** 1 sum, 2 product, 3 power, 4 atom: what binds less needs brackets. */
  readonly level: 1 | 2 | 3 | 4;
  /** True where what follows on the right would be read as part of it: after ∑, log without brackets. */
  readonly open?: boolean;
}

/** Brackets grow only round what is tall: \left … \right sets a space before it. */
export const bracket = (tex: string): string =>
  /\\(frac|sum|prod|int|left|mathop)/.test(tex) ? `\\left(${tex}\\right)` : `(${tex})`;
