import { HandoutError } from "../handout-error";

/** Cells of a notebook that have not run, counted from 1. */
export interface NeverRan {
  readonly name: string;
  readonly cells: readonly number[];
}

export interface WrittenHandouts {
  /** Every file that is of these notebooks, the index last where it is ours. */
  readonly files: readonly string[];
  /** The notebooks of which a page was made anew. */
  readonly made: readonly string[];
  readonly neverRan: readonly NeverRan[];
}

/** Notebooks of which there are no pages now; of the others there are. */
export class UnmadeHandoutsError extends HandoutError {
  constructor(
    problems: readonly string[],
    readonly written: WrittenHandouts,
  ) {
    super(problems.join("\n"));
  }
}
