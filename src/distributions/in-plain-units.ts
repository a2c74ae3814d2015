import { type AnyDistribution, isMultivariate } from "./distribution";
import { remade, widthByParameters } from "./remade";

export interface InPlainUnits<D extends AnyDistribution> {
  readonly p: D;
  readonly q: D;
  /** How much of the caller's x is 1 here, a power of 2. */
  readonly unit: number;
}

/** Widths whose squares, and those of their quotients, stay well within the doubles. */
const widest = 1e60;

/** The unit of length, a power of 2, in which both widths are ordinary numbers, as far as one unit can do that. */
export function plainUnit(a: number, b: number): number {
  if (Math.max(a, b) <= widest && Math.min(a, b) >= 1 / widest) return 1;
  if (!(a > 0 && b > 0 && a + b < Number.POSITIVE_INFINITY)) return 1;
  return 2 ** Math.round((Math.log2(a) + Math.log2(b)) / 2);
}

/** Two members of families in a unit in which formulas neither overflow nor underflow; else as they are. */
export function inPlainUnits<D extends AnyDistribution>(p: D, q: D): InPlainUnits<D> {
  if (isMultivariate(p) || isMultivariate(q)) return { p, q, unit: 1 };
  const [a, b] = [widthByParameters(p), widthByParameters(q)];
  if (a === undefined || b === undefined) return { p, q, unit: 1 };
  const unit = plainUnit(a, b);
  if (unit === 1) return { p, q, unit };
  const [x, y] = [remade(p, unit), remade(q, unit)];
  return x && y ? { p: x as D, q: y as D, unit } : { p, q, unit: 1 };
}
