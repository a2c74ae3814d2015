/** Columns are cut into cells, each an expression's value: its number in `labels`. */
export interface Cells {
  /** Names of the cells, in their order. */
  readonly labels: readonly string[];
  /** SQL of the number of a row's cell; never NULL. */
  readonly sql: string;
  /** How the cells were found, where a reader should know. */
  readonly note?: string;
}

/** The cells that every column may have besides its own. */
export const missingLabel = "∅";
