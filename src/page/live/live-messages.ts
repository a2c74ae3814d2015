/** One output of a cell, as a Worker tells it: JSON, to be checked before it is shown. */
export type LiveOutput =
  | { readonly kind: "stream"; readonly name: "stdout" | "stderr"; readonly text: string }
  | {
      readonly kind: "display";
      readonly data: Readonly<Record<string, unknown>>;
      readonly displayId?: string;
      readonly update?: boolean;
    };

/** Why a cell stopped. */
export interface LiveFailure {
  readonly name: string;
  readonly message: string;
  /** In the cell, from 1; undefined where no line of it is to blame. */
  readonly line?: number;
}

/** A cell of the page, as it stands. */
export interface PlannedCell {
  readonly cell: string;
  readonly source: string;
  /** Whether it ran in this Worker as it stands. */
  readonly hasRun: boolean;
}

/** What a page asks of the Worker that runs its cells. */
export type ToLive =
  | { readonly kind: "run"; readonly id: number; readonly cell: string; readonly source: string }
  | { readonly kind: "module"; readonly script: string; readonly text?: string }
  | { readonly kind: "plan"; readonly id: number; readonly cells: readonly PlannedCell[] }
  | { readonly kind: "preview"; readonly id: number; readonly text: string }
  | {
      readonly kind: "try" | "hint";
      readonly id: number;
      /** The cell that the exercise ended. */
      readonly cell: string;
      readonly step: number;
      readonly text: string;
      readonly level: number;
    };

/** What the Worker tells the page. */
export type FromLive =
  | { readonly kind: "output"; readonly id: number; readonly output: LiveOutput }
  | { readonly kind: "done"; readonly id: number; readonly failure?: LiveFailure }
  | { readonly kind: "need"; readonly script: string }
  | { readonly kind: "answer"; readonly id: number; readonly answer: unknown };
