/** What became of an answer. */
export interface Attempt {
  readonly verdict: "right" | "no progress" | "wrong" | "not understood";
  readonly note: string;
  /** The counter-example of a wrong answer, and the values of the line above and of the answer there. */
  readonly world?: string;
  readonly left?: number;
  readonly right?: number;
}
