import type { ColumnKind } from "./column-kind";
import type { TimeUnit } from "./engine";

/** How one column is to be cut; what is left out is found from the data. */
export interface CellChoice {
  /** Ends of the cells of a numeric column, ascending; there is a cell below the first and one above the last. */
  readonly edges?: readonly number[];
  /** How many cells a numeric column has; 10 by default. */
  readonly count?: number;
  /** How many values of a category have a cell of their own, of either side; 20 by default. */
  readonly top?: number;
  /** The calendar unit of a time. */
  readonly unit?: TimeUnit;
}

/** Where a column's kind is from: said by the user, by its type, or guessed. */
export type KindFrom = "user" | "type" | "guess";

/** A column of both tables, and what is known of it before its values are read. */
export interface ColumnPlan {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Whether somebody said the kind, the type of both sides says it, or it is a guess. */
  readonly kindFrom: KindFrom;
  /** The types in the engine's words. */
  readonly types: { readonly p: string; readonly q: string };
  readonly choice: CellChoice;
}
