import type { MathNode } from "./parse-tree";
import type { Places } from "./places";
import type { Term } from "./term";

/** Reads nodes in the order in which they were typed, so that each name finds its place. */
export interface Reader {
  readonly places: Places;
  term(node: MathNode): Term;
  /** A term in the place of a distribution. */
  distribution(node: MathNode): Term;
}
